"""Record headers: CloudEvents 1.0 in binary mode, and the W3C trace context that is carried on.

Sources: CloudEvents Kafka protocol binding 1.0.2, section 3.2; W3C Trace Context (2021), section 3.2.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

from schemas import Topic

Headers = list[tuple[str, bytes]]
"""Headers of a record, in their order; a name may occur more than once."""

TRACEPARENT: Final = "traceparent"
SEQUENCE: Final = "ce_sequence"
"""CloudEvents sequence extension 1.0: where the article's record is, see :func:`sequence`."""
ATTEMPTS: Final = "communique-attempts"
"""On a replayed article: how often it had been tried before, as a decimal number."""
HISTORY: Final = "communique-history"
"""On a replayed article: how it had failed before, as a JSON array of :class:`schemas.EarlierFailure`."""

_CONTENT_TYPE: Final = b"application/json"
_TRACEPARENT = re.compile(rb"(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}")
_ATTEMPTS = re.compile(rb"[1-9][0-9]{0,5}")


def event_headers(  # noqa: PLR0913 - the attributes of an event
    topic: Topic,
    event_id: str,
    *,
    source: str,
    time: datetime,
    traceparent: str | None = None,
    sequence: str | None = None,
) -> Headers:
    """Headers of an event.

    ``source`` is a URI reference; ``time`` must have an offset and is written in UTC with milliseconds, the precision
    of a Kafka timestamp.
    """
    headers = [
        ("ce_specversion", b"1.0"),
        ("ce_id", event_id.encode()),
        ("ce_type", topic.event_type.encode()),
        ("ce_source", source.encode()),
        ("ce_time", _rfc3339(time)),
        ("content-type", _CONTENT_TYPE),
    ]
    if sequence is not None:
        headers.append((SEQUENCE, sequence.encode()))
    if traceparent is not None:
        headers.append((TRACEPARENT, traceparent.encode()))
    return headers


def sequence(partition: int, offset: int) -> str:
    """Partition and offset of a source record, so written that those of a partition are in order as strings."""
    return f"{partition:010}-{offset:019}"


def traceparent_of(headers: Iterable[tuple[str, bytes]]) -> str | None:
    """The trace context of a record; None where there is none or it is malformed, as the standard asks."""
    value = last(headers, TRACEPARENT)
    return value.decode("ascii") if value is not None and _TRACEPARENT.fullmatch(value) else None


def attempts_of(headers: Iterable[tuple[str, bytes]]) -> int:
    """How often the record had been tried before it was replayed; 0 for one that was not."""
    value = last(headers, ATTEMPTS)
    return int(value) if value is not None and _ATTEMPTS.fullmatch(value) else 0


def last(headers: Iterable[tuple[str, bytes]], name: str) -> bytes | None:
    """Value of the last header of a name, in Kafka's sense of the one that counts; None where there is none."""
    found = None
    for key, value in headers:
        if key == name:
            found = value
    return found


def _rfc3339(time: datetime) -> bytes:
    return time.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z").encode()
