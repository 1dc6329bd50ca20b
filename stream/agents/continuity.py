"""Whether each partition's records come one after the other.

The consumer below may leave records out: what faust has fetched while a rebalance came in between it drops, without going
back to it. So each partition is followed from the offset that the group has committed; where a record is missing, the
consumer is sent back to it.
"""

from collections.abc import Awaitable, Callable, Mapping

from stream.agents.suspects import Partition

Seek = Callable[[Partition, int], Awaitable[None]]


class Continuity:
    """The next offset of each partition that this worker has; ``seek`` sends the consumer to an offset."""

    def __init__(self, seek: Seek) -> None:
        self._seek = seek
        self._next: dict[Partition, int] = {}
        self._beyond: dict[Partition, int] = {}
        """Where a gap was found: the record that came instead of the next one."""

    def begin(self, offsets: Mapping[Partition, int]) -> None:
        """Follow these partitions, and no others, from these offsets."""
        self._next = dict(offsets)
        self._beyond = {}

    @property
    def positions(self) -> Mapping[Partition, int]:
        """The next offset of each partition."""
        return self._next

    async def admits(self, partition: Partition, offset: int) -> bool:
        """Whether a record is the next one; where one before it is missing, that is asked for.

        Not all offsets are records (transaction marks, what compaction has removed): what the broker gives as the first
        when it is asked for the missing one is the next, if it is not beyond the record that showed the gap.
        """
        wanted = self._next.get(partition)
        if wanted is None or offset < wanted:
            return False
        if offset == wanted or offset <= self._beyond.get(partition, -1):
            self._beyond.pop(partition, None)
            self._next[partition] = offset + 1
            return True
        if partition not in self._beyond:
            self._beyond[partition] = offset
            await self._seek(partition, wanted)
        return False

    async def again(self, partition: Partition) -> None:
        """Ask for the next record once more: it should have come by now."""
        self._beyond.pop(partition, None)
        await self._seek(partition, self._next[partition])
