"""Putting dead letters back on the topic that they came from."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Self

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition
from aiokafka.errors import CorruptRecordException

from schemas import DeadLetter, digest
from stream.client.closing import stop_consumer
from stream.client.filters import Where
from stream.client.producer import Outgoing, Producer
from stream.client.receipts import Receipt
from stream.client.received import Received
from stream.client.subscriber import Subscriber
from stream.errors import (
    CommuniqueError,
    DeliveryError,
    MessageTooLargeError,
    TopicMissingError,
    UnreadableRecordError,
)
from stream.kafka.escape import escape
from stream.kafka.failures import translating
from stream.kafka.headers import ATTEMPTS, Headers
from stream.kafka.security import connection
from stream.settings import BrokerSettings


@dataclass(frozen=True, slots=True)
class Replayed:
    """What became of one dead letter."""

    letter: Received[DeadLetter]
    outcome: Receipt | CommuniqueError | None
    """The receipt of its source topic; why it could not be replayed; None in a dry run."""


class Replay:
    """The dead letters that fulfil some conditions, put back on their source topic one by one. A context manager.

    It reads to where the dead letters ended when it began, so letters of what fails again are left for the next replay.
    A letter counts as done when the broker has acknowledged its original; progress is kept as the committed offsets of a
    consumer group, named after the conditions unless ``group`` is given: interrupted and started again, it goes on.
    ``rate`` is the most letters a second.

    Raises:
        UsageError: a condition is malformed.
        BrokerError: on entering: nothing answers, or the topic is missing.

    """

    def __init__(  # noqa: PLR0913 - each but the settings has a default
        self,
        settings: BrokerSettings,
        *,
        where: Iterable[str] = (),
        since: datetime | None = None,
        group: str | None = None,
        rate: float | None = None,
        dry_run: bool = False,
    ) -> None:
        conditions = sorted(where)
        self.group = group or f"communique-replay-{digest(*conditions, str(since))[:12]}"
        self._settings = settings
        self._since = since
        self._interval = 1 / rate if rate else 0.0
        self._dry_run = dry_run
        self._letters = Subscriber(
            DeadLetter,
            settings,
            group=self.group,
            where=Where.parse(conditions, DeadLetter),
            until_end=True,
            on_error="skip",
            commits=not dry_run,
        )
        self._producer = Producer(settings)
        self._open = AsyncExitStack()

    @property
    def invalid(self) -> int:
        """Records of the dead-letter topic that are no dead letters."""
        return self._letters.skipped

    async def __aenter__(self) -> Self:
        async with AsyncExitStack() as stack:
            # The producer closes last: what is committed must have been acknowledged.
            await stack.enter_async_context(self._producer)
            await stack.enter_async_context(self._letters)
            self._open = stack.pop_all()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self._open.__aexit__(kind, error, traceback)

    async def __aiter__(self) -> AsyncIterator[Replayed]:
        due = time.monotonic()
        async for letter in self._letters.records():
            if self._since is not None and letter.value.failed_at < self._since:
                continue
            if self._dry_run:
                yield Replayed(letter, None)
                continue
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            due = max(due, time.monotonic()) + self._interval
            yield Replayed(letter, await self._replay(letter.value))

    async def _replay(self, letter: DeadLetter) -> Receipt | CommuniqueError:
        """Send the original. A fault of this letter alone is its outcome; one of the broker is raised."""
        try:
            self._producer.broker.require(letter.topic)
            original = await self._original(letter)
            return await self._producer.send(original) if isinstance(original, Outgoing) else original
        except (TopicMissingError, MessageTooLargeError, UnreadableRecordError) as error:
            return error

    async def _original(self, letter: DeadLetter) -> Outgoing | CommuniqueError:
        if not letter.truncated:
            headers = [(header.key, header.value) for header in letter.headers]
            return Outgoing(letter.topic, letter.value, letter.key, _tried(headers, letter.attempts))
        record = await self._fetch(letter)
        if record is None:
            return DeliveryError(
                f"the original at {_place(letter)} is not kept any more", hint="Publish the article again."
            )
        return Outgoing(letter.topic, record.value, record.key, _tried(list(record.headers), letter.attempts))

    async def _fetch(self, letter: DeadLetter) -> ConsumerRecord | None:
        """A record too large for a dead letter, from where it was read; None where retention has deleted it."""
        place = TopicPartition(letter.topic, letter.partition)
        async with translating(self._settings):
            consumer = AIOKafkaConsumer(**connection(self._settings), enable_auto_commit=False)
            try:
                await consumer.start()
                consumer.assign([place])
                starts, ends = await consumer.beginning_offsets([place]), await consumer.end_offsets([place])
                if not starts[place] <= letter.offset < ends[place]:
                    return None
                consumer.seek(place, letter.offset)
                try:
                    record = await consumer.getone(place)
                except (CorruptRecordException, UnicodeDecodeError) as error:
                    what = f"the original at {_place(letter)} cannot be read: {escape(str(error), 300)}"
                    raise UnreadableRecordError(what) from error
                return record if record.offset == letter.offset else None
            finally:
                await stop_consumer(consumer, self._settings.request_timeout)


def _place(letter: DeadLetter) -> str:
    return f"{escape(letter.topic)}, partition {letter.partition}, offset {letter.offset}"


def _tried(headers: Headers, attempts: int) -> Headers:
    """The original headers, and how often the record has been tried: the count goes on where it was."""
    return [(name, value) for name, value in headers if name != ATTEMPTS] + [(ATTEMPTS, str(attempts).encode())]
