"""Sending records: acknowledged by all in-sync replicas, bounded in memory, each with its own outcome."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Final, Self

from aiokafka import AIOKafkaProducer

from stream.client.closing import finished
from stream.client.probe import Probe, probe
from stream.client.receipts import Failure, Receipt
from stream.client.window import Limit, Window
from stream.errors import BrokerError, CommuniqueError, MessageTooLargeError
from stream.kafka.failures import TRANSLATED, translate, translating
from stream.kafka.headers import Headers
from stream.kafka.security import connection
from stream.settings import BrokerSettings

_BATCH_BYTES: Final = 128 * 1024
_RECORD_OVERHEAD: Final = 128
"""Most bytes that a record's own framing and its batch's header take."""
_STOP_GRACE: Final = 5.0


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A record to be sent."""

    topic: str
    value: bytes | None
    key: bytes | None
    headers: Headers = field(default_factory=list)
    article_id: str | None = None

    @property
    def size(self) -> int:
        """Length of key, value and headers in bytes."""
        headers = sum(len(name.encode()) + len(value) for name, value in self.headers)
        return len(self.value or b"") + len(self.key or b"") + headers

    async def hand(self, producer: AIOKafkaProducer) -> "asyncio.Future[Any]":
        """Put it into a producer's buffer; what comes back is done when the broker has acknowledged it."""
        # aiokafka wants a key or a value; a record without either is told from one with an empty key by nobody here.
        key = b"" if self.key is None and self.value is None else self.key
        future: asyncio.Future[Any] = await producer.send(self.topic, self.value, key, headers=self.headers)
        # Nobody may be left to ask for the outcome of what is in flight; asyncio would complain about that.
        future.add_done_callback(lambda done: done.cancelled() or done.exception())
        return future


@dataclass(frozen=True, slots=True)
class _Sent:
    article_id: str | None
    acknowledged: asyncio.Future[Any]


class Producer:
    """An aiokafka producer with ``acks=all``, idempotent where the broker has it. An async context manager."""

    def __init__(self, settings: BrokerSettings) -> None:
        self.settings = settings
        self.broker = Probe({})
        self._producer: AIOKafkaProducer | None = None

    async def __aenter__(self) -> Self:
        self.broker = await probe(self.settings, producer=True)
        compression = self.settings.compression
        async with translating(self.settings):
            self._producer = AIOKafkaProducer(
                **connection(self.settings),
                acks="all",
                enable_idempotence=self.broker.idempotent,
                compression_type=None if compression == "none" else compression,
                max_batch_size=_BATCH_BYTES,
                max_request_size=self.settings.max_message_bytes,
            )
            try:
                await self._producer.start()
            except BaseException:  # cancelled, too: nobody else can stop what was not handed out
                await self._producer.stop()
                raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        producer, self._producer = self._producer, None
        if producer is not None:
            # It flushes first, which may take as long as a request; after that nothing is to be hoped for.
            try:
                await finished(producer.stop(), self.settings.request_timeout + _STOP_GRACE)
            except TRANSLATED as fault:
                if error is None:
                    raise translate(fault, self.settings) from fault

    async def send(self, outgoing: Outgoing) -> Receipt:
        """Send one record and wait for its acknowledgement.

        Raises:
            MessageTooLargeError: the record is larger than the settings or the broker allow.
            BrokerError: the broker did not take it.

        """
        result = await self._settle(await self._start(outgoing))
        if isinstance(result, Failure):
            raise result.error
        return result

    async def send_all(
        self, records: AsyncIterator[Outgoing | Failure], limit: Limit
    ) -> AsyncGenerator[Receipt | Failure, None]:
        """Send records as they come; one result for each, in their order. A failure among them is handed through.

        A fault of the broker (rather than of a record) ends it: no more is read, what is in flight is reported, then
        the fault is raised. So it is where reading the records raises.
        """
        window: Window[_Sent | Failure] = Window(limit)
        feeder = asyncio.create_task(self._feed(records, window))
        fault: CommuniqueError | None = None
        try:
            async for entry in window:
                result = await self._settle(entry)
                window.release()
                if isinstance(result, Failure) and _concerns_all(result.error):
                    fault = fault or result.error
                    feeder.cancel()
                yield result
            if fault is not None:
                raise fault
            await feeder
        finally:
            feeder.cancel()
            await asyncio.gather(feeder, return_exceptions=True)

    async def _feed(self, records: AsyncIterator[Outgoing | Failure], window: Window[_Sent | Failure]) -> None:
        try:
            async for record in records:
                await window.room()
                if isinstance(record, Outgoing):
                    window.append(await self._start(record), record.size)
                else:
                    window.append(record, 0)
        finally:
            window.end()

    async def _start(self, outgoing: Outgoing) -> _Sent | Failure:
        """Hand a record to the producer, which sends it in its own time."""
        limit = self.settings.max_message_bytes - _RECORD_OVERHEAD
        if outgoing.size > limit:
            message = f"the record has {outgoing.size} bytes; COMMUNIQUE_MAX_MESSAGE_BYTES leaves room for {limit}"
            return Failure(outgoing.article_id, MessageTooLargeError(message))
        if self._producer is None:
            raise RuntimeError("use it inside `async with`")
        try:
            future = await outgoing.hand(self._producer)
        except TRANSLATED as error:
            return Failure(outgoing.article_id, translate(error, self.settings))
        return _Sent(outgoing.article_id, future)

    async def _settle(self, entry: _Sent | Failure) -> Receipt | Failure:
        if isinstance(entry, Failure):
            return entry
        try:
            written = await entry.acknowledged
        except TRANSLATED as error:
            return Failure(entry.article_id, translate(error, self.settings))
        return Receipt.of(written, entry.article_id)


def _concerns_all(error: CommuniqueError) -> bool:
    """Whether the next records would fail likewise: all but the broker's judgement on this one's size."""
    return isinstance(error, BrokerError) and not isinstance(error, MessageTooLargeError)
