"""The wire contract: what publishers send and subscribers get.

Needs pydantic and orjson alone and imports nothing of :mod:`stream`. The JSON Schema and AsyncAPI documents
beside these modules are generated from them (``communique schemas``).
"""

from schemas.article import Article, ArticleSource
from schemas.base import SCHEMA_VERSION, ContractModel
from schemas.dead_letter import DeadLetter, DeadLetterHeader, EarlierFailure
from schemas.enriched import EnrichedArticle
from schemas.entity import CountryMention, Entity, EntityType, Mention, MentionForm
from schemas.events import ArticleEvent, EntitiesExtracted, LanguageDetected, StatementExtracted
from schemas.ids import digest, event_id, identified, statement_id
from schemas.language import UNDETERMINED, Language, LanguageCandidate, LanguageSegment
from schemas.provenance import ModelVersion, Provenance
from schemas.span import FieldName, Span
from schemas.statement import Act, Cue, Participant, Resolution, SpeakerType, Statement, StatementKind
from schemas.topics import (
    ARTICLES,
    DEAD_LETTERS,
    ENRICHED,
    ENTITIES,
    EVENT_TOPICS,
    LANGUAGES,
    STATEMENTS,
    TOPICS,
    Topic,
)

__all__ = [
    "ARTICLES",
    "DEAD_LETTERS",
    "ENRICHED",
    "ENTITIES",
    "EVENT_TOPICS",
    "LANGUAGES",
    "SCHEMA_VERSION",
    "STATEMENTS",
    "TOPICS",
    "UNDETERMINED",
    "Act",
    "Article",
    "ArticleEvent",
    "ArticleSource",
    "ContractModel",
    "CountryMention",
    "Cue",
    "DeadLetter",
    "DeadLetterHeader",
    "EarlierFailure",
    "EnrichedArticle",
    "EntitiesExtracted",
    "Entity",
    "EntityType",
    "FieldName",
    "Language",
    "LanguageCandidate",
    "LanguageDetected",
    "LanguageSegment",
    "Mention",
    "MentionForm",
    "ModelVersion",
    "Participant",
    "Provenance",
    "Resolution",
    "Span",
    "SpeakerType",
    "Statement",
    "StatementExtracted",
    "StatementKind",
    "Topic",
    "digest",
    "event_id",
    "identified",
    "statement_id",
]
