"""Where the circumstances of a verb-final clause end and what was said begins, and what stands in front of the verb."""

import re
from collections.abc import Iterator
from functools import cache

from stream.nlp.languages import lexicon
from stream.nlp.statements import nominals
from stream.nlp.statements.scene import Scene

MARKS = " \t\u3000\xa0,;:.…—–-。，、：；"
COMMAS = ",、，،"
REACH = 400
"""How far into a clause its speaker and circumstances may reach, in code points."""
_MAX_SEGMENTS = 5
_MAX_WORDS = 16
_LOCATIVES = tuple(f"{mark}{ending}" for mark in "'’" for ending in ("da", "de", "ta", "te", "nda", "nde"))
"""Case endings of a place, written to its name."""


def segments(scene: Scene, low: int, high: int) -> Iterator[tuple[int, int, bool]]:
    """The first stretches between commas, and whether a comma ends each."""
    start = low
    for _ in range(_MAX_SEGMENTS):
        end = next((place for place in range(start, high) if scene.text[place] in COMMAS), high)
        yield start, end, end < high
        if end >= high:
            return
        start = end + 1


@cache
def particle(code: str) -> re.Pattern[str]:
    """The particles that close a topic."""
    # What follows で, に, と … is a phrase's own particle (では, には), what follows a verb's ending joins clauses (したが).
    return re.compile(r"(?<![でにとへだたるいすり])(?:" + "|".join(map(re.escape, lexicon(code).particles)) + ")")


def is_setting(scene: Scene, start: int, end: int) -> bool:
    """Whether a stretch ends like a phrase of time, place or occasion."""
    start, end = scene.trim(start, end, MARKS)
    if scene.lexicon.spaced and scene.text[start:end].endswith(_LOCATIVES):
        return True
    return ends_with(scene, start, end, scene.lexicon.settings)


def ends_with(scene: Scene, start: int, end: int, endings: frozenset[str] | tuple[str, ...]) -> bool:
    """Whether a stretch ends with one of some words."""
    words = scene.lexicon
    text = nominals.lower(words.code, scene.text[max(start, end - 40) : end])
    if not words.spaced:
        return text.endswith(tuple(endings))
    last = text.split()[-2:]
    return bool(last) and (last[-1] in endings or " ".join(last) in endings)


def skip_settings(scene: Scene, start: int, end: int) -> int:
    """Where the clause begins behind the phrases of time, place and occasion that a comma closes."""
    limit = min(end, start + REACH)
    place = start
    for _ in range(_MAX_SEGMENTS):
        comma = next((at for at in range(place, limit) if scene.text[at] in COMMAS or scene.quotation_at(at)), limit)
        if comma >= limit or scene.text[comma] not in COMMAS:
            return _inner(scene, place, end)
        blank = not scene.text[place:comma].strip()
        if not blank and (not is_setting(scene, place, comma) or _has_topic(scene, place, comma)):
            return place
        place = comma + 1
        if blank and not scene.lexicon.spaced:
            return place
    return place


def _has_topic(scene: Scene, start: int, end: int) -> bool:
    return bool(scene.lexicon.particles) and particle(scene.lexicon.code).search(scene.text, start, end) is not None


def _inner(scene: Scene, start: int, end: int) -> int:
    """Behind the last word of occasion near the head of a clause without commas (… basın toplantısında anlaşmanın …)."""
    if not scene.lexicon.spaced:
        return start
    place = start
    for token in scene.tokens_within(start, end)[:_MAX_WORDS]:
        if nominals.lower(scene.lexicon.code, token.text) in scene.lexicon.settings and token.end < end:
            place = token.end
    return place


def strip_adverbs(scene: Scene, start: int, end: int) -> int:
    """The end of a stretch without the adverbs in front of the verb."""
    start, end = scene.trim(start, end, MARKS)
    words = scene.lexicon
    for _ in range(_MAX_SEGMENTS):
        if words.spaced:
            last = scene.text[start:end].rsplit(None, 1)[-1:]
            word = nominals.lower(words.code, last[0]) if last else ""
            if not word or word not in words.auxiliaries or word in words.quotative or end - len(last[0]) <= start:
                return end
            end = scene.trim(start, end - len(last[0]), MARKS)[1]
        else:
            adverb = next(
                (
                    word
                    for word in words.auxiliaries - words.quotative
                    if scene.text.endswith(word, start, end) and end - len(word) > start
                ),
                None,
            )
            if adverb is None:
                return end
            end = scene.trim(start, end - len(adverb), MARKS)[1]
    return end


def strip_object(scene: Scene, start: int, end: int) -> int:
    """The end of an object without the particle that marks it (Japanese を)."""
    for particle in ("を", "も", "は"):
        if not scene.lexicon.spaced and scene.text.endswith(particle, start, end):
            return end - len(particle)
    return end
