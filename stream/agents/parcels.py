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


class Post:
    """Parcels on their way, as often as it takes.

    A broker limits not records but batches of them, and refuses one as a whole. So where something is too large, all is
    sent once more, each record alone; a parcel with one that is still too large is made less of. ``whole`` says that an
    attempt counts only where all of it succeeds, as in a transaction.
    """

    def __init__(self, parcels: Sequence[Parcel], *, whole: bool = False) -> None:
        self._parcels = parcels
        self._whole = whole
        self._singly = sum(len(parcel.events) for parcel in parcels) <= 1
        self._sent = 0
        """Parcels that were sent singly."""

    async def attempt(self, send: Send, settings: WorkerSettings) -> bool:
        """Send everything in order and wait for all acknowledgements; False where it must be attempted again.

        Any refusal but that something is too large is raised.
        """
        if self._singly:
            return await self._send_singly(send, settings)
        errors = await asyncio.gather(*[await _post(parcel.events, send, settings) for parcel in self._parcels])
        found = [error for error in errors if error is not None]
        for error in found:
            if not isinstance(error, MessageTooLargeError):
                raise error
        self._singly = bool(found)
        return not found

    async def _send_singly(self, send: Send, settings: WorkerSettings) -> bool:
        for parcel in self._parcels[0 if self._whole else self._sent :]:
            for event in parcel.events:
                error = await (await _post((event,), send, settings))
                if isinstance(error, MessageTooLargeError):
                    parcel.refuse(error)
                    return False
                if error is not None:
                    raise error
            self._sent += 1
        return True


async def _post(events: Sequence[Event], send: Send, settings: WorkerSettings) -> Awaitable[CommuniqueError | None]:
    """Hand events to the producer; what comes back is done when all are acknowledged or one failed."""
    acknowledgements: list[Awaitable[object]] = []
    error: CommuniqueError | None = None
    for event in events:
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
