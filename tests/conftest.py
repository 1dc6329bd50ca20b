"""Brokers for all tests: the embedded one and a real Apache Kafka, each started once, when first asked for."""

import os
from collections.abc import Iterator

import pytest

from stream.kafka.broker import EmbeddedBroker
from tests.brokers.apache.distribution import KafkaUnavailableError
from tests.brokers.apache.node import ApacheKafka
from tests.brokers.kinds import Broker

REQUIRE_KAFKA = "COMMUNIQUE_REQUIRE_KAFKA"


def without_kafka(reason: KafkaUnavailableError) -> None:
    """Skip what needs real Kafka, or fail where that is required (in CI)."""
    if os.environ.get(REQUIRE_KAFKA) == "1":
        pytest.fail(f"{REQUIRE_KAFKA} is set, but: {reason}")
    pytest.skip(f"no real Kafka: {reason}")


@pytest.fixture(scope="session")
def embedded_broker() -> Iterator[Broker]:
    """The embedded broker."""
    with EmbeddedBroker() as broker:
        yield Broker("embedded", broker.address)


@pytest.fixture(scope="session")
def kafka_broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Broker]:
    """Real Apache Kafka; its log is ``kafka/kafka.log`` below pytest's temporary directory."""
    node = ApacheKafka(tmp_path_factory.mktemp("kafka", numbered=False))
    try:
        node.start()
    except KafkaUnavailableError as reason:
        without_kafka(reason)
    try:
        yield Broker("kafka", node.address)
    finally:
        node.stop()


@pytest.fixture(
    scope="session",
    params=[
        pytest.param("embedded_broker", marks=pytest.mark.embedded, id="embedded"),
        pytest.param("kafka_broker", marks=pytest.mark.kafka, id="kafka"),
    ],
)
def broker(request: pytest.FixtureRequest) -> Broker:
    """Each broker in turn: what holds on the one must hold on the other."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Broker)
    return found
