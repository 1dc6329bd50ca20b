"""Sending what became of the articles exactly once: events and offsets in one Kafka transaction.

Each partition has a transactional producer of its own, whose id is the partition's. Who gets the partition takes the id
over: the broker then ends what the last owner left open, and refuses whatever that one, a zombie, still sends (KIP-98).
Where the outcome of a transaction is not known, the producer is made anew, which decides it, and the group's committed
offset tells which way. A subscriber that reads committed records only sees each event once.
"""

import asyncio
import logging
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Final, cast

from aiokafka import AIOKafkaProducer, TopicPartition

from stream.agents.delivery import count, tell
from stream.agents.metrics import Metrics
from stream.agents.parcels import Parcel, Post
from stream.agents.suspects import Partition
from stream.agents.work import Outcome
from stream.errors import (
    AuthenticationError,
    AuthorizationError,
    ConfigurationError,
    FencedError,
    MessageTooLargeError,
    TopicMissingError,
)
from stream.kafka.failures import TRANSLATED, translate, translating
from stream.kafka.headers import Headers
from stream.kafka.offsets import Position, group_positions
from stream.kafka.producers import arguments, close
from stream.kafka.records import Record
from stream.kafka.retry import Retry
from stream.kafka.transactions import transactional_id
from stream.settings import WorkerSettings

_log = logging.getLogger(__name__)

_TIMEOUT_MS: Final = 60_000
"""After so long the broker itself aborts a transaction that a dead worker left open and nobody took over."""
_FINAL: Final = (
    FencedError,
    AuthorizationError,
    AuthenticationError,
    ConfigurationError,
    MessageTooLargeError,
    TopicMissingError,
)
"""Errors that a new producer does not help against."""

Noted = Callable[[Partition, int], Position]
"""The offset of a partition, with the note to be committed beside it."""


class ExactlyOnce:
    """A delivery (see :class:`stream.agents.ledger.Delivery`) whose offsets are part of the events' transaction."""

    def __init__(self, settings: WorkerSettings, metrics: Metrics, noted: Noted) -> None:
        self._settings = settings
        self._metrics = metrics
        self._noted = noted
        self._lanes: dict[Partition, _Lane] = {}

    async def begin(self, partitions: set[Partition]) -> None:
        """Take the partitions over: whatever their last owners left open is ended when this returns."""
        await self.end()
        self._lanes = {partition: _Lane(partition, self._settings, self._noted) for partition in partitions}
        await asyncio.gather(*(lane.begin() for lane in self._lanes.values()))

    async def end(self) -> None:
        """Give all partitions up; what is being sent is aborted by their next owners."""
        lanes, self._lanes = self._lanes, {}
        await asyncio.gather(*(lane.end() for lane in lanes.values()))

    async def deliver(self, finished: Sequence[tuple[Record, Outcome]]) -> bool:
        """Send everything, in the order of each partition, and commit its offsets with it.

        What belongs to a partition that has been given up in the meantime is left to its next owner. Raises
        :class:`FencedError` where another worker has taken one over.
        """
        start = time.monotonic()
        batches: defaultdict[Partition, list[Parcel]] = defaultdict(list)
        parcels = [Parcel(record, outcome, self._settings.source) for record, outcome in finished]
        for parcel in parcels:
            batches[Partition(parcel.record.topic, parcel.record.partition)].append(parcel)
        lanes = {partition: self._lanes[partition] for partition in batches.keys() & self._lanes.keys()}
        await asyncio.gather(*(lane.deliver(batches[partition]) for partition, lane in lanes.items()))
        count(self._metrics, finished, parcels, time.monotonic() - start)
        return True

    async def commit(self, positions: Mapping[Partition, Position]) -> bool:  # noqa: ARG002 - nothing is left to do
        """They are committed already."""
        return True

    async def note(self, positions: Mapping[Partition, Position]) -> bool:
        """Commit notes beside the group's offsets; False where one of the partitions has been given up."""
        lanes = [self._lanes.get(partition) for partition in positions]
        noting = [lane.note(position) for lane, position in zip(lanes, positions.values(), strict=True) if lane]
        return all([*await asyncio.gather(*noting), *lanes])


