"""A run: articles are published while chance does its worst; then every one of them is accounted for."""

import asyncio
import random
import statistics
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import orjson
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, ConsumerRecord, TopicPartition

from schemas import ARTICLES, DEAD_LETTERS, ENRICHED, EVENT_TOPICS, Topic
from stream.kafka import topics
from stream.settings import TopicSettings
from tests.faults.account import Account, Place, account
from tests.faults.cargo import MAX_BYTES, Item, cargo
from tests.faults.chaos import Chaos, Plan
from tests.faults.fleet import Fleet, Kill
from tests.faults.kafka import ProxiedKafka
from tests.faults.proxy import Proxy

PARTITIONS = 6
_BURST = 40
_BACKLOG = 200
"""Articles that are waiting at most, so that faults hit work until the last one."""
_QUIET = 90.0
_QUIET_MODELS = 420.0
"""Seconds without anything new after which what has not come is lost; models take their time to load."""


@dataclass(frozen=True, slots=True)
class Options:
    """What to do."""

    articles: int = 5000
    plan: Plan = field(default_factory=Plan)
    seed: int = 0
    workers: int = 2
    models: bool = False
    """Real models rather than the stub."""
    delivery: Literal["at-least-once", "exactly-once"] = "at-least-once"
    session: float = 10.0
    """Seconds after which a worker that is silent loses its partitions; the real worker's where the stub runs."""


MODELS = Plan(kill=3, calm=0, pause=1, add=1, remove=1, restart=1, crash=0, cut=1, slow=1, stall=0)
"""Fewer faults, for workers that take long to start."""
SHORT = Options(
    articles=240,
    plan=Plan(kill=2, calm=0, pause=1, add=1, remove=0, restart=0, crash=0, cut=1, slow=1, stall=0),
    session=2,
)
"""A run of half a minute."""


@dataclass(frozen=True, slots=True)
class Report:
    """What came of it."""

    account: Account
    faults: dict[str, int]
    recoveries: Sequence[float]
    """Seconds from each kill without other faults near until all of the killed worker's partitions went on."""
    stopped: dict[str, int]
    """Workers that stopped with an error and were started again, by what they said."""
    seconds: float

    def table(self) -> str:
        """The figures, one a line."""
        found, times = self.account, sorted(self.recoveries) or [0.0]
        rows: list[tuple[str, object]] = [
            ("records published", found.published),
            ("enriched", found.enriched),
            ("dead letters", _counts(found.dead)),
            ("faults", _counts(self.faults)),
            ("workers that stopped with an error", _counts(self.stopped)),
            ("events", found.events),
            ("lost", len(found.lost)),
            ("repeated", found.repeated),
            ("repeated with other bytes", len(found.differing)),
            ("out of order, without repetitions", len(found.disordered)),
            ("out of order, records as they come", len(found.late)),
            ("events without a source", len(found.strange)),
            ("recovery, median and worst", f"{statistics.median(times):.1f} s, {times[-1]:.1f} s ({len(times)} kills)"),
            ("wall time", f"{self.seconds:.0f} s"),
        ]
        width = max(len(name) for name, _ in rows)
        return "\n".join(f"{name:<{width}}  {value}" for name, value in rows)


def _counts(found: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(found.items())) or "0"


