"""Records put on a topic, and with them the progress of whoever takes them from another one.

Where the broker has transactions, the records and the group's offsets are one (KIP-98): interrupted at any point, both
are there or neither is. Where it has none, each record is acknowledged before its offset is committed: interrupted
between the two, that one comes again.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Any, Final, Protocol, Self

from aiokafka import AIOKafkaProducer, TopicPartition

from stream.client.closing import finished
from stream.client.producer import Outgoing, Producer
from stream.client.receipts import Receipt
from stream.errors import CommuniqueError, DeliveryError, MessageTooLargeError
from stream.kafka.failures import TRANSLATED, translate, translating
from stream.kafka.security import connection
from stream.settings import BrokerSettings

Result = Receipt | CommuniqueError
"""What became of one record; an error is a fault of that record alone."""

_TIMEOUT: Final = 20.0
"""Seconds after which the broker itself ends what an interrupted run left open; until then readers of the topic wait."""
_PATIENCE: Final = 15.0
"""Most seconds for one transaction; less than ``_TIMEOUT``."""
_CLOSE: Final = 5.0
_BATCH_BYTES: Final = 128 * 1024


class Transfer(Protocol):
    """Moves records; an async context manager, entered before it is asked how far the last run came."""

    most: int
    """Records that are moved together, at most."""

    async def __aenter__(self) -> Self:
        """Be ready to move."""

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Close the connections."""

    async def move(self, records: Sequence[Outgoing], offsets: Mapping[TopicPartition, int]) -> list[Result]:
        """Send the records and commit the offsets; what became of each record.

        Raises :class:`~stream.errors.BrokerError` and its kin for a fault that is not one of a record alone.
        """


class OneByOne:
    """A transfer whose progress ``commit`` keeps, when the record has been acknowledged."""

    most = 1

    def __init__(self, settings: BrokerSettings, commit: Callable[[], Awaitable[None]]) -> None:
        self._producer = Producer(settings)
        self._commit = commit

    async def __aenter__(self) -> Self:
        await self._producer.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self._producer.__aexit__(kind, error, traceback)

    async def move(self, records: Sequence[Outgoing], offsets: Mapping[TopicPartition, int]) -> list[Result]:  # noqa: ARG002 - commit() knows them
        """Send one after the other, then commit."""
        results = [await self._send(record) for record in records]
        await self._commit()
        return results

    async def _send(self, record: Outgoing) -> Result:
        try:
            return await self._producer.send(record)
        except MessageTooLargeError as error:
            return error


class Together:
    """A transfer in transactions, under a transactional id that is the name of the group whose offsets are committed.

    Entering it ends what an earlier run left open, and shuts that run out should it still be at work.
    """

    most = 100

    def __init__(self, settings: BrokerSettings, group: str) -> None:
        self._settings = settings
        self._group = group
        self._producer: AIOKafkaProducer | None = None
        self._begun = False

    async def __aenter__(self) -> Self:
        await self._open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self._close()

    async def move(self, records: Sequence[Outgoing], offsets: Mapping[TopicPartition, int]) -> list[Result]:
        """Send and commit all, but for what the broker finds too large: that makes it begin anew without it."""
        refused: dict[int, CommuniqueError] = {}
        while True:
            results = await self._attempt(
                {number: record for number, record in enumerate(records) if number not in refused}, offsets
            )
            errors = {number: result for number, result in results.items() if isinstance(result, CommuniqueError)}
            if not errors:
                return [refused.get(number) or results[number] for number in range(len(records))]
            refused |= errors
            await self._close()

    async def _attempt(
        self, records: Mapping[int, Outgoing], offsets: Mapping[TopicPartition, int]
    ) -> dict[int, Result]:
        """What became of the records; they are on the topic, and the offsets committed, where none is an error."""
        producer = await self._open()
        patience = min(self._settings.request_timeout, _PATIENCE)
        async with translating(self._settings):
            try:
                async with asyncio.timeout(patience):
                    await producer.begin_transaction()
                    self._begun = True
                    waiting = {number: await self._handed(producer, record) for number, record in records.items()}
                    results = {number: await self._settled(result) for number, result in waiting.items()}
                    if not any(isinstance(result, CommuniqueError) for result in results.values()):
                        await producer.send_offsets_to_transaction(dict(offsets), self._group)
                        self._begun = False
                        await producer.commit_transaction()
            except TimeoutError as error:
                raise DeliveryError(f"the broker did not end a transaction within {patience:g} s") from error
        return results

    async def _handed(
        self, producer: AIOKafkaProducer, record: Outgoing
    ) -> "asyncio.Future[Any] | MessageTooLargeError":
        try:
            return await record.hand(producer)
        except TRANSLATED as error:
            return self._judged(error)

    async def _settled(self, sent: "asyncio.Future[Any] | MessageTooLargeError") -> Result:
        if isinstance(sent, MessageTooLargeError):
            return sent
        try:
            return Receipt.of(await sent)
        except TRANSLATED as error:
            return self._judged(error)

    def _judged(self, error: Exception) -> MessageTooLargeError:
        """The fault of a record alone; any other is raised."""
        known = translate(error, self._settings)
        if not isinstance(known, MessageTooLargeError):
            raise error
        return known

    async def _open(self) -> AIOKafkaProducer:
        if self._producer is not None:
            return self._producer
        settings = self._settings
        async with translating(settings):
            self._producer = producer = AIOKafkaProducer(
                **connection(settings),
                transactional_id=self._group,
                transaction_timeout_ms=round(_TIMEOUT * 1000),
                compression_type=None if settings.compression == "none" else settings.compression,
                max_batch_size=min(_BATCH_BYTES, settings.max_message_bytes),
                max_request_size=settings.max_message_bytes,
            )
            try:
                async with asyncio.timeout(settings.request_timeout):
                    await producer.start()
            except BaseException:  # cancelled, too: nobody else can stop what was not handed out
                await self._close()
                raise
        return producer

    async def _close(self) -> None:
        producer, self._producer = self._producer, None
        if producer is None:
            return
        begun, self._begun = self._begun, False
        if begun:
            # What cannot be aborted the next run does; a producer that was shut out asserts that there is nothing to abort.
            with suppress(*TRANSLATED, AssertionError):
                await finished(producer.abort_transaction(), _CLOSE)
        with suppress(*TRANSLATED):
            if not await finished(producer.stop(), _CLOSE):
                await producer._sender.close()  # noqa: SLF001 - what stop() has not come to
                await producer.client.close()
