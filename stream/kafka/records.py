"""A record as it was read from a topic, in plain types, so that it can go to another process."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from stream.kafka.headers import Headers

EPOCH = datetime.fromtimestamp(0, UTC)


@dataclass(frozen=True, slots=True)
class Record:
    """A record and where it stands."""

    value: bytes | None
    key: bytes | None
    headers: Headers
    topic: str
    """Name with prefix."""
    partition: int
    offset: int
    timestamp: datetime
    """When it was written, with offset."""
    fault: str = ""
    """Why it could not be read; nothing but its place is known then."""

    @property
    def size(self) -> int:
        """Bytes of key and value."""
        return len(self.value or b"") + len(self.key or b"")


def headers_of(pairs: Iterable[tuple[str, bytes | None]] | None) -> Headers:
    """Headers as a client gives them; a null value becomes an empty one."""
    return [(key, value or b"") for key, value in pairs or ()]


def time_of(seconds: float | None) -> datetime:
    """A record's timestamp, seconds since the epoch; the epoch itself where a client wrote nonsense."""
    try:
        return datetime.fromtimestamp(max(seconds or 0.0, 0.0), UTC)
    except (OverflowError, ValueError, OSError):
        return EPOCH
