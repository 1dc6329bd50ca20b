"""A replay that is killed, at points of its choice and at any: nothing is lost, and nothing is put back twice."""

import asyncio
import gc
import json
import os
import random
import secrets
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest
from aiokafka import AIOKafkaConsumer, TopicPartition

from schemas import ARTICLES, DEAD_LETTERS, ENRICHED, Article, DeadLetter
from stream.client import Replay
from stream.errors import FencedError
from stream.kafka import topics
from stream.kafka.codec import encode
from stream.settings import TopicSettings
from tests.brokers.interrupted import POINTS
from tests.brokers.kinds import Broker
from tests.brokers.site import PARTITIONS, TIMEOUT, Site, eventually

LETTERS: Final = 12
MANY: Final = 150
KILLED: Final = -signal.SIGKILL
REAL: Final = pytest.mark.parametrize(
    "broker", [pytest.param("kafka_broker", id="kafka", marks=pytest.mark.kafka)], indirect=True
)
EMBEDDED: Final = pytest.mark.parametrize(
    "broker", [pytest.param("embedded_broker", id="embedded", marks=pytest.mark.embedded)], indirect=True
)


@pytest.fixture
async def place(broker: Broker, tmp_path: Path) -> AsyncIterator[Site]:
    """Topics of the test's own."""
    site = Site(broker.address, tmp_path)
    await topics.create(site.settings)
    try:
        yield site
    finally:
        site.close()
        gc.collect()  # the futures of a producer that was shut out complain when they are collected: now rather than later


def article(number: int) -> bytes:
    return encode(Article(id=f"r{number}", text=f"Person{number} said it. Person{number} left"))


def letter(site: Site, number: int, value: bytes) -> DeadLetter:
    """A dead letter of an article that would go through now."""
    return DeadLetter(
        value=value,
        size=len(value),
        key=f"r{number}".encode(),
        headers=(),
        topic=site.name(ARTICLES),
        partition=0,
        offset=number,
        stage="enrich",
        error="process-died",
        message="out of memory",
        retriable=True,
        attempts=3,
        failed_at=datetime(2026, 3, 1, tzinfo=UTC),
    )


async def bury(site: Site, count: int, value: bytes | None = None) -> list[bytes]:
    """So many dead letters; their originals."""
    values = [article(number) if value is None else value for number in range(count)]
    async with site.producer() as producer:
        for number, each in enumerate(values):
            await producer.send_and_wait(site.name(DEAD_LETTERS), encode(letter(site, number, each)), b"%d" % number)
    return values


async def replay(site: Site, *arguments: str, point: str = "never", number: int = 1, seconds: float = 120) -> int:
    """Run the command in a process; its exit status. It is killed after so many seconds."""
    given = {"BOOTSTRAP_SERVERS": site.address, "TOPIC_PREFIX": site.settings.topic_prefix, "REQUEST_TIMEOUT": "20"}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.brokers.interrupted", point, str(number), *arguments),
        env={**os.environ, **{f"COMMUNIQUE_{name}": value for name, value in given.items()}},
        stdout=subprocess.DEVNULL,
    )
    try:
        return await asyncio.wait_for(process.wait(), seconds)
    except TimeoutError:
        process.kill()
        return await process.wait()


async def put_back(site: Site) -> Counter[bytes]:
    """What stands committed on the articles' topic, and how often."""
    partitions = [TopicPartition(site.name(ARTICLES), number) for number in range(PARTITIONS)]
    found: Counter[bytes] = Counter()
    async with (
        asyncio.timeout(TIMEOUT),
        AIOKafkaConsumer(bootstrap_servers=site.address, isolation_level="read_committed") as consumer,
    ):
        consumer.assign(partitions)
        await consumer.seek_to_beginning()
        while True:
            for batch in (await consumer.getmany(timeout_ms=100)).values():
                found.update(record.value for record in batch)
            positions = [await consumer.position(partition) for partition in partitions]
            if positions == [consumer.highwater(partition) for partition in partitions]:
                return found


@REAL
@pytest.mark.parametrize("point", POINTS)
async def test_a_replay_that_is_killed_goes_on_without_repeating(place: Site, point: str) -> None:
    """Each letter is put back once, wherever SIGKILL came."""
    values = await bury(place, LETTERS)
    assert await replay(place, "--rate", "40", point=point, number=2) == KILLED  # four letters at once
    assert await replay(place) == 0
    assert await put_back(place) == Counter(values)


