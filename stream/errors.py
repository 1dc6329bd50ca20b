"""All errors of communique, in one tree.

::

    CommuniqueError
    ├── InvalidRecordError          the record is at fault: it becomes a dead letter
    │   ├── InvalidJSONError        invalid-json
    │   ├── NotAnObjectError        not-an-object
    │   ├── InvalidArticleError     invalid-article
    │   ├── RecordTooLargeError     too-large
    │   └── UnreadableRecordError   unreadable-record: not even the Kafka client can read it
    ├── EnrichmentError             enrichment-failed: an article that the models cannot take
    │   ├── EnrichmentTimeoutError  enrichment-timeout
    │   ├── TooManyAnnotationsError too-many-annotations
    │   └── WorkerProcessError      process-died
    ├── BrokerError                 broker-error
    │   ├── BrokerUnreachableError  broker-unreachable (retriable)
    │   ├── AuthenticationError     authentication-failed
    │   ├── AuthorizationError      authorization-failed
    │   ├── TopicMissingError       topic-missing
    │   ├── TopicMismatchError      topic-mismatch
    │   ├── MessageTooLargeError    message-too-large
    │   ├── FencedError             fenced: another worker has taken over
    │   └── DeliveryError           delivery-failed (retriable)
    ├── ConfigurationError          bad-configuration
    ├── MissingExtraError           missing-extra
    ├── NotKnownError               not-known: the knowledge base has nothing of that id or name
    └── UsageError                  bad-input: a file or an option that a person gave
"""

from typing import ClassVar


class CommuniqueError(Exception):
    """Base of all errors that communique raises on purpose.

    ``code`` is stable and is what a dead letter carries; ``retriable`` alone decides between another attempt and a dead
    letter; ``hint`` says what the reader should do.
    """

    code: ClassVar[str] = "error"
    retriable: ClassVar[bool] = False
    hint: ClassVar[str] = ""

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.advice = self.hint if hint is None else hint

    def __str__(self) -> str:
        return self.message


class InvalidRecordError(CommuniqueError):
    """A record that is not an article of the contract."""

    code = "invalid-record"
    hint = "Mend the article at its publisher and publish it again."


class InvalidJSONError(InvalidRecordError):
    """The value is not JSON in UTF-8 (RFC 8259)."""

    code = "invalid-json"


class NotAnObjectError(InvalidRecordError):
    """The value is JSON, but not an object."""

    code = "not-an-object"


class InvalidArticleError(InvalidRecordError):
    """The object is not an article: a field is missing, blank or of a wrong type."""

    code = "invalid-article"


class RecordTooLargeError(InvalidRecordError):
    """The value is larger than the configured limit."""

    code = "too-large"
    hint = "Split the article, or raise COMMUNIQUE_MAX_ARTICLE_BYTES and the topics' max.message.bytes."


class UnreadableRecordError(InvalidRecordError):
    """The record's batch does not decode: what the broker keeps is damaged, or the way from it was."""

    code = "unreadable-record"
    retriable = True
    hint = "Replay the dead letter: another replica may be whole. Else publish the article again."


class EnrichmentError(CommuniqueError):
    """The models failed on an article."""

    code = "enrichment-failed"
    hint = "Report the article to the maintainers; replay it after an upgrade."


class EnrichmentTimeoutError(EnrichmentError):
    """An article took longer than the configured limit."""

    code = "enrichment-timeout"
    hint = "Raise COMMUNIQUE_ARTICLE_TIMEOUT, or split the article."


class TooManyAnnotationsError(EnrichmentError):
    """An article has more mentions or statements than the configured limit: a part of them would look like all of them."""

    code = "too-many-annotations"
    hint = "Split the article, or raise COMMUNIQUE_MAX_MENTIONS or COMMUNIQUE_MAX_STATEMENTS."


class WorkerProcessError(EnrichmentError):
    """The process that read an article died."""

    code = "process-died"
    hint = "Look for a memory limit (OOM) in the system's log; replay the article after raising it."


class BrokerError(CommuniqueError):
    """The broker refused or failed."""

    code = "broker-error"


class BrokerUnreachableError(BrokerError):
    """No broker answers at the configured address."""

    code = "broker-unreachable"
    retriable = True
    hint = "Check COMMUNIQUE_BOOTSTRAP_SERVERS, or start one with: communique broker"


class AuthenticationError(BrokerError):
    """The broker does not accept the credentials or the certificate."""

    code = "authentication-failed"
    hint = "Check the COMMUNIQUE_SASL_* and COMMUNIQUE_SSL_* settings."


class AuthorizationError(BrokerError):
    """The credentials are good, but an ACL is missing."""

    code = "authorization-failed"
    hint = "Have the broker's administrator grant the ACL; deploy/ has an example set."


class TopicMissingError(BrokerError):
    """A topic does not exist."""

    code = "topic-missing"
    hint = "Create the topics with: communique topics create"


class TopicMismatchError(BrokerError):
    """A topic exists with other properties than it needs."""

    code = "topic-mismatch"
    hint = "See what differs with: communique topics check"


class MessageTooLargeError(BrokerError):
    """The broker does not take a record of this size."""

    code = "message-too-large"
    hint = "Raise the topic's max.message.bytes, or split the article."


class FencedError(BrokerError):
    """Another worker has taken a partition over: this one was away for too long, and may not write any more."""

    code = "fenced"
    hint = "Nothing is lost. Start the worker again."


class DeliveryError(BrokerError):
    """A record was not acknowledged by the broker."""

    code = "delivery-failed"
    retriable = True
    hint = "Publish it again: article ids make that safe."


class ConfigurationError(CommuniqueError):
    """A setting is wrong."""

    code = "bad-configuration"
    hint = "The settings are listed in the README."


class MissingExtraError(CommuniqueError):
    """An optional part is not installed."""

    code = "missing-extra"

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} is not installed", hint=f"Install it with: pip install 'communique[{extra}]'")


class NotKnownError(CommuniqueError):
    """The knowledge base has nothing of an id or a name."""

    code = "not-known"
    hint = "Add it in a table of your own (COMMUNIQUE_KNOWLEDGE); the README says how."


class UsageError(CommuniqueError):
    """A file or an option that cannot be used."""

    code = "bad-input"
