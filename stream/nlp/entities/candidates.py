"""A mention before it is known whose it is."""

from dataclasses import dataclass

from schemas import EntityType, MentionForm
from stream.nlp.entities.aliases import Entry


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of one document that mentions somebody or something."""

    document: int
    """Index of the document among the article's."""
    start: int
    end: int
    text: str
    type: EntityType
    """What it seems to be; the identity that it gets may know better."""
    form: MentionForm = "name"
    entries: tuple[Entry, ...] = ()
    """What the knowledge base offers for it; empty where it is unknown there."""
