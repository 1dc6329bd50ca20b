"""Dead letters: made of a record and what failed, and turned back into the record for a replay."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Literal, Self, get_args

from pydantic import TypeAdapter, ValidationError

from schemas import DeadLetter, DeadLetterHeader, EarlierFailure
from stream.errors import (
    CommuniqueError,
    EnrichmentError,
    EnrichmentTimeoutError,
    InvalidArticleError,
    InvalidJSONError,
    MessageTooLargeError,
    NotAnObjectError,
    RecordTooLargeError,
    TooManyAnnotationsError,
    UnreadableRecordError,
    WorkerProcessError,
)
from stream.kafka.escape import escape
from stream.kafka.headers import ATTEMPTS, HISTORY, Headers, attempts_of, last
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
        TooManyAnnotationsError,
        WorkerProcessError,
        MessageTooLargeError,
    )
)
"""The codes that dead letters carry, in the order of the stages."""

_KEPT_WHOLE = 16 * 1024
"""A truncated letter keeps key and headers up to this many bytes in all; they too may be what is too large."""
_OURS: Final = (ATTEMPTS, HISTORY)
_MAX_HISTORY: Final = 10
_HISTORY_BYTES: Final = 32 * 1024
"""A header longer than this is not of our making: whoever writes articles may write such headers, too."""
_SHORT: Final = 200
"""Longest text of an earlier failure, in characters."""
_History: Final = TypeAdapter(tuple[EarlierFailure, ...])


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
    """The whole record and why it failed; attempts and failures before its replays are carried on.

    A record that could not be read is truncated: it is at its topic, partition and offset only.
    """
    return DeadLetter(
        value=record.value,
        truncated=bool(record.fault),
        size=len(record.value or b""),
        key=record.key,
        headers=tuple(DeadLetterHeader(key=key, value=value) for key, value in _own(record.headers)),
        topic=record.topic,
        partition=record.partition,
        offset=record.offset,
        stage=failure.stage,
        error=failure.error,
        message=failure.message,
        retriable=failure.retriable,
        attempts=attempts_of(record.headers) + failure.attempts,
        failed_at=failed_at,
        history=history_of(record.headers),
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


def replay_headers(letter: DeadLetter, original: Iterable[tuple[str, bytes]] | None = None) -> Headers:
    """Headers for putting the original back on its topic: its own, how often it has been tried, and how it failed.

    ``original`` are its own headers where the letter does not hold them.
    """
    own = [(header.key, header.value) for header in letter.headers] if original is None else original
    history = (*letter.history, _earlier(letter))[-_MAX_HISTORY:]
    return [*_own(own), (ATTEMPTS, str(letter.attempts).encode()), (HISTORY, _History.dump_json(history))]


def history_of(headers: Iterable[tuple[str, bytes]]) -> tuple[EarlierFailure, ...]:
    """How a record had failed before it was replayed, bounded and printable; nothing where the header is malformed."""
    value = last(headers, HISTORY)
    if value is None or len(value) > _HISTORY_BYTES:
        return ()
    try:
        return tuple(_harmless(failure) for failure in _History.validate_json(value)[-_MAX_HISTORY:])
    except (ValidationError, RecursionError):
        return ()


def _own(headers: Iterable[tuple[str, bytes]]) -> Headers:
    return [(name, value) for name, value in headers if name not in _OURS]


def _earlier(letter: DeadLetter) -> EarlierFailure:
    return _harmless(EarlierFailure.model_validate(letter.model_dump(include=set(EarlierFailure.model_fields))))


def _harmless(failure: EarlierFailure) -> EarlierFailure:
    texts = {name: escape(getattr(failure, name), _SHORT) for name in ("topic", "stage", "error", "message")}
    return failure.model_copy(update=texts)
