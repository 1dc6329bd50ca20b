"""Publishing, on the embedded broker."""

import asyncio
from collections.abc import AsyncIterator, Iterator

import pytest

from schemas import ARTICLES, Article, identified
from stream import Publisher, Subscriber
from stream.client import Failure, Limit, Receipt, Received
from stream.client.probe import Probe
from stream.errors import (
    BrokerError,
    BrokerUnreachableError,
    InvalidArticleError,
    MessageTooLargeError,
    RecordTooLargeError,
    TopicMissingError,
)
from stream.kafka import topics
from stream.kafka.broker import EmbeddedBroker
from stream.settings import BrokerSettings, TopicSettings
from tests.brokers.kinds import Broker

pytestmark = pytest.mark.embedded
TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


def articles(count: int) -> list[Article]:
    return [Article(id=f"a{number}", text=f"The harbour of Selwyn, part {number}.") for number in range(count)]


async def published(settings: BrokerSettings) -> list[Received[Article]]:
    async with Subscriber(Article, settings, until_end=True) as subscriber:
        return [record async for record in subscriber.records()]


async def test_an_article_comes_out_as_it_went_in(settings: TopicSettings) -> None:
    """The record is the article with its id, keyed by it, with CloudEvents headers and the trace that was given."""
    article = Article(url="https://harbour.example/1", text="Die Fähre fährt.", metadata={"desk": ["sea", 1]})
    async with Publisher(settings) as publisher:
        receipt = await publisher.publish(article, traceparent=TRACE)
    (record,) = await published(settings)
    assert record.value == identified(article)
    assert record.key == str(receipt.article_id).encode()
    assert (record.topic, record.partition, record.offset) == (receipt.topic, receipt.partition, receipt.offset)
    assert receipt.topic == topics.topic_name(ARTICLES, settings)
    headers = dict(record.headers)
    assert headers["ce_type"] == ARTICLES.event_type.encode()
    assert headers["ce_source"] == settings.source.encode()
    assert headers["content-type"] == b"application/json"
    assert record.traceparent == TRACE


async def test_an_article_published_twice_keeps_its_identity(settings: TopicSettings) -> None:
    """The same article has the same key, so the same partition, and the same event id each time."""
    article = Article(text="Twice told.")
    async with Publisher(settings) as publisher:
        await publisher.publish(article)
        await publisher.publish(article)
    first, second = await published(settings)
    assert first.key == second.key
    assert first.partition == second.partition
    assert dict(first.headers)["ce_id"] == dict(second.headers)["ce_id"]


async def test_where_the_broker_has_no_idempotence_it_publishes_all_the_same(settings: TopicSettings) -> None:
    """The embedded broker gives producers no identity; the publisher sees that and does without."""
    async with Publisher(settings) as publisher:
        assert not publisher.idempotent
        assert isinstance(await publisher.publish(articles(1)[0]), Receipt)


@pytest.mark.parametrize("kind", ["iterable", "async"])
async def test_many_articles_give_one_result_each_in_order(settings: TopicSettings, kind: str) -> None:
    """Results come one for each article, in the articles' order, and everything is on the topic."""
    given = articles(300)

    async def source() -> AsyncIterator[Article]:
        for article in given:
            yield article

    async with Publisher(settings) as publisher:
        results = [result async for result in publisher.publish_all(given if kind == "iterable" else source())]
    assert [result.article_id for result in results] == [article.id for article in given]
    assert all(isinstance(result, Receipt) for result in results)
    assert {record.value.id for record in await published(settings)} == {article.id for article in given}


async def test_an_article_that_is_too_large_fails_alone(settings: TopicSettings) -> None:
    """Too large for the workers or for the broker: that article fails, clearly, and the others are published."""
    small = settings.model_copy(update={"max_message_bytes": 50_000})
    given = [Article(id="small", text="x"), Article(id="big", text="x" * 20_000), Article(id="huge", text="x" * 60_000)]
    async with Publisher(small.model_copy(update={"max_article_bytes": 10_000})) as publisher:
        results = [result async for result in publisher.publish_all(given)]
        with pytest.raises(RecordTooLargeError, match="limit is 10000"):
            await publisher.publish(given[1])
    async with Publisher(small) as publisher:
        unlimited = [result async for result in publisher.publish_all(given)]
        with pytest.raises(MessageTooLargeError, match="COMMUNIQUE_MAX_MESSAGE_BYTES"):
            await publisher.publish(given[2])
    assert [type(result) for result in results] == [Receipt, Failure, Failure]
    assert isinstance(results[1], Failure)
    assert isinstance(results[1].error, RecordTooLargeError)
    assert [type(result) for result in unlimited] == [Receipt, Receipt, Failure]
    assert isinstance(unlimited[2], Failure)
    assert isinstance(unlimited[2].error, MessageTooLargeError)


