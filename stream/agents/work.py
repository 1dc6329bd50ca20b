"""What happens to one article: bytes in, the bytes of its events out. Runs in the pool's processes.

The events are a function of the record alone, save for ``provenance.enriched_at``.
"""

import hashlib
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from pkgutil import resolve_name
from typing import TYPE_CHECKING, cast

from schemas import (
    ENRICHED,
    ENTITIES,
    LANGUAGES,
    STATEMENTS,
    Article,
    ArticleEvent,
    ContractModel,
    EnrichedArticle,
    EntitiesExtracted,
    LanguageDetected,
    Provenance,
    Statement,
    StatementExtracted,
    Topic,
    event_id,
)
from stream._version import __version__
from stream.agents.recipe import Recipe
from stream.errors import EnrichmentError, InvalidRecordError, TooManyAnnotationsError, UnreadableRecordError
from stream.kafka.codec import decode_article, encode
from stream.kafka.dead_letters import Failure
from stream.kafka.escape import escape
from stream.kafka.headers import Headers, event_headers, sequence, traceparent_of
from stream.kafka.records import Record

if TYPE_CHECKING:
    from stream.nlp import Analysis  # at run time it is imported where an article is read

__all__ = ["Event", "Outcome", "Record", "enrich", "enrich_article", "process"]

Analyzer = Callable[[Article], "Analysis"]


@dataclass(frozen=True, slots=True)
class Event:
    """A record to be sent."""

    topic: str
    """Name in the contract, without prefix."""
    key: bytes | None
    value: bytes
    headers: Headers


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a record: events, or a failure."""

    language: str = ""
    """Language code of the article; empty where it was not read."""
    events: tuple[Event, ...] = ()
    failure: Failure | None = None
    statements: int = 0
    """Statements among the events."""
    seconds: Mapping[str, float] = field(default_factory=dict)
    """Time spent by stage: decode, enrich, encode."""


def prepare(recipe: Recipe) -> None:
    """Import the analyzer and load what the recipe names, before the first article."""
    _analyzer(recipe.analyzer)
    if recipe.knowledge is not None:
        from stream.nlp.knowledge import use  # noqa: PLC0415 (a stand-in for the models needs no knowledge)

        use(recipe.knowledge)
    cast("Callable[[Sequence[str]], None]", resolve_name(recipe.loader))(recipe.languages)


def process(record: Record, recipe: Recipe) -> Outcome:
    """Decode, annotate and encode one record. Whatever is wrong with it is an outcome, not an exception."""
    watch = _Stopwatch()
    try:
        with watch("decode"):
            article = _decoded(record, recipe)
        with watch("enrich"):
            analysis = _analysis(article, recipe)
        with watch("encode"):
            events = _events(record, article, analysis, recipe)
    except InvalidRecordError as error:
        return Outcome(failure=Failure.of("decode", error), seconds=watch.seconds)
    except MemoryError:
        raise  # the process is in doubt: it ends, and the record counts as one that killed it
    except Exception as error:  # noqa: BLE001 - a record that finds a fault of ours must not stop the others
        return Outcome(failure=Failure.of("enrich", _failed(error)), seconds=watch.seconds)
    statements = len(analysis.statements)
    return Outcome(analysis.language.code, events, statements=statements, seconds=watch.seconds)


def enrich(article: Article, recipe: Recipe) -> bytes:
    """The enriched article as JSON, for an article that does not come from Kafka. Raises :class:`EnrichmentError`."""
    try:
        return encode(enrich_article(article, _analysis(article, recipe)))
    except MemoryError:
        raise
    except Exception as error:
        raise _failed(error) from error


def enrich_article(article: Article, analysis: "Analysis", record: Record | None = None) -> EnrichedArticle:
    """The article with its annotations; ``record`` is where it was read, if it was read from Kafka."""
    return EnrichedArticle(
        article=article,
        language=analysis.language,
        entities=analysis.entities,
        statements=analysis.statements,
        countries=analysis.countries,
        provenance=Provenance(
            pipeline_version=__version__,
            models=analysis.models,
            knowledge=analysis.knowledge,
            topic=record.topic if record else None,
            partition=record.partition if record else None,
            offset=record.offset if record else None,
            received_at=record.timestamp if record else None,
            enriched_at=datetime.now(UTC),
        ),
    )


@lru_cache(maxsize=1)
def _analyzer(name: str) -> Analyzer:
    return cast("Analyzer", resolve_name(name))


def _analysis(article: Article, recipe: Recipe) -> "Analysis":
    """The annotations. Raises :class:`TooManyAnnotationsError` where there are more than the recipe allows."""
    analysis = _analyzer(recipe.analyzer)(article)
    mentions = sum(len(entity.mentions) for entity in analysis.entities)
    for what, count, most in (
        ("mentions", mentions, recipe.mentions),
        ("statements", len(analysis.statements), recipe.statements),
    ):
        if most and count > most:
            raise TooManyAnnotationsError(f"the article has {count} {what}; the limit is {most}")
    return analysis


def _decoded(record: Record, recipe: Recipe) -> Article:
    if record.fault:
        raise UnreadableRecordError(f"the record cannot be read: {record.fault}")
    return decode_article(record.value, limit=recipe.limit, nesting=recipe.nesting)


def _failed(error: Exception) -> EnrichmentError:
    if isinstance(error, EnrichmentError):
        return error
    return EnrichmentError(f"{type(error).__name__}: {escape(str(error), 300)}")


class _Stopwatch:
    """Seconds by stage, also of a stage that raised."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] = time.perf_counter() - start


def _events(record: Record, article: Article, analysis: "Analysis", recipe: Recipe) -> tuple[Event, ...]:
    article_id = cast("str", article.id)
    read = hashlib.sha256(record.value or b"").hexdigest()[:32]
    key = article_id.encode()
    traceparent = traceparent_of(record.headers)
    common = {
        "article_id": article_id,
        "url": article.url,
        "title": article.title,
        "published_at": article.published_at,
        "source": article.source,
    }
    code = analysis.language.code

    def event(topic: Topic, model: ContractModel, body: str) -> Event:
        identity = event_id(topic.event_type, article_id, body)
        headers = event_headers(
            topic,
            identity,
            source=recipe.source,
            time=record.timestamp,
            traceparent=traceparent,
            sequence=sequence(record.partition, record.offset),
        )
        return Event(topic.name, key, encode(model), headers)

    return (
        event(LANGUAGES, LanguageDetected(**common, language=analysis.language), read),
        event(
            ENTITIES,
            EntitiesExtracted(**common, language=code, entities=analysis.entities, countries=analysis.countries),
            read,
        ),
        *(
            event(STATEMENTS, _statement(common, code, statement, analysis), statement.id)
            for statement in analysis.statements
        ),
        event(ENRICHED, enrich_article(article, analysis, record), read),
    )


def _statement(common: Mapping[str, object], language: str, statement: Statement, analysis: "Analysis") -> ArticleEvent:
    participants = (statement.speaker, *statement.speakers, statement.addressee)
    named = {participant.entity_id for participant in participants if participant} | set(statement.entity_ids)
    return StatementExtracted(
        **common,
        language=language,
        statement=statement,
        entities=tuple(entity for entity in analysis.entities if entity.id in named),
    )
