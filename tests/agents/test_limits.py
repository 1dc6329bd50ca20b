"""What the broker's own limits do to a worker (real Kafka): too large, too much, and a dead letter that it refuses."""

import asyncio
import random
import subprocess
import time
import uuid
from collections.abc import AsyncIterator
from pathlib import Path

import orjson
import pytest
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from running import Running

from schemas import ARTICLES, DEAD_LETTERS, ENRICHED, Topic
from stream.kafka import topics
from stream.kafka.offsets import group_positions
from stream.settings import TopicSettings
from tests.brokers.apache.node import ApacheKafka
from tests.brokers.kinds import Broker

pytestmark = pytest.mark.kafka


def article(number: int | str, size: int = 0) -> tuple[bytes, bytes]:
    """With so many bytes that do not compress, so that it is known what is too large."""
    key = f"a{number}"
    noise = random.Random(key).randbytes(size // 2).hex()  # noqa: S311 - no secret
    return key.encode(), orjson.dumps({"id": key, "text": f"Paris waits {noise}"})


@pytest.fixture
async def worker(kafka_broker: Broker, tmp_path: Path) -> AsyncIterator[Running]:
    """A worker on topics of the test's own, not yet started."""
    prefix = f"{uuid.uuid4().hex[:8]}."
    await topics.create(TopicSettings(bootstrap_servers=kafka_broker.address, topic_prefix=prefix, partitions=1))
    running = Running(kafka_broker.address, prefix, tmp_path / "log", retry_backoff="0.05", client_id=f"{prefix}client")
    yield running
    running.close()


async def limit(worker: Running, topic: Topic, size: int) -> None:
    """Let a topic take batches of so many bytes."""
    admin = AIOKafkaAdminClient(bootstrap_servers=worker.address)
    await admin.start()
    try:
        name = worker.prefix + topic.name
        configs = {"max.message.bytes": str(size)}
        await admin.alter_configs([ConfigResource(ConfigResourceType.TOPIC, name, configs=configs)])
    finally:
        await admin.close()


async def test_only_what_is_too_large_by_itself_becomes_a_dead_letter(worker: Running) -> None:
    """The broker's limit is one of batches: what is refused since it came along with others is enriched."""
    await limit(worker, ENRICHED, 6_000)
    large, value = article("large", 13_000)
    small = [article(number, 200) for number in range(60)]
    await worker.publish(*small[:30], (large, value), *small[30:])
    await asyncio.to_thread(worker.start, create=False)
    letters = await worker.letters({large})
    await worker.enriched({key for key, _ in small})
    assert (letters[large].error, letters[large].stage) == ("message-too-large", "produce")
    assert letters[large].value == value
    assert {record.key for record in await worker.read(DEAD_LETTERS, bool)} == {large}


async def test_a_dead_letter_that_is_refused_stops_the_worker_and_is_written_later(worker: Running) -> None:
    """Rather than losing the record: its offset is not passed. With room again, the worker goes on where it was."""
    await limit(worker, DEAD_LETTERS, 100)
    await worker.publish(article(0), (b"bad", b"{"), article(1))
    await asyncio.to_thread(worker.start, create=False, ready=False)
    assert worker.process is not None
    assert await asyncio.to_thread(worker.process.wait, 60) == 1
    assert "communique: the broker refuses the record" in worker.text()
    settings = TopicSettings(bootstrap_servers=worker.address)
    place = (worker.prefix + ARTICLES.name, 0)
    position = (await group_positions(settings, f"{worker.prefix}group", [place]))[place]
    assert position.offset <= 1
    assert not position.note.startswith("open"), "no article is suspected"
    await limit(worker, DEAD_LETTERS, 1_000_000)
    await asyncio.to_thread(worker.start, create=False)
    assert (await worker.letters({b"bad"}))[b"bad"].error == "invalid-json"
    await worker.enriched({b"a0", b"a1"})


async def test_a_quota_slows_the_worker_and_loses_nothing(worker: Running, kafka_broker: Broker) -> None:
    """The broker throttles what is over the producer's quota; everything comes, in its time."""
    rate, size = 15_000, 3_000
    await asyncio.to_thread(throttle, kafka_broker, f"{worker.prefix}client", rate)
    sent = [article(number, size) for number in range(100)]
    await asyncio.to_thread(worker.start, create=False)
    began = time.monotonic()
    await worker.publish(*sent)
    await worker.enriched({key for key, _ in sent}, within=90)
    # Without a quota it takes a second; with it, what is beyond the eleven seconds that Kafka averages over is held back.
    assert time.monotonic() - began > 3, "it was not throttled"
    assert worker.process is not None
    assert worker.process.poll() is None


def throttle(broker: Broker, client: str, rate: int) -> None:
    """Give a client a producer's quota in bytes a second."""
    subprocess.run(
        ApacheKafka.command(
            "kafka.admin.ConfigCommand",
            *("--bootstrap-server", broker.address, "--alter", "--add-config", f"producer_byte_rate={rate}"),
            *("--entity-type", "clients", "--entity-name", client),
        ),
        check=True,
        capture_output=True,
    )
