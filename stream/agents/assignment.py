"""Which partitions a worker has, from where it reads them, and how far behind it is in each."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Final

from aiokafka.errors import IllegalStateError
from faust.types import TP, AppT, Message

from stream.agents.continuity import Continuity
from stream.agents.suspects import Partition

Starts = Callable[[set[Partition]], Awaitable[Mapping[Partition, int] | None]]
"""The next offset that the group is to read of each partition; None where the group has moved on meanwhile."""

_PATIENCE: Final = 5.0
"""Seconds that a partition may be idle with records waiting, before they are asked for again."""


class Assignment:
    """The worker's share of the partitions.

    ``starts`` tells where each is to be read from; ``idle`` whether nothing of a partition is in
    flight though there is room.
    """

    def __init__(
        self, app: AppT, starts: Starts, idle: Callable[[Partition], bool], *, patience: float = _PATIENCE
    ) -> None:
        self._app = app
        self._starts = starts
        self._idle = idle
        self._patience = patience
        self._revoked: set[Partition] = set()
        self._started: Mapping[Partition, int] = {}
        self._settled = asyncio.Event()
        self._continuity = Continuity(self._seek)
        self._read_through: dict[Partition, tuple[int, int]] = {}
        """Of each partition, between which offsets nothing came though all was read: marks of transactions."""
        self.partitions: set[Partition] = set()
        self._closed = False

    @property
    def joined(self) -> bool:
        """Whether the group has given this worker its share, be it none."""
        return self._settled.is_set()

    def holds(self, message: Message) -> bool:
        """Whether a message may still be worked on: not from before a rebalance, nor of a partition that goes."""
        if self._closed:
            return False
        current = self._app.consumer_generation_id
        return message.generation_id == current and Partition(message.topic, message.partition) not in self._revoked

    async def admits(self, message: Message) -> bool:
        """Whether a message is held and is the next of its partition; waits until it is known where that begins."""
        await self._settled.wait()
        if not self.holds(message):
            return False
        return await self._continuity.admits(Partition(message.topic, message.partition), message.offset)

    def close(self) -> None:
        """Hold nothing from now on."""
        self._closed = True

    def revoke(self, partitions: set[Partition]) -> None:
        """Take partitions out."""
        self._revoked |= partitions
        self.partitions -= partitions
        self._settled.clear()

    async def assign(self, partitions: set[Partition]) -> None:
        """Put the new share in."""
        self.partitions = set(partitions)
        started = await self._starts(partitions)
        if started is None:  # the next assignment is on its way
            return
        self._started = started
        self._continuity.begin(self._started)
        self._read_through = {}
        self._revoked.clear()
        self._settled.set()

    async def watch(self) -> None:
        """Ask again for what should have come; until cancelled."""
        before: dict[Partition, int] = {}
        asked: dict[Partition, int] = {}
        while True:
            await asyncio.sleep(self._patience)
            positions = dict(self._continuity.positions)
            for partition in self.partitions if self.joined else ():
                at, end = positions.get(partition), self._app.consumer.highwater(TP(*partition))
                if at is None or end is None or self._after(partition, at) >= end:
                    continue
                if at != before.get(partition) or not self._idle(partition):
                    continue
                if asked.get(partition) == at and await self._position(partition) >= end:
                    self._read_through[partition] = (at, end)
                else:
                    asked[partition] = at
                    await self._continuity.again(partition)
            before = positions

    def lag(self, delivered: Mapping[Partition, int]) -> dict[Partition, int]:
        """Records not yet delivered, of each partition whose end is known."""
        lags = {}
        for partition in self.partitions:
            end = self._app.consumer.highwater(TP(*partition))
            at = delivered.get(partition, self._started.get(partition))
            if end is not None and at is not None:
                lags[partition] = max(end - self._after(partition, at), 0)
        return lags

    def _after(self, partition: Partition, offset: int) -> int:
        """The offset, or the one behind what is no record there."""
        start, end = self._read_through.get(partition, (-1, -1))
        return end if offset == start else offset

    async def _position(self, partition: Partition) -> int:
        """How far the consumer has read, records or not; -1 where a rebalance came first."""
        with suppress(IllegalStateError):
            return int(await self._app.consumer.position(TP(*partition)) or -1)
        return -1

    async def _seek(self, partition: Partition, offset: int) -> None:
        # In the consumer's own thread: from this one it would pull a fetch's records away from under it.
        with suppress(IllegalStateError):  # a rebalance came first, and where to begin is asked again
            await self._app.consumer.seek_wait({TP(*partition): offset})
