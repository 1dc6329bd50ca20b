"""The brokers that the behaviour suite runs against, and what happens where one of them is missing."""

import os
from dataclasses import dataclass
from typing import Literal, NoReturn

import pytest

from tests.brokers.apache.distribution import KafkaUnavailableError

REQUIRE_KAFKA = "COMMUNIQUE_REQUIRE_KAFKA"


@dataclass(frozen=True, slots=True)
class Broker:
    """A broker that tests share: they keep apart by topic prefix and group."""

    kind: Literal["embedded", "kafka"]
    address: str


def without_kafka(reason: KafkaUnavailableError) -> NoReturn:
    """Skip what needs real Kafka, or fail where that is required (in CI)."""
    if os.environ.get(REQUIRE_KAFKA) == "1":
        pytest.fail(f"{REQUIRE_KAFKA} is set, but: {reason}")
    pytest.skip(f"no real Kafka: {reason}")
