"""The events of the downstream topics that carry one part of an article's annotation."""

from schemas.article import ArticleId, ArticleSource, Timestamp
from schemas.base import SCHEMA_VERSION, ContractModel
from schemas.entity import CountryMention, Entity
from schemas.language import Language
from schemas.statement import Statement


class ArticleEvent(ContractModel):
    """What every event of one topic repeats of its article, so that a subscriber of one topic needs no other."""

    schema_version: str = SCHEMA_VERSION
    """Version of the wire contract."""
    article_id: ArticleId
    """Id of the article."""
    url: str | None = None
    """Where the article was published."""
    title: str | None = None
    """Its headline."""
    published_at: Timestamp | None = None
    """When it was published."""
    source: ArticleSource | None = None
    """Who published it."""


class LanguageDetected(ArticleEvent):
    """Value of ``articles.languages``: the language of an article."""

    language: Language
    """The language."""


class EntitiesExtracted(ArticleEvent):
    """Value of ``articles.entities``: who and where, for one article."""

    language: str
    """Language code of the article."""
    entities: tuple[Entity, ...]
    """Who and what the article mentions."""
    countries: tuple[CountryMention, ...]
    """Its countries, most mentioned first."""


class StatementExtracted(ArticleEvent):
    """Value of ``articles.statements``: one statement of an article."""

    language: str
    """Language code of the article."""
    statement: Statement
    """The statement."""
    entities: tuple[Entity, ...]
    """The entities that the statement refers to: its speakers, its addressee and those named in its content."""
