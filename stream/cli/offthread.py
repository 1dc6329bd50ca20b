"""Reading that blocks (a pipe, a slow disk) kept out of the event loop."""

import asyncio
import threading
from collections.abc import AsyncGenerator, Iterator
from typing import TypeVar

ItemT = TypeVar("ItemT")
_AHEAD = 16


async def off_thread(items: Iterator[ItemT]) -> AsyncGenerator[ItemT, None]:
    """The items of an iterator that is read in a thread of its own, a few ahead.

    A daemon thread: one that waits for a terminal or a pipe must not keep the process from ending.
    """
    loop = asyncio.get_running_loop()
    queue: asyncio.Queue[tuple[ItemT] | BaseException | None] = asyncio.Queue()
    room = threading.Semaphore(_AHEAD)
    left = threading.Event()

    def put(entry: tuple[ItemT] | BaseException | None) -> None:
        room.acquire()
        if not left.is_set():
            loop.call_soon_threadsafe(queue.put_nowait, entry)

    def read() -> None:
        try:
            for item in items:
                put((item,))
                if left.is_set():
                    return
            put(None)
        except BaseException as error:  # noqa: BLE001 - raised again where the items are awaited
            put(error)

    threading.Thread(target=read, name="reader", daemon=True).start()
    try:
        while (entry := await queue.get()) is not None:
            if isinstance(entry, BaseException):
                raise entry
            room.release()
            yield entry[0]
    finally:
        left.set()
        room.release()
