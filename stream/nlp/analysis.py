"""What the linguistic pipeline says of an article."""

from dataclasses import dataclass

from schemas import CountryMention, Entity, Language, ModelVersion, Statement


@dataclass(frozen=True, slots=True)
class Analysis:
    """The annotations of one article."""

    language: Language
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    countries: tuple[CountryMention, ...]
    models: tuple[ModelVersion, ...]
    knowledge: str | None = None
    """Digest of the tables of one's own that are merged over the knowledge base; None where there are none."""
