"""What has been delivered, and what of it the group knows."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from stream.agents.suspects import Partition, Suspects
from stream.agents.work import Outcome
from stream.kafka.offsets import Position
from stream.kafka.records import Record


class Delivery(Protocol):
    """Where the outcomes go. An implementation may tie outcomes and offsets into one transaction."""

    async def begin(self, partitions: set[Partition]) -> None:
        """Get ready to deliver what comes of these partitions, before it is asked from where they are to be read."""

    async def end(self) -> None:
        """Deliver nothing more of the partitions that were begun with."""

    async def deliver(self, finished: Sequence[tuple[Record, Outcome]]) -> bool:
        """Send everything in this order, until the broker has acknowledged it all.

        False where partitions were given up meanwhile, and nothing is known.
        """

    async def commit(self, positions: Mapping[Partition, Position]) -> bool:
        """Commit that reading goes on there, unless that came with what was delivered; False where it did not succeed."""

    async def note(self, positions: Mapping[Partition, Position]) -> bool:
        """Commit what is noted beside these offsets, however long that takes; False where the group has moved on."""


@dataclass(slots=True)
class _Entry:
    delivered: int | None = None
    """The offset after the last record that was delivered."""
    committed: int | None = None


class Ledger:
    """The offsets of each partition, committed with the notes of :mod:`stream.agents.suspects`."""

    def __init__(self, delivery: Delivery, suspects: Suspects) -> None:
        self._delivery = delivery
        self._suspects = suspects
        self._entries: dict[Partition, _Entry] = {}
        self._lock = asyncio.Lock()

    @property
    def positions(self) -> dict[Partition, int]:
        """The next offset of each partition, as far as it has been delivered."""
        return {partition: entry.delivered for partition, entry in self._entries.items() if entry.delivered is not None}

    async def begin(self, starts: Mapping[Partition, Position]) -> bool:
        """Reading begins there; False where the group has moved on."""
        self._entries = {partition: _Entry() for partition in starts}
        return await self.note(self._suspects.begin(starts))

    def deliver(self, partition: Partition, offset: int) -> None:
        """Everything before this offset has been delivered."""
        self._entries.setdefault(partition, _Entry()).delivered = offset

    def forget(self, partition: Partition) -> None:
        """The partition is given up."""
        self._entries.pop(partition, None)
        self._suspects.forget(partition)

    async def commit(self) -> bool:
        """Commit what has been delivered since the last commit; whether there was anything and it is committed."""
        async with self._lock:
            positions = {
                partition: self._suspects.position(partition, entry.delivered)
                for partition, entry in self._entries.items()
                if entry.delivered is not None and entry.delivered != entry.committed
            }
            return bool(positions) and await self._save(positions, self._delivery.commit)

    async def note(self, positions: Mapping[Partition, Position]) -> bool:
        """Commit notes; False where the group has moved on."""
        async with self._lock:
            return not positions or await self._save(positions, self._delivery.note)

    async def close(self, partitions: Iterable[Partition] | None) -> None:
        """Commit what has been delivered of these partitions (None: of all), and that nothing more is in hand."""
        await self.commit()
        wanted = None if partitions is None else set(partitions)
        held = [partition for partition in self._suspects.partitions if wanted is None or partition in wanted]
        positions = self.positions
        await self.note({partition: self._suspects.closing(partition, positions.get(partition)) for partition in held})

    async def _save(
        self,
        positions: Mapping[Partition, Position],
        commit: Callable[[Mapping[Partition, Position]], Awaitable[bool]],
    ) -> bool:
        if not await commit(positions):
            return False
        for partition, position in positions.items():
            self._suspects.committed(partition, position)
            if partition in self._entries:
                self._entries[partition].committed = position.offset
        return True
