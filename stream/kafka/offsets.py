"""Where a consumer group stands, asked of the broker itself."""

from collections.abc import Iterable

from aiokafka import AIOKafkaConsumer, TopicPartition

from stream.kafka.failures import translating
from stream.kafka.security import connection
from stream.settings import BrokerSettings


async def group_offsets(
    settings: BrokerSettings, group: str, partitions: Iterable[tuple[str, int]]
) -> dict[tuple[str, int], int]:
    """The next offset that the group is to read of each partition: the committed one, else the first that is kept.

    Raises :class:`~stream.errors.BrokerError` and its kin.
    """
    wanted = [TopicPartition(*partition) for partition in partitions]
    if not wanted:
        return {}
    async with translating(settings):
        consumer = AIOKafkaConsumer(**connection(settings), group_id=group, enable_auto_commit=False)
        try:
            await consumer.start()
            committed = {partition: await consumer.committed(partition) for partition in wanted}
            first = await consumer.beginning_offsets(wanted)
        finally:
            await consumer.stop()
    # What retention has deleted is not to be read any more.
    return {tuple(partition): max(committed[partition] or 0, first[partition]) for partition in wanted}
