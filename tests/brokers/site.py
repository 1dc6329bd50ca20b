"""Topics of their own on a broker, what is on them, and the workers that read them.

What is on the topics is read with a bare consumer, so that the suite does not take the product's word for it.
"""

import asyncio
import re
import time
import uuid
from collections.abc import AsyncIterator, Callable, Collection, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, ConsumerRecord, TopicPartition

from schemas import ARTICLES, DEAD_LETTERS, ENRICHED, Article, Topic
from stream import Publisher
from stream.client.receipts import Receipt
from stream.kafka import topics
from stream.settings import TopicSettings
from tests.brokers.worker import Worker

GROUP = "newsroom"
_WHEN = re.compile(rb'"(enriched|failed)_at":"[^"]*"')
PARTITIONS = 3
STUB = ("tests.faults.stub", "3")
"""Module and argument (seconds of a session) of a worker with a stub for the models."""
TIMEOUT = 120.0
"""Seconds for anything that is waited for: far more than it takes, for slow machines."""


async def eventually(holds: Callable[[], bool], what: str, more: Callable[[], str] = str) -> None:
    """Wait until something holds; where it never does, fail with what was waited for and ``more``."""
    deadline = time.monotonic() + TIMEOUT
    while not await asyncio.to_thread(holds):
        assert time.monotonic() < deadline, f"not within {TIMEOUT:.0f} s: {what}\n{more()}"
        await asyncio.sleep(0.1)


@dataclass
class Site:
    """The contract's topics under a prefix that nobody else uses."""

    address: str
    directory: Path
    settings: TopicSettings = field(init=False)
    workers: list[Worker] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self.settings = TopicSettings(
            bootstrap_servers=self.address, topic_prefix=f"{uuid.uuid4().hex[:8]}.", partitions=PARTITIONS
        )

    def worker(self, group: str = GROUP, *, models: bool = True, **settings: object) -> Worker:
        """A worker, not yet started, with settings of its own; without ``models``, with a stub for them."""
        chosen: dict[str, object] = {
            "bootstrap_servers": self.address,
            "topic_prefix": self.settings.topic_prefix,
            "group": group,
            "processes": 1,
            "batch_size": 8,
        } | settings
        log = self.directory / f"worker-{len(self.workers)}.log"
        worker = Worker(log) if models else Worker(log, command=STUB)
        worker.configure(**chosen)
        self.workers.append(worker)
        return worker

    def close(self) -> None:
        """End the workers."""
        for worker in self.workers:
            worker.close()

    async def publish(self, published: Iterable[Article]) -> list[Receipt]:
        """Publish articles with the product's publisher; all must arrive."""
        async with Publisher(self.settings) as publisher:
            results = [result async for result in publisher.publish_all(published)]
        receipts = [result for result in results if isinstance(result, Receipt)]
        assert len(receipts) == len(results), f"not published: {results}"
        return receipts

    @asynccontextmanager
    async def producer(self, **options: Any) -> AsyncIterator[AIOKafkaProducer]:
        """A bare producer, for what the product's publisher would not send."""
        limit = self.settings.max_message_bytes
        producer = AIOKafkaProducer(bootstrap_servers=self.address, max_request_size=limit, **options)
        await producer.start()
        try:
            yield producer
        finally:
            await producer.stop()

    def name(self, topic: Topic) -> str:
        """The topic's name on the broker."""
        return topics.topic_name(topic, self.settings)

    async def read(
        self, topic: Topic, enough: Callable[[Sequence[ConsumerRecord]], bool], wanted: Collection[str] = ()
    ) -> list[ConsumerRecord]:
        """The topic's records from the beginning, in the order of each partition, as soon as there are enough.

        Fails where there are never enough, at once where one of the articles ``wanted`` is among the dead letters.
        """
        seen: list[ConsumerRecord] = []
        deadline = time.monotonic() + TIMEOUT
        async with self._consumer() as consumer:
            letters = self._partitions(DEAD_LETTERS) if wanted else []
            consumer.assign([*self._partitions(topic), *letters])
            await consumer.seek_to_beginning()
            while not enough(seen):
                assert time.monotonic() < deadline, self._missing(topic, seen)
                for partition, batch in (await consumer.getmany(timeout_ms=500)).items():
                    if partition.topic == self.name(topic):
                        seen.extend(batch)
                    else:
                        assert keys(batch).isdisjoint(wanted), f"dead letters: {[record.value for record in batch]}"
        return seen

    async def read_ids(self, wanted: Collection[str], topic: Topic = ENRICHED) -> list[ConsumerRecord]:
        """The topic's records up to where it has one for each article wanted."""
        return await self.read(topic, lambda records: keys(records).issuperset(wanted), wanted)

    async def read_all(self, topic: Topic) -> list[ConsumerRecord]:
        """All records that the topic has now, in the order of each partition."""
        return (await self._whole(topic))[0]

    async def ends(self, topic: Topic) -> list[int]:
        """Offset of the next record of each partition."""
        return (await self._whole(topic))[1]

    async def committed(self, group: str = GROUP) -> list[int]:
        """The group's committed offset in each partition of the articles; 0 where it has none."""
        async with self._consumer(group_id=group, enable_auto_commit=False) as consumer:
            return [await consumer.committed(partition) or 0 for partition in self._partitions(ARTICLES)]

    async def _whole(self, topic: Topic) -> tuple[list[ConsumerRecord], list[int]]:
        # Up to the high watermark: asked for end offsets, the embedded broker counts the last batch as one record.
        records: list[ConsumerRecord] = []
        partitions = self._partitions(topic)
        async with asyncio.timeout(TIMEOUT), self._consumer() as consumer:
            consumer.assign(partitions)
            await consumer.seek_to_beginning()
            while True:
                for batch in (await consumer.getmany(timeout_ms=50)).values():
                    records.extend(batch)
                positions = [await consumer.position(partition) for partition in partitions]
                if positions == [consumer.highwater(partition) for partition in partitions]:
                    return records, positions

    @asynccontextmanager
    async def _consumer(self, **options: Any) -> AsyncIterator[AIOKafkaConsumer]:
        consumer = AIOKafkaConsumer(bootstrap_servers=self.address, auto_offset_reset="earliest", **options)
        await consumer.start()
        try:
            yield consumer
        finally:
            await consumer.stop()

    def _partitions(self, topic: Topic) -> list[TopicPartition]:
        return [TopicPartition(self.name(topic), partition) for partition in range(PARTITIONS)]

    def _missing(self, topic: Topic, seen: Sequence[ConsumerRecord]) -> str:
        logs = "\n".join(f"--- {worker.log.name}\n{worker.tail()}" for worker in self.workers)
        return f"not within {TIMEOUT:.0f} s on {topic.name}: {len(seen)} records, {len(keys(seen))} keys\n{logs}"


def keys(records: Iterable[ConsumerRecord]) -> set[str]:
    """The article ids among the keys."""
    return {key_of(record) for record in records}


def key_of(record: ConsumerRecord) -> str:
    """The article id in the key."""
    return record.key.decode() if record.key else ""


def timeless(record: ConsumerRecord) -> bytes:
    """The value without the one part that differs when an article is processed again."""
    assert record.value is not None
    return _WHEN.sub(b"", record.value)
