"""What could not be processed, and why."""

import base64
import binascii
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema

from schemas.article import Timestamp
from schemas.base import SCHEMA_VERSION, ContractModel


def _decode(value: object) -> object:
    if isinstance(value, str):
        try:
            return base64.b64decode(value, validate=True)
        except binascii.Error as error:
            raise ValueError(f"not base64: {error}") from None
    return value


Base64 = Annotated[
    bytes,
    BeforeValidator(_decode),
    PlainSerializer(lambda value: base64.b64encode(value).decode("ascii"), return_type=str),
    WithJsonSchema({"type": "string", "contentEncoding": "base64"}),
]
"""Bytes that travel as standard base64 (RFC 4648, section 4)."""


class DeadLetterHeader(ContractModel):
    """One header of the original record."""

    key: str
    """Name of the header."""
    value: Base64
    """Its bytes, base64."""


class EarlierFailure(ContractModel):
    """A failure of the same record before it was replayed."""

    topic: str
    """Topic it had been read from."""
    partition: int = Field(ge=0, le=2**31 - 1)
    """Partition it had been read from."""
    offset: int = Field(ge=0, le=2**63 - 1)
    """Offset it had been read from."""
    stage: str
    """Where it failed: decode, enrich or produce."""
    error: str
    """Stable code of the error."""
    message: str
    """What was wrong, shortened."""
    attempts: int = Field(ge=1, le=2**31 - 1)
    """How often it had been tried in all by then."""
    failed_at: Timestamp
    """When the last of those attempts failed."""


class DeadLetter(ContractModel):
    """Value of ``articles.dead-letters``: a record that could not be processed, whole, and the reason."""

    schema_version: str = SCHEMA_VERSION
    """Version of the wire contract."""
    value: Base64 | None
    """The original bytes, base64; null for a record without a value, or where ``truncated`` is true."""
    truncated: bool = False
    """True where the original is too large for the broker: it is still at its source topic, partition and offset."""
    size: int = Field(ge=0)
    """Length of the original value in bytes."""
    key: Base64 | None
    """The original key, base64."""
    headers: tuple[DeadLetterHeader, ...]
    """The original headers in their order, without what a replay added to them."""
    topic: str
    """Topic it was read from."""
    partition: int = Field(ge=0)
    """Partition it was read from."""
    offset: int = Field(ge=0)
    """Offset it was read from."""
    stage: str
    """Where it failed: decode, enrich or produce."""
    error: str
    """Stable code of the error."""
    message: str
    """What is wrong, and where."""
    retriable: bool
    """Whether a replay may succeed without a change to the article."""
    attempts: int = Field(ge=1)
    """How often it has been tried in all, replays included."""
    failed_at: Timestamp
    """When the last attempt failed."""
    history: tuple[EarlierFailure, ...] = ()
    """Its failures before it was replayed, oldest first; the last ten of them."""
