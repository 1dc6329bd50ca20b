"""Topics of one test's own on the embedded broker."""

import uuid

import pytest

from stream.kafka import topics
from stream.settings import TopicSettings
from tests.brokers.kinds import Broker


@pytest.fixture
async def settings(embedded_broker: Broker) -> TopicSettings:
    """Settings of a prefix that nobody else uses, its topics created with three partitions."""
    found = TopicSettings(
        bootstrap_servers=embedded_broker.address, topic_prefix=f"{uuid.uuid4().hex[:8]}.", partitions=3
    )
    await topics.create(found)
    return found
