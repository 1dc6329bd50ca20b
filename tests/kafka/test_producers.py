"""A worker's producer writes only while its lease holds (real Kafka)."""

import asyncio
import uuid

import pytest

from schemas import ENRICHED
from stream.kafka import topics
from stream.kafka.producers import LateError, Lease, Outbox, now
from stream.settings import TopicSettings, WorkerSettings
from tests.brokers.kinds import Broker

SESSION = 3.0


@pytest.fixture
async def settings(kafka_broker: Broker) -> WorkerSettings:
    """Topics of the test's own."""
    prefix = f"{uuid.uuid4().hex[:8]}."
    await topics.create(TopicSettings(bootstrap_servers=kafka_broker.address, topic_prefix=prefix, partitions=1))
    return WorkerSettings(bootstrap_servers=kafka_broker.address, topic_prefix=prefix)


async def records(settings: WorkerSettings) -> int:
    """How many records the topic has."""
    (found,) = [
        topic for topic in await topics.describe(settings) if topic.name == topics.topic_name(ENRICHED, settings)
    ]
    return sum(partition.end - partition.start for partition in found.partitions)


@pytest.mark.kafka
async def test_what_waited_for_too_long_is_not_written(settings: WorkerSettings) -> None:
    """Of a worker that was paused past its session, what was in its buffer; with a new proof, it writes again."""
    lease = Lease(SESSION)
    outbox = Outbox(settings, lease)
    name = topics.topic_name(ENRICHED, settings)
    await outbox.start()
    try:
        lease.renew(now())
        await (await outbox.send(name, b"k", b"in time", []))
        waiting = await outbox.send(name, b"k", b"late", [])
        lease.renew(now() - SESSION)  # as after a pause: the record is in the buffer, and the session is over
        with pytest.raises(LateError):
            await waiting
        assert await records(settings) == 1
        lease.renew(now())
        await (await outbox.send(name, b"k", b"again", []))
        assert await records(settings) == 2
    finally:
        lease.end()
        await outbox.stop()


@pytest.mark.kafka
async def test_with_its_lease_at_an_end_it_closes_at_once(settings: WorkerSettings) -> None:
    """What is still in its buffer is not written."""
    lease = Lease(SESSION)
    outbox = Outbox(settings, lease)
    name = topics.topic_name(ENRICHED, settings)
    await outbox.start()
    lease.renew(now())
    await (await outbox.send(name, b"k", b"in time", []))
    waiting = await outbox.send(name, b"k", b"late", [])
    lease.end()
    await asyncio.wait_for(outbox.stop(), 3)
    with pytest.raises(LateError):
        await waiting
    with pytest.raises(LateError):
        await outbox.send(name, b"k", b"later", [])
    assert await records(settings) == 1
