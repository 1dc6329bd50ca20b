"""Topics on a broker, and the embedded broker itself."""

import socket
from collections.abc import Iterator

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer

from schemas import ARTICLES, DEAD_LETTERS, TOPICS
from stream.errors import BrokerError, BrokerUnreachableError
from stream.kafka import topics
from stream.kafka.broker import EmbeddedBroker
from stream.settings import BrokerSettings, TopicSettings

pytestmark = pytest.mark.embedded


@pytest.fixture(scope="module")
def broker() -> Iterator[EmbeddedBroker]:
    with EmbeddedBroker() as running:
        yield running


def settings(broker: EmbeddedBroker, prefix: str, **more: object) -> TopicSettings:
    return TopicSettings(bootstrap_servers=broker.address, topic_prefix=prefix, partitions=2, **more)


async def test_create_makes_what_is_missing_and_no_more(broker: EmbeddedBroker) -> None:
    """The first call makes all topics, the second none."""
    wanted = settings(broker, "create.")
    assert await topics.create(wanted) == [f"create.{topic.name}" for topic in TOPICS]
    assert await topics.create(wanted) == []


async def test_check_tells_what_is_missing_without_making_it(broker: EmbeddedBroker) -> None:
    """Also on a broker that creates what is asked for by name."""
    wanted = settings(broker, "check.")
    for _ in range(2):
        problems = await topics.check(wanted)
        assert {problem.topic for problem in problems} == {f"check.{topic.name}" for topic in TOPICS}
        assert all(problem.fatal for problem in problems)
    await topics.create(wanted)
    assert await topics.check(wanted) == []


async def test_check_tells_of_topics_that_take_too_little(broker: EmbeddedBroker) -> None:
    """A topic made for smaller records still works, but says so."""
    await topics.create(settings(broker, "small.", max_message_bytes=2048))
    problems = await topics.check(settings(broker, "small."))
    assert len(problems) == len(TOPICS)
    assert not any(problem.fatal for problem in problems)
    assert "max.message.bytes is 2048; records may have 33554432 bytes" in problems[0].message


async def test_describe_tells_partitions_offsets_and_configuration(broker: EmbeddedBroker) -> None:
    """Of topics that exist; of the others, that they do not."""
    wanted = settings(broker, "describe.", retention_days=1)
    assert [found.exists for found in await topics.describe(wanted)] == [False] * len(TOPICS)
    await topics.create(wanted)
    producer = AIOKafkaProducer(bootstrap_servers=broker.address)
    await producer.start()
    await producer.send_and_wait("describe.articles", b"{}", partition=1)
    await producer.stop()
    found = {description.name: description for description in await topics.describe(wanted)}
    articles, letters = found["describe.articles"], found["describe.articles.dead-letters"]
    assert [(partition.start, partition.end) for partition in articles.partitions] == [(0, 0), (0, 1)]
    assert articles.configs["retention.ms"] == "86400000"
    assert letters.configs["retention.ms"] == "259200000"


def test_a_dead_letter_has_room_for_the_largest_article() -> None:
    """Base64 takes four bytes for three."""
    limits = BrokerSettings(max_message_bytes=3_000_000)
    assert topics.record_limit(ARTICLES, limits) == 3_000_000
    assert topics.record_limit(DEAD_LETTERS, limits) >= 4_000_000 + 1024


async def test_an_absent_broker_is_told() -> None:
    """One clear error that names the address."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"127.0.0.1:{server.getsockname()[1]}"
    with pytest.raises(BrokerUnreachableError, match=address):
        await topics.check(BrokerSettings(bootstrap_servers=address, request_timeout=5))


async def test_the_embedded_broker_keeps_large_records(broker: EmbeddedBroker) -> None:
    """Twenty megabytes go in and come out."""
    value = b"x" * 20_000_000
    producer = AIOKafkaProducer(bootstrap_servers=broker.address, max_request_size=40_000_000)
    consumer = AIOKafkaConsumer("large", bootstrap_servers=broker.address, auto_offset_reset="earliest")
    await producer.start()
    await producer.send_and_wait("large", value)
    await consumer.start()
    try:
        assert (await consumer.getone()).value == value
    finally:
        await consumer.stop()
        await producer.stop()


def test_two_embedded_brokers_run_side_by_side(broker: EmbeddedBroker) -> None:
    """Each takes a free port, and is gone when its block ends."""
    with EmbeddedBroker() as other:
        assert other.port != broker.port
        port = other.port
        assert other.pid is not None
    with socket.socket() as client:
        assert client.connect_ex(("127.0.0.1", port)) != 0
    assert other.pid is None


def test_a_taken_port_is_told(broker: EmbeddedBroker) -> None:
    """Rather than to talk to a stranger's broker."""
    with pytest.raises(BrokerError, match=f"port {broker.port} is taken"):
        EmbeddedBroker(broker.port).start()
