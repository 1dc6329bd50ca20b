"""The brokers that the behaviour suite runs against."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Broker:
    """A broker that tests share: they keep apart by topic prefix and group."""

    kind: Literal["embedded", "kafka"]
    address: str
