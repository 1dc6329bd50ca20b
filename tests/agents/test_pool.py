"""Processes that come and go."""

import asyncio
import os
import signal
from dataclasses import replace
from pathlib import Path

import pytest
from making import make_record

from stream.agents.pool import Pool, PoolBrokenError
from stream.agents.recipe import Recipe
from stream.agents.work import Outcome, process
from stream.errors import EnrichmentTimeoutError, WorkerProcessError
from stream.kafka.records import Record


def pool(recipe: Recipe, size: int = 1, timeout: float = 30, lost: list[str] | None = None) -> Pool[Record, Outcome]:
    told = [] if lost is None else lost
    return Pool(process, recipe, size=size, timeout=timeout, lost=told.append)


def alive(pid: int) -> bool:
    """Whether a process exists that is not just a leftover entry."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


async def test_results_go_to_those_who_asked(recipe: Recipe) -> None:
    """Many tasks at once on few processes, each with its own answer."""
    async with pool(recipe, size=2) as running:
        outcomes = await asyncio.gather(*(running.run(make_record(offset=number)) for number in range(50)))
    assert [outcome.events[0].key for outcome in outcomes] == [f"a{number}".encode() for number in range(50)]


async def test_large_tasks_and_answers_pass(recipe: Recipe) -> None:
    """Far more than a socket's buffer, in both directions."""
    async with pool(recipe) as running:
        outcome = await running.run(make_record("Paris " * 150_000))
    assert len(outcome.events[-1].value) > 1_800_000


@pytest.mark.parametrize(
    ("order", "ending"), [("kill", "by SIGKILL"), ("exit=3", "with exit code 3"), ("memory", "out of memory")]
)
async def test_a_death_concerns_one_task(recipe: Recipe, order: str, ending: str) -> None:
    """The task fails with the way its process ended; the others and those that follow are done."""
    lost: list[str] = []
    async with pool(recipe, size=2, lost=lost) as running:
        results = await asyncio.gather(
            *(running.run(make_record(text)) for text in ["a", "b", order, "c", "d"]), return_exceptions=True
        )
        after = await running.run(make_record("e"))
    died = results.pop(2)
    assert isinstance(died, WorkerProcessError)
    assert died.message == f"the process that read it ended {ending}"
    assert all(isinstance(result, Outcome) and result.failure is None for result in [*results, after])
    assert lost == ["died"]


async def test_an_article_that_wants_too_much_memory_is_ended(recipe: Recipe) -> None:
    """Its process alone; one that stays within the limit beside it is done, and so is what follows."""
    async with pool(replace(recipe, memory=200 * 1024 * 1024), size=2) as running:
        results = await asyncio.gather(
            *(running.run(make_record(text)) for text in ["hog=100", "hog=400", "hog=100"]), return_exceptions=True
        )
        after = await running.run(make_record("e"))
    died = results.pop(1)
    assert isinstance(died, WorkerProcessError)
    assert died.message == "the process that read it ended out of memory"
    assert all(isinstance(result, Outcome) and result.failure is None for result in [*results, after])


async def test_a_process_killed_from_outside_is_replaced(recipe: Recipe) -> None:
    """As the kernel does it when memory runs out."""
    async with pool(recipe) as running:
        task = asyncio.ensure_future(running.run(make_record("sleep=20")))
        await asyncio.sleep(0.2)
        (pid,) = running.pids
        os.kill(pid, signal.SIGKILL)
        with pytest.raises(WorkerProcessError):
            await task
        assert (await running.run(make_record())).failure is None
        assert running.pids != [pid]


async def test_an_endless_task_is_ended(recipe: Recipe) -> None:
    """Its process is killed and replaced; the task is told why."""
    lost: list[str] = []
    async with pool(recipe, timeout=0.5, lost=lost) as running:
        (pid,) = running.pids
        with pytest.raises(EnrichmentTimeoutError, match=r"it took longer than 0.5 s"):
            await running.run(make_record("sleep=60"))
        assert (await running.run(make_record())).failure is None
        assert not alive(pid)
    assert lost == ["timeout"]


async def test_time_asleep_is_not_an_article_s(recipe: Recipe, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that was stopped for longer than an article may take goes on with it: nobody is to blame."""
    async with pool(recipe, timeout=2) as running:
        loop = asyncio.get_running_loop()
        clock, slept = loop.time, 0.0
        monkeypatch.setattr(loop, "time", lambda: clock() + slept)
        task = asyncio.ensure_future(running.run(make_record("sleep=1")))
        await asyncio.sleep(0.3)
        slept = 60.0
        assert (await task).failure is None


async def test_a_cancelled_task_frees_its_process(recipe: Recipe) -> None:
    """Nobody waits for its answer; the next task gets the next one, not the cancelled one's."""
    async with pool(recipe) as running:
        task = asyncio.ensure_future(running.run(make_record("sleep=0.3")))
        await asyncio.sleep(0.1)
        task.cancel()
        outcome = await running.run(make_record(offset=9))
    assert outcome.events[0].key == b"a9"


async def test_models_that_cannot_be_loaded_break_the_pool(recipe: Recipe) -> None:
    """No article is to blame: the pool does not start, and says why."""
    broken = Recipe(recipe.limit, recipe.source, ("broken",), recipe.analyzer, recipe.loader)
    with pytest.raises(PoolBrokenError, match="the models cannot be loaded: OSError: no such model: broken"):
        await pool(broken).start()
    missing = Recipe(recipe.limit, recipe.source, (), "no_such_module:analyze")
    with pytest.raises(PoolBrokenError, match="No module named 'no_such_module'") as caught:
        await pool(missing, size=2).start()
    assert "communique[worker]" in caught.value.advice


async def test_processes_end_with_the_pool(recipe: Recipe) -> None:
    """Also one that is busy; signals to the group alone do not end them."""
    running = pool(recipe, size=2)
    await running.start()
    pids = running.pids
    for pid in pids:
        os.kill(pid, signal.SIGTERM)
        os.kill(pid, signal.SIGINT)
    assert (await running.run(make_record())).failure is None
    busy = asyncio.ensure_future(running.run(make_record("sleep=60")))
    await asyncio.sleep(0.1)
    await asyncio.wait_for(running.stop(), 5)
    assert not any(alive(pid) for pid in pids)
    busy.cancel()
