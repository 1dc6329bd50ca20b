"""Articles in, events out: what a worker puts on the topics."""

import asyncio
from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from aiokafka import ConsumerRecord

from schemas import (
    ENRICHED,
    ENTITIES,
    EVENT_TOPICS,
    LANGUAGES,
    STATEMENTS,
    Article,
    ArticleEvent,
    ContractModel,
    EnrichedArticle,
    EntitiesExtracted,
    LanguageDetected,
    StatementExtracted,
    Topic,
)
from stream import Publisher
from stream.client.receipts import Receipt
from tests.brokers.articles import article, articles, ids
from tests.brokers.site import Site, key_of, keys

pytestmark = pytest.mark.models
TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
Published = Mapping[str, tuple[Article, Receipt]]


async def _publish(site: Site) -> Published:
    async with Publisher(site.settings) as publisher:
        found = {str(each.id): (each, await publisher.publish(each, traceparent=TRACE)) for each in articles(4)}
    await site.read_ids(found)
    return found


@pytest.fixture(scope="module")
def published(newsroom: Site) -> Published:
    """Articles that have gone all the way."""
    return asyncio.run(_publish(newsroom))


async def records(site: Site, topic: Topic, published: Published) -> list[ConsumerRecord]:
    """What the topic has about these articles."""
    return [record for record in await site.read_all(topic) if key_of(record) in published]


@pytest.mark.parametrize("topic", EVENT_TOPICS, ids=lambda topic: topic.name)
async def test_events_have_the_articles_key_and_cloudevents_headers(
    newsroom: Site, published: Published, topic: Topic
) -> None:
    """Each event has the article's id as key, ids of its own, the article's time and its trace."""
    found = await records(newsroom, topic, published)
    assert keys(found) == set(published)
    event_ids = set()
    for record in found:
        headers = dict(record.headers)
        assert headers.pop("ce_specversion") == b"1.0"
        assert headers.pop("ce_type") == topic.event_type.encode()
        assert headers.pop("ce_source") == newsroom.settings.source.encode()
        assert headers.pop("content-type") == b"application/json"
        assert headers.pop("traceparent") == TRACE.encode()
        time = datetime.fromisoformat(headers.pop("ce_time").decode())
        assert time == published[key_of(record)][1].timestamp
        event_ids.add(headers.pop("ce_id"))
        assert headers.pop("ce_sequence")
        assert headers == {}
    assert len(event_ids) == len(found), "an event id stands for one event"


async def test_an_enriched_article_holds_the_article_and_its_origin(newsroom: Site, published: Published) -> None:
    """The article comes out as it went in; provenance names the record it was read from; spans fit the text."""
    for record in await records(newsroom, ENRICHED, published):
        enriched = EnrichedArticle.model_validate_json(record.value)
        sent, receipt = published[key_of(record)]
        assert enriched.article == sent
        origin = enriched.provenance
        assert (origin.topic, origin.partition, origin.offset) == (receipt.topic, receipt.partition, receipt.offset)
        assert origin.received_at == receipt.timestamp
        assert origin.enriched_at is not None
        assert receipt.timestamp <= origin.enriched_at <= datetime.now(UTC)
        number = int(str(sent.id)[-4:])
        assert enriched.language.code == ("en", "fr")[number % 2]
        assert enriched.statements
        assert "PT" in {country.code for country in enriched.countries}
        spans = [span for statement in enriched.statements for span in (*statement.content, *statement.quotes)]
        spans += [mention for entity in enriched.entities for mention in entity.mentions]
        fields = {"text": sent.text, "title": sent.title or ""}
        assert all(fields[span.field][span.start : span.end] == span.text for span in spans)


async def test_the_other_topics_say_the_same_as_the_enriched_article(newsroom: Site, published: Published) -> None:
    """Language, entities, countries and statements are those of the enriched article, one event per statement."""
    whole = {
        key_of(record): EnrichedArticle.model_validate_json(record.value)
        for record in await records(newsroom, ENRICHED, published)
    }
    for record in await records(newsroom, LANGUAGES, published):
        detected = LanguageDetected.model_validate_json(record.value)
        assert detected.language == whole[detected.article_id].language
        assert detected.title == whole[detected.article_id].article.title
    for record in await records(newsroom, ENTITIES, published):
        extracted = EntitiesExtracted.model_validate_json(record.value)
        enriched = whole[extracted.article_id]
        assert (extracted.entities, extracted.countries) == (enriched.entities, enriched.countries)
    statements = defaultdict(list)
    for record in await records(newsroom, STATEMENTS, published):
        event = StatementExtracted.model_validate_json(record.value)
        statements[event.article_id].append(event.statement)
        assert set(event.statement.entity_ids) <= {entity.id for entity in event.entities}
    assert {key: tuple(found) for key, found in statements.items()} == {
        key: enriched.statements for key, enriched in whole.items()
    }


async def test_the_versions_of_an_article_stay_in_order(newsroom: Site) -> None:
    """Of each article, every topic has the events of its versions in the order in which they were published."""
    numbers, versions = range(100, 106), range(1, 6)
    sent = [article(number, version=version) for version in versions for number in numbers]
    await newsroom.publish(sent)
    wanted = ids(sent)
    await newsroom.read(ENRICHED, lambda seen: sum(key_of(record) in wanted for record in seen) == len(sent), wanted)
    expected = [article(number, version=version).title for number in numbers for version in versions]
    for topic in EVENT_TOPICS:
        titles: dict[str, list[str | None]] = {str(article(number).id): [] for number in numbers}
        for record in await newsroom.read_all(topic):
            seen = titles.get(key_of(record), [])
            title = _title(topic.model.model_validate_json(record.value))
            if seen[-1:] != [title]:  # a version has several statements
                seen.append(title)
        assert [title for seen in titles.values() for title in seen] == expected, topic.name


def _title(event: ContractModel) -> str | None:
    assert isinstance(event, ArticleEvent | EnrichedArticle)
    return event.article.title if isinstance(event, EnrichedArticle) else event.title
