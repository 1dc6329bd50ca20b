"""What Prometheus sees. Label values come from closed sets: never from an article's own text."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from stream._version import __version__
from stream.agents.work import Outcome
from stream.kafka.dead_letters import CODES, Failure

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}")
_MAX_LANGUAGES: Final = 200
_SECONDS: Final = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120)
_COUNTS: Final = (1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024)


class Metrics:
    """The worker's counters."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._languages: set[str] = set()
        self._articles = Counter(
            "communique_articles", "Articles finished.", ["outcome", "language"], registry=self.registry
        )
        self._statements = Counter(
            "communique_statements", "Statements extracted.", ["language"], registry=self.registry
        )
        self._dead_letters = Counter(
            "communique_dead_letters", "Dead letters, by the error's code.", ["code"], registry=self.registry
        )
        self._stages = Histogram(
            "communique_stage_seconds",
            "Time of one article in a stage; deliver: of all articles delivered together.",
            ["stage"],
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._batch = Histogram(
            "communique_batch_articles", "Articles delivered together.", buckets=_COUNTS, registry=self.registry
        )
        self._lost = Counter(
            "communique_process_restarts", "Processes replaced, by what ended them.", ["reason"], registry=self.registry
        )
        build = Gauge("communique_build_info", "Version that runs.", ["version"], registry=self.registry)
        build.labels(__version__).set(1)
        # Series that are there from the start: Prometheus sees their first count as an increase from 0.
        for reason in ("died", "timeout"):
            self._lost.labels(reason)
        for code in CODES:
            self._dead_letters.labels(code)

    def finished(self, outcome: Outcome, failure: Failure | None) -> None:
        """Count an article: enriched, or a dead letter for this failure."""
        language = self._bounded(outcome.language)
        self._articles.labels("enriched" if failure is None else "dead-letter", language).inc()
        for stage, seconds in outcome.seconds.items():
            self._stages.labels(stage).observe(seconds)
        if failure is None:
            self._statements.labels(language).inc(outcome.statements)
        else:
            self._dead_letters.labels(failure.error).inc()

    def delivered(self, articles: int, seconds: float) -> None:
        """Count a delivery of so many articles."""
        self._batch.observe(articles)
        self._stages.labels("deliver").observe(seconds)

    def lost(self, reason: str) -> None:
        """Count a process that had to be replaced."""
        self._lost.labels(reason).inc()

    def watch(self, name: str, text: str, label: str, read: Callable[[], Mapping[str, float]]) -> None:
        """Add a gauge that is read when it is asked for, one value a label."""
        self.registry.register(_Watched(name, text, label, read))

    def text(self) -> bytes:
        """Everything in Prometheus' text format."""
        return generate_latest(self.registry)

    def _bounded(self, language: str) -> str:
        if not language:
            return "none"
        if not _LANGUAGE.fullmatch(language) or (
            language not in self._languages and len(self._languages) >= _MAX_LANGUAGES
        ):
            return "other"
        self._languages.add(language)
        return language


class _Watched(Collector):
    def __init__(self, name: str, text: str, label: str, read: Callable[[], Mapping[str, float]]) -> None:
        self._family = (name, text, label)
        self._read = read

    def describe(self) -> Iterable[GaugeMetricFamily]:
        """The family without its values: nothing is read when it is registered."""
        name, text, label = self._family
        yield GaugeMetricFamily(name, text, labels=_labels(label))

    def collect(self) -> Iterable[GaugeMetricFamily]:
        """The family with the values of this moment."""
        name, text, label = self._family
        family = GaugeMetricFamily(name, text, labels=_labels(label))
        for value, number in self._read().items():
            family.add_metric([value] if label else [], number)
        yield family


def _labels(label: str) -> list[str]:
    """A gauge without a label has one value."""
    return [label] if label else []
