"""A worker that is stopped, killed, joined and left: no article is lost, and none is done twice without need.

What the models find is of no matter here: a stub for them takes a set time for each article.
"""

import asyncio
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from aiokafka import ConsumerRecord

from schemas import (
    ARTICLES,
    DEAD_LETTERS,
    ENRICHED,
    ENTITIES,
    LANGUAGES,
    STATEMENTS,
    Article,
    DeadLetter,
    EnrichedArticle,
)
from stream.client import Receipt, Replay
from tests.brokers.articles import article, articles, ids, slow
from tests.brokers.site import GROUP, TIMEOUT, Site, eventually, key_of, keys, timeless
from tests.brokers.worker import Worker

SMALL_LIMIT, SECONDS = 16_000, 0.1
LARGE = article(999, length=100)
FEW = 40
ABUNDANT = article(998, length=20)
"""Small, but with more statements than that."""


@dataclass(frozen=True, slots=True)
class Restarted:
    """A worker that was ended with SIGTERM in the middle of its work and started again with a higher limit."""

    worker: Worker
    sent: Sequence[Article]
    status: int
    """Exit status of its first life."""
    committed: Sequence[int]
    """The group's offsets after its first life."""
    delivered: Sequence[ConsumerRecord]
    """What was on ``articles.enriched`` then."""


async def begun(site: Site, sent: Sequence[Article], count: int = 5) -> None:
    """Wait until some of the articles are enriched."""
    wanted = ids(sent)
    await site.read(ENRICHED, lambda seen: len(wanted & keys(seen)) >= count, wanted)


async def _restart(site: Site) -> Restarted:
    worker = site.worker(models=False, max_article_bytes=SMALL_LIMIT, max_statements=FEW)
    await asyncio.to_thread(worker.start)
    await site.publish([LARGE, ABUNDANT])
    await site.read(DEAD_LETTERS, lambda letters: keys(letters) >= ids([LARGE, ABUNDANT]))
    sent = slow(articles(60), SECONDS)
    await site.publish(sent)
    await begun(site, sent)
    status = await asyncio.to_thread(worker.terminate)
    committed, delivered = await site.committed(), await site.read_all(ENRICHED)
    worker.configure(max_article_bytes=10 * SMALL_LIMIT, max_statements=100 * FEW)
    await asyncio.to_thread(worker.start)
    return Restarted(worker, sent, status, committed, delivered)


@pytest.fixture(scope="module")
def restarted(site: Site) -> Restarted:
    return asyncio.run(_restart(site))


def origins(records: Sequence[ConsumerRecord]) -> Counter[tuple[int, int]]:
    """How often each article record, by partition and offset, has been enriched."""
    found = (EnrichedArticle.model_validate_json(record.value).provenance for record in records)
    return Counter((origin.partition or 0, origin.offset or 0) for origin in found)


async def test_sigterm_finishes_and_commits(site: Site, restarted: Restarted) -> None:
    """The worker ends well, in the middle of the articles; what it delivered is committed, and nothing else is."""
    assert restarted.status == 0
    done = origins(restarted.delivered)
    assert len(done) < len(restarted.sent), "it was to be stopped in the middle"
    letters = [DeadLetter.model_validate_json(record.value) for record in await site.read_all(DEAD_LETTERS)]
    refused = {(letter.partition, letter.offset) for letter in letters}
    assert set(done) | refused == {
        (partition, offset) for partition, end in enumerate(restarted.committed) for offset in range(end)
    }


async def test_a_restart_after_sigterm_does_nothing_twice(site: Site, restarted: Restarted) -> None:
    """The next life does the rest: every article is enriched exactly once."""
    await site.read_ids(ids(restarted.sent))
    assert set(origins(await site.read_all(ENRICHED)).values()) == {1}


@pytest.mark.usefixtures("restarted")
async def test_an_article_with_too_many_statements_is_a_dead_letter(site: Site) -> None:
    """It is kept as it came; none of its statements stands on a topic, as if it were all of them."""
    letters = [DeadLetter.model_validate_json(record.value) for record in await site.read_all(DEAD_LETTERS)]
    (letter,) = (letter for letter in letters if letter.key == str(ABUNDANT.id).encode())
    assert (letter.stage, letter.error, letter.retriable) == ("enrich", "too-many-annotations", False)
    assert Article.model_validate_json(letter.value or b"").text == ABUNDANT.text
    for topic in (STATEMENTS, ENTITIES, LANGUAGES, ENRICHED):
        assert str(ABUNDANT.id) not in keys(await site.read_all(topic))


