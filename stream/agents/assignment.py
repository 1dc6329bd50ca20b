"""Which partitions a worker has, and how far behind it is in each."""

from collections.abc import Mapping

from faust.types import TP, AppT, Message

from stream.agents.line import Partition


class Assignment:
    """The worker's share of the partitions."""

    def __init__(self, app: AppT) -> None:
        self._app = app
        self._revoked: set[Partition] = set()
        self._started: dict[Partition, int] = {}
        self.partitions: set[Partition] = set()
        self._closed = False
        self.joined = False
        """Whether the group has given this worker its share, be it none."""

    def holds(self, message: Message) -> bool:
        """Whether a message may still be worked on: not from before a rebalance, nor of a partition that goes."""
        if self._closed:
            return False
        current = self._app.consumer_generation_id
        return message.generation_id == current and Partition(message.topic, message.partition) not in self._revoked

    def close(self) -> None:
        """Hold nothing from now on."""
        self._closed = True

    def revoke(self, partitions: set[Partition]) -> None:
        """Take partitions out."""
        self._revoked |= partitions
        self.partitions -= partitions
        self.joined = False

    async def assign(self, partitions: set[Partition]) -> None:
        """Put the new share in."""
        self._revoked.clear()
        self.partitions = set(partitions)
        self.joined = True
        self._started = {}
        for partition in partitions:
            position = await self._app.consumer.position(TP(*partition))
            if position is not None:
                self._started[partition] = position

    def lag(self, delivered: Mapping[Partition, int]) -> dict[Partition, int]:
        """Records not yet delivered, of each partition whose end is known."""
        lags = {}
        for partition in self.partitions:
            end = self._app.consumer.highwater(TP(*partition))
            at = delivered.get(partition, self._started.get(partition))
            if end is not None and at is not None:
                lags[partition] = max(end - at, 0)
        return lags
