"""The way of the articles through the worker: taken in up to a limit, worked on side by side, delivered in order.

Of each partition the records are delivered in their order, and an offset is committed only when everything before it
has been delivered. So the events of one article stay in order, and what a crash interrupts is read again.
"""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from stream.agents.ledger import Delivery, Ledger
from stream.agents.suspects import Partition, Suspects
from stream.agents.work import Outcome
from stream.kafka.offsets import Position
from stream.kafka.records import Record

_MAX_BYTES: Final = 64 * 1024 * 1024
"""Bytes of articles in flight, at most; one larger article is let in alone."""


_COMMIT_TIMEOUT: Final = 5.0
"""Seconds to wait for a commit that others wait for: a broker that is away must not hold them up."""


@dataclass(slots=True, eq=False)
class _Item:
    record: Record
    task: asyncio.Task[Outcome]


class Line:
    """At most ``limit`` articles between reading and committing.

    ``work`` makes an outcome of a record; what it raises is a fault of the worker, not of the article, and is given to
    ``failed``, as are faults of the delivery: the worker must stop then.
    """

    def __init__(  # noqa: PLR0913 - what it works with, its bound and its time
        self,
        work: Callable[[Record], Awaitable[Outcome]],
        delivery: Delivery,
        *,
        limit: int,
        suspects: Suspects,
        failed: Callable[[BaseException], None],
        commit_interval: float = 1.0,
    ) -> None:
        self._work = work
        self._delivery = delivery
        self._limit = limit
        self._suspects = suspects
        self._failed = failed
        self._commit_interval = commit_interval
        self._ledger = Ledger(delivery, suspects)
        self._queues: dict[Partition, deque[_Item]] = {}
        """Each partition's records in flight, in their order."""
        self._count = 0
        self._bytes = 0
        self._changed = asyncio.Condition()
        self._finished = asyncio.Event()
        self._due = asyncio.Event()
        """Set where a commit should not wait for its time."""
        self._taking = False
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
        return self._ledger.positions

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

    async def begin(self, starts: Mapping[Partition, Position]) -> bool:
        """Get ready to take what comes of these partitions from there on; False where the group has moved on."""
        return await self._ledger.begin(starts)

    async def take(self, record: Record, current: Callable[[], bool] = lambda: True) -> None:
        """Take a record in, as soon as there is room; unless by then it is no longer ``current``.

        A suspect one (see :mod:`stream.agents.suspects`) is taken in alone: this returns when it is through.
        """
        self._taking = True
        try:
            partition = Partition(record.topic, record.partition)
            if self._suspects.suspected(partition, record.offset):
                await self._isolate(partition, record, current)
                return
            await self._reach(partition, record, current)
            await self._until(lambda: self._fits(record))
            if current():
                self._put(partition, record, self._work(record))
        finally:
            self._taking = False

    async def settle(self, partitions: Iterable[Partition] | None = None, *, within: float) -> bool:
        """Wait until nothing of these partitions (None: of any) is in flight, then commit; False where time ran out.

        The notes are taken back: whoever gets these partitions need not suspect anything.
        """
        wanted = None if partitions is None else set(partitions)
        finished = await _within(within, self._until(lambda: not self._busy(wanted)))
        return await _within(_COMMIT_TIMEOUT, self._ledger.close(wanted)) and finished

    async def release(self, partitions: Iterable[Partition], *, within: float) -> None:
        """Let go of all partitions: finish what is in flight, commit, and drop what was not finished in time."""
        gone = list(partitions)
        await self.settle(gone, within=within)
        await self._drop(gone)
        await self._delivery.end()

    async def commit(self) -> None:
        """Commit what has been delivered since the last commit."""
        if await self._ledger.commit():
            await self._tell()

    def idle(self, partition: Partition) -> bool:
        """Whether nothing of a partition is in flight though there is room, and nothing waits to be taken in."""
        return not self._taking and self._count < self._limit and not self._busy({partition})

    async def _isolate(self, partition: Partition, record: Record, current: Callable[[], bool]) -> None:
        """Have a record read, or given up, while nothing else is in flight."""
        await self._until(lambda: self._count == 0)
        if not current():
            return
        failure = self._suspects.verdict(partition, record.offset)
        if failure is None:
            noted = await self._ledger.note({partition: self._suspects.isolate(partition, record.offset)})
            if not noted or not current():
                return
            self._put(partition, record, self._work(record))
        else:
            self._put(partition, record, _ready(Outcome(failure=failure)))
        await self._until(lambda: self._count == 0)
        self._suspects.cleared(partition)
        await self.commit()

    def _put(self, partition: Partition, record: Record, work: Awaitable[Outcome]) -> None:
        if self._count == 0:
            self.last_progress = time.monotonic()
        self._count += 1
        self._bytes += record.size
        task = asyncio.ensure_future(work)
        task.add_done_callback(lambda _: self._finished.set())
        self._queues.setdefault(partition, deque()).append(_Item(record, task))

    async def _reach(self, partition: Partition, record: Record, current: Callable[[], bool]) -> None:
        """Wait until it is committed that this record may be in hand."""

        def near() -> bool:
            if self._suspects.within_reach(partition, record.offset) or not self._busy({partition}):
                return True
            self._due.set()
            return False

        await self._until(near)
        if current() and not self._suspects.within_reach(partition, record.offset):
            # None is left between the last one and this.
            self._ledger.deliver(partition, record.offset)
            await self._ledger.note({partition: self._suspects.position(partition, record.offset)})

    def _fits(self, record: Record) -> bool:
        return self._count == 0 or (self._count < self._limit and self._bytes + record.size <= _MAX_BYTES)

    async def _until(self, condition: Callable[[], bool]) -> None:
        async with self._changed:
            await self._changed.wait_for(condition)

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    def _busy(self, partitions: set[Partition] | None) -> bool:
        return any(queue for partition, queue in self._queues.items() if partitions is None or partition in partitions)

    async def _deliver(self) -> None:
        while True:
            await self._finished.wait()
            self._finished.clear()
            while heads := self._heads():
                finished = [(item.record, item.task.result()) for items in heads.values() for item in items]
                if not await self._delivery.deliver(finished):
                    break
                await self._mark(heads)

    def _heads(self) -> dict[Partition, list[_Item]]:
        """Of each partition, the records that are done and have only such before them."""
        heads: dict[Partition, list[_Item]] = {}
        for partition, queue in self._queues.items():
            for item in queue:
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
                if queue and queue[0] is item:
                    queue.popleft()
                    self._ledger.deliver(partition, item.record.offset + 1)
                    self._count -= 1
                    self._bytes -= item.record.size
                    if not self._suspects.within_reach(partition, item.record.offset + self._limit):
                        self._due.set()
        await self._tell()

    async def _drop(self, partitions: Iterable[Partition]) -> None:
        for partition in partitions:
            self._ledger.forget(partition)
            for item in self._queues.pop(partition, ()):
                item.task.cancel()
                self._count -= 1
                self._bytes -= item.record.size
        await self._tell()

    async def _commit_often(self) -> None:
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._due.wait(), self._commit_interval)
            self._due.clear()
            await self.commit()

    def watch(self, task: asyncio.Task[None]) -> None:
        """Tell of a task that failed: a callback for tasks that the line depends on."""
        with suppress(asyncio.CancelledError):
            error = task.exception()
            if error is not None:
                self._failed(error)


async def _ready(outcome: Outcome) -> Outcome:
    return outcome


async def _within(seconds: float, what: Awaitable[None]) -> bool:
    """Whether it came to its end in time; it is cancelled where not."""
    try:
        await asyncio.wait_for(what, seconds)
    except TimeoutError:
        return False
    return True
