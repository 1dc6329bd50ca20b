"""Sending what became of the articles: events, or a dead letter, at least once.

Nothing counts as delivered before the broker has acknowledged it. A broker that is away is waited for; one that refuses
a record as too large gets a dead letter in its place; any other refusal stops the worker, so that nothing is lost.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Protocol

from schemas import DEAD_LETTERS, DeadLetter, event_id
from stream.agents.line import Partition
from stream.agents.metrics import Metrics
from stream.agents.work import Event, Outcome
from stream.errors import CommuniqueError, MessageTooLargeError
from stream.kafka.codec import encode
from stream.kafka.dead_letters import Failure, dead_letter, truncated
from stream.kafka.failures import TRANSLATED, translate
from stream.kafka.headers import Headers, event_headers, traceparent_of
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


class _Parcel:
    """What is to be sent for one record."""

    def __init__(self, record: Record, outcome: Outcome, source: str) -> None:
        self.record = record
        self.failure = outcome.failure
        self.letter: DeadLetter | None = None
        self.events = outcome.events
        self._source = source
        if outcome.failure is not None:
            self._write(outcome.failure)

    def refuse(self, error: CommuniqueError) -> None:
        """Make less of it, for a broker that finds it too large: a dead letter, then one without the original.

        Raises the error where there is nothing less to send.
        """
        if self.letter is None:
            self.failure = Failure.of("produce", error)
            self._write(self.failure)
        elif not self.letter.truncated:
            self.letter = truncated(self.letter)
            self._address()
        else:
            raise error

    def _write(self, failure: Failure) -> None:
        self.letter = dead_letter(self.record, failure, datetime.now(UTC))
        self._address()

    def _address(self) -> None:
        record, letter = self.record, self.letter
        if letter is None:
            return
        identity = event_id(DEAD_LETTERS.event_type, f"{record.topic}/{record.partition}", str(record.offset))
        headers = event_headers(
            DEAD_LETTERS,
            identity,
            source=self._source,
            time=record.timestamp,
            traceparent=traceparent_of(record.headers),
        )
        self.events = (Event(DEAD_LETTERS.name, letter.key, encode(letter), headers),)


class AtLeastOnce:
    """A delivery (see :class:`stream.agents.line.Delivery`) whose offsets follow the acknowledgements."""

    def __init__(self, broker: Broker, settings: WorkerSettings, metrics: Metrics) -> None:
        self._broker = broker
        self._settings = settings
        self._metrics = metrics
        self._retry = Retry(attempts=None, backoff=settings.retry_backoff, told=self._tell)

    async def deliver(self, finished: Sequence[tuple[Record, Outcome]]) -> None:
        """Send everything, in order; return when it is all acknowledged."""
        start = time.monotonic()
        parcels = [_Parcel(record, outcome, self._settings.source) for record, outcome in finished]
        # What failed is sent again with all that was sent along with it: so the last of each id stays the last.
        await self._retry.run(lambda _attempt: self._send(parcels))
        self._metrics.delivered(len(parcels), time.monotonic() - start)
        for (_, outcome), parcel in zip(finished, parcels, strict=True):
            self._metrics.finished(outcome, parcel.failure)
            if parcel.failure is not None:
                self._report(parcel.record, parcel.failure)

    async def commit(self, offsets: Mapping[Partition, int]) -> None:
        """Commit the group's offsets."""
        await self._broker.commit(offsets)

    async def _send(self, parcels: Sequence[_Parcel]) -> None:
        remaining = list(parcels)
        while remaining:
            errors = await asyncio.gather(*[await self._post(parcel) for parcel in remaining])
            failed = [(parcel, error) for parcel, error in zip(remaining, errors, strict=True) if error is not None]
            for _, error in failed:
                if not isinstance(error, MessageTooLargeError):
                    raise error
            for parcel, error in failed:
                parcel.refuse(error)
            remaining = [parcel for parcel, _ in failed]

    async def _post(self, parcel: _Parcel) -> Awaitable[CommuniqueError | None]:
        """Hand a parcel to the producer; what comes back is done when all of it is acknowledged or one part failed."""
        prefix = self._settings.topic_prefix
        acknowledgements: list[Awaitable[object]] = []
        error: CommuniqueError | None = None
        for event in parcel.events:
            try:
                acknowledgements.append(
                    await self._broker.send(prefix + event.topic, event.key, event.value, event.headers)
                )
            except TRANSLATED as refusal:
                error = translate(refusal, self._settings)
                break
        return self._outcome(acknowledgements, error)

    async def _outcome(
        self, acknowledgements: Sequence[Awaitable[object]], error: CommuniqueError | None
    ) -> CommuniqueError | None:
        for result in await asyncio.gather(*acknowledgements, return_exceptions=True):
            if isinstance(result, TRANSLATED):
                error = translate(result, self._settings)
            elif isinstance(result, BaseException):
                raise result
        return error

    def _tell(self, error: CommuniqueError, attempt: int, wait: float) -> None:
        _log.warning("attempt %d to deliver failed, next in %.1f s: %s", attempt, wait, error)

    def _report(self, record: Record, failure: Failure) -> None:
        _log.warning(
            "dead letter: %s/%d at offset %d, %s: %s",
            record.topic,
            record.partition,
            record.offset,
            failure.error,
            failure.message,
        )
