"""Errors of aiokafka, TLS and the network, told in our own tree.

aiokafka logs why a bootstrap server could not be used and then raises the same ``KafkaConnectionError`` for all
reasons; so :func:`diagnose` connects once more to find whether it was the network, the certificate or the password.
"""

import asyncio
import ssl
from contextlib import suppress
from types import TracebackType
from typing import Final, Self

from aiokafka import errors as kafka
from aiokafka.conn import create_conn

from stream.errors import (
    AuthenticationError,
    AuthorizationError,
    BrokerError,
    BrokerUnreachableError,
    CommuniqueError,
    ConfigurationError,
    DeliveryError,
    FencedError,
    MessageTooLargeError,
    TopicMissingError,
)
from stream.kafka.escape import escape
from stream.kafka.security import connection, servers, ssl_context
from stream.settings import BrokerSettings

_KAFKA: Final[tuple[tuple[tuple[type[kafka.KafkaError], ...], type[BrokerError | ConfigurationError], str], ...]] = (
    (
        (
            kafka.AuthenticationFailedError,
            kafka.AuthenticationMethodNotSupported,
            kafka.SaslAuthenticationFailed,
            kafka.UnsupportedSaslMechanismError,
            kafka.IllegalSaslStateError,
            kafka.SecurityDisabled,
        ),
        AuthenticationError,
        "the broker does not accept the credentials",
    ),
    (
        (
            kafka.TopicAuthorizationFailedError,
            kafka.GroupAuthorizationFailedError,
            kafka.ClusterAuthorizationFailedError,
            kafka.TransactionalIdAuthorizationFailed,
        ),
        AuthorizationError,
        "the broker does not allow it",
    ),
    ((kafka.ProducerFenced, kafka.InvalidProducerEpoch), FencedError, "another worker has taken over"),
    ((kafka.UnknownTopicOrPartitionError,), TopicMissingError, "a topic or partition does not exist"),
    (
        (kafka.MessageSizeTooLargeError, kafka.RecordListTooLargeError),
        MessageTooLargeError,
        "the broker refuses the record",
    ),
    (
        (
            kafka.InvalidConfigurationError,
            kafka.InvalidPartitionsError,
            kafka.InvalidReplicationFactorError,
            kafka.InvalidTopicError,
            kafka.PolicyViolationError,
        ),
        ConfigurationError,
        "the broker refuses the request",
    ),
)
_OBJECTION: Final = 2.0
"""Seconds to wait for a broker's objection."""
_UNREACHABLE: Final = (
    kafka.KafkaConnectionError,
    kafka.NoBrokersAvailable,
    kafka.NodeNotReadyError,
    kafka.KafkaUnavailableError,
    kafka.StaleMetadata,
)

TRANSLATED: Final = (kafka.KafkaError, OSError)  # TimeoutError is an OSError
"""What :func:`translate` knows; anything else is a fault of the program and passes as it is."""


def translate(error: BaseException, settings: BrokerSettings) -> CommuniqueError:
    """The error in our tree. An error of our tree comes back as it is."""
    what = escape(_text(error), 300)
    match error:
        case CommuniqueError():
            return error
        case kafka.KafkaError():
            return _from_kafka(error, what, settings)
        case ssl.SSLCertVerificationError():
            return AuthenticationError(f"the broker's certificate is refused: {escape(error.verify_message, 300)}")
        case ssl.SSLError():
            return _from_tls(error, what, settings)
        case OSError():
            return BrokerUnreachableError(f"no broker answers at {_at(settings)}: {what}")
        case _:
            return BrokerError(f"the broker failed: {what}")


def _from_tls(error: ssl.SSLError, what: str, settings: BrokerSettings) -> CommuniqueError:
    reason = getattr(error, "reason", None) or ""
    if "ALERT" in reason and "CERTIFICATE" in reason:
        return AuthenticationError(
            "the broker refuses this client's certificate, or that there is none",
            hint="Check COMMUNIQUE_SSL_CERTFILE and COMMUNIQUE_SSL_KEYFILE.",
        )
    return AuthenticationError(f"no TLS connection with {_at(settings)}: {what}")


def _from_kafka(error: kafka.KafkaError, what: str, settings: BrokerSettings) -> CommuniqueError:
    for kinds, ours, message in _KAFKA:
        if isinstance(error, kinds):
            return ours(f"{message}: {what}")
    if isinstance(error, _UNREACHABLE):
        return BrokerUnreachableError(f"no broker answers at {_at(settings)}")
    if error.retriable or isinstance(error, kafka.KafkaTimeoutError):
        return DeliveryError(f"the broker did not acknowledge: {what}")
    return BrokerError(f"the broker failed: {what}")


async def diagnose(error: BaseException, settings: BrokerSettings) -> CommuniqueError:
    """As :func:`translate`; where no broker could be used, the reason that the first server gives."""
    known = translate(error, settings)
    if not isinstance(known, BrokerUnreachableError) or not isinstance(error, kafka.KafkaError):
        return known
    for look in (_look, _hear_out):
        try:
            await look(settings)
        except TRANSLATED as reason:
            found = translate(reason, settings)
            if not isinstance(found, BrokerUnreachableError) or not isinstance(reason, kafka.KafkaError):
                return found
    return known


async def _look(settings: BrokerSettings) -> None:
    """Connect to the first server, with everything that belongs to it."""
    arguments = connection(settings)
    del arguments["bootstrap_servers"]
    closed = (await create_conn(*_first(settings), **arguments)).close()
    if closed is not None:
        await closed


async def _hear_out(settings: BrokerSettings) -> None:
    """Raise what the broker objects to when the handshake is over: in TLS 1.3 that is a client without certificate."""
    context = ssl_context(settings)
    if context is None:
        return
    reader, writer = await asyncio.open_connection(*_first(settings), ssl=context)
    try:
        with suppress(TimeoutError):
            await asyncio.wait_for(reader.read(1), _OBJECTION)
    finally:
        writer.transport.abort()
        with suppress(*TRANSLATED):
            await writer.wait_closed()


def _first(settings: BrokerSettings) -> tuple[str, int]:
    host, _, port = servers(settings)[0].rpartition(":")
    return host.strip("[]"), int(port)


class translating:  # noqa: N801 - reads as a phrase: with translating(settings)
    """Context manager that raises what fails inside as an error of our tree.

    ``async with`` also asks the broker why it could not be used (:func:`diagnose`).
    """

    def __init__(self, settings: BrokerSettings) -> None:
        self._settings = settings

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if isinstance(error, TRANSLATED):
            raise translate(error, self._settings) from error

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if isinstance(error, TRANSLATED):
            raise await diagnose(error, self._settings) from error


def _at(settings: BrokerSettings) -> str:
    return escape(settings.bootstrap_servers, 200)


def _text(error: BaseException) -> str:
    if isinstance(error, kafka.BrokerResponseError) and not error.args:
        return str(error.description or type(error).__name__)
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error.args[0]) if error.args else type(error).__name__
