"""The records that dead letters stand for, as they go back to their topic."""

from typing import Final

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition
from aiokafka.errors import CorruptRecordException

from schemas import ARTICLES, DeadLetter
from stream.client.closing import stop_consumer
from stream.client.producer import Outgoing
from stream.errors import CommuniqueError, DeliveryError, UnreadableRecordError, UsageError
from stream.kafka.dead_letters import replay_headers
from stream.kafka.escape import escape
from stream.kafka.failures import translating
from stream.kafka.records import headers_of
from stream.kafka.security import connection
from stream.kafka.topics import topic_name
from stream.settings import BrokerSettings

_GONE: Final = "Publish the article again."
_FOREIGN: Final = (
    "Replay it with the COMMUNIQUE_TOPIC_PREFIX that it was read with; else somebody else wrote the letter."
)


async def original(letter: DeadLetter, settings: BrokerSettings) -> Outgoing | CommuniqueError:
    """The record for the topic that the letter names, which must be that of the articles; why there is none, else.

    Raises :class:`~stream.errors.BrokerError` and its kin.
    """
    if letter.topic != topic_name(ARTICLES, settings):
        # Who may write dead letters could else have others write anywhere.
        return UsageError(f"{_place(letter)}: no topic of articles", hint=_FOREIGN)
    if not letter.truncated:
        return Outgoing(letter.topic, letter.value, letter.key, replay_headers(letter))
    try:
        record = await _fetch(letter, settings)
    except UnreadableRecordError as error:
        return error
    if record is None:
        return DeliveryError(f"the original at {_place(letter)} is not kept any more", hint=_GONE)
    return Outgoing(letter.topic, record.value, record.key, replay_headers(letter, headers_of(record.headers)))


async def _fetch(letter: DeadLetter, settings: BrokerSettings) -> ConsumerRecord | None:
    """A record too large for a dead letter, from where it was read; None where retention has deleted it."""
    place = TopicPartition(letter.topic, letter.partition)
    async with translating(settings):
        consumer = AIOKafkaConsumer(**connection(settings), enable_auto_commit=False)
        try:
            await consumer.start()
            consumer.assign([place])
            starts, ends = await consumer.beginning_offsets([place]), await consumer.end_offsets([place])
            if not starts[place] <= letter.offset < ends[place]:
                return None
            consumer.seek(place, letter.offset)
            try:
                record = await consumer.getone(place)
            except (CorruptRecordException, UnicodeDecodeError) as error:
                what = f"the original at {_place(letter)} cannot be read: {escape(str(error), 300)}"
                raise UnreadableRecordError(what) from error
            return record if record.offset == letter.offset else None
        finally:
            await stop_consumer(consumer, settings.request_timeout)


def _place(letter: DeadLetter) -> str:
    return f"{escape(letter.topic)}, partition {letter.partition}, offset {letter.offset}"
