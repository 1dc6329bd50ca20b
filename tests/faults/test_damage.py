"""What the broker keeps is damaged, or is meant to do damage: the worker tells it and goes on (real Kafka)."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiokafka.record.default_records import DefaultRecordBase

from schemas import ARTICLES, DEAD_LETTERS, ENRICHED, DeadLetter
from stream.kafka import topics
from tests.brokers.apache.distribution import KafkaUnavailableError
from tests.brokers.apache.node import ApacheKafka
from tests.brokers.articles import articles
from tests.brokers.kinds import without_kafka
from tests.brokers.site import Site, keys
from tests.brokers.worker import Worker

pytestmark = pytest.mark.kafka
MEGABYTE = 1024 * 1024


@pytest.fixture
def node(tmp_path: Path) -> Iterator[ApacheKafka]:
    """A Kafka of the test's own, to be damaged."""
    node = ApacheKafka(tmp_path / "kafka")
    try:
        node.start()
    except KafkaUnavailableError as reason:
        without_kafka(reason)
    yield node
    node.stop()


def damage(segment: Path, number: int) -> None:
    """Change a byte in the number-th batch of a segment, as a failing disk does."""
    data = bytearray(segment.read_bytes())
    at = 0
    for _ in range(number):
        at += 12 + int.from_bytes(data[at + 8 : at + 12])
    data[at + DefaultRecordBase.HEADER_STRUCT.size + 20] ^= 0xFF
    segment.write_bytes(data)


async def test_damaged_and_hostile_batches_stop_nobody(node: ApacheKafka, tmp_path: Path) -> None:
    """A batch with a wrong check sum and one that expands a thousandfold: a dead letter for each record, the rest done."""
    site = Site(node.address, tmp_path)
    await topics.create(site.settings)
    name = site.name(ARTICLES)
    sent = articles(6)
    async with site.producer(compression_type="zstd", linger_ms=0) as producer:
        for number, article in enumerate(sent):
            value, key = article.model_dump_json().encode(), str(article.id).encode()
            await producer.send_and_wait(name, value, key, partition=0)
            if number == 3:
                await producer.send_and_wait(name, b" " * 24 * MEGABYTE, b"bomb", partition=0)
    await asyncio.to_thread(node.stop)
    damage(next(node.directory.glob(f"data/{name}-0/*.log")), 1)
    await asyncio.to_thread(node.start)
    settings = {"bootstrap_servers": node.address, "topic_prefix": site.settings.topic_prefix, "processes": 1}
    limits = {"max_message_bytes": MEGABYTE}
    environment = {f"COMMUNIQUE_{key.upper()}": str(value) for key, value in (settings | limits).items()}
    worker = Worker(tmp_path / "worker.log", environment, ("tests.faults.stub", "6"))
    try:
        await asyncio.to_thread(worker.start)
        whole = {str(article.id) for number, article in enumerate(sent) if number != 1}
        await site.read(ENRICHED, lambda seen: keys(seen) >= whole)
        found = await site.read(DEAD_LETTERS, lambda seen: len(seen) >= 2)
        assert worker.terminate() == 0
    finally:
        worker.close()
    letters = {letter.offset: letter for letter in (DeadLetter.model_validate_json(record.value) for record in found)}
    assert {letter.error for letter in letters.values()} == {"unreadable-record"}
    assert {offset: letter.message.partition(": ")[2] for offset, letter in letters.items()} == {
        1: "wrong check sum",
        4: f"its batch is more than {4 * MEGABYTE} bytes when it is decompressed",
    }
    assert {(letter.value, letter.truncated, letter.partition) for letter in letters.values()} == {(None, True, 0)}
    assert keys(await site.read_all(ENRICHED)) == whole
