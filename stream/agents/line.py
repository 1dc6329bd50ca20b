"""The way of the articles through the worker: taken in up to a limit, worked on side by side, delivered in order.

Of each partition the records are delivered in their order, and an offset is committed only when everything before it
has been delivered. So the events of one article stay in order, and what a crash interrupts is read again.
"""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final, NamedTuple, Protocol

from stream.agents.work import Outcome
from stream.kafka.records import Record

_MAX_BYTES: Final = 64 * 1024 * 1024
"""Bytes of articles in flight, at most; one larger article is let in alone."""


_COMMIT_TIMEOUT: Final = 5.0
"""Seconds to wait for a commit that others wait for: a broker that is away must not hold them up."""


class Partition(NamedTuple):
    """A partition of a topic."""

    topic: str
    partition: int


class Delivery(Protocol):
    """Where the outcomes go. An implementation may tie outcomes and offsets into one transaction."""

    async def begin(self, partitions: set[Partition]) -> None:
        """Get ready to deliver what comes of these partitions, before it is asked from where they are to be read."""

    async def end(self) -> None:
        """Deliver nothing more of the partitions that were begun with."""

    async def deliver(self, finished: Sequence[tuple[Record, Outcome]]) -> None:
        """Send everything in this order; return when the broker has acknowledged it all."""

    async def commit(self, offsets: Mapping[Partition, int]) -> None:
        """Commit: these are the next offsets to be read."""


@dataclass(slots=True, eq=False)
class _Item:
    record: Record
    task: asyncio.Task[Outcome]


@dataclass(slots=True)
class _Queue:
    """One partition's records in flight, in their order, and the offset after the last one delivered."""

    items: deque[_Item] = field(default_factory=deque)
    delivered: int | None = None
    committed: int | None = None


