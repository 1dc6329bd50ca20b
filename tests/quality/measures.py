"""What is measured: the annotated texts, the figures that count, their targets, and what others reach on texts like them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a scorer's result."""

    key: str
    """Field of the scorer's result."""
    target: float | None = None
    """Value from which it is good enough; None where it only informs."""
    rivals: str = ""
    """What other systems reach, on held-out texts of the same kind."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One file of annotated texts and what is read off it."""

    task: str
    """Task of the scorer: statements, entities, links, countries or language."""
    file: str
    """Path below the folder of annotated texts."""
    figures: tuple[Figure, ...]

    @property
    def name(self) -> str:
        """Short name, such as ``statements fr``."""
        return f"{self.task} {self.file.rsplit('/', 1)[-1].removesuffix('.jsonl')}"


def _statements(language: str, f1: Figure, attributed: Figure, speaker: float) -> Measure:
    return Measure("statements", f"statements/{language}.jsonl", (f1, attributed, Figure("speaker_accuracy", speaker)))


def _entities(language: str, target: float, rivals: str = "") -> Measure:
    return Measure("entities", f"entities/wiki-{language}.jsonl", (Figure("f1", target, rivals),))


MEASURES = (
    _statements(
        "fr",
        Figure("f1", 0.82, "marks alone .63"),
        Figure("attributed_f1", 0.74, "SFU tracker .45, textacy .18"),
        0.90,
    ),
    _statements(
        "en",
        Figure("f1", 0.66, "marks alone .28"),
        Figure("attributed_f1", 0.60, "Citron retrained .40, SFU tracker .40, textacy .19"),
        0.90,
    ),
    _statements("de", Figure("f1", 0.50, "marks alone .28"), Figure("attributed_f1", 0.42), 0.82),
    Measure("countries", "statements/fr.jsonl", (Figure("f1", 0.93),)),
    _entities("fr", 0.89, "spaCy md .863"),
    _entities("en", 0.74, "spaCy sm .548, md .602"),
    _entities("ru", 0.75),
    *(_entities(language, 0.50) for language in ("de", "es", "it", "pt", "nl", "pl")),
    Measure(
        "links",
        "entities/slavic-news.jsonl",
        (Figure("typed_recall", 0.60), Figure("cross_lingual_same_id", 0.90)),
    ),
    Measure("language", "language/sentences.jsonl", (Figure("macro_accuracy", 0.965, "lingua .96"),)),
)
