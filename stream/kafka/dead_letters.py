"""Dead letters: made of a record and what failed, and turned back into the record for a replay."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Literal, Self, get_args

from schemas import DeadLetter, DeadLetterHeader
from stream.errors import (
    CommuniqueError,
    EnrichmentError,
    EnrichmentTimeoutError,
    InvalidArticleError,
    InvalidJSONError,
    MessageTooLargeError,
    NotAnObjectError,
    RecordTooLargeError,
    UnreadableRecordError,
    WorkerProcessError,
)
from stream.kafka.escape import escape
from stream.kafka.headers import ATTEMPTS, Headers, attempts_of
from stream.kafka.records import Record

Stage = Literal["decode", "enrich", "produce"]
STAGES: Final[tuple[Stage, ...]] = get_args(Stage)
CODES: Final = tuple(
    error.code
    for error in (
        InvalidJSONError,
        NotAnObjectError,
        InvalidArticleError,
        RecordTooLargeError,
        UnreadableRecordError,
        EnrichmentError,
        EnrichmentTimeoutError,
        WorkerProcessError,
        MessageTooLargeError,
    )
)
"""The codes that dead letters carry, in the order of the stages."""

_KEPT_WHOLE = 16 * 1024
"""A truncated letter keeps key and headers up to this many bytes in all; they too may be what is too large."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a record became a dead letter, in plain types."""

    stage: Stage
    error: str
    """Stable code of the error."""
    message: str
    retriable: bool
    attempts: int = 1
    """Attempts since it was last read from its topic."""

    @classmethod
    def of(cls, stage: Stage, error: CommuniqueError) -> Self:
        """The failure that an error stands for."""
        return cls(stage, error.code, escape(error.message), error.retriable)

    def after(self, attempts: int) -> "Failure":
        """The same failure after so many attempts."""
        return replace(self, attempts=attempts)


def dead_letter(record: Record, failure: Failure, failed_at: datetime) -> DeadLetter:
    """The whole record and why it failed; the attempts of earlier replays are counted in.

    A record that could not be read is truncated: it is at its topic, partition and offset only.
    """
    return DeadLetter(
        value=record.value,
        truncated=bool(record.fault),
        size=len(record.value or b""),
        key=record.key,
        headers=tuple(DeadLetterHeader(key=key, value=value) for key, value in record.headers),
        topic=record.topic,
        partition=record.partition,
        offset=record.offset,
        stage=failure.stage,
        error=failure.error,
        message=failure.message,
        retriable=failure.retriable,
        attempts=attempts_of(record.headers) + failure.attempts,
        failed_at=failed_at,
    )


def truncated(letter: DeadLetter) -> DeadLetter:
    """The letter without the original value, which stays at its topic, partition and offset."""
    weight = len(letter.key or b"") + sum(len(header.key) * 4 + len(header.value) for header in letter.headers)
    small = weight <= _KEPT_WHOLE
    return letter.model_copy(
        update={
            "value": None,
            "truncated": True,
            "key": letter.key if small else None,
            "headers": letter.headers if small else (),
        }
    )


def replay_headers(letter: DeadLetter) -> Headers:
    """Headers for putting the original back on its topic: its own, and how often it has been tried."""
    own = [(header.key, header.value) for header in letter.headers if header.key != ATTEMPTS]
    return [*own, (ATTEMPTS, str(letter.attempts).encode())]