@EMBEDDED
async def test_without_transactions_at_most_the_letter_in_hand_is_repeated(place: Site) -> None:
    """It comes twice where SIGKILL falls between its acknowledgement and the commit; no other does."""
    values = await bury(place, LETTERS)
    assert await replay(place, point="acknowledged", number=3) == KILLED
    assert await replay(place) == 0
    found = await put_back(place)
    assert set(found) == set(values)
    assert found.total() == LETTERS + 1


@REAL
async def test_a_replay_that_is_killed_again_and_again_repeats_nothing(place: Site) -> None:
    """At moments left to chance, until it comes to its end: each letter is on the topic once."""
    seed = secrets.randbelow(1_000_000)
    chance = random.Random(seed)  # noqa: S311 - to be repeated, no secret
    values = await bury(place, MANY)
    kills = 0
    while await replay(place, "--rate", "100", seconds=chance.uniform(1.0, 2.5)) != 0:
        kills += 1
        assert kills < 60, f"seed {seed}"
    assert await put_back(place) == Counter(values), f"seed {seed}, {kills} kills"


@REAL
async def test_a_second_replay_shuts_the_first_one_out(place: Site) -> None:
    """Whoever starts it twice gets each letter once, and is told."""
    values = await bury(place, 4)
    async with Replay(place.settings, rate=10) as first:
        seen = aiter(first)
        await anext(seen)
        async with Replay(place.settings, rate=10) as second:
            rest = {replayed.letter.value.value async for replayed in second}
            assert len(rest) == 3
        with pytest.raises(FencedError, match="another replay of the same letters"):
            await anext(seen)
    assert await put_back(place) == Counter(values)


@REAL
async def test_what_the_broker_finds_too_large_holds_no_other_up(place: Site) -> None:
    """It is told of that letter alone; the others of its transaction are put back once."""
    small = TopicSettings(
        bootstrap_servers=place.address, topic_prefix=place.settings.topic_prefix, max_message_bytes=2000
    )
    values = await bury(place, 6)
    large = json.dumps({"id": "large", "text": "x" * 5000}).encode()
    await bury(place, 1, large)
    async with Replay(small) as work:
        outcomes = {replayed.letter.value.value: str(replayed.outcome) async for replayed in work}
    assert "larger than the maximum request size" in outcomes[large]
    assert await put_back(place) == Counter(values)


@REAL
async def test_a_worker_reads_what_was_put_back_once(place: Site) -> None:
    """What an interrupted replay left uncommitted is no article; the marks of its transactions are no lag."""
    values = await bury(place, LETTERS)
    worker = place.worker(models=False, ready_stall=3)
    await asyncio.to_thread(worker.start)
    for point in ("acknowledged", "offsets"):
        assert await replay(place, "--rate", "40", point=point, number=2) == KILLED
    assert await replay(place) == 0
    records = await place.read_ids({f"r{number}" for number in range(LETTERS)})
    await eventually(lambda: _lag(worker.get("/metrics")[1]) == 0, "no lag", worker.tail)
    await asyncio.sleep(4)
    assert worker.ready(), worker.get("/health/ready")
    records = await place.read_all(ENRICHED)
    assert Counter(record.key for record in records) == Counter(b"r%d" % number for number in range(LETTERS))
    assert worker.finished() == len(values)


def _lag(metrics: str) -> float:
    return sum(float(line.split()[-1]) for line in metrics.splitlines() if line.startswith("communique_lag{"))


@REAL
async def test_what_fails_again_keeps_count_and_history(place: Site) -> None:
    """Through a worker, twice: attempts go on, and each failure before is told with its place."""
    await bury(place, 1, b"{")
    worker = place.worker(models=False)
    await asyncio.to_thread(worker.start)
    for attempts in (4, 5):
        assert await replay(place) == 0
        records = await place.read(DEAD_LETTERS, lambda seen, wanted=attempts - 2: len(seen) == wanted)
        found = DeadLetter.model_validate_json(max(records, key=lambda record: record.timestamp).value)
        assert (found.attempts, found.error, found.stage) == (attempts, "invalid-json", "decode")
        assert [each.attempts for each in found.history] == list(range(3, attempts))
        assert found.history[0].error == "process-died"
        assert found.headers == ()
