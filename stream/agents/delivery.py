"""Sending what became of the articles: events, or a dead letter, at least once.

Nothing counts as delivered before the broker has acknowledged it. A broker that is away is waited for; one that refuses
a record as too large gets a dead letter in its place; any other refusal stops the worker, so that nothing is lost.

A worker writes only while its membership of the group has been proven lately: by a commit, which the broker takes from
members alone. So one that was paused, or cut off, past its session does not write what others have overtaken.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Protocol

from stream.agents.metrics import Metrics
from stream.agents.parcels import Parcel, Post
from stream.agents.suspects import Partition
from stream.agents.work import Outcome
from stream.errors import CommuniqueError, DeliveryError
from stream.kafka.failures import translating
from stream.kafka.headers import Headers
from stream.kafka.offsets import Position
from stream.kafka.producers import Lease, Outbox, now
from stream.kafka.records import Record
from stream.kafka.retry import Retry
from stream.settings import WorkerSettings

_log = logging.getLogger(__name__)

Commit = Callable[[Mapping[Partition, Position]], Awaitable[bool]]
"""Commits as a member of the group; False where the group has moved on. Raises aiokafka's errors."""


class Producer(Protocol):
    """See :class:`stream.kafka.producers.Outbox`."""

    async def start(self) -> None:
        """Connect."""

    async def send(self, topic: str, key: bytes | None, value: bytes, headers: Headers) -> Awaitable[object]:
        """Put a record into the buffer; what comes back is done when the broker has acknowledged it."""

    async def stop(self) -> None:
        """Close it."""


class _Term:
    """From the time that partitions are given to this worker until they are taken away."""

    def __init__(self, lease: Lease, producer: Producer) -> None:
        self.lease = lease
        self.producer = producer
        self.last: dict[Partition, Position] = {}
        """What was committed last."""


class AtLeastOnce:
    """A delivery (see :class:`stream.agents.ledger.Delivery`) whose offsets follow the acknowledgements.

    ``session`` is the group's session timeout in seconds.
    """

    def __init__(
        self,
        commit: Commit,
        settings: WorkerSettings,
        metrics: Metrics,
        *,
        session: float,
        connect: Callable[[WorkerSettings, Lease], Producer] = Outbox,
    ) -> None:
        self._group = commit
        self._settings = settings
        self._metrics = metrics
        self._session = session
        self._connect = connect
        self._retry = Retry(attempts=None, backoff=settings.retry_backoff, longest=5.0, told=tell)
        self._committing = asyncio.Lock()
        self._term: _Term | None = None

    async def begin(self, partitions: set[Partition]) -> None:  # noqa: ARG002 - one producer serves all
        """Connect a producer for this term."""
        await self.end()
        lease = Lease(self._session)
        producer = self._connect(self._settings, lease)
        await self._retry.run(lambda _attempt: producer.start())
        self._term = _Term(lease, producer)

    async def end(self) -> None:
        """Send nothing more, nor again, of what is on its way: others may go on from there."""
        term, self._term = self._term, None
        if term is not None:
            term.lease.end()
            await term.producer.stop()

    async def deliver(self, finished: Sequence[tuple[Record, Outcome]]) -> bool:
        """Send everything, in order, until it is all acknowledged; False where the partitions have been given up."""
        start, term = time.monotonic(), self._term
        if term is None:
            return False
        parcels = [Parcel(record, outcome, self._settings.source) for record, outcome in finished]
        # What failed is sent again with all that was sent along with it: so the last of each id stays the last.
        if not await _unless(term.lease.ended(), self._retry.run(lambda _attempt: self._send(parcels, term))):
            return False
        count(self._metrics, finished, parcels, time.monotonic() - start)
        return True

    async def commit(self, positions: Mapping[Partition, Position]) -> bool:
        """Commit the group's offsets; False where that did not succeed this time."""
        try:
            return await self._commit(positions)
        except CommuniqueError as error:
            if not error.retriable:
                raise
            _log.warning("the offsets are not committed yet: %s", error)
            return False

    async def note(self, positions: Mapping[Partition, Position]) -> bool:
        """Commit notes beside the group's offsets, however long that takes; False where the group has moved on."""
        return await self._retry.run(lambda _attempt: self._commit(positions))

    async def _send(self, parcels: Sequence[Parcel], term: _Term) -> None:
        post = Post(parcels)
        await self._prove(term)
        while not await post.attempt(term.producer.send, self._settings):
            await self._prove(term)

    async def _prove(self, term: _Term) -> None:
        """Have the broker confirm that this worker is a member still, where it has not done so lately."""
        if not term.lease.fresh and not await self._commit(term.last):
            raise DeliveryError("the group is changing")

    async def _commit(self, positions: Mapping[Partition, Position]) -> bool:
        async with self._committing:
            term, asked = self._term, now()
            with translating(self._settings):
                committed = await self._group(positions)
            if committed and term is not None:
                term.last.update(positions)
                term.lease.renew(asked)
            return committed


async def _unless(end: Awaitable[None], work: Awaitable[None]) -> bool:
    """Whether the work came to its end before that end came; else it is cancelled."""
    tasks = [asyncio.ensure_future(work), asyncio.ensure_future(end)]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        done = tasks[0].done()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    if done:
        tasks[0].result()
    return done


def count(
    metrics: Metrics, finished: Sequence[tuple[Record, Outcome]], parcels: Sequence[Parcel], seconds: float
) -> None:
    """Count what has been delivered and log the dead letters."""
    metrics.delivered(len(parcels), seconds)
    for (_, outcome), parcel in zip(finished, parcels, strict=True):
        metrics.finished(outcome, parcel.failure)
        if parcel.failure is not None:
            record, failure = parcel.record, parcel.failure
            _log.warning(
                "dead letter: %s/%d at offset %d, %s: %s",
                record.topic,
                record.partition,
                record.offset,
                failure.error,
                failure.message,
            )


def tell(error: CommuniqueError, attempt: int, wait: float) -> None:
    """Log that a delivery is tried again."""
    _log.warning("attempt %d to deliver failed, next in %.1f s: %s", attempt, wait, error)
