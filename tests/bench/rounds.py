"""Reads the same articles in several ways by turns, so that a noisy machine disturbs all of them alike."""

import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from schemas import Article
from tests.bench.articles import words
from tests.bench.processes import cpu_seconds
from tests.bench.ways import Way

_WARM = 4
"""Articles of each language that are read before anything is measured: models load with the first."""


@dataclass(slots=True)
class Tally:
    """What one way took for one language, or for all."""

    articles: int = 0
    words: int = 0
    seconds: float = 0.0
    cpu_seconds: float = 0.0

    def add(self, other: "Tally") -> None:
        """Count another one in."""
        self.articles += other.articles
        self.words += other.words
        self.seconds += other.seconds
        self.cpu_seconds += other.cpu_seconds

    def rates(self) -> dict[str, float]:
        """Per second of wall time, and per second of processor time, which other programs disturb less."""
        return {
            "articles": self.articles,
            "words": self.words,
            "articles_per_second": round(self.articles / self.seconds, 2),
            "words_per_second": round(self.words / self.seconds),
            "words_per_cpu_second": round(self.words / self.cpu_seconds),
        }


def rounds(ways: Sequence[Way], texts: dict[str, Sequence[Article]], number: int) -> dict[str, dict[str, Tally]]:
    """Way and language (``all`` where it reads all of them) to what it took, in so many rounds."""
    tallies: dict[str, dict[str, Tally]] = {way.name: defaultdict(Tally) for way in ways}
    for language, found in texts.items():
        for way in ways:
            if language not in way.unread:
                way.read(found[:_WARM])
    for turn in range(number):
        # Each round begins with another way: what the machine does at that moment is nobody's fault.
        order = [*ways[turn % len(ways) :], *ways[: turn % len(ways)]]
        for language, found in texts.items():
            share = found[_WARM + turn :: number]
            for way in order:
                if language not in way.unread:
                    tally = _measured(way, share)
                    tallies[way.name][language].add(tally)
                    if not way.unread:
                        tallies[way.name]["all"].add(tally)
    return {name: {key: by[key] for key in (*texts, "all") if key in by} for name, by in tallies.items()}


def _measured(way: Way, share: Sequence[Article]) -> Tally:
    before, start = sum(map(cpu_seconds, way.roots)), time.monotonic()
    way.read(share)
    seconds, after = time.monotonic() - start, sum(map(cpu_seconds, way.roots))
    return Tally(len(share), words(share), seconds, after - before)
