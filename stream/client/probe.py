"""What the clients must know of a broker before they start: whether the topic is there, and what the broker can do."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiokafka.client import AIOKafkaClient
from aiokafka.errors import IncompatibleBrokerVersion, for_code
from aiokafka.protocol.transaction import InitProducerIdRequest

from stream.errors import TopicMissingError
from stream.kafka.escape import escape
from stream.kafka.failures import translating
from stream.kafka.security import absence, connection
from stream.settings import BrokerSettings

_NO_TRANSACTION_TIMEOUT_MS = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Probe:
    """A broker as it was found."""

    partitions: dict[str, frozenset[int]]
    """The partitions of each topic that these credentials may see."""
    absence: str = "does not exist"
    """What is to be said of another topic."""
    idempotent: bool = False
    """Whether it gives producers an identity (KIP-98), so that a retried send is written once."""

    def require(self, topic: str) -> frozenset[int]:
        """The partitions of a topic; raises :class:`TopicMissingError`."""
        if topic not in self.partitions:
            raise TopicMissingError(f"the topic {escape(topic, 300)} {self.absence}")
        return self.partitions[topic]


async def probe(settings: BrokerSettings, *, producer: bool = False) -> Probe:
    """Look at the broker. All topics are asked for: asked for by name, some brokers would create them.

    With ``producer`` it also tries whether producers can be idempotent; aiokafka's producer would log an error and fail
    where they cannot.

    Raises:
        BrokerError: nothing answers, or it does not accept the credentials.

    """
    async with _client(settings) as client:
        metadata = await client.fetch_all_metadata()
        partitions = {topic: frozenset(metadata.partitions_for_topic(topic) or ()) for topic in metadata.topics()}
        return Probe(partitions, absence(settings), idempotent=producer and await _gives_producer_ids(client))


async def _gives_producer_ids(client: AIOKafkaClient) -> bool:
    request = InitProducerIdRequest(transactional_id=None, transaction_timeout_ms=_NO_TRANSACTION_TIMEOUT_MS)
    try:
        response = await client.send(client.get_random_node(), request)
    except IncompatibleBrokerVersion:
        return False
    # A passing fault (a coordinator that is loading) is the producer's to wait for.
    return response.error_code == 0 or bool(for_code(response.error_code).retriable)


@asynccontextmanager
async def _client(settings: BrokerSettings) -> AsyncIterator[AIOKafkaClient]:
    async with translating(settings):
        client = AIOKafkaClient(**connection(settings))
        try:
            await client.bootstrap()
            yield client
        finally:
            await client.close()
