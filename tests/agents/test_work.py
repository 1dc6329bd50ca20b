"""One article: bytes in, the bytes of its events out."""

import hashlib
import re
from dataclasses import replace

import orjson
import pytest
from making import make_record

from schemas import ENRICHED, ENTITIES, LANGUAGES, STATEMENTS, Article, EnrichedArticle, event_id
from stream._version import __version__
from stream.agents.recipe import Recipe
from stream.agents.work import Outcome, enrich, process
from stream.errors import EnrichmentError, TooManyAnnotationsError
from stream.kafka.dead_letters import dead_letter
from stream.settings import WorkerSettings

TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


def comparable(outcome: Outcome) -> list[tuple[str, bytes | None, bytes, list[tuple[str, bytes]]]]:
    """The events without the one time that may differ."""
    return [
        (event.topic, event.key, re.sub(rb'"enriched_at":"[^"]*"', b"", event.value), event.headers)
        for event in outcome.events
    ]


def test_an_article_becomes_its_events(recipe: Recipe) -> None:
    """Language, entities, each statement, and last the whole; all under the article's id."""
    outcome = process(make_record(), recipe)
    assert outcome.failure is None
    assert [event.topic for event in outcome.events] == [
        LANGUAGES.name,
        ENTITIES.name,
        STATEMENTS.name,
        ENRICHED.name,
    ]
    assert {event.key for event in outcome.events} == {b"a0"}
    assert (outcome.language, outcome.statements) == ("en", 1)
    assert set(outcome.seconds) == {"decode", "enrich", "encode"}


def test_each_event_stands_alone(recipe: Recipe) -> None:
    """A subscriber of one topic sees the article's url, title, time and source there."""
    record = make_record(
        url="https://example.org/1", title="T", published_at="2026-03-01T00:00:00Z", source={"name": "N"}
    )
    for event in process(record, recipe).events[:-1]:
        value = orjson.loads(event.value)
        assert (value["article_id"], value["url"], value["title"]) == ("a0", "https://example.org/1", "T")
        assert (value["published_at"], value["source"]["name"]) == ("2026-03-01T00:00:00Z", "N")


def test_a_statement_brings_the_entities_that_it_names(recipe: Recipe) -> None:
    """And no others."""
    statement = orjson.loads(process(make_record(), recipe).events[2].value)
    assert [entity["id"] for entity in statement["entities"]] == [statement["statement"]["speaker"]["entity_id"]]


def test_provenance_says_what_made_it(recipe: Recipe) -> None:
    """Version, models, source record, times."""
    enriched = EnrichedArticle.model_validate_json(process(make_record(offset=7, partition=2), recipe).events[-1].value)
    provenance = enriched.provenance
    assert provenance.pipeline_version == __version__
    assert [(model.name, model.version) for model in provenance.models] == [("double", "1")]
    assert (provenance.topic, provenance.partition, provenance.offset) == ("articles", 2, 7)
    assert str(provenance.received_at) == "2026-03-01 08:30:00+00:00"
    assert provenance.enriched_at is not None


def test_doing_it_again_gives_the_same_bytes(recipe: Recipe) -> None:
    """All but the time of the work itself is a function of the record."""
    record = make_record(headers=[("traceparent", TRACE.encode())], metadata={"b": 1, "a": [None, 1.5]})
    assert comparable(process(record, recipe)) == comparable(process(record, recipe))


def test_headers_identify_the_event_and_carry_the_trace(recipe: Recipe) -> None:
    """The time is the source record's; the id depends on what was read."""
    record = make_record(headers=[("traceparent", TRACE.encode())])
    events = process(record, recipe).events
    read = hashlib.sha256(record.value or b"").hexdigest()[:32]
    headers = dict(events[-1].headers)
    assert headers["ce_id"].decode() == event_id(ENRICHED.event_type, "a0", read)
    assert headers["ce_time"] == b"2026-03-01T08:30:00.000Z"
    assert headers["ce_source"] == b"/test"
    assert headers["traceparent"] == TRACE.encode()
    statement = orjson.loads(events[2].value)["statement"]["id"]
    assert dict(events[2].headers)["ce_id"].decode() == event_id(STATEMENTS.event_type, "a0", statement)


def test_a_changed_article_gives_new_events(recipe: Recipe) -> None:
    """An article that is published again with another text is another reading of it."""
    first, second = (process(make_record(text), recipe) for text in ("Paris waits", "Paris waits no more"))
    assert dict(first.events[-1].headers)["ce_id"] != dict(second.events[-1].headers)["ce_id"]