async def test_metadata_that_is_too_deep_is_refused(settings: TopicSettings) -> None:
    """What the workers would make a dead letter of is not sent."""
    given = Article(id="deep", text="x", metadata={"a": {"b": {}}})
    async with Publisher(settings.model_copy(update={"max_nesting": 2})) as publisher:
        with pytest.raises(InvalidArticleError, match="metadata: is nested deeper than 2 levels"):
            await publisher.publish(given)


async def test_no_more_is_read_than_the_window_holds(settings: TopicSettings) -> None:
    """Whoever does not take the results holds the reading up: memory stays bounded."""
    read = 0

    def source() -> Iterator[Article]:
        nonlocal read
        for article in articles(500):
            read += 1
            yield article

    async with Publisher(settings) as publisher:
        results = publisher.publish_all(source(), in_flight=Limit(records=10))
        await anext(results)
        await asyncio.sleep(0.3)
        assert read <= 12
        await results.aclose()
        assert read <= 12


async def test_receipts_do_not_wait_for_the_next_article(settings: TopicSettings) -> None:
    """With a slow source, an article's receipt comes when the broker has it, not when the next article arrives."""
    more = asyncio.Event()

    async def source() -> AsyncIterator[Article]:
        yield Article(id="first", text="x")
        await more.wait()
        yield Article(id="second", text="x")

    async with Publisher(settings) as publisher:
        results = publisher.publish_all(source())
        assert (await asyncio.wait_for(anext(results), 10)).article_id == "first"
        more.set()
        assert [result.article_id async for result in results] == ["second"]


async def test_an_error_of_the_source_is_raised_after_what_was_read(settings: TopicSettings) -> None:
    """Where reading the articles fails, those read before are published and reported first."""

    def source() -> Iterator[Article]:
        yield from articles(3)
        raise OSError("the disk is gone")

    async with Publisher(settings) as publisher:
        results = []
        with pytest.raises(OSError, match="disk"):
            async for result in publisher.publish_all(source()):
                results.append(result)  # noqa: PERF401 - what came before the error counts
    assert [result.article_id for result in results] == ["a0", "a1", "a2"]


async def test_a_missing_topic_is_told_at_once_and_not_created(embedded_broker: Broker) -> None:
    """Entering fails where the topic does not exist, also on a broker that would create it."""
    settings = BrokerSettings(bootstrap_servers=embedded_broker.address, topic_prefix="nowhere.")
    for _ in range(2):
        with pytest.raises(TopicMissingError, match=r"nowhere\.articles"):
            async with Publisher(settings):
                pass


async def test_where_nothing_listens_the_error_says_where() -> None:
    """A broker that does not answer is an error that names the address."""
    settings = BrokerSettings(bootstrap_servers="127.0.0.1:1", request_timeout=2)
    with pytest.raises(BrokerUnreachableError, match=r"127\.0\.0\.1:1"):
        async with Publisher(settings):
            pass


async def test_a_broker_that_dies_ends_the_run_with_what_was_acknowledged() -> None:
    """Its death is reported for what was in flight and then raised; the rest of the articles is not even read."""
    read = 0
    with EmbeddedBroker() as broker:
        settings = TopicSettings(bootstrap_servers=broker.address, request_timeout=3, partitions=1)
        await topics.create(settings)

        def source() -> Iterator[Article]:
            nonlocal read
            for article in articles(100_000):
                read += 1
                if read == 50:
                    broker.stop()
                yield article

        receipts, failures = 0, 0
        with pytest.raises(BrokerError):
            async with Publisher(settings) as publisher:
                async for result in publisher.publish_all(source(), in_flight=Limit(records=20)):
                    receipts += isinstance(result, Receipt)
                    failures += isinstance(result, Failure)
    assert receipts >= 20
    assert 1 <= failures <= 22
    assert read < 200


def test_a_probe_names_the_missing_topic() -> None:
    """A topic that the broker does not have is an error with its name."""
    assert Probe({"articles": frozenset({0})}).require("articles") == {0}
    with pytest.raises(TopicMissingError, match=r"articles\.enriched"):
        Probe({}).require("articles.enriched")
