"""Processes that do the work, each one task at a time.

Unlike :class:`concurrent.futures.ProcessPoolExecutor`, which breaks as a whole when one process dies, each process has
a connection of its own: what it holds is known, so a death or an endless task concerns that task alone, and the process
is replaced.
"""

import asyncio
import multiprocessing
import os
import signal
import socket
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.context import ForkServerProcess
from types import TracebackType
from typing import Any, Final, Generic, Literal, Self, TypeVar, cast

from stream.agents import child, frames
from stream.agents.recipe import Recipe
from stream.errors import ConfigurationError, EnrichmentTimeoutError, WorkerProcessError

Task = TypeVar("Task")
Result = TypeVar("Result")
Loss = Literal["died", "timeout"]

_START_TIMEOUT: Final = 180.0
"""Seconds that a process may take to load its models."""
_SLICES: Final = 10
_END_TIMEOUT: Final = 5.0
_START_ATTEMPTS: Final = 3
_THREAD_VARIABLES: Final = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


class PoolBrokenError(ConfigurationError):
    """The processes cannot start, whatever the task: no task is to blame."""


class _Process:
    """One process and the connection to it."""

    def __init__(self, work: Callable[[Any, Recipe], Any], recipe: Recipe) -> None:
        self._ours, self._theirs = socket.socketpair()
        self._process: ForkServerProcess = multiprocessing.get_context("forkserver").Process(
            target=child.serve, args=(self._theirs, work, recipe), daemon=True
        )
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None
        self._launching = False
        self._ended = False

    @property
    def pid(self) -> int | None:
        """Its process id."""
        return self._process.pid

    async def start(self) -> None:
        """Start it and wait until it is ready; raises :class:`PoolBrokenError` with the reason that it gives."""
        self._reader, self._writer = await asyncio.open_connection(sock=self._ours)
        self._launching = True
        await asyncio.to_thread(self._launch)
        ready = cast("child.Ready", await frames.receive(self._reader))
        if ready.fault:
            advice = "Install them with: pip install 'communique[worker]'" if ready.missing else None
            raise PoolBrokenError(f"the models cannot be loaded: {ready.fault}", hint=advice)

    async def ask(self, task: object) -> Any:
        """Its answer to a task."""
        if self._reader is None or self._writer is None:
            raise ConnectionError("not started")
        await frames.send(self._writer, task)
        return await frames.receive(self._reader)

    async def end(self, *, kill: bool) -> str:
        """End it, by closing the connection or at once; how it ended, in words."""
        self._ended = True
        if self._writer is None:
            self._ours.close()
        else:
            self._writer.transport.abort()
        if self._process.pid is None:
            if not self._launching:
                self._theirs.close()
            return "before it began"  # should it begin yet, it is killed
        if kill:
            self._process.kill()
        await asyncio.to_thread(self._process.join, _END_TIMEOUT)
        if self._process.exitcode is None:
            self._process.kill()
            await asyncio.to_thread(self._process.join, _END_TIMEOUT)
        return _ending(self._process.exitcode)

    def _launch(self) -> None:
        """Blocks while the fork server itself starts; by then the process may not be wanted any more."""
        with self._theirs:
            self._process.start()
        if self._ended:
            self._process.kill()


@dataclass(slots=True)
class _Job(Generic[Task, Result]):
    task: Task
    future: "asyncio.Future[Result]"


