"""Errors of clients and network in our own tree."""

import socket
import ssl

import pytest
from aiokafka import errors as kafka

from stream import errors
from stream.errors import BrokerUnreachableError, CommuniqueError, TopicMissingError
from stream.kafka.failures import diagnose, translate, translating
from stream.settings import BrokerSettings

SETTINGS = BrokerSettings(bootstrap_servers="broker:9092")


@pytest.mark.parametrize(
    ("error", "ours"),
    [
        (kafka.KafkaConnectionError("x"), errors.BrokerUnreachableError),
        (ConnectionRefusedError(111, "refused"), errors.BrokerUnreachableError),
        (socket.gaierror(-2, "Name or service not known"), errors.BrokerUnreachableError),
        (TimeoutError(), errors.BrokerUnreachableError),
        (ssl.SSLError(1, "wrong version number"), errors.AuthenticationError),
        (kafka.SaslAuthenticationFailed("no"), errors.AuthenticationError),
        (kafka.UnsupportedSaslMechanismError("no"), errors.AuthenticationError),
        (kafka.TopicAuthorizationFailedError("articles"), errors.AuthorizationError),
        (kafka.GroupAuthorizationFailedError("g"), errors.AuthorizationError),
        (kafka.UnknownTopicOrPartitionError(), errors.TopicMissingError),
        (kafka.MessageSizeTooLargeError(), errors.MessageTooLargeError),
        (kafka.InvalidReplicationFactorError("3"), errors.ConfigurationError),
        (kafka.KafkaTimeoutError(), errors.DeliveryError),
        (kafka.RequestTimedOutError(), errors.DeliveryError),
        (kafka.NotEnoughReplicasError(), errors.DeliveryError),
        (kafka.ProducerFenced(), errors.FencedError),
        (kafka.CorruptRecordException(), errors.BrokerError),
    ],
)
def test_each_error_has_its_place_in_the_tree(error: Exception, ours: type[CommuniqueError]) -> None:
    """So that what can be retried is told apart from what cannot."""
    translated = translate(error, SETTINGS)
    assert type(translated) is ours
    assert translated.message.isprintable()


def test_our_own_errors_stay() -> None:
    """Nothing is wrapped twice."""
    error = TopicMissingError("x")
    assert translate(error, SETTINGS) is error


def test_faults_of_the_program_are_not_hidden() -> None:
    """Only what a client or the network raises is translated."""
    with pytest.raises(ZeroDivisionError), translating(SETTINGS):
        _ = 1 / 0
    with pytest.raises(BrokerUnreachableError, match="broker:9092"), translating(SETTINGS):
        raise kafka.KafkaConnectionError("x")


async def test_the_reason_of_a_failed_bootstrap_is_found() -> None:
    """The client tells no reason; connecting once more does."""
    settings = BrokerSettings(bootstrap_servers="no-such-host.invalid:9092", request_timeout=5)
    told = await diagnose(kafka.KafkaConnectionError("Unable to bootstrap"), settings)
    assert isinstance(told, BrokerUnreachableError)
    assert "no-such-host.invalid:9092: " in told.message
    with pytest.raises(BrokerUnreachableError, match="no-such-host"):
        async with translating(settings):
            raise kafka.KafkaConnectionError("Unable to bootstrap")
