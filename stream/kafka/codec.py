"""Bytes to contract models and back.

Syntax is orjson's matter (RFC 8259, strictly: it also tells where the fault is), types are pydantic's. Every fault of a
record is an :class:`~stream.errors.InvalidRecordError` with a bounded, printable message.
"""

from typing import Any

import orjson
from pydantic import ValidationError
from pydantic_core import ErrorDetails, to_json

from schemas import Article, ContractModel, Topic, identified
from stream.errors import (
    InvalidArticleError,
    InvalidJSONError,
    InvalidRecordError,
    NotAnObjectError,
    RecordTooLargeError,
)
from stream.kafka.escape import escape
from stream.settings import MAX_NESTING

_MAX_FAULTS = 3
"""Faults named in one message."""
_NAMES = {list: "an array", str: "a string", bool: "a boolean", int: "a number", float: "a number", type(None): "null"}


def decode_article(value: bytes | None, *, limit: int, nesting: int = MAX_NESTING) -> Article:
    """The article in a record's value, its id filled in.

    Raises :class:`RecordTooLargeError` above ``limit`` bytes, :class:`InvalidJSONError`, :class:`NotAnObjectError` or
    :class:`InvalidArticleError` (also for ``metadata`` of more than ``nesting`` levels), each naming the field or position
    at fault.
    """
    if value is None:
        raise InvalidJSONError("the record has no value")
    if len(value) > limit:
        raise RecordTooLargeError(f"the value has {len(value)} bytes; the limit is {limit}")
    return to_article(_load(value), nesting=nesting)


def to_article(document: object, *, nesting: int = MAX_NESTING) -> Article:
    """The article in a JSON document that is parsed already, its id filled in; errors as :func:`decode_article`."""
    if not isinstance(document, dict):
        raise NotAnObjectError(f"an article is a JSON object; this is {_NAMES.get(type(document), 'something else')}")
    check_nesting(document.get("metadata"), nesting)
    try:
        return identified(Article.model_validate(document))
    except ValidationError as error:
        raise InvalidArticleError(_faults(error)) from None


def check_nesting(metadata: object, levels: int) -> None:
    """Raise :class:`InvalidArticleError` where an article's metadata is nested deeper than so many levels."""
    if _deeper_than(metadata, levels):
        raise InvalidArticleError(f"metadata: is nested deeper than {levels} levels")


def decode_event(topic: Topic, value: bytes) -> ContractModel:
    """The event in a record of one of the contract's topics.

    Raises :class:`InvalidJSONError` where it is not JSON and :class:`InvalidRecordError` where it is not of the
    topic's model.
    """
    try:
        return topic.model.model_validate(_load(value))
    except ValidationError as error:
        raise InvalidRecordError(f"not a {topic.model.__name__}: {_faults(error)}") from None


def encode(model: ContractModel) -> bytes:
    """The model as JSON in UTF-8, fields in the order of their definition: equal models give equal bytes."""
    return to_json(model)


def _load(value: bytes) -> Any:
    try:
        return orjson.loads(value)
    except orjson.JSONDecodeError as error:
        raise InvalidJSONError(_syntax_fault(value, error)) from None


def _syntax_fault(value: bytes, error: orjson.JSONDecodeError) -> str:
    try:
        value.decode("utf-8")
    except UnicodeDecodeError as fault:
        return f"not UTF-8: byte 0x{value[fault.start]:02x} at byte {fault.start} ({fault.reason})"
    where = f"line {error.lineno}, column {error.colno} (character {error.pos})"
    return f"not JSON: {escape(error.msg, 100)} at {where}"


def _faults(error: ValidationError) -> str:
    faults = error.errors(include_url=False, include_context=False, include_input=False)
    shown = "; ".join(_fault(fault) for fault in faults[:_MAX_FAULTS])
    more = len(faults) - _MAX_FAULTS
    return escape(f"{shown}; and {more} more" if more > 0 else shown)


def _fault(fault: ErrorDetails) -> str:
    field = ".".join(str(part) for part in fault["loc"]) or "value"
    return f"{field}: {fault['msg'].removeprefix('Value error, ')}"


def _deeper_than(value: object, levels: int) -> bool:
    """Whether arrays and objects are nested deeper than so many levels; breadth first, without recursion."""
    layer = [value]
    for _ in range(levels):
        layer = [child for item in layer if isinstance(item, (dict, list)) for child in _children(item)]
        if not layer:
            return False
    return any(isinstance(item, (dict, list)) for item in layer)


def _children(item: dict[str, object] | list[object]) -> list[object]:
    return list(item.values()) if isinstance(item, dict) else item
