"""Exactly once, on real Kafka; and what is said where a broker has no transactions."""

import asyncio
import uuid
from collections.abc import AsyncIterator

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka import errors as kafka
from making import make_record

from schemas import DEAD_LETTERS, ENRICHED, LANGUAGES, TOPICS
from stream.agents.metrics import Metrics
from stream.agents.suspects import Partition
from stream.agents.transactions import ExactlyOnce
from stream.agents.work import Event, Outcome
from stream.errors import ConfigurationError, FencedError
from stream.kafka import topics
from stream.kafka.broker import EmbeddedBroker
from stream.kafka.offsets import Position, group_positions
from stream.kafka.records import Record
from stream.kafka.transactions import require_transactions
from stream.settings import TopicSettings, WorkerSettings
from tests.brokers.kinds import Broker

PLACE = Partition("articles", 0)
SMALL = 20_000


@pytest.fixture
async def settings(kafka_broker: Broker) -> WorkerSettings:
    """Topics and a group of the test's own."""
    own = uuid.uuid4().hex[:8]
    shared = {"bootstrap_servers": kafka_broker.address, "topic_prefix": f"{own}.", "max_message_bytes": SMALL}
    await topics.create(TopicSettings(**shared, partitions=1))
    source = TopicSettings(bootstrap_servers=kafka_broker.address, partitions=1)
    await topics.create(source)
    return WorkerSettings(**shared, group=own, retry_backoff=0.05, request_timeout=10)


@pytest.fixture
async def delivery(settings: WorkerSettings) -> AsyncIterator[ExactlyOnce]:
    """A delivery that has the partition."""
    made = ExactlyOnce(settings, Metrics(), noted)
    await made.begin({PLACE})
    yield made
    await made.end()


def finished(*offsets: int, value: bytes = b"whole") -> list[tuple[Record, Outcome]]:
    """What came of so many records: a language event and an enriched article of each."""
    return [
        (
            make_record(offset=offset),
            Outcome(
                "en",
                tuple(
                    Event(t.name, b"k", b"%s %d" % (v, offset), []) for t, v in ((LANGUAGES, b"en"), (ENRICHED, value))
                ),
            ),
        )
        for offset in offsets
    ]


async def visible(settings: WorkerSettings) -> dict[str, list[bytes]]:
    """What a subscriber sees that reads committed records, by topic."""
    found: dict[str, list[bytes]] = {}
    consumer = AIOKafkaConsumer(bootstrap_servers=settings.bootstrap_servers, isolation_level="read_committed")
    await consumer.start()
    try:
        for topic in TOPICS:
            place = TopicPartition(topics.topic_name(topic, settings), 0)
            consumer.assign([place])
            await consumer.seek_to_beginning(place)
            end = (await consumer.end_offsets([place]))[place]
            while await consumer.position(place) < end:
                for records in (await consumer.getmany(timeout_ms=100)).values():
                    found.setdefault(topic.name, []).extend(record.value for record in records)
    finally:
        await consumer.stop()
    return found


async def committed(settings: WorkerSettings) -> int:
    return (await group_positions(settings, settings.group, [PLACE]))[PLACE].offset


def noted(_partition: Partition, offset: int) -> Position:
    return Position(offset, f"at {offset}")


@pytest.mark.kafka
async def test_events_and_offset_are_committed_together(settings: WorkerSettings, delivery: ExactlyOnce) -> None:
    """The next offset is that after the last record delivered."""
    await delivery.deliver(finished(0, 1))
    await delivery.deliver(finished(2))
    assert await visible(settings) == {
        LANGUAGES.name: [b"en 0", b"en 1", b"en 2"],
        ENRICHED.name: [b"whole 0", b"whole 1", b"whole 2"],
    }
    assert (await group_positions(settings, settings.group, [PLACE]))[PLACE] == Position(3, "at 3")
    assert await delivery.note({PLACE: Position(3, "by itself")})
    assert (await group_positions(settings, settings.group, [PLACE]))[PLACE] == Position(3, "by itself")


@pytest.mark.kafka
async def test_a_zombie_is_fenced(settings: WorkerSettings, delivery: ExactlyOnce) -> None:
    """Once another worker has its partition, nothing of what it still sends is seen, and it is told so."""
    await delivery.deliver(finished(0))
    heir = ExactlyOnce(settings, Metrics(), noted)
    try:
        await heir.begin({PLACE})
        with pytest.raises(FencedError):
            await delivery.deliver(finished(1, value=b"zombie"))
        await heir.deliver(finished(1))
    finally:
        await heir.end()
    assert (await visible(settings))[ENRICHED.name] == [b"whole 0", b"whole 1"]
    assert await committed(settings) == 2


@pytest.mark.kafka
@pytest.mark.parametrize("attempts", [1, 2], ids=["committed", "not committed"])
async def test_an_unknown_outcome_is_found_out(
    settings: WorkerSettings, delivery: ExactlyOnce, monkeypatch: pytest.MonkeyPatch, attempts: int
) -> None:
    """Where the answer to a commit is lost, the events are there once, whether it had got through or not."""
    commit, times = AIOKafkaProducer.commit_transaction, 0

    async def lose(producer: AIOKafkaProducer) -> None:
        nonlocal times
        times += 1
        if times == attempts:
            await commit(producer)
        if times == 1:
            raise kafka.KafkaConnectionError("the answer is lost")

    monkeypatch.setattr(AIOKafkaProducer, "commit_transaction", lose)
    await delivery.deliver(finished(0, 1))
    assert (await visible(settings))[ENRICHED.name] == [b"whole 0", b"whole 1"]
    assert await committed(settings) == 2
    assert times == attempts


@pytest.mark.kafka
async def test_what_is_too_large_becomes_a_dead_letter_alone(settings: WorkerSettings, delivery: ExactlyOnce) -> None:
    """No part of it is seen beside its dead letter; its neighbours are delivered with it."""
    large = finished(1, value=b"x" * 10 * SMALL)
    await delivery.deliver([*finished(0), *large, *finished(2)])
    found = await visible(settings)
    assert found[LANGUAGES.name] == [b"en 0", b"en 2"]
    assert found[ENRICHED.name] == [b"whole 0", b"whole 2"]
    assert len(found[DEAD_LETTERS.name]) == 1
    assert b"message-too-large" in found[DEAD_LETTERS.name][0]


@pytest.mark.kafka
async def test_kafka_has_what_is_needed(settings: WorkerSettings) -> None:
    """Also where two workers ask at once."""
    await asyncio.gather(*(require_transactions(settings, settings.group) for _ in range(3)))


@pytest.mark.embedded
async def test_a_broker_without_transactions_is_told(embedded: EmbeddedBroker) -> None:
    """In one line that says what to do."""
    settings = WorkerSettings(bootstrap_servers=embedded.address)
    with pytest.raises(ConfigurationError, match="has no transactions") as raised:
        await require_transactions(settings, "g")
    assert "at-least-once" in raised.value.advice
