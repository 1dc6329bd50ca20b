"""The workers of a run: started, killed, paused, added and removed."""

import asyncio
import os
import random
import re
import signal
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.brokers.worker import Worker, WorkerError

_LAG = re.compile(r'^communique_lag\{partition="(\d+)"\} ', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Kill:
    """A worker that was killed."""

    at: float
    """Seconds since the epoch."""
    partitions: frozenset[int]
    """Its partitions."""
    calm: bool
    """Whether no other fault was near."""


class Fleet:
    """Workers that a supervisor keeps alive, as an orchestrator would: one that ended is started again."""

    def __init__(
        self, directory: Path, environment: Mapping[str, str], command: Sequence[str], chance: random.Random
    ) -> None:
        self.kills: list[Kill] = []
        self.ended: Counter[str] = Counter()
        """Workers that ended by themselves with an error, to be started again, by the last line that they said."""
        self._directory = directory
        self._environment = dict(environment)
        self._command = command
        self._chance = chance
        self._workers: list[Worker] = []
        self._made = 0
        self._keeping: asyncio.Task[None] | None = None

    @property
    def size(self) -> int:
        """Workers that are to run."""
        return len(self._workers)

    async def start(self, count: int) -> None:
        """Start the first workers and keep them."""
        for _ in range(count):
            await self.add()
        await asyncio.gather(*(asyncio.to_thread(worker.wait_until_ready) for worker in self._workers))
        self._keeping = asyncio.create_task(self._keep())

    async def stop(self) -> list[int]:
        """Stop all in order; their exit codes."""
        if self._keeping is not None:
            self._keeping.cancel()
        workers, self._workers = self._workers, []
        return list(await asyncio.gather(*(asyncio.to_thread(_end, worker) for worker in workers)))

    def close(self) -> None:
        """End whatever is left."""
        if self._keeping is not None:
            self._keeping.cancel()
        for worker in self._workers:
            worker.close()

    async def add(self) -> None:
        """One more."""
        self._made += 1
        worker = Worker(self._directory / f"worker-{self._made}.log", self._environment, self._command)
        worker.start(wait=False)
        self._workers.append(worker)

    async def remove(self) -> None:
        """One less, in order; the last one stays."""
        if len(self._workers) > 1:
            worker = self._workers.pop(self._chance.randrange(len(self._workers)))
            await asyncio.to_thread(_end, worker)

    async def kill(self, *, calm: bool = False) -> None:
        """SIGKILL one; its supervisor starts it again in a moment. ``calm``: no other fault is near."""
        worker = await self._busy()
        page = (await asyncio.to_thread(worker.get, "/metrics"))[1]
        held = frozenset(int(partition) for partition in _LAG.findall(page))
        if worker.running:
            await asyncio.to_thread(worker.kill)
            self.kills.append(Kill(time.time(), held, calm))

    async def pause(self, seconds: float) -> None:
        """SIGSTOP one with all its processes for so long, then let it go on: a zombie, past its session."""
        worker = await self._busy()
        _signal(worker, signal.SIGSTOP)
        await asyncio.sleep(seconds)
        _signal(worker, signal.SIGCONT)

    async def _busy(self) -> Worker:
        """One at random, of those that are ready if any is."""
        workers = list(self._workers)
        ready = await asyncio.gather(*(asyncio.to_thread(worker.ready) for worker in workers))
        able = [worker for worker, well in zip(workers, ready, strict=True) if well] or workers
        return self._chance.choice(able)

    async def _keep(self) -> None:
        while True:
            await asyncio.sleep(0.5)
            for worker in list(self._workers):
                if not worker.running:
                    if worker.exit_code != -signal.SIGKILL:
                        self.ended[_last_words(worker)] += 1
                    worker.close()
                    worker.start(wait=False)


def _last_words(worker: Worker) -> str:
    """Why it ended: its last line, without what is different each time."""
    lines = worker.tail().strip().splitlines() or [f"exit code {worker.exit_code}"]
    return re.sub(r"\d[\d.:TZ-]+|\(.*\)", "", lines[-1].removeprefix("communique: ")).strip()


def _signal(worker: Worker, number: signal.Signals) -> None:
    if worker.running:
        os.killpg(worker.pid, number)


def _end(worker: Worker) -> int:
    try:
        return worker.terminate() if worker.running else worker.exit_code
    except (WorkerError, ProcessLookupError):
        return 1
    finally:
        worker.close()
