"""The mentions of one identity, while an article is being linked."""

from dataclasses import dataclass, field

from schemas import MentionForm
from stream.nlp.entities import Candidate
from stream.nlp.knowledge import Record

Key = tuple[str, ...]
"""The stems of a name's words."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a document, with how it mentions its cluster."""

    document: int
    start: int
    end: int
    form: MentionForm

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in the article."""
        return self.document, self.start


@dataclass(slots=True)
class Cluster:
    """The mentions of one identity."""

    record: Record | None
    key: Key
    """Stems of the fullest form's words."""
    mentions: list[Place] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    """The mentions by name."""

    def add(self, candidate: Candidate) -> None:
        """Take a mention by name or demonym."""
        self.mentions.append(Place(candidate.document, candidate.start, candidate.end, candidate.form))
        self.candidates.append(candidate)
