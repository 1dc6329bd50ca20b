"""What becomes of a record that was sent."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from stream.errors import CommuniqueError

if TYPE_CHECKING:
    from aiokafka.structs import RecordMetadata


@dataclass(frozen=True, slots=True)
class Receipt:
    """The broker has acknowledged a record: it is on the topic, on all in-sync replicas."""

    article_id: str | None
    """Id of the article; None for raw bytes."""
    topic: str
    """Topic, prefix included."""
    partition: int
    offset: int
    timestamp: datetime
    """The record's time, UTC."""

    @classmethod
    def of(cls, written: "RecordMetadata", article_id: str | None = None) -> Self:
        """What the broker told of a record."""
        time = datetime.fromtimestamp(written.timestamp / 1000, UTC)
        return cls(article_id, written.topic, written.partition, written.offset, time)


@dataclass(frozen=True, slots=True)
class Failure:
    """A record that is not on the topic, and why."""

    article_id: str | None
    """Id of the article; None for raw bytes."""
    error: CommuniqueError
