"""Errors of aiokafka, TLS and the network, told in our own tree.

aiokafka logs why a bootstrap server could not be used and then raises the same ``KafkaConnectionError`` for all
reasons; so :func:`diagnose` connects once more to find whether it was the network, the certificate or the password.
"""

import ssl
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
from stream.kafka.security import connection, servers
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
            return AuthenticationError(f"no TLS connection with {_at(settings)}: {what}")
        case OSError():
            return BrokerUnreachableError(f"no broker answers at {_at(settings)}: {what}")
        case _:
            return BrokerError(f"the broker failed: {what}")


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
    arguments = connection(settings)
    del arguments["bootstrap_servers"]
    host, _, port = servers(settings)[0].rpartition(":")
    try:
        probe = await create_conn(host.strip("[]"), int(port), **arguments)
    except TRANSLATED as reason:
        return translate(reason, settings)
    closed = probe.close()
    if closed is not None:
        await closed
    return known


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
