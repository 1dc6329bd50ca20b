"""Everything about one article in one record."""

from typing import Self

from pydantic import model_validator

from schemas.article import Article
from schemas.base import SCHEMA_VERSION, ContractModel
from schemas.entity import CountryMention, Entity
from schemas.language import Language
from schemas.provenance import Provenance
from schemas.statement import Statement


class EnrichedArticle(ContractModel):
    """Value of ``articles.enriched``: everything about one article in one record."""

    schema_version: str = SCHEMA_VERSION
    """Version of the wire contract."""
    article: Article
    """The article as it came in, with its id."""
    language: Language
    """Its language."""
    entities: tuple[Entity, ...]
    """Who and what it mentions."""
    statements: tuple[Statement, ...]
    """Who said what in it, in text order."""
    countries: tuple[CountryMention, ...]
    """Its countries, most mentioned first."""
    provenance: Provenance
    """What made this record."""

    @model_validator(mode="after")
    def _article_has_id(self) -> Self:
        if self.article.id is None:
            raise ValueError("an enriched article has an id")
        return self
