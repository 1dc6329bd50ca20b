"""Work done twice gives the same events twice."""

import asyncio
from collections import Counter

import pytest

from schemas import ARTICLES, DEAD_LETTERS, ENRICHED, EVENT_TOPICS, Topic
from stream.kafka.codec import encode
from tests.brokers.articles import article, articles
from tests.brokers.site import Site, eventually, timeless

pytestmark = pytest.mark.models
BROKEN = b'{"text": "never closed'


async def _process_twice(newsroom: Site) -> None:
    await newsroom.publish([*articles(2, first=200), article(202, length=10)])
    async with newsroom.producer() as producer:
        unnamed = article(203).model_copy(update={"id": None})
        await producer.send_and_wait(newsroom.name(ARTICLES), encode(unnamed), partition=2)
        await producer.send_and_wait(newsroom.name(ARTICLES), BROKEN, b"broken", partition=2)
    again = newsroom.worker(group="archive")
    again.start()
    ends = await newsroom.ends(ARTICLES)
    await eventually(lambda: again.finished() >= sum(ends), "the second group has read everything", again.tail)
    assert again.terminate() == 0


@pytest.fixture(scope="module")
def twice(newsroom: Site) -> Site:
    """The newsroom after a second group has gone through all its articles again."""
    asyncio.run(_process_twice(newsroom))
    return newsroom


@pytest.mark.parametrize("topic", [*EVENT_TOPICS, DEAD_LETTERS], ids=lambda topic: topic.name)
async def test_reprocessing_gives_the_same_bytes(twice: Site, topic: Topic) -> None:
    """A second group's events have the ids, keys, headers and bytes of the first's; only the time of the work differs."""
    found = Counter((record.key, tuple(record.headers), timeless(record)) for record in await twice.read_all(topic))
    assert set(found.values()) == {2}


async def test_every_group_gets_every_article(twice: Site) -> None:
    """Two groups of workers do not share: each has enriched or refused each record of the topic."""
    ends = await twice.ends(ARTICLES)
    assert sum(await twice.ends(ENRICHED)) + sum(await twice.ends(DEAD_LETTERS)) == 2 * sum(ends)
    await eventually_committed(twice, ends)


async def eventually_committed(site: Site, ends: list[int]) -> None:
    """Both groups have committed all they have read: the one that ended at once, the one at work within a moment."""
    assert await site.committed("archive") == ends
    while await site.committed() != ends:  # noqa: ASYNC110 - the broker is asked each time; the test's timeout ends it
        await asyncio.sleep(0.1)
