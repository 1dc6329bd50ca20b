"""What the behaviour suite's modules share."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from stream.kafka import topics
from tests.brokers.kinds import Broker
from tests.brokers.site import Site
from tests.brokers.worker import Worker


@contextmanager
def _site(broker: Broker, paths: pytest.TempPathFactory) -> Iterator[Site]:
    site = Site(broker.address, paths.mktemp(f"site-{broker.kind}"))
    asyncio.run(topics.create(site.settings))
    try:
        yield site
    finally:
        site.close()


@pytest.fixture(scope="module")
def site(broker: Broker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Topics of the module's own, on each broker in turn."""
    with _site(broker, tmp_path_factory) as site:
        yield site


@pytest.fixture(scope="session")
def newsroom(broker: Broker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Topics with a worker at work, for all tests that leave it running; the first of ``workers``."""
    with _site(broker, tmp_path_factory) as site:
        site.worker(languages='["en","fr"]').start()
        yield site


@pytest.fixture(scope="session")
def newsroom_worker(newsroom: Site) -> Worker:
    """The newsroom's worker."""
    return newsroom.workers[0]
