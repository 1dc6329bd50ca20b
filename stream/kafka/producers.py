"""The worker's producers: how they are set up, how they end, and how one is kept from sending too late."""

import asyncio
import logging
import time
from collections.abc import Awaitable
from typing import Any, Final, cast

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaTimeoutError
from aiokafka.protocol.produce import ProduceRequest

from schemas import DEAD_LETTERS
from stream.kafka.failures import translating
from stream.kafka.headers import Headers
from stream.kafka.security import connection
from stream.kafka.topics import record_limit
from stream.settings import WorkerSettings

_log = logging.getLogger(__name__)

_BATCH_BYTES: Final = 256 * 1024
_CLOSE: Final = 5.0
"""Seconds to close a producer in order, and again by force."""
_HELD: Final = 2 / 3
_FRESH: Final = 1 / 3
"""Parts of a session: for so long after it was proven a lease holds, and need not be proven again."""
_CLOCK: Final = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
"""A clock that goes on while the machine sleeps, where there is one: the broker's does."""


def now() -> float:
    """Seconds on a clock that neither goes back nor stands still."""
    return time.clock_gettime(_CLOCK)


def arguments(settings: WorkerSettings) -> dict[str, Any]:
    """Arguments of every producer of a worker."""
    return {
        **connection(settings),
        "compression_type": None if settings.compression == "none" else settings.compression,
        "max_batch_size": _BATCH_BYTES,
        "max_request_size": record_limit(DEAD_LETTERS, settings),
    }


async def close(producer: AIOKafkaProducer) -> None:
    """Close a producer, by force where it waits for a broker that does not answer."""
    closing = asyncio.ensure_future(producer.stop())
    await asyncio.wait({closing}, timeout=_CLOSE)
    if not closing.done():
        closing.cancel()
        await asyncio.wait({closing}, timeout=_CLOSE)
        # What stop() has not come to; without connections, what is on its way fails at once.
        forced = asyncio.gather(producer.client.close(), producer._sender.close(), return_exceptions=True)  # noqa: SLF001
        await asyncio.wait({forced}, timeout=_CLOSE)
    elif not closing.cancelled() and closing.exception() is not None:
        _log.info("a producer did not close: %s", closing.exception())


class Lease:
    """Until when a worker may write what comes of its partitions, since nobody else can have them.

    The broker gives a member's partitions to others when it has not heard of it for a session of so many seconds; each
    request of the group that it accepts begins a new one. What is written within a part of that is in time, unless the
    network holds it back for the rest.
    """

    def __init__(self, session: float) -> None:
        self._session = session
        self._proven: float | None = None
        self._ended = asyncio.Event()

    @property
    def fresh(self) -> bool:
        """Whether it was proven so lately that there is time to write."""
        return self._holds_for(_FRESH)

    @property
    def held(self) -> bool:
        """Whether it may be written now."""
        return self._holds_for(_HELD)

    def renew(self, asked: float) -> None:
        """The broker has accepted what it was asked at this time (see :func:`now`)."""
        self._proven = asked

    def end(self) -> None:
        """Never write again."""
        self._ended.set()

    async def ended(self) -> None:
        """Wait until it has ended."""
        await self._ended.wait()

    def _holds_for(self, part: float) -> bool:
        return not self._ended.is_set() and self._proven is not None and now() - self._proven < part * self._session


class LateError(KafkaTimeoutError):  # type: ignore[misc] # aiokafka has no types
    """What was to be sent is too late: the partitions may be somebody else's by now."""


class Outbox:
    """A producer that writes only while a lease is held: also what it has kept in its buffer, or tries again.

    A worker that was paused past its session and goes on would otherwise write what its successor has overtaken.
    """

    def __init__(self, settings: WorkerSettings, lease: Lease) -> None:
        self._settings = settings
        self._lease = lease
        self._producer: AIOKafkaProducer | None = None

    async def start(self) -> None:
        """Connect; raises :class:`~stream.errors.BrokerError` and its kin."""
        with translating(self._settings):
            producer = AIOKafkaProducer(**arguments(self._settings), acks="all")
            _guard(producer, self._lease)
            try:
                await producer.start()
            except BaseException:  # cancelled, too: an open producer would go on in the background
                await close(producer)
                raise
        self._producer = producer

    async def send(self, topic: str, key: bytes | None, value: bytes, headers: Headers) -> Awaitable[object]:
        """Put a record into the buffer; what comes back is done when the broker has acknowledged it.

        Both raise aiokafka's errors.
        """
        if self._producer is None:
            raise LateError("the partitions have been given up")
        return cast("Awaitable[object]", await self._producer.send(topic, value, key, headers=headers))

    async def stop(self) -> None:
        """Close it. With the lease at its end, what is still in the buffer is not sent."""
        producer, self._producer = self._producer, None
        if producer is not None:
            await close(producer)


def _guard(producer: AIOKafkaProducer, lease: Lease) -> None:
    """Have the lease looked at where a request leaves: everything before may have been waiting."""
    client = producer.client
    send = client.send

    async def guarded(node: int, request: Any, **options: Any) -> Any:
        if isinstance(request, ProduceRequest):
            await client.ready(node, **options)  # to connect may take long
            if not lease.held:
                raise LateError("the group may have given the partitions to another worker")
        return await send(node, request, **options)

    client.send = guarded
