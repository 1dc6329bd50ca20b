"""What is on a topic, read with a bare consumer, and events put there with a bare producer."""

import asyncio
from collections.abc import Sequence

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, ConsumerRecord, TopicPartition

from schemas import ARTICLES, ContractModel, Topic
from stream.kafka import topics
from stream.kafka.codec import encode
from stream.settings import TopicSettings


def published(settings: TopicSettings, topic: Topic = ARTICLES) -> list[ConsumerRecord]:
    """All records of a topic."""
    return asyncio.run(_published(settings, topic))


def put(settings: TopicSettings, topic: Topic, events: Sequence[ContractModel | bytes]) -> None:
    """Put events, or bytes, on a topic one by one."""
    asyncio.run(_put(settings, topic, events))


def repeat(settings: TopicSettings, name: str, event: ContractModel, identity: bytes, *, times: int) -> None:
    """Put an event on a topic several times under one CloudEvents id."""

    async def send() -> None:
        async with AIOKafkaProducer(bootstrap_servers=settings.bootstrap_servers) as producer:
            for _ in range(times):
                await producer.send_and_wait(name, encode(event), partition=0, headers=[("ce_id", identity)])

    asyncio.run(send())


def committed(settings: TopicSettings, topic: Topic, group: str) -> int | None:
    """A group's offset in the first partition of a topic."""
    return asyncio.run(_committed(settings, topic, group))


async def _committed(settings: TopicSettings, topic: Topic, group: str) -> int | None:
    async with AIOKafkaConsumer(
        bootstrap_servers=settings.bootstrap_servers, group_id=group, enable_auto_commit=False
    ) as consumer:
        offset: int | None = await consumer.committed(TopicPartition(topics.topic_name(topic, settings), 0))
        return offset


async def _published(settings: TopicSettings, topic: Topic) -> list[ConsumerRecord]:
    records: list[ConsumerRecord] = []
    async with AIOKafkaConsumer(bootstrap_servers=settings.bootstrap_servers) as consumer:
        partitions = [
            TopicPartition(topics.topic_name(topic, settings), number) for number in range(settings.partitions)
        ]
        consumer.assign(partitions)
        await consumer.seek_to_beginning()
        while True:
            for batch in (await consumer.getmany(timeout_ms=50)).values():
                records += batch
            positions = [await consumer.position(partition) for partition in partitions]
            if positions == [consumer.highwater(partition) for partition in partitions]:
                return records


async def _put(settings: TopicSettings, topic: Topic, events: Sequence[ContractModel | bytes]) -> None:
    name = topics.topic_name(topic, settings)
    async with AIOKafkaProducer(bootstrap_servers=settings.bootstrap_servers) as producer:
        for event in events:
            await producer.send_and_wait(name, event if isinstance(event, bytes) else encode(event), partition=0)
