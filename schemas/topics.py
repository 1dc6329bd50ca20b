"""The topics of the contract: their names, keys, values and event types. Defined here once."""

from dataclasses import dataclass
from typing import Final

from schemas.article import Article
from schemas.base import ContractModel
from schemas.dead_letter import DeadLetter
from schemas.enriched import EnrichedArticle
from schemas.events import EntitiesExtracted, LanguageDetected, StatementExtracted


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of the contract."""

    name: str
    """Name without the configurable prefix."""
    model: type[ContractModel]
    """Model of its values."""
    event_type: str
    """CloudEvents type (header ``ce_type``)."""
    key: str
    """What the key holds."""
    purpose: str
    """What it is for."""


ARTICLES: Final = Topic("articles", Article, "communique.article.v1", "article id", "publishers write here")
LANGUAGES: Final = Topic(
    "articles.languages", LanguageDetected, "communique.language.detected.v1", "article id", "routing by language"
)
ENTITIES: Final = Topic(
    "articles.entities",
    EntitiesExtracted,
    "communique.entities.extracted.v1",
    "article id",
    "who and where, per article",
)
STATEMENTS: Final = Topic(
    "articles.statements",
    StatementExtracted,
    "communique.statement.extracted.v1",
    "article id",
    "who said what, one event per statement",
)
ENRICHED: Final = Topic(
    "articles.enriched", EnrichedArticle, "communique.article.enriched.v1", "article id", "everything in one record"
)
DEAD_LETTERS: Final = Topic(
    "articles.dead-letters",
    DeadLetter,
    "communique.article.dead-lettered.v1",
    "the original key",
    "what could not be processed, and why",
)

TOPICS: Final = (ARTICLES, LANGUAGES, ENTITIES, STATEMENTS, ENRICHED, DEAD_LETTERS)
"""All topics, in the order of an article's way."""
EVENT_TOPICS: Final = (LANGUAGES, ENTITIES, STATEMENTS, ENRICHED)
"""What a subscriber may follow as the outcome of an article."""