class Run:
    """One run on a Kafka of its own below ``directory``."""

    def __init__(self, options: Options, directory: Path, told: Callable[[str], None] = lambda _: None) -> None:
        self._options = options
        self._told = told
        self._chance = random.Random(options.seed)  # noqa: S311 - repeatable faults, no secrets
        self._directory = directory
        self._kafka = ProxiedKafka(directory / "kafka")
        self._settings = TopicSettings(bootstrap_servers=self._kafka.direct, partitions=PARTITIONS)
        self._seen: set[Place] = set()
        """Source records of which something came out."""
        self._published = 0
        self._news = time.monotonic()
        self._isolation = "read_committed" if options.delivery == "exactly-once" else "read_uncommitted"

    async def run(self) -> Report:
        """All of it. Raises :class:`~tests.brokers.apache.distribution.KafkaUnavailableError` without Kafka."""
        await asyncio.to_thread(self._kafka.start)
        fleet = self._fleet()
        try:
            await topics.create(self._settings)
            async with Proxy(self._kafka.proxy_port, self._kafka.port) as proxy:
                return await self._unleash(fleet, proxy)
        finally:
            fleet.close()
            await asyncio.to_thread(self._kafka.stop)

    def _fleet(self) -> Fleet:
        settings = {
            "bootstrap_servers": self._kafka.proxied,
            "processes": 1,
            "batch_size": 16,
            "max_article_bytes": MAX_BYTES,
            "article_timeout": 60 if self._options.models else 4,
            "retry_backoff": 0.1,
            "max_attempts": 4,  # a kill is no article's fault, and three may meet the same one
            "request_timeout": 15,
            "delivery": self._options.delivery,
        }
        environment = {f"COMMUNIQUE_{name.upper()}": str(value) for name, value in settings.items()}
        command = (
            ("stream.cli", "worker") if self._options.models else ("tests.faults.stub", str(self._options.session))
        )
        chance = random.Random(self._options.seed + 1)  # noqa: S311 - as above
        return Fleet(self._directory, environment, command, chance)

    async def _unleash(self, fleet: Fleet, proxy: Proxy) -> Report:
        began = time.monotonic()
        await fleet.start(self._options.workers)
        chaos = Chaos(self._options.plan, self._chance, fleet, self._kafka, proxy, session=self._options.session)
        following = asyncio.create_task(self._follow())
        raging = asyncio.create_task(chaos.run(self._told))
        try:
            await self._publish(lambda: 1.0 if raging.done() else (chaos.done.total() + 1) / (chaos.planned + 1), chaos)
            await raging
            await self._settle(following)
        finally:
            for task in (following, raging):
                task.cancel()
            await asyncio.gather(following, raging, return_exceptions=True)
        codes = await fleet.stop()
        self._told(f"the workers ended with {codes}")
        records = {topic: await self._read(topic) for topic in (*EVENT_TOPICS, DEAD_LETTERS)}
        found = account(records, await self._read(ARTICLES))
        calm = (_recovery(kill, records[ENRICHED]) for kill in fleet.kills if kill.calm)
        recoveries = [seconds for seconds in calm if seconds is not None]
        return Report(found, dict(chaos.done), recoveries, dict(fleet.ended), time.monotonic() - began)

    async def _publish(self, allowed: Callable[[], float], chaos: Chaos) -> None:
        """Publish everything, no faster than it is worked on, and no sooner than the faults come along."""
        chance = random.Random(self._options.seed + 2)  # noqa: S311 - as above
        items = list(cargo(self._options.articles, chance, poison=not self._options.models))
        producer = AIOKafkaProducer(
            bootstrap_servers=self._kafka.direct, enable_idempotence=True, request_timeout_ms=180_000, linger_ms=5
        )
        await producer.start()
        try:
            while self._published < len(items):
                few = self._published - len(self._seen) < _BACKLOG
                due = few and self._published <= allowed() * len(items)
                if not due:
                    await asyncio.sleep(1 if chaos.calm else 0.05)
                if not (due or chaos.calm):
                    continue
                burst = items[self._published : self._published + (_BURST if due else PARTITIONS)]
                await asyncio.gather(*[await self._send(producer, item) for item in burst])
                self._published += len(burst)
        finally:
            await producer.stop()

    async def _send(self, producer: AIOKafkaProducer, item: Item) -> Any:
        headers = [("expected", item.code.encode())] if item.code else []
        return await producer.send(ARTICLES.name, item.value, item.key, headers=headers)

    async def _settle(self, following: asyncio.Task[None]) -> None:
        """Wait until everything has been seen, or nothing more comes."""
        quiet = _QUIET_MODELS if self._options.models else _QUIET
        self._news = time.monotonic()
        while len(self._seen) < self._published and time.monotonic() - self._news < quiet:
            if following.done():
                await following
            await asyncio.sleep(0.2)

    async def _follow(self) -> None:
        """Note of which source records something has come out."""
        async with self._consumer() as consumer:
            consumer.assign([*_partitions(ENRICHED), *_partitions(DEAD_LETTERS)])
            await consumer.seek_to_beginning()
            while True:
                for batch in (await consumer.getmany(timeout_ms=500)).values():
                    self._seen |= {_source(record) for record in batch}
                    self._news = time.monotonic()

    async def _read(self, topic: Topic) -> list[ConsumerRecord]:
        """All records of a topic, in the order of each partition."""
        records: list[ConsumerRecord] = []
        async with self._consumer() as consumer:
            partitions = _partitions(topic)
            consumer.assign(partitions)
            await consumer.seek_to_beginning()
            ends = await consumer.end_offsets(partitions)
            while any([await consumer.position(partition) < ends[partition] for partition in partitions]):
                for batch in (await consumer.getmany(timeout_ms=200)).values():
                    records.extend(batch)
        return records

    @asynccontextmanager
    async def _consumer(self) -> AsyncIterator[AIOKafkaConsumer]:
        consumer = AIOKafkaConsumer(bootstrap_servers=self._kafka.direct, isolation_level=self._isolation)
        await consumer.start()
        try:
            yield consumer
        finally:
            await consumer.stop()


def _partitions(topic: Topic) -> list[TopicPartition]:
    return [TopicPartition(topic.name, number) for number in range(PARTITIONS)]


def _source(record: ConsumerRecord) -> Place:
    value = orjson.loads(record.value)
    origin = value if record.topic == DEAD_LETTERS.name else value["provenance"]
    return Place(origin["partition"], origin["offset"])


def _recovery(kill: Kill, enriched: Sequence[ConsumerRecord]) -> float | None:
    """Seconds from a kill until the last of its partitions went on; None where it had none."""
    went_on: dict[int, float] = {}
    for record in enriched:
        partition, seconds = _source(record).partition, record.timestamp / 1000 - kill.at
        if partition in kill.partitions and seconds > 0:
            went_on[partition] = min(seconds, went_on.get(partition, seconds))
    return max(went_on.values(), default=None)
