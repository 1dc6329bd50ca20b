"""Subscribing, on the embedded broker: what the behaviour suite does not ask."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

import pytest
from aiokafka import AIOKafkaProducer

from schemas import STATEMENTS, ContractModel, StatementExtracted
from stream import Subscriber
from stream.client.positions import Start
from stream.errors import BrokerUnreachableError, InvalidJSONError, InvalidRecordError, TopicMissingError, UsageError
from stream.kafka import topics
from stream.kafka.broker import EmbeddedBroker
from stream.kafka.codec import encode
from stream.settings import BrokerSettings, TopicSettings
from tests.client.samples import extracted

pytestmark = pytest.mark.embedded


@asynccontextmanager
async def producer(settings: BrokerSettings) -> AsyncIterator[AIOKafkaProducer]:
    async with AIOKafkaProducer(bootstrap_servers=settings.bootstrap_servers) as bare:
        yield bare


async def put(settings: BrokerSettings, *values: bytes | None) -> None:
    """Write values to the topic of statements, all to one partition."""
    async with producer(settings) as bare:
        for value in values:
            await bare.send_and_wait(topics.topic_name(STATEMENTS, settings), value, key=b"a1", partition=0)


def said(act: str) -> bytes:
    return encode(extracted(act=act))


async def acts(subscriber: Subscriber[StatementExtracted]) -> list[str]:
    return [event.statement.act async for event in subscriber]


async def test_only_what_fits_comes_and_counts(settings: TopicSettings) -> None:
    """Filters hold back what does not fit, and the limit counts what does."""
    await put(settings, said("deny"), said("state"), said("deny"), said("warn"), said("deny"))
    async with Subscriber(StatementExtracted, settings, where="act=deny,warn", limit=3) as subscriber:
        assert await acts(subscriber) == ["deny", "deny", "warn"]
        assert await acts(subscriber) == []


async def test_repetitions_are_left_out_on_request(settings: TopicSettings) -> None:
    """What has the id of an event before it is the same result: it neither comes nor counts."""
    async with producer(settings) as bare:
        for act, identity in (("deny", b"1"), ("warn", b"2"), ("deny", b"1"), ("state", b"3"), ("warn", b"2")):
            headers = [("ce_id", identity)]
            topic = topics.topic_name(STATEMENTS, settings)
            await bare.send_and_wait(topic, said(act), key=b"a1", partition=0, headers=headers)
    async with Subscriber(StatementExtracted, settings, until_end=True) as subscriber:
        assert await acts(subscriber) == ["deny", "warn", "deny", "state", "warn"]
    async with Subscriber(StatementExtracted, settings, distinct=True, limit=3) as subscriber:
        assert await acts(subscriber) == ["deny", "warn", "state"]


async def test_a_value_that_is_no_event_is_an_error_with_its_place(settings: TopicSettings) -> None:
    """It names topic, partition, offset and fault; asked again, the subscriber goes on behind it."""
    await put(settings, said("deny"), b"{oh", said("warn"))
    async with Subscriber(StatementExtracted, settings, until_end=True) as subscriber:
        assert (await anext(subscriber)).statement.act == "deny"
        with pytest.raises(InvalidJSONError, match=r"articles\.statements, partition 0, offset 1: not JSON") as raised:
            await anext(subscriber)
        assert "skip" in raised.value.advice
        assert await acts(subscriber) == ["warn"]


async def test_skipped_values_are_counted_and_logged(settings: TopicSettings, caplog: pytest.LogCaptureFixture) -> None:
    """By choice what is no event is left out: counted, and each told in the log; a missing value is one of them."""
    await put(settings, b"[]", said("deny"), None, b'{"article_id": 1}')
    with caplog.at_level(logging.WARNING, "stream.client"):
        async with Subscriber(StatementExtracted, settings, until_end=True, on_error="skip") as subscriber:
            assert await acts(subscriber) == ["deny"]
            assert subscriber.skipped == 3
    assert [f"offset {offset}:" in message for offset, message in zip((0, 2, 3), caplog.messages, strict=True)] == [
        True
    ] * 3


async def test_a_value_that_stops_a_group_stops_it_again(settings: TopicSettings) -> None:
    """An error leaves the value unhandled: nobody of the group passes it by silently after a restart."""
    await put(settings, said("deny"), b"oh", said("warn"))
    group = f"{settings.topic_prefix}g"
    async with Subscriber(StatementExtracted, settings, group=group) as subscriber:
        assert (await anext(subscriber)).statement.act == "deny"
        with pytest.raises(InvalidRecordError):
            await anext(subscriber)
    async with Subscriber(StatementExtracted, settings, group=group, commits=False) as subscriber:
        with pytest.raises(InvalidRecordError, match="offset 1"):
            await anext(subscriber)


async def test_commit_counts_the_event_in_hand_as_handled(settings: TopicSettings) -> None:
    """After ``commit`` the event last given does not come again, though no other was asked for."""
    await put(settings, said("deny"), said("warn"))
    group = f"{settings.topic_prefix}g"
    async with Subscriber(StatementExtracted, settings, group=group) as subscriber:
        assert (await anext(subscriber)).statement.act == "deny"
        await subscriber.commit()
    async with Subscriber(StatementExtracted, settings, group=group, until_end=True, commits=False) as subscriber:
        assert await acts(subscriber) == ["warn"]


async def test_looking_at_a_group_moves_nothing(settings: TopicSettings) -> None:
    """Without commits it sees what the group would get next, at once and as often as it looks."""
    await put(settings, said("deny"), said("warn"))
    group = f"{settings.topic_prefix}g"
    async with Subscriber(StatementExtracted, settings, group=group, limit=1) as subscriber:
        assert await acts(subscriber) == ["deny"]
    for _ in range(2):
        async with (
            asyncio.timeout(4),  # joining the group would take longer
            Subscriber(StatementExtracted, settings, group=group, until_end=True, commits=False) as subscriber,
        ):
            assert await acts(subscriber) == ["warn"]


async def test_a_partition_added_later_is_read_from_its_beginning(settings: TopicSettings) -> None:
    """Partitions that come while it reads are read whole; those that it has go on where they were."""
    async with producer(settings) as bare:
        for partition, act in enumerate(("deny", "warn", "ask")):
            name = topics.topic_name(STATEMENTS, settings)
            await bare.send_and_wait(name, said(act), partition=partition)
    async with Subscriber(StatementExtracted, settings, start="end", until_end=True) as subscriber:
        # The embedded broker cannot add partitions: the subscriber is made to have known but two of them.
        known = subscriber._assignment
        del known._next[next(partition for partition in known._next if partition.partition == 2)]
        await known.take_all({0, 1, 2})
        assert await acts(subscriber) == ["ask"]


@pytest.mark.parametrize(
    ("model", "options"),
    [
        (StatementExtracted, {"start": "committed"}),
        (StatementExtracted, {"start": datetime(2026, 3, 1)}),  # noqa: DTZ001 - without an offset on purpose
        (StatementExtracted, {"where": "volume=loud"}),
        (ContractModel, {}),
    ],
    ids=["committed without a group", "a time without an offset", "an unknown key", "no topic's model"],
)
def test_arguments_that_do_not_go_together_are_refused(model: type[ContractModel], options: dict[str, Start]) -> None:
    """They are refused before anything is connected, with what is wrong."""
    with pytest.raises(UsageError):
        Subscriber(model, BrokerSettings(), **options)  # type: ignore[arg-type]  # wrong on purpose


async def test_a_missing_topic_is_an_error(settings: TopicSettings) -> None:
    """A subscriber does not wait for ever for a topic that does not exist."""
    nowhere = settings.model_copy(update={"topic_prefix": "nowhere."})
    with pytest.raises(TopicMissingError, match=r"nowhere\.articles\.statements"):
        async with Subscriber(StatementExtracted, nowhere):
            pass


async def test_reading_to_the_end_does_not_outlast_the_broker() -> None:
    """Where the broker dies before the end is reached, reading to the end fails rather than waits."""
    with EmbeddedBroker() as broker:
        settings = TopicSettings(bootstrap_servers=broker.address, partitions=1, request_timeout=1)
        await topics.create(settings)
        large = encode(extracted().model_copy(update={"title": "x" * 400_000}))
        await put(settings, *[large] * 40)  # more than one fetch brings
        seen = 0
        with pytest.raises(BrokerUnreachableError):
            async with Subscriber(StatementExtracted, settings, until_end=True) as subscriber:
                async for _ in subscriber:
                    seen += 1
                    if seen == 1:
                        broker.stop()
    assert 1 <= seen < 40
