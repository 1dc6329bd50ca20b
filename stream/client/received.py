"""An event as it was received: the contract's model and where it comes from."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Generic, TypeVar

from schemas import ContractModel
from stream.kafka.headers import traceparent_of

if TYPE_CHECKING:
    from aiokafka import ConsumerRecord

EventT = TypeVar("EventT", bound=ContractModel)


@dataclass(frozen=True, slots=True)
class Received(Generic[EventT]):
    """An event and its place in Kafka."""

    value: EventT
    """The event."""
    topic: str
    """Topic, prefix included."""
    partition: int
    offset: int
    timestamp: datetime
    """The record's time, UTC."""
    key: bytes | None
    headers: tuple[tuple[str, bytes], ...]

    @property
    def traceparent(self) -> str | None:
        """The W3C trace context that the event carries on; None where it has none."""
        return traceparent_of(self.headers)

    @classmethod
    def of(cls, value: EventT, record: "ConsumerRecord") -> "Received[EventT]":
        """The event of an aiokafka record."""
        time = datetime.fromtimestamp(record.timestamp / 1000, UTC)
        headers = tuple(record.headers)
        return cls(value, record.topic, record.partition, record.offset, time, record.key, headers)
