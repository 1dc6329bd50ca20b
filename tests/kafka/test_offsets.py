"""Where a group stands, as far as its coordinator tells."""

import uuid
from typing import Any

import pytest
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.protocol.commit import OffsetFetchResponse_v3

from stream.errors import DeliveryError
from stream.kafka import topics
from stream.kafka.offsets import Position, group_positions
from stream.kafka.retry import Retry
from stream.settings import TopicSettings
from tests.brokers.kinds import Broker

LOADING = 14
"""The error of a coordinator that still reads its log."""


@pytest.fixture
async def settings(broker: Broker) -> TopicSettings:
    """Topics of the test's own, on each broker in turn."""
    prefix = f"{uuid.uuid4().hex[:8]}."
    made = TopicSettings(bootstrap_servers=broker.address, topic_prefix=prefix, partitions=2)
    await topics.create(made)
    return made


async def test_a_group_stands_where_it_has_committed(settings: TopicSettings) -> None:
    """Else where the partition begins; the note comes along where the broker keeps it."""
    topic, group = f"{settings.topic_prefix}articles", uuid.uuid4().hex
    # A broker that has just started makes the topic of its groups when it is first asked.
    patient = Retry(attempts=None, backoff=0.1)
    first = await patient.run(lambda _attempt: group_positions(settings, group, [(topic, 0)]))
    assert first == {(topic, 0): Position(0)}
    consumer = AIOKafkaConsumer(bootstrap_servers=settings.bootstrap_servers, group_id=group, enable_auto_commit=False)
    await consumer.start()
    try:
        consumer.assign([TopicPartition(topic, 0)])
        await consumer.commit({TopicPartition(topic, 0): (5, "a note")})
    finally:
        await consumer.stop()
    found = await group_positions(settings, group, [(topic, 0), (topic, 1)])
    assert found[topic, 0] in (Position(5, "a note"), Position(5))
    assert found[topic, 1] == Position(0)


async def test_a_coordinator_that_still_loads_is_not_taken_for_an_empty_group(
    settings: TopicSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It answers with an error and without partitions: the group would begin from the beginning again."""
    send = AIOKafkaAdminClient._send_request

    async def loading(client: AIOKafkaAdminClient, request: Any, node: int | None = None) -> Any:
        if type(request).__name__ == "OffsetFetchRequest":
            return OffsetFetchResponse_v3(throttle_time_ms=0, topics=[], error_code=LOADING)
        return await send(client, request, node)

    monkeypatch.setattr(AIOKafkaAdminClient, "_send_request", loading)
    with pytest.raises(DeliveryError):
        await group_positions(settings, "group", [(f"{settings.topic_prefix}articles", 0)])
