"""A burst of articles against one worker: ``python -m tests.faults.burst [--articles N]``. Its memory must stay flat.

Everything is published at once; a worker with a stand-in for the models works it off. Prints its peak memory after a
fifth of the articles and after all of them, and exits with 1 where it went on growing.
"""

import argparse
import asyncio
import random
import sys
import tempfile
import time
from pathlib import Path

from aiokafka import AIOKafkaProducer

from schemas import ARTICLES
from stream.kafka import topics
from stream.settings import TopicSettings
from tests.brokers.apache.node import ApacheKafka
from tests.brokers.load import Memory
from tests.brokers.worker import Worker
from tests.faults.cargo import cargo

_GROWTH = 1.15
"""The peak at the end, over that after a fifth, at most."""
_STALL = 60.0
"""Seconds without progress after which the worker is given up."""


async def _publish(address: str, count: int) -> None:
    chance = random.Random(1)  # noqa: S311 - repeatable, no secret
    producer = AIOKafkaProducer(bootstrap_servers=address, linger_ms=20, max_batch_size=256 * 1024)
    await producer.start()
    try:
        for item in cargo(count, chance, poison=False):
            await producer.send(ARTICLES.name, item.value, item.key)
    finally:
        await producer.stop()


def _work_off(worker: Worker, memory: Memory, count: int) -> tuple[int, int]:
    """Wait for the worker; its peak memory in MiB after a fifth of the articles and after all of them."""
    early, done, since = 0, 0, time.monotonic()
    while done < count:
        time.sleep(0.5)
        finished = worker.finished()
        if finished > done:
            done, since = finished, time.monotonic()
        if not early and done >= count // 5:
            early = _peak(worker, memory)
        if time.monotonic() - since > _STALL:
            raise RuntimeError(f"the worker stands still at {done} articles\n{worker.tail()}")
    return early, _peak(worker, memory)


def _peak(worker: Worker, memory: Memory) -> int:
    return memory.peaks[f"worker 1 main {worker.pid}"]


def main() -> int:
    """Run it; 1 where memory went on growing."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.burst")
    parser.add_argument("--articles", type=int, default=50_000)
    count = parser.parse_args().articles
    with (
        tempfile.TemporaryDirectory(prefix="communique-burst-") as scratch,
        ApacheKafka(Path(scratch) / "kafka") as node,
    ):
        asyncio.run(topics.create(TopicSettings(bootstrap_servers=node.address)))
        asyncio.run(_publish(node.address, count))
        settings = {"COMMUNIQUE_BOOTSTRAP_SERVERS": node.address, "COMMUNIQUE_PROCESSES": "1"}
        worker = Worker(Path(scratch) / "worker.log", settings, ("tests.faults.stub", "10"))
        memory = Memory([worker], node.pid)
        began = time.monotonic()
        try:
            worker.start()
            memory.start()
            early, late = _work_off(worker, memory, count)
        finally:
            memory.stop()
            worker.close()
    seconds = time.monotonic() - began
    sys.stdout.write(
        f"articles {count} in {seconds:.0f} s, {count / seconds:.0f} a second\n"
        f"peak memory of the worker: {early} MiB after a fifth, {late} MiB at the end\n"
    )
    return 0 if late <= _GROWTH * early else 1


if __name__ == "__main__":
    sys.exit(main())
