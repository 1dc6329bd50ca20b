"""The bounded queue between reading and acknowledgement."""

import asyncio

import pytest

from stream.client.window import Limit, Window


async def blocked(window: Window[int]) -> bool:
    """Whether the window has no room just now."""
    try:
        await asyncio.wait_for(window.room(), 0.01)
    except TimeoutError:
        return True
    return False


@pytest.mark.parametrize("limit", [Limit(records=2, size=1000), Limit(records=100, size=20)], ids=["number", "bytes"])
async def test_the_writer_waits_until_room_is_released(limit: Limit) -> None:
    """With as many entries, or bytes, as allowed, there is room only after the oldest is released."""
    window: Window[int] = Window(limit)
    window.append(1, 10)
    assert not await blocked(window)
    window.append(2, 10)
    assert await blocked(window)
    window.release()
    assert not await blocked(window)


async def test_an_entry_larger_than_the_limit_goes_alone() -> None:
    """What is larger than all the room is let in where nothing else is."""
    window: Window[int] = Window(Limit(size=5))
    assert not await blocked(window)
    window.append(1, 50)
    assert await blocked(window)


async def test_the_reader_gets_all_in_order_and_then_the_end() -> None:
    """Entries come in their order, also those added after the reader began to wait."""
    window: Window[int] = Window(Limit(records=2))

    async def write() -> None:
        for number in range(20):
            await window.room()
            window.append(number, 1)
        window.end()

    writer = asyncio.create_task(write())
    seen = []
    async for number in window:
        seen.append(number)
        window.release()
    await writer
    assert seen == list(range(20))
