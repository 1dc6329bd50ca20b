"""What a broker's transactions need (KIP-98)."""

from typing import Final

from aiokafka.client import AIOKafkaClient, CoordinationType
from aiokafka.errors import BrokerResponseError, ConcurrentTransactions, for_code
from aiokafka.protocol.transaction import InitProducerIdRequest

from stream.errors import AuthorizationError, ConfigurationError, DeliveryError
from stream.kafka.failures import translate, translating
from stream.kafka.retry import Retry
from stream.kafka.security import connection
from stream.settings import BrokerSettings

_TIMEOUT_MS: Final = 60_000
_ATTEMPTS: Final = 8
"""A broker that has just started makes its transaction log first."""


def transactional_id(group: str, topic: str, partition: int) -> str:
    """The id under which a group's member produces what comes of a partition: its next owner takes it over."""
    return f"{group}-{topic}-{partition}"


async def require_transactions(settings: BrokerSettings, group: str) -> None:
    """Raise :class:`ConfigurationError` where the broker has no transactions, and as :func:`has_transactions`."""
    if not await has_transactions(settings, f"{group}-probe"):
        raise ConfigurationError(
            f"COMMUNIQUE_DELIVERY is exactly-once, but the broker at {settings.bootstrap_servers} has no transactions",
            hint="Use Apache Kafka or a broker that implements KIP-98, or set COMMUNIQUE_DELIVERY=at-least-once.",
        )


async def has_transactions(settings: BrokerSettings, identity: str) -> bool:
    """Whether the broker has transactions, tried with the transactional id ``identity``.

    Raises :class:`AuthorizationError` where an ACL is missing, and what else keeps the broker from being used.
    """
    again = Retry(attempts=_ATTEMPTS, backoff=0.2, when=lambda error: isinstance(error, DeliveryError))
    code = await again.run(lambda _attempt: _try(settings, identity))
    if code in (0, ConcurrentTransactions.errno):  # the latter where two begin at once
        return True
    known = translate(for_code(code)(), settings)
    if isinstance(known, AuthorizationError):
        raise known
    return False


async def _try(settings: BrokerSettings, identity: str) -> int:
    """The error code of the request for a transactional producer; one that passes by itself is raised."""
    async with translating(settings):
        client = AIOKafkaClient(**connection(settings))
        try:
            await client.bootstrap()
            code = await _request(client, identity)
        finally:
            await client.close()
        if for_code(code).retriable:
            raise for_code(code)
        return code


async def _request(client: AIOKafkaClient, identity: str) -> int:
    try:
        node = await client.coordinator_lookup(CoordinationType.TRANSACTION, identity)
        await client.ready(node)
        request = InitProducerIdRequest(transactional_id=identity, transaction_timeout_ms=_TIMEOUT_MS)
        response = await client.send(node, request)
    except BrokerResponseError as error:
        return int(error.errno)
    return int(response.error_code)
