"""What is sent for one record: its events, or a dead letter in their place."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime

from schemas import DEAD_LETTERS, DeadLetter, event_id
from stream.agents.work import Event, Outcome
from stream.errors import CommuniqueError, MessageTooLargeError
from stream.kafka.codec import encode
from stream.kafka.dead_letters import Failure, dead_letter, truncated
from stream.kafka.failures import TRANSLATED, translate
from stream.kafka.headers import Headers, event_headers, traceparent_of
from stream.kafka.records import Record
from stream.settings import WorkerSettings

Send = Callable[[str, bytes | None, bytes, Headers], Awaitable[Awaitable[object]]]
"""Puts a record into a producer's buffer; what comes back is done when the broker has acknowledged it."""


class Parcel:
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


async def post(parcels: Sequence[Parcel], send: Send, settings: WorkerSettings) -> list[Parcel]:
    """Send everything in order and wait for all acknowledgements.

    Those that the broker found too large come back, made less of, to be sent again. Any other refusal is raised.
    """
    errors = await asyncio.gather(*[await _post(parcel, send, settings) for parcel in parcels])
    failed = [(parcel, error) for parcel, error in zip(parcels, errors, strict=True) if error is not None]
    for _, error in failed:
        if not isinstance(error, MessageTooLargeError):
            raise error
    for parcel, error in failed:
        parcel.refuse(error)
    return [parcel for parcel, _ in failed]


async def _post(parcel: Parcel, send: Send, settings: WorkerSettings) -> Awaitable[CommuniqueError | None]:
    """Hand a parcel to the producer; what comes back is done when all of it is acknowledged or one part failed."""
    acknowledgements: list[Awaitable[object]] = []
    error: CommuniqueError | None = None
    for event in parcel.events:
        try:
            acknowledgements.append(
                await send(settings.topic_prefix + event.topic, event.key, event.value, event.headers)
            )
        except TRANSLATED as refusal:
            error = translate(refusal, settings)
            break
    return _outcome(acknowledgements, error, settings)


async def _outcome(
    acknowledgements: Sequence[Awaitable[object]], error: CommuniqueError | None, settings: WorkerSettings
) -> CommuniqueError | None:
    for result in await asyncio.gather(*acknowledgements, return_exceptions=True):
        if isinstance(result, TRANSLATED):
            error = translate(result, settings)
        elif isinstance(result, BaseException):
            raise result
    return error
