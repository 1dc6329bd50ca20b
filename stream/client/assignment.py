"""Which partitions a subscriber reads, from where, and how far each has been handled."""

import logging
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from aiokafka import AIOKafkaConsumer, ConsumerRebalanceListener, ConsumerRecord, TopicPartition
from aiokafka.errors import CommitFailedError, IllegalStateError

from stream.client.positions import Start, resolve

_log = logging.getLogger(__name__)


class Assignment(ConsumerRebalanceListener):  # type: ignore[misc]  # aiokafka has no types
    """The partitions of one consumer of one topic.

    As a member of a group it listens to the rebalances: what has been handled is committed before the partitions go to
    another member. Else it takes all partitions, those added later included. Reading begins at the group's committed
    offsets; where there are none, or no group, at ``start``.
    """

    def __init__(self, consumer: AIOKafkaConsumer, topic: str, start: Start, *, group: bool, commits: bool) -> None:
        self._consumer = consumer
        self._topic = topic
        self._start = start
        self._group = group
        self._commits = commits
        self._next: dict[TopicPartition, int] = {}
        self._ends: dict[TopicPartition, int] = {}
        self._handled: dict[TopicPartition, int] = {}
        self._fault: Exception | None = None
        self.settled = False
        """Whether it is known where to read from; what was fetched before that is read again."""
        self.epoch = 0
        """Counts the rebalances: records fetched before one may be somebody else's after it."""

    async def take_all(self, numbers: Iterable[int]) -> None:
        """Take the partitions of these numbers, not as a member. Those taken already go on where they are."""
        partitions = {TopicPartition(self._topic, number) for number in numbers}
        new = partitions - self._next.keys()
        if not new:
            return
        # A partition that was added while we read is new in all that it holds.
        await self._begin(new, "beginning" if self.settled else self._start)
        self._consumer.assign(list(partitions))
        self._seek()

    async def on_partitions_revoked(self, revoked: AbstractSet[TopicPartition]) -> None:  # noqa: ARG002 - all of them
        """Commit what has been handled before others read on."""
        self.epoch += 1
        self.settled = False
        try:
            await self.commit()
        except Exception as error:  # noqa: BLE001 - aiokafka would log and forget it; check() raises it
            self._fault = error

    async def on_partitions_assigned(self, assigned: AbstractSet[TopicPartition]) -> None:
        """Begin to read what is now this member's."""
        self._next, self._ends, self._handled = {}, {}, {}
        try:
            await self._begin(assigned, self._start)
        except Exception as error:  # noqa: BLE001 - as above
            self._fault = error

    async def _begin(self, partitions: AbstractSet[TopicPartition], start: Start) -> None:
        committed = await self._committed(partitions) if self._group else {}
        self._next.update(await resolve(start, self._consumer, partitions - committed.keys()))
        self._next.update(committed)
        if partitions:
            self._ends.update(await self._consumer.end_offsets(list(partitions)))
        self._seek()
        self.settled = True

    async def _committed(self, partitions: AbstractSet[TopicPartition]) -> dict[TopicPartition, int]:
        offsets = {partition: await self._consumer.committed(partition) for partition in partitions}
        return {partition: offset for partition, offset in offsets.items() if offset is not None}

    def _seek(self) -> None:
        for partition in self._next.keys() & self._consumer.assignment():
            self._consumer.seek(partition, self._next[partition])

    def check(self) -> None:
        """Raise what went wrong in a rebalance."""
        fault, self._fault = self._fault, None
        if fault is not None:
            raise fault

    def taken(self, record: ConsumerRecord) -> None:
        """Note that a record is being handled."""
        self._next[_partition(record)] = record.offset + 1

    def handled(self, record: ConsumerRecord) -> None:
        """Note that a record has been handled, and so have all before it."""
        self._handled[_partition(record)] = record.offset + 1

    @property
    def at_end(self) -> bool:
        """Whether all has been read that was there when the partitions were assigned."""
        return self.settled and all(self._next.get(partition, 0) >= end for partition, end in self._ends.items())

    async def catch_up(self) -> None:
        """Take over the consumer's positions: they move past what is no record (deleted ones, transaction marks)."""
        for partition in self._consumer.assignment() & self._next.keys():
            try:
                self._next[partition] = max(self._next[partition], await self._consumer.position(partition))
            except IllegalStateError:
                return

    async def commit(self) -> None:
        """Commit what has been handled. After a rebalance that came first, others read it again: at least once."""
        offsets = {
            partition: self._handled[partition] for partition in self._handled.keys() & self._consumer.assignment()
        }
        self._handled = {}
        if not offsets or not self._commits:
            return
        try:
            await self._consumer.commit(offsets)
        except (CommitFailedError, IllegalStateError) as error:
            _log.info("a rebalance came before the commit of %s: %s", offsets, error)


def _partition(record: ConsumerRecord) -> TopicPartition:
    return TopicPartition(record.topic, record.partition)