@pytest.mark.parametrize(
    ("value", "code"), [(b"{", "invalid-json"), (b"[]", "not-an-object"), (b"{}", "invalid-article")]
)
def test_what_is_no_article_is_a_failure(recipe: Recipe, value: bytes, code: str) -> None:
    """An outcome like another: nothing is raised."""
    outcome = process(make_record(value=value), recipe)
    assert outcome.events == ()
    assert outcome.failure is not None
    assert (outcome.failure.stage, outcome.failure.error, outcome.failure.retriable) == ("decode", code, False)


def test_metadata_that_is_too_deep_is_a_failure(recipe: Recipe) -> None:
    """Deeper than the recipe allows."""
    record = make_record(metadata={"a": [1]})
    assert process(record, replace(recipe, nesting=2)).failure is None
    failure = process(record, replace(recipe, nesting=1)).failure
    assert failure is not None
    assert (failure.error, failure.message) == ("invalid-article", "metadata: is nested deeper than 1 levels")


def test_an_article_that_the_models_cannot_take_is_a_failure(recipe: Recipe) -> None:
    """The message names the exception, in printable text."""
    outcome = process(make_record("raise=\x1b[2J"), recipe)
    assert outcome.failure is not None
    assert (outcome.failure.stage, outcome.failure.error) == ("enrich", "enrichment-failed")
    assert outcome.failure.message == r"ValueError: \x1b[2J"


@pytest.mark.parametrize(
    ("limit", "analyzer", "told"),
    [
        ({"mentions": 3}, "readers:analyze", "the article has 4 mentions; the limit is 3"),
        ({"statements": 3}, "tests.faults.stub:analyze", "the article has 4 statements; the limit is 3"),
    ],
    ids=["mentions", "statements"],
)
def test_an_article_with_too_much_in_it_is_a_failure_as_a_whole(
    recipe: Recipe, limit: dict[str, int], analyzer: str, told: str
) -> None:
    """A part of its mentions or statements would look like all of them; with just as many as are allowed it is enriched."""
    bounded = replace(recipe, analyzer=analyzer, **limit)
    outcome = process(make_record("Bo left. Bo said so. Bo slept. Bo"), bounded)
    assert outcome.events == ()
    assert outcome.failure is not None
    assert (outcome.failure.stage, outcome.failure.error) == ("enrich", "too-many-annotations")
    assert (outcome.failure.message, outcome.failure.retriable) == (told, False)
    with pytest.raises(TooManyAnnotationsError, match=told):
        enrich(Article(id="1", text="Bo left. Bo said so. Bo slept. Bo"), bounded)
    assert process(make_record("Bo left. Bo said so. Bo slept"), bounded).failure is None


def test_the_limits_are_those_of_the_settings() -> None:
    """Each of them reaches the processes."""
    settings = WorkerSettings(max_article_bytes=1, max_nesting=2, max_mentions=3, max_statements=4)
    recipe = Recipe.of(settings)
    assert (recipe.limit, recipe.nesting, recipe.mentions, recipe.statements) == (1, 2, 3, 4)


def test_a_process_without_memory_does_not_go_on(recipe: Recipe) -> None:
    """Nobody knows in which state the models are then."""
    with pytest.raises(MemoryError):
        process(make_record("memory"), recipe)


def test_an_article_is_enriched_without_kafka(recipe: Recipe) -> None:
    """The same record of everything, without a source."""
    enriched = EnrichedArticle.model_validate_json(enrich(Article(id="1", text="Paris waits"), recipe))
    assert enriched.article.id == "1"
    assert enriched.statements[0].speaker.name == "Paris"
    assert enriched.provenance.topic is None
    with pytest.raises(EnrichmentError, match="ValueError: x"):
        enrich(Article(id="1", text="raise=x"), recipe)


def test_a_record_that_could_not_be_read_is_a_failure(recipe: Recipe) -> None:
    """Its dead letter says why and where it is, and that it may be tried again; it holds nothing that was not read."""
    record = replace(make_record(offset=7), value=None, key=None, fault="wrong check sum")
    failure = process(record, recipe).failure
    assert failure is not None
    assert (failure.stage, failure.error, failure.retriable) == ("decode", "unreadable-record", True)
    assert failure.message == "the record cannot be read: wrong check sum"
    letter = dead_letter(record, failure, record.timestamp)
    assert (letter.value, letter.truncated, letter.size, letter.offset) == (None, True, 0, 7)
