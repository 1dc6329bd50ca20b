"""Sending what became of the articles: events, or a dead letter, at least once.

Nothing counts as delivered before the broker has acknowledged it. A broker that is away is waited for; one that refuses
a record as too large gets a dead letter in its place; any other refusal stops the worker, so that nothing is lost.
"""

import logging
import time
from collections.abc import Awaitable, Mapping, Sequence
from typing import Protocol

from stream.agents.line import Partition
from stream.agents.metrics import Metrics
from stream.agents.parcels import Parcel, post
from stream.agents.work import Outcome
from stream.errors import CommuniqueError
from stream.kafka.headers import Headers
from stream.kafka.records import Record
from stream.kafka.retry import Retry
from stream.settings import WorkerSettings

_log = logging.getLogger(__name__)


class Broker(Protocol):
    """The broker, as far as a delivery needs it."""

    async def send(self, topic: str, key: bytes | None, value: bytes, headers: Headers) -> Awaitable[object]:
        """Put a record into the producer's buffer; what comes back is done when the broker has acknowledged it."""

    async def commit(self, offsets: Mapping[Partition, int]) -> None:
        """Commit the group's offsets."""


class AtLeastOnce:
    """A delivery (see :class:`stream.agents.line.Delivery`) whose offsets follow the acknowledgements."""

    def __init__(self, broker: Broker, settings: WorkerSettings, metrics: Metrics) -> None:
        self._broker = broker
        self._settings = settings
        self._metrics = metrics
        self._retry = Retry(attempts=None, backoff=settings.retry_backoff, told=tell)
        self._epoch = 0

    async def begin(self, partitions: set[Partition]) -> None:
        """Nothing is to be prepared."""

    async def end(self) -> None:
        """Send nothing again of what is on its way: others may have gone on from there."""
        self._epoch += 1

    async def deliver(self, finished: Sequence[tuple[Record, Outcome]]) -> None:
        """Send everything, in order; return when it is all acknowledged, or when the partitions have been given up."""
        start, epoch = time.monotonic(), self._epoch
        parcels = [Parcel(record, outcome, self._settings.source) for record, outcome in finished]
        # What failed is sent again with all that was sent along with it: so the last of each id stays the last.
        await self._retry.run(lambda _attempt: self._send(parcels, epoch))
        if epoch != self._epoch:
            return
        count(self._metrics, finished, parcels, time.monotonic() - start)

    async def commit(self, offsets: Mapping[Partition, int]) -> None:
        """Commit the group's offsets."""
        await self._broker.commit(offsets)

    async def _send(self, parcels: Sequence[Parcel], epoch: int) -> None:
        remaining = parcels
        while remaining and epoch == self._epoch:
            remaining = await post(remaining, self._broker.send, self._settings)


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
