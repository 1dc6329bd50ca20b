"""What becomes of a record that was sent."""

from dataclasses import dataclass
from datetime import datetime

from stream.errors import CommuniqueError


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


@dataclass(frozen=True, slots=True)
class Failure:
    """A record that is not on the topic, and why."""

    article_id: str | None
    """Id of the article; None for raw bytes."""
    error: CommuniqueError
