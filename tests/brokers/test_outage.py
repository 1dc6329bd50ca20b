"""The broker goes away and comes back (real Kafka alone keeps anything over a restart)."""

import asyncio
import functools
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from aiokafka import ConsumerRecord

from schemas import ENRICHED
from stream.kafka import topics
from tests.brokers.apache.distribution import KafkaUnavailableError
from tests.brokers.apache.node import ApacheKafka
from tests.brokers.articles import articles, ids, slow
from tests.brokers.kinds import without_kafka
from tests.brokers.site import Site, eventually, keys

pytestmark = pytest.mark.kafka


@pytest.fixture
def node(tmp_path: Path) -> Iterator[ApacheKafka]:
    """A Kafka of the test's own, to be ended at will."""
    node = ApacheKafka(tmp_path / "kafka")
    try:
        node.start()
    except KafkaUnavailableError as reason:
        without_kafka(reason)
    yield node
    node.stop()


async def test_the_worker_outlives_its_broker(node: ApacheKafka, tmp_path: Path) -> None:
    """The broker is stopped, then killed, while articles wait: back again, the same worker goes on and loses none."""
    site = Site(node.address, tmp_path)
    await topics.create(site.settings)
    worker = site.worker(models=False)
    try:
        await asyncio.to_thread(worker.start)
        for number, end in enumerate((node.stop, node.kill)):
            sent = slow(articles(40, first=100 * number), 0.2)
            await site.publish(sent)
            await site.read(ENRICHED, functools.partial(some_of, ids(sent)), ids(sent))
            await asyncio.to_thread(end)
            await asyncio.to_thread(node.start)
            late = articles(5, first=100 * number + 50)
            await site.publish(late)
            await site.read_ids(ids(sent) | ids(late))
            await eventually(worker.ready, "the worker is ready again", worker.tail)
        assert await asyncio.to_thread(worker.terminate) == 0
    finally:
        site.close()


def some_of(wanted: set[str], seen: Sequence[ConsumerRecord]) -> bool:
    """Whether a few of the articles have come."""
    return len(wanted & keys(seen)) >= 3
