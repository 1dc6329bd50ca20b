"""An article that takes the whole worker along is found, over the worker's deaths (real Kafka)."""

import asyncio
import uuid
from pathlib import Path

import orjson
import pytest
from running import Running

from schemas import DEAD_LETTERS, ENRICHED
from tests.brokers.kinds import Broker

pytestmark = pytest.mark.kafka


def article(key: str, text: str) -> tuple[bytes, bytes]:
    return key.encode(), orjson.dumps({"id": key, "text": text})


async def keep(worker: Running) -> int:
    """Start the worker again whenever it has ended, as an orchestrator does, until this is cancelled; how often."""
    deaths = 0
    try:
        while True:
            await asyncio.sleep(0.1)
            if worker.process is not None and worker.process.poll() is not None:
                deaths += 1
                worker.start(ready=False, create=False)
    except asyncio.CancelledError:
        return deaths


@pytest.mark.parametrize("delivery", ["at-least-once", "exactly-once"])
async def test_an_article_that_takes_the_worker_along_is_found(
    kafka_broker: Broker, tmp_path: Path, delivery: str
) -> None:
    """After the set number of attempts, which its worker's deaths do not undo; every article beside it is enriched."""
    settings = {"delivery": delivery, "max_attempts": "3", "retry_backoff": "0.05", "batch_size": "4", "processes": "1"}
    worker = Running(kafka_broker.address, f"{uuid.uuid4().hex[:8]}.", tmp_path / "log", **settings)
    keeping: asyncio.Task[int] | None = None
    try:
        await asyncio.to_thread(worker.start)
        innocent = [article(f"a{number}", "Paris waits") for number in range(30)]
        keeping = asyncio.create_task(keep(worker))
        await worker.publish(*innocent[:15], article("poison", "perish now"), *innocent[15:])
        letters = await worker.letters({b"poison"}, within=60)
        found = await worker.enriched({key for key, _ in innocent}, within=60)
        dead = await worker.read(DEAD_LETTERS, bool)
    finally:
        if keeping is not None:
            keeping.cancel()
            deaths = await keeping
        worker.close()
    letter = letters[b"poison"]
    assert (letter.error, letter.stage, letter.attempts, letter.retriable) == ("process-died", "enrich", 3, False)
    assert letter.value == article("poison", "perish now")[1]
    assert {record.key for record in dead} == {b"poison"}, "nobody else is to blame"
    assert len({record.key for record in found}) == len(innocent)
    assert deaths == 3
    assert not {record.key for record in await worker.read(ENRICHED, bool)} - {key for key, _ in innocent}
