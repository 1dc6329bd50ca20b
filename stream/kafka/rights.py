"""Whether the broker grants what a worker needs, asked before it begins: the client below would wait for it for ever."""

from typing import Final

from aiokafka.client import AIOKafkaClient, CoordinationType
from aiokafka.errors import GroupAuthorizationFailedError, for_code
from aiokafka.protocol.group import HeartbeatRequest

from stream.errors import AuthorizationError, BrokerError, DeliveryError
from stream.kafka.failures import translating
from stream.kafka.retry import Retry
from stream.kafka.security import connection
from stream.settings import BrokerSettings

_ATTEMPTS: Final = 8
"""A broker that has just started makes its offsets' topic first."""


async def require_membership(settings: BrokerSettings, group: str) -> None:
    """Raise :class:`AuthorizationError` where the ACL to join a consumer group is missing."""
    again = Retry(attempts=_ATTEMPTS, backoff=0.2, when=lambda error: isinstance(error, DeliveryError))
    try:
        await again.run(lambda _attempt: _beat(settings, group))
    except AuthorizationError:
        raise
    except BrokerError:  # whatever else it is, the client waits for it, or tells it better
        return


async def _beat(settings: BrokerSettings, group: str) -> None:
    """Send the heartbeat of nobody: the broker looks at the right to do that before it looks for the member."""
    async with translating(settings):
        client = AIOKafkaClient(**connection(settings))
        try:
            await client.bootstrap()
            node = await client.coordinator_lookup(CoordinationType.GROUP, group)
            await client.ready(node)
            response = await client.send(node, HeartbeatRequest(group, -1, ""))
        finally:
            await client.close()
        error = for_code(response.error_code)
        if error is GroupAuthorizationFailedError:
            raise error(group)