class Line:
    """At most ``limit`` articles between reading and committing.

    ``work`` makes an outcome of a record; what it raises is a fault of the worker, not of the article, and is given to
    ``failed``, as are faults of the delivery: the worker must stop then.
    """

    def __init__(
        self,
        work: Callable[[Record], Awaitable[Outcome]],
        delivery: Delivery,
        *,
        limit: int,
        failed: Callable[[BaseException], None],
        commit_interval: float = 1.0,
    ) -> None:
        self._work = work
        self._delivery = delivery
        self._limit = limit
        self._failed = failed
        self._commit_interval = commit_interval
        self._queues: dict[Partition, _Queue] = {}
        self._count = 0
        self._bytes = 0
        self._changed = asyncio.Condition()
        self._finished = asyncio.Event()
        self._committing = asyncio.Lock()
        self._tasks: list[asyncio.Task[None]] = []
        self.last_progress = time.monotonic()
        """When something was last delivered, or came in while nothing was in flight (monotonic seconds)."""

    @property
    def in_flight(self) -> int:
        """Articles between reading and delivery."""
        return self._count

    @property
    def positions(self) -> dict[Partition, int]:
        """The next offset of each partition, as far as it has been delivered."""
        return {partition: queue.delivered for partition, queue in self._queues.items() if queue.delivered is not None}

    def start(self) -> None:
        """Start delivering and committing."""
        self._tasks = [asyncio.create_task(self._deliver()), asyncio.create_task(self._commit_often())]
        for task in self._tasks:
            task.add_done_callback(self.watch)

    async def stop(self) -> None:
        """Give up what is in flight; it will be read again."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks = []
        await self._drop(list(self._queues))

    async def take(self, record: Record, current: Callable[[], bool] = lambda: True) -> None:
        """Take a record in, as soon as there is room; unless by then it is no longer ``current``."""
        async with self._changed:
            await self._changed.wait_for(lambda: self._fits(record))
        if not current():
            return
        if self._count == 0:
            self.last_progress = time.monotonic()
        self._count += 1
        self._bytes += record.size
        task = asyncio.ensure_future(self._work(record))
        task.add_done_callback(lambda _: self._finished.set())
        queue = self._queues.setdefault(Partition(record.topic, record.partition), _Queue())
        queue.items.append(_Item(record, task))

    async def settle(self, partitions: Iterable[Partition] | None = None, *, within: float) -> bool:
        """Wait until nothing of these partitions (None: of any) is in flight, then commit; False where time ran out."""
        wanted = None if partitions is None else set(partitions)

        async def idle() -> None:
            async with self._changed:
                await self._changed.wait_for(lambda: not self._busy(wanted))

        finished = await _within(within, idle())
        return await _within(_COMMIT_TIMEOUT, self.commit()) and finished

    async def release(self, partitions: Iterable[Partition], *, within: float) -> None:
        """Let go of all partitions: finish what is in flight, commit, and drop what was not finished in time."""
        gone = list(partitions)
        await self.settle(gone, within=within)
        await self._drop(gone)
        await self._delivery.end()

    async def commit(self) -> None:
        """Commit what has been delivered since the last commit."""
        async with self._committing:
            offsets = {
                partition: queue.delivered
                for partition, queue in self._queues.items()
                if queue.delivered is not None and queue.delivered != queue.committed
            }
            if offsets:
                await self._delivery.commit(offsets)
            for partition, offset in offsets.items():
                if partition in self._queues:
                    self._queues[partition].committed = offset

    def idle(self, partition: Partition) -> bool:
        """Whether nothing of a partition is in flight though there is room."""
        return self._count < self._limit and not self._busy({partition})

    def _fits(self, record: Record) -> bool:
        return self._count == 0 or (self._count < self._limit and self._bytes + record.size <= _MAX_BYTES)

    def _busy(self, partitions: set[Partition] | None) -> bool:
        return any(
            queue.items for partition, queue in self._queues.items() if partitions is None or partition in partitions
        )

    async def _deliver(self) -> None:
        while True:
            await self._finished.wait()
            self._finished.clear()
            while heads := self._heads():
                finished = [(item.record, item.task.result()) for items in heads.values() for item in items]
                await self._delivery.deliver(finished)
                await self._mark(heads)

    def _heads(self) -> dict[Partition, list[_Item]]:
        """Of each partition, the records that are done and have only such before them."""
        heads: dict[Partition, list[_Item]] = {}
        for partition, queue in self._queues.items():
            for item in queue.items:
                if not item.task.done():
                    break
                heads.setdefault(partition, []).append(item)
        return heads

    async def _mark(self, heads: Mapping[Partition, Sequence[_Item]]) -> None:
        """Take what has been delivered off the line, unless its partition was let go in the meantime."""
        self.last_progress = time.monotonic()
        for partition, items in heads.items():
            queue = self._queues.get(partition)
            for item in items:
                if queue is not None and queue.items and queue.items[0] is item:
                    queue.items.popleft()
                    queue.delivered = item.record.offset + 1
                    self._count -= 1
                    self._bytes -= item.record.size
        async with self._changed:
            self._changed.notify_all()

    async def _drop(self, partitions: Iterable[Partition]) -> None:
        for partition in partitions:
            queue = self._queues.pop(partition, _Queue())
            for item in queue.items:
                item.task.cancel()
                self._count -= 1
                self._bytes -= item.record.size
        async with self._changed:
            self._changed.notify_all()

    async def _commit_often(self) -> None:
        while True:
            await asyncio.sleep(self._commit_interval)
            await self.commit()

    def watch(self, task: asyncio.Task[None]) -> None:
        """Tell of a task that failed: a callback for tasks that the line depends on."""
        with suppress(asyncio.CancelledError):
            error = task.exception()
            if error is not None:
                self._failed(error)


async def _within(seconds: float, what: Awaitable[None]) -> bool:
    """Whether it came to its end in time; it is cancelled where not."""
    try:
        await asyncio.wait_for(what, seconds)
    except TimeoutError:
        return False
    return True
