"""Where a consumer group stands, asked of the broker itself."""

from collections.abc import Iterable
from typing import NamedTuple

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient

from stream.errors import DeliveryError
from stream.kafka.failures import translating
from stream.kafka.security import connection
from stream.settings import BrokerSettings


class Position(NamedTuple):
    """A committed offset and the note beside it, which Kafka calls its metadata."""

    offset: int
    """The next offset to be read."""
    note: str = ""


async def group_positions(
    settings: BrokerSettings, group: str, partitions: Iterable[tuple[str, int]]
) -> dict[tuple[str, int], Position]:
    """Where the group is to read on in each partition: at the committed offset, else at the first that is kept.

    Raises :class:`~stream.errors.BrokerError` and its kin; :class:`~stream.errors.DeliveryError` where it is not known yet.
    """
    wanted = [TopicPartition(*partition) for partition in partitions]
    if not wanted:
        return {}
    async with translating(settings):
        admin = AIOKafkaAdminClient(**connection(settings))
        consumer = AIOKafkaConsumer(**connection(settings), enable_auto_commit=False)
        try:
            await admin.start()
            await consumer.start()
            committed = await admin.list_consumer_group_offsets(group, partitions=wanted)
            first = await consumer.beginning_offsets(wanted)
        finally:
            await admin.close()
            await consumer.stop()
    if not committed.keys() >= set(wanted):
        # A coordinator that still loads says so for the group as a whole, which aiokafka does not look at. Taken for a
        # group without offsets, everything would be read from the beginning.
        raise DeliveryError("the group's coordinator does not tell its offsets yet")
    positions = {}
    for partition in wanted:
        offset, note = committed[partition]
        # What retention has deleted is not to be read any more, and a note is about its own offset alone.
        known = offset >= first[partition]
        positions[tuple(partition)] = Position(offset, note or "") if known else Position(first[partition])
    return positions