class _Lane:
    """One partition's transactions, one after the other; between them one is always begun."""

    def __init__(self, partition: Partition, settings: WorkerSettings, noted: Noted) -> None:
        self._partition = partition
        self._settings = settings
        self._noted = noted
        self._busy = asyncio.Lock()
        self._producer: AIOKafkaProducer | None = None
        self._ended = False
        self._retry = Retry(
            attempts=None,
            backoff=settings.retry_backoff,
            longest=5.0,
            when=lambda error: not isinstance(error, _FINAL),
            told=tell,
        )

    async def begin(self) -> None:
        await self._retry.run(lambda _attempt: self._ready())

    async def end(self) -> None:
        self._ended = True
        await self._close()

    async def deliver(self, parcels: Sequence[Parcel]) -> None:
        post, last = Post(parcels, whole=True), parcels[-1].record.offset

        async def attempt() -> bool:
            return await post.attempt(self._send, self._settings)

        async def deliver() -> None:
            while not self._ended and not (self._producer is None and await self._delivered(parcels)):
                if await self._transact(self._noted(self._partition, last + 1), attempt):
                    return

        async with self._busy:
            await self._retry.run(lambda _attempt: deliver())

    async def note(self, position: Position) -> bool:
        """Commit a position by itself; False where the partition has been given up."""

        async def nothing() -> bool:
            return True

        async def commit() -> bool:
            return not self._ended and await self._transact(position, nothing)

        async with self._busy:
            return await self._retry.run(lambda _attempt: commit())

    async def _transact(self, position: Position, send: Callable[[], Awaitable[bool]]) -> bool:
        """One transaction; what goes wrong leaves no producer behind, so that the next one begins anew.

        False where not everything was sent, and nothing was committed.
        """
        await self._ready()
        try:
            async with asyncio.timeout(self._settings.request_timeout * 2):
                if await send():
                    await self._commit(position)
                    return True
            await self._close()
        except BaseException as error:
            await self._close()
            if isinstance(error, TRANSLATED):
                raise translate(error, self._settings) from error
            raise
        return False

    async def _send(self, topic: str, key: bytes | None, value: bytes, headers: Headers) -> Awaitable[object]:
        return cast("Awaitable[object]", await self._opened().send(topic, value, key, headers=headers))

    async def _commit(self, position: Position) -> None:
        producer = self._opened()
        await producer.send_offsets_to_transaction({TopicPartition(*self._partition): position}, self._settings.group)
        await producer.commit_transaction()
        await producer.begin_transaction()

    async def _delivered(self, parcels: Sequence[Parcel]) -> bool:
        """Whether a transaction whose outcome was not known has been committed."""
        await self._ready()
        committed = (await group_positions(self._settings, self._settings.group, [self._partition]))[
            self._partition
        ].offset
        if parcels[0].record.offset < committed <= parcels[-1].record.offset:
            raise FencedError(f"another worker has gone on with partition {self._partition.partition}")
        return committed > parcels[-1].record.offset

    async def _ready(self) -> None:
        """Have a producer with a transaction begun."""
        if self._producer is not None:
            return
        settings = self._settings
        with translating(settings):
            self._producer = AIOKafkaProducer(
                **arguments(settings),
                transactional_id=transactional_id(settings.group, *self._partition),
                transaction_timeout_ms=_TIMEOUT_MS,
            )
            try:
                async with asyncio.timeout(settings.request_timeout):
                    await self._producer.start()
                    await self._producer.begin_transaction()
            except BaseException:  # cancelled, too: an open producer would go on in the background
                await self._close()
                raise

    def _opened(self) -> AIOKafkaProducer:
        if self._producer is None:
            raise FencedError(f"partition {self._partition.partition} has been given up")
        return self._producer

    async def _close(self) -> None:
        producer, self._producer = self._producer, None
        if producer is not None:
            await close(producer)
