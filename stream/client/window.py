"""Entries on their way, in their order, bounded in number and in bytes."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Generic, TypeVar

EntryT = TypeVar("EntryT")


@dataclass(frozen=True, slots=True)
class Limit:
    """How much may be on its way at once."""

    records: int = 1000
    size: int = 64 * 1024 * 1024
    """Bytes in all. A single record may be larger: it then goes alone."""


class Window(Generic[EntryT]):
    """A queue between one writer and one reader: an entry takes up room until the reader has released it."""

    def __init__(self, limit: Limit) -> None:
        self._limit = limit
        self._entries: deque[tuple[EntryT, int]] = deque()
        self._size = 0
        self._ended = False
        self._room = asyncio.Event()
        self._news = asyncio.Event()

    async def room(self) -> None:
        """Wait until one more entry may be added."""
        while len(self._entries) >= self._limit.records or self._size >= self._limit.size:
            self._room.clear()
            await self._room.wait()

    def append(self, entry: EntryT, size: int) -> None:
        """Add an entry of so many bytes."""
        self._entries.append((entry, size))
        self._size += size
        self._news.set()

    def end(self) -> None:
        """No entry will follow: the reader ends after the last one."""
        self._ended = True
        self._news.set()

    def release(self) -> None:
        """Give back the room of the oldest entry."""
        _, size = self._entries.popleft()
        self._size -= size
        self._room.set()

    async def __aiter__(self) -> AsyncIterator[EntryT]:
        """The entries, each to be released before the next is asked for."""
        while True:
            while not self._entries:
                if self._ended:
                    return
                self._news.clear()
                await self._news.wait()
            yield self._entries[0][0]