async def replayed(site: Site, *, dry_run: bool = False) -> int:
    """Replay what was too large, or find out what there is of it; how many letters that were."""
    where = ["error=too-large", f"article={LARGE.id}"]
    async with Replay(site.settings, where=where, dry_run=dry_run) as replay:
        return len([each async for each in replay if dry_run or isinstance(each.outcome, Receipt)])


async def test_a_dead_letter_is_replayed_once_its_cause_is_mended(site: Site, restarted: Restarted) -> None:
    """With the limit raised, replay puts the article back and it is enriched; a second replay finds nothing to do."""
    assert str(LARGE.id) not in keys(await site.read_all(ENRICHED))
    assert await replayed(site, dry_run=True) == 1
    assert await replayed(site) == 1
    enriched = await site.read(ENRICHED, lambda seen: str(LARGE.id) in keys(seen))
    (record,) = [record for record in enriched if key_of(record) == LARGE.id]
    assert EnrichedArticle.model_validate_json(record.value).article == LARGE
    assert await replayed(site) == 0
    assert restarted.worker.ready()


async def test_sigkill_loses_nothing(site: Site, restarted: Restarted) -> None:
    """Killed in the middle and started again: every article on every topic; what was done twice is the same twice."""
    worker, sent = restarted.worker, slow(articles(60, first=1000), SECONDS)
    await site.publish(sent)
    await begun(site, sent)
    assert await asyncio.to_thread(worker.kill) < 0
    before = keys(await site.read_all(ENRICHED)) & ids(sent)
    assert before < ids(sent), "it was to be killed in the middle"
    await eventually(lambda: not worker.processes(), "its processes end with it")
    await asyncio.to_thread(worker.start)
    await site.read_ids(ids(sent))
    statements = 0
    for topic in (LANGUAGES, ENTITIES, ENRICHED):
        versions = defaultdict(set)
        for record in await site.read_all(topic):
            versions[key_of(record)].add(timeless(record))
            statements += len(EnrichedArticle.model_validate_json(record.value).statements) if topic is ENRICHED else 0
        assert versions.keys() >= ids(sent), topic.name
        assert {len(found) for found in versions.values()} == {1}, topic.name
    assert len({dict(record.headers)["ce_id"] for record in await site.read_all(STATEMENTS)}) <= statements
    await _statements_are_whole(site)


async def _statements_are_whole(site: Site) -> None:
    """Each statement of the enriched articles has its event, and there is no other."""
    wanted = {
        statement.id
        for record in await site.read_all(ENRICHED)
        for statement in EnrichedArticle.model_validate_json(record.value).statements
    }
    events = [STATEMENTS.model.model_validate_json(record.value) for record in await site.read_all(STATEMENTS)]
    assert {event.model_dump()["statement"]["id"] for event in events} == wanted


async def test_workers_share_and_take_over(site: Site, restarted: Restarted) -> None:
    """A second worker gets its share while the first is at work, and hands it back; nothing is lost or done twice."""
    first, second = restarted.worker, site.worker(models=False, max_article_bytes=10 * SMALL_LIMIT)
    sent = slow(articles(20, first=2000), SECONDS)
    await site.publish(sent)
    await asyncio.to_thread(second.start)
    done = first.finished()
    deadline = time.monotonic() + TIMEOUT
    while not second.finished() or first.finished() == done:
        assert time.monotonic() < deadline, "both are to get some"
        await asyncio.sleep(0.2)
        sent += articles(1, first=2000 + len(sent))
        await site.publish(sent[-1:])
    handed_back = slow(articles(20, first=3000), SECONDS)
    await site.publish(handed_back)
    await begun(site, handed_back, 1)
    assert await asyncio.to_thread(second.terminate) == 0
    everything = ids(sent) | ids(handed_back)
    enriched = [record for record in await site.read_ids(everything) if key_of(record) in everything]
    assert set(origins(enriched).values()) == {1}
    ends = await site.ends(ARTICLES)
    while await site.committed(GROUP) != ends:  # noqa: ASYNC110 - the broker is asked each time; the test's timeout ends it
        await asyncio.sleep(0.2)
