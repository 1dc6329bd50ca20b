"""The whole way through a broker: publish, have a worker read, receive the enriched article."""

import asyncio
import time
import uuid
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path

from aiokafka import AIOKafkaConsumer, TopicPartition

from schemas import ENRICHED, Article
from stream import Publisher
from stream.client import Failure
from stream.kafka import topics
from stream.settings import TopicSettings
from tests.brokers.worker import Worker

_PARTITIONS = 6
_TIMEOUT = 600.0


class Brokered:
    """A worker on topics of its own; see :class:`tests.bench.ways.Way`."""

    def __init__(self, name: str, address: str, folder: Path, *, processes: int, languages: Sequence[str]) -> None:
        self.name = name
        self.unread: frozenset[str] = frozenset()
        self._runner = asyncio.Runner()
        self._stack = AsyncExitStack()
        self._settings = TopicSettings(
            bootstrap_servers=address, topic_prefix=f"{uuid.uuid4().hex[:8]}.", partitions=_PARTITIONS
        )
        self._worker = Worker(folder / f"{self._settings.topic_prefix}log")
        self._worker.configure(
            bootstrap_servers=address,
            topic_prefix=self._settings.topic_prefix,
            group=f"{self._settings.topic_prefix}bench",
            processes=processes,
            article_timeout=600,
            languages="[" + ",".join(f'"{language}"' for language in languages) + "]",
        )
        try:
            self.ready_after = self._runner.run(self._start())
        except BaseException:  # Ctrl-C, too: the worker is a process of its own
            self._worker.close()
            raise

    @property
    def roots(self) -> Sequence[int]:
        """The worker; not the broker, nor the publisher and subscriber here."""
        return [self._worker.pid]

    def read(self, batch: Sequence[Article]) -> None:
        """Publish all at once; back when all have come."""
        self._runner.run(self._read(batch, rate=None))

    def latencies(self, batch: Sequence[Article], rate: float) -> list[float]:
        """Seconds from each article's publishing to its enriched one's coming, at so many articles a second.

        Articles are published at their time whether earlier ones have come or not, so a queue that grows shows.
        """
        return self._runner.run(self._read(batch, rate))

    def close(self) -> None:
        """Stop the worker and close the connections."""
        self._worker.terminate()
        self._worker.close()
        self._runner.run(self._stack.aclose())
        self._runner.close()

    async def _start(self) -> float:
        await topics.create(self._settings)
        start = time.monotonic()
        self._worker.start(wait=False)
        async with asyncio.timeout(_TIMEOUT):  # a busy machine takes its time to load models
            while not await asyncio.to_thread(self._worker.ready):
                if not self._worker.running:
                    raise RuntimeError(f"the worker ended:\n{self._worker.tail()}")
                await asyncio.sleep(0.1)
        ready = time.monotonic() - start
        self._publisher = await self._stack.enter_async_context(Publisher(self._settings))
        self._consumer = AIOKafkaConsumer(bootstrap_servers=self._settings.bootstrap_servers, fetch_max_wait_ms=20)
        await self._consumer.start()
        self._stack.push_async_callback(self._consumer.stop)
        name = topics.topic_name(ENRICHED, self._settings)
        self._consumer.assign([TopicPartition(name, partition) for partition in range(_PARTITIONS)])
        return ready

    async def _read(self, batch: Sequence[Article], rate: float | None) -> list[float]:
        sent: dict[str, float] = {}
        publishing = asyncio.create_task(self._publish(batch, rate, sent))
        latencies: dict[str, float] = {}
        wanted = {str(article.id) for article in batch}
        try:
            async with asyncio.timeout(_TIMEOUT):
                while latencies.keys() < wanted:
                    for records in (await self._consumer.getmany(timeout_ms=100)).values():
                        now = time.monotonic()
                        for key in (record.key.decode() for record in records):
                            latencies[key] = now - sent.get(key, now)
                    if publishing.done():
                        publishing.result()
        except TimeoutError:
            raise RuntimeError(f"{self.name}: {len(latencies)} of {len(wanted)} came:\n{self._worker.tail()}") from None
        await publishing
        return [latencies[key] for key in wanted]

    async def _publish(self, batch: Sequence[Article], rate: float | None, sent: dict[str, float]) -> None:
        if rate is None:
            async for result in self._publisher.publish_all(batch):
                if isinstance(result, Failure):
                    raise result.error
            return
        start = time.monotonic()
        async with asyncio.TaskGroup() as group:
            for number, article in enumerate(batch):
                await asyncio.sleep(max(0.0, start + number / rate - time.monotonic()))
                sent[str(article.id)] = time.monotonic()
                group.create_task(self._publisher.publish(article))
