"""Brokers for all tests: the embedded one and a real Apache Kafka, each started once, when first asked for."""

from collections.abc import Iterator

import pytest
from xdist.remote import Producer

from stream.client import subscriber
from stream.kafka.broker import EmbeddedBroker
from tests.brokers.apache.distribution import KafkaUnavailableError
from tests.brokers.apache.node import ApacheKafka
from tests.brokers.kinds import Broker, without_kafka
from tests.side_by_side import Together, rank


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Together:
    """Deal the tests out to processes by what they share, in the order of collection."""
    config.option.loadscopereorder = False
    return Together(config, log)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """In the processes that run side by side, let what takes long begin."""
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: rank(item.nodeid))


@pytest.fixture(scope="session", autouse=True)
def _short_sessions() -> Iterator[None]:
    """The embedded broker lets a group wait for half a session whenever somebody joins it: let sessions be short."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(subscriber, "_SESSION_MS", 3_000)
        yield


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