class Pool(Generic[Task, Result]):
    """``size`` processes running ``work(task, recipe)``, which must be importable by name.

    ``timeout`` is the seconds that one task may take; ``lost`` is told of each process that had to be replaced.
    """

    def __init__(
        self,
        work: Callable[[Task, Recipe], Result],
        recipe: Recipe,
        *,
        size: int,
        timeout: float,
        lost: Callable[[Loss], None] = lambda _loss: None,
    ) -> None:
        self.size = size
        self._work = work
        self._recipe = recipe
        self._timeout = timeout
        self._lost = lost
        self._jobs: asyncio.Queue[_Job[Task, Result]] = asyncio.Queue()
        self._lanes: list[asyncio.Task[None]] = []
        self._running: set[_Process] = set()
        self._broken: BaseException | None = None

    @property
    def pids(self) -> list[int]:
        """The processes that are up."""
        return [process.pid for process in self._running if process.pid is not None]

    async def start(self) -> None:
        """Start the processes; raises :class:`PoolBrokenError`."""
        for variable in _THREAD_VARIABLES:
            os.environ.setdefault(variable, "1")  # there is a process for each core already
        multiprocessing.get_context("forkserver").set_forkserver_preload(
            ["stream.agents.forkserver", *self._recipe.shared]
        )
        processes = await asyncio.gather(*(self._spawn() for _ in range(self.size)), return_exceptions=True)
        failed = [process for process in processes if isinstance(process, BaseException)]
        if failed:
            await self.stop()
            raise failed[0]
        started = [process for process in processes if isinstance(process, _Process)]
        self._lanes = [asyncio.create_task(self._lane(process)) for process in started]
        for lane in self._lanes:
            lane.add_done_callback(self._lane_ended)

    async def run(self, task: Task) -> Result:
        """The result of a task.

        Raises :class:`EnrichmentTimeoutError`, :class:`WorkerProcessError` where the process died over it,
        :class:`PoolBrokenError` where no process can start, and what the work itself raises.
        """
        if self._broken is not None:
            raise self._broken
        job: _Job[Task, Result] = _Job(task, asyncio.get_running_loop().create_future())
        self._jobs.put_nowait(job)
        return await job.future

    async def stop(self) -> None:
        """End the processes; what they are at is given up."""
        for lane in self._lanes:
            lane.cancel()
        await asyncio.gather(*self._lanes, return_exceptions=True)
        self._lanes = []
        await asyncio.gather(*(process.end(kill=True) for process in self._running))
        self._running.clear()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.stop()

    async def _lane(self, process: _Process) -> None:
        """The life of one place in the pool: one process after the other, one job after the other."""
        while True:
            job = await self._jobs.get()
            if job.future.done():
                continue
            try:
                answer = await _patiently(process.ask(job.task), self._timeout)
            except TimeoutError:
                await self._lose(process, "timeout")
                _fail(job, EnrichmentTimeoutError(f"it took longer than {self._timeout:g} s"))
            except (asyncio.IncompleteReadError, ConnectionError):
                _fail(job, WorkerProcessError(f"the process that read it ended {await self._lose(process, 'died')}"))
            else:
                _answer(job, answer)
                continue
            process = await self._spawn()

    async def _lose(self, process: _Process, loss: Loss) -> str:
        self._running.discard(process)
        self._lost(loss)
        return await process.end(kill=loss == "timeout")

    async def _spawn(self) -> _Process:
        for attempt in range(1, _START_ATTEMPTS + 1):
            process = _Process(self._work, self._recipe)
            try:
                await asyncio.wait_for(process.start(), _START_TIMEOUT)
            except (asyncio.IncompleteReadError, ConnectionError, TimeoutError) as error:
                # Without memory left, a process dies before it is ready; a moment later there may be some.
                ending = await process.end(kill=True)
                if attempt == _START_ATTEMPTS:
                    raise PoolBrokenError(f"a process ended {ending} while it loaded the models") from error
                await asyncio.sleep(attempt)
            except BaseException:  # cancelled, too: the process must not outlive the wish for it
                await process.end(kill=True)
                raise
            else:
                break
        self._running.add(process)
        return process

    def _lane_ended(self, lane: asyncio.Task[None]) -> None:
        """Without one of its places the pool is broken: fail what waits and what will come."""
        error = None if lane.cancelled() else lane.exception()
        if error is None:
            return
        self._broken = error
        while not self._jobs.empty():
            _fail(self._jobs.get_nowait(), error)


async def _patiently(work: Coroutine[Any, Any, Any], seconds: float) -> Any:
    """The result of the work; raises :class:`TimeoutError` where it takes longer.

    Time is counted in slices, each of which can pass once only: a machine that slept, or a worker that was stopped for
    a while, has not used up an article's time.
    """
    task = asyncio.ensure_future(work)
    try:
        for _ in range(_SLICES):
            done, _ = await asyncio.wait({task}, timeout=seconds / _SLICES)
            if done:
                return task.result()
        raise TimeoutError
    finally:
        task.cancel()


def _answer(job: "_Job[Any, Any]", answer: object) -> None:
    if isinstance(answer, child.Raised):
        _fail(job, answer.error)
    elif not job.future.done():
        job.future.set_result(answer)


def _fail(job: "_Job[Any, Any]", error: BaseException) -> None:
    if not job.future.done():
        job.future.set_exception(error)


def _ending(exitcode: int | None) -> str:
    if exitcode is None:
        return "without a trace"
    if exitcode == child.OUT_OF_MEMORY:
        return "out of memory"
    if exitcode >= 0:
        return f"with exit code {exitcode}"
    with suppress(ValueError):
        return f"by {signal.Signals(-exitcode).name}"
    return f"by signal {-exitcode}"
