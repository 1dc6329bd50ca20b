"""Closing aiokafka's clients within a bound, also when the broker is gone."""

import asyncio
from collections.abc import Coroutine
from typing import Any, Final

from aiokafka import AIOKafkaConsumer

_LAST: Final = 2.0
"""Seconds for closing connections by force."""


async def stop_consumer(consumer: AIOKafkaConsumer, seconds: float) -> None:
    """Stop a consumer, in so many seconds at most.

    With a broker that does not answer, ``AIOKafkaConsumer.stop`` (0.14) raises the cancellation of its own fetch and
    leaves its connections open; from outside that looks as if the caller had been cancelled.
    """
    if not await finished(consumer.stop(), seconds):
        await finished(consumer._client.close(), _LAST)  # noqa: SLF001 - what stop() has not come to


async def finished(work: Coroutine[Any, Any, None], seconds: float) -> bool:
    """Whether the work came to its end in time; it is ended where it did not. Its own errors are raised."""
    task = asyncio.create_task(work)
    try:
        await asyncio.wait({task}, timeout=seconds)
    finally:
        done = task.done()
        task.cancel()
    if not done or task.cancelled():
        return False
    task.result()
    return True
