"""The topics of the contract on a broker: create, check, describe."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import KafkaError, TopicAlreadyExistsError, for_code

from schemas import ARTICLES, DEAD_LETTERS, TOPICS, Topic
from stream.kafka.failures import translate, translating
from stream.kafka.security import absence, connection
from stream.settings import BrokerSettings, TopicSettings

_DAY_MS: Final = 86_400_000
_ENVELOPE: Final = 64 * 1024
"""Room for a dead letter's other fields and an event's headers, in bytes."""
_MAX_MESSAGE: Final = "max.message.bytes"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about a topic that is not as it must be."""

    topic: str
    """Name with prefix."""
    message: str
    """What is wrong."""
    fatal: bool
    """Whether a worker cannot run so; otherwise it runs, but some records will be refused."""


@dataclass(frozen=True, slots=True)
class PartitionDescription:
    """A partition and what it holds."""

    partition: int
    leader: int
    """Node that leads it; -1 for none."""
    replicas: tuple[int, ...]
    in_sync: tuple[int, ...]
    start: int
    """First offset that is kept."""
    end: int
    """Offset of the next record."""


@dataclass(frozen=True, slots=True)
class TopicDescription:
    """A topic as it is on the broker."""

    name: str
    """Name with prefix."""
    partitions: tuple[PartitionDescription, ...] = ()
    """Empty where the topic does not exist."""
    configs: Mapping[str, str] = field(default_factory=dict)
    """Its configuration; empty where the broker does not tell."""

    @property
    def exists(self) -> bool:
        """Whether the broker has it."""
        return bool(self.partitions)


def topic_name(topic: Topic, settings: BrokerSettings) -> str:
    """The topic's name on the broker, prefix included."""
    return f"{settings.topic_prefix}{topic.name}"


def record_limit(topic: Topic, settings: BrokerSettings) -> int:
    """Largest record of the topic in bytes. A dead letter holds a whole article in base64, which is 4/3 as long."""
    limit = settings.max_message_bytes
    return -(-limit // 3) * 4 + _ENVELOPE if topic is DEAD_LETTERS else limit


async def create(settings: TopicSettings) -> list[str]:
    """Create the topics that do not exist; their names. Existing topics stay as they are.

    Raises :class:`~stream.errors.BrokerError` and its kin.
    """
    async with _admin(settings) as admin:
        present = {found["topic"] for found in await admin.describe_topics(None)}
        missing = [topic for topic in TOPICS if topic_name(topic, settings) not in present]
        if not missing:
            return []
        response = await admin.create_topics([_new_topic(topic, settings) for topic in missing])
        return [name for name, code, *reason in response.topic_errors if _created(name, code, reason, settings)]


async def check(settings: BrokerSettings) -> list[Problem]:
    """What is wrong with the topics; empty where all is well. Creates nothing, not even on a broker that would."""
    return [problem for topic in await _described(settings) for problem in _problems(*topic, settings)]


async def describe(settings: BrokerSettings) -> list[TopicDescription]:
    """All topics of the contract, in its order, those that do not exist included."""
    return [description for _, description in await _described(settings)]


def _new_topic(topic: Topic, settings: TopicSettings) -> NewTopic:
    days = settings.retention_days * (3 if topic is DEAD_LETTERS else 1)
    configs = {_MAX_MESSAGE: str(record_limit(topic, settings)), "retention.ms": str(round(days * _DAY_MS))}
    # aiokafka wants an assignment of replicas where the factor is left to the broker; an empty one says nothing.
    assignment: dict[int, list[int]] | None = {} if settings.replication_factor == -1 else None
    return NewTopic(
        topic_name(topic, settings), settings.partitions, settings.replication_factor, assignment, topic_configs=configs
    )


def _created(name: str, code: int, reason: Sequence[str | None], settings: BrokerSettings) -> bool:
    if code == 0:
        return True
    error = for_code(code)
    if error is TopicAlreadyExistsError:
        return False
    raise translate(error(f"{name}: {next(iter(reason), None) or error.description}"), settings)


def _problems(topic: Topic, found: TopicDescription, settings: BrokerSettings) -> list[Problem]:
    if not found.exists:
        return [Problem(found.name, absence(settings), fatal=True)]
    problems = []
    leaderless = [str(partition.partition) for partition in found.partitions if partition.leader < 0]
    if leaderless:
        problems.append(
            Problem(found.name, f"no leader for partition {', '.join(leaderless)}", fatal=topic is ARTICLES)
        )
    limit = found.configs.get(_MAX_MESSAGE, "")
    if limit.isdecimal() and int(limit) < record_limit(topic, settings):
        wanted = record_limit(topic, settings)
        problems.append(Problem(found.name, f"{_MAX_MESSAGE} is {limit}; records may have {wanted} bytes", fatal=False))
    return problems


async def _described(settings: BrokerSettings) -> list[tuple[Topic, TopicDescription]]:
    async with _admin(settings) as admin:
        # All topics are asked for: a broker that creates topics on demand would create those asked for by name.
        present = {found["topic"]: found["partitions"] for found in await admin.describe_topics(None)}
        names = {topic_name(topic, settings): topic for topic in TOPICS}
        existing = [name for name in names if name in present]
        configs = await _configs(admin, existing)
        bounds = await _bounds(settings, {name: present[name] for name in existing})
    return [
        (
            topic,
            TopicDescription(name, _partitions(name, present.get(name, []), bounds), configs.get(name, {})),
        )
        for name, topic in names.items()
    ]


def _partitions(
    name: str, found: list[dict[str, Any]], bounds: Mapping[TopicPartition, tuple[int, int]]
) -> tuple[PartitionDescription, ...]:
    return tuple(
        PartitionDescription(
            partition=partition["partition"],
            leader=partition["leader"],
            replicas=tuple(partition["replicas"]),
            in_sync=tuple(partition["isr"]),
            start=bounds[TopicPartition(name, partition["partition"])][0],
            end=bounds[TopicPartition(name, partition["partition"])][1],
        )
        for partition in sorted(found, key=lambda partition: int(partition["partition"]))
    )


async def _bounds(
    settings: BrokerSettings, topics: Mapping[str, list[dict[str, Any]]]
) -> dict[TopicPartition, tuple[int, int]]:
    partitions = [TopicPartition(name, found["partition"]) for name, all_found in topics.items() for found in all_found]
    if not partitions:
        return {}
    consumer = AIOKafkaConsumer(**connection(settings))
    try:
        await consumer.start()
        starts = await consumer.beginning_offsets(partitions)
        ends = await consumer.end_offsets(partitions)
    finally:
        await consumer.stop()
    return {partition: (starts[partition], ends[partition]) for partition in partitions}


async def _configs(admin: AIOKafkaAdminClient, names: list[str]) -> dict[str, dict[str, str]]:
    """Configuration of topics; without those whose configuration the broker does not tell or may not be read."""
    if not names:
        return {}
    try:
        responses = await admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, name) for name in names])
    except KafkaError:
        return {}
    return {
        name: {entry[0]: entry[1] for entry in entries if entry[1] is not None}
        for response in responses
        for code, _, _, name, entries in response.resources
        if code == 0
    }


@asynccontextmanager
async def _admin(settings: BrokerSettings) -> AsyncIterator[AIOKafkaAdminClient]:
    async with translating(settings):
        admin = AIOKafkaAdminClient(**connection(settings))
        try:
            await admin.start()
            yield admin
        finally:
            await admin.close()
