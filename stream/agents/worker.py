"""The life of a worker: check, load, join, work; and on a signal finish what is in flight, commit, leave."""

import asyncio
import logging
import os
import signal
import sys
import time
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Final, Literal

from stream.agents import logs
from stream.agents.app import App, attach, commit, create_app
from stream.agents.assignment import Assignment
from stream.agents.delivery import AtLeastOnce
from stream.agents.ledger import Delivery
from stream.agents.line import Line
from stream.agents.metrics import Metrics
from stream.agents.pool import Pool
from stream.agents.recipe import Recipe
from stream.agents.suspects import Partition, Suspects
from stream.agents.transactions import ExactlyOnce
from stream.agents.web import Health, WebPort, reason, web_token
from stream.agents.work import Outcome, process
from stream.errors import BrokerError, CommuniqueError, EnrichmentError, TopicMissingError, WorkerProcessError
from stream.kafka import topics
from stream.kafka.dead_letters import Failure
from stream.kafka.failures import TRANSLATED, translate
from stream.kafka.offsets import group_positions
from stream.kafka.records import Record
from stream.kafka.retry import Retry
from stream.kafka.rights import require_membership
from stream.kafka.transactions import require_transactions
from stream.kafka.unreadable import tolerate
from stream.settings import TopicSettings, WorkerSettings

_log = logging.getLogger(__name__)

_LEAVE: Final = 10.0
"""Seconds to leave the group and close the connections, after what was in flight."""

_REACH: Final = 2
"""So many times what may be in hand at once lies between what is committed and what is read: commits are to be few."""
_EXPANDED: Final = 4
"""A batch may be decompressed to so many times the largest record: far more than a batch of articles ever has."""

State = Literal["starting", "loading the models", "joining the group", "working", "stopping"]


def run(settings: WorkerSettings, *, create: TopicSettings | None = None, recipe: Recipe | None = None) -> None:
    """Work until SIGTERM or SIGINT; with ``create``, make missing topics first.

    Raises :class:`~stream.errors.CommuniqueError` where the worker cannot start or go on. Where connections do not
    close in time, it ends the whole process.
    """
    logs.configure(settings)
    tolerate(_EXPANDED * settings.max_message_bytes)
    recipe = recipe or Recipe.of(settings)
    recipe = replace(recipe, memory=settings.article_memory * 1024 * 1024)

    async def work() -> None:
        await Worker(settings, recipe, create).run()

    asyncio.run(work())


class Worker:
    """One worker."""

    def __init__(self, settings: WorkerSettings, recipe: Recipe, create: TopicSettings | None = None) -> None:
        self._settings = settings
        self._create = create
        self._state: State = "starting"
        self._stopping = asyncio.Event()
        self._fault: BaseException | None = None
        self._watching: asyncio.Task[None] | None = None
        self._metrics = Metrics()
        self._pool: Pool[Record, Outcome] = Pool(
            process,
            recipe,
            size=settings.processes or os.cpu_count() or 1,
            timeout=settings.article_timeout,
            lost=self._metrics.lost,
        )
        self._app: App = create_app(settings)
        suspects = Suspects(reach=_REACH * settings.batch_size, attempts=settings.max_attempts)
        self._delivery: Delivery = (
            ExactlyOnce(settings, self._metrics, suspects.position)
            if settings.delivery == "exactly-once"
            else AtLeastOnce(
                partial(commit, self._app), settings, self._metrics, session=self._app.conf.broker_session_timeout
            )
        )
        self._line = Line(
            self._read,
            self._delivery,
            limit=settings.batch_size,
            suspects=suspects,
            failed=self._fail,
        )
        self._assignment: Assignment = attach(self._app, settings, self._line, self._starts)
        self._watch()

    async def run(self) -> None:
        """Work until a signal comes; raise what stops the worker before."""
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(logs.left_behind)
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._signalled, number)
        web = WebPort(
            self._settings.web_host,
            self._settings.web_port,
            live=self.live,
            ready=self.ready,
            metrics=self._metrics,
            token=web_token(self._settings),
        )
        async with web:
            serving = asyncio.create_task(self._serve())
            serving.add_done_callback(self._served)
            await self._stopping.wait()
            await self._stop(serving)
        if self._fault is not None:
            raise self._explained(self._fault)

    def live(self) -> Health:
        """Whether restarting the process would not help."""
        return Health(well=True) if self._fault is None else Health(well=False, reason=reason(self._fault))

    def ready(self) -> Health:
        """Whether it has its share of the partitions and gets on with it."""
        if self._state != "working" or self._fault is not None:
            return Health(well=False, reason=self._state)
        if not self._assignment.joined:
            return Health(well=False, reason="waiting for partitions")
        waiting = self._line.in_flight or sum(self._assignment.lag(self._line.positions).values())
        stalled = time.monotonic() - self._line.last_progress
        if waiting and stalled > self._settings.ready_stall:
            return Health(well=False, reason=f"articles are waiting, but none was finished for {stalled:.0f} s")
        return Health(well=True)

    async def _serve(self) -> None:
        await self._check_topics()
        await require_membership(self._settings, self._settings.group)
        if self._settings.delivery == "exactly-once":
            await require_transactions(self._settings, self._settings.group)
        self._state = "loading the models"
        await self._pool.start()
        self._state = "joining the group"
        self._line.start()
        await self._app.start()
        self._watching = asyncio.create_task(self._assignment.watch())
        self._watching.add_done_callback(self._line.watch)
        self._state = "working"
        _log.info("ready: %d processes, group %s", self._pool.size, self._settings.group)
        await self._app.wait_until_stopped()
        if self._app.crash_reason is not None:
            raise self._app.crash_reason

    async def _check_topics(self) -> None:
        if self._create is not None:
            for name in await topics.create(self._create):
                _log.info("created the topic %s", name)
        problems = await topics.check(self._settings)
        for problem in problems:
            _log.log(logging.ERROR if problem.fatal else logging.WARNING, "%s: %s", problem.topic, problem.message)
        fatal = [f"{problem.topic} {problem.message}" for problem in problems if problem.fatal]
        if fatal:
            raise TopicMissingError(f"the worker needs its topics: {'; '.join(fatal)}")

    async def _starts(self, partitions: set[Partition]) -> Mapping[Partition, int] | None:
        """The next offset to be read of each partition, however long the broker takes to tell.

        None where the group has moved on meanwhile.
        """
        await self._delivery.begin(partitions)
        again = Retry(attempts=None, backoff=self._settings.retry_backoff, longest=5.0)
        found = await again.run(lambda _attempt: group_positions(self._settings, self._settings.group, partitions))
        starts = {Partition(*partition): position for partition, position in found.items()}
        if not await self._line.begin(starts):
            return None
        return {partition: position.offset for partition, position in starts.items()}

    async def _read(self, record: Record) -> Outcome:
        """Have the models read a record; a process may have died for another's sake, so that is tried again."""
        tried = 0

        async def attempt(number: int) -> Outcome:
            nonlocal tried
            tried = number
            return await self._pool.run(record)

        again = Retry(
            attempts=self._settings.max_attempts,
            backoff=self._settings.retry_backoff,
            when=lambda error: error.retriable or isinstance(error, WorkerProcessError),
        )
        try:
            return await again.run(attempt)
        except EnrichmentError as error:
            return Outcome(failure=Failure.of("enrich", error).after(tried))

    async def _stop(self, serving: "asyncio.Task[None]") -> None:
        """Finish what is in flight within the limit, commit, leave the group; end the process where that hangs."""
        joined = self._state in ("joining the group", "working")
        self._state = "stopping"
        self._assignment.close()
        if not joined:
            # It is still checking or loading: nothing is in flight, and nothing more is to be started.
            serving.cancel()
            await asyncio.gather(serving, return_exceptions=True)
        within = self._settings.shutdown_timeout if self._fault is None else 0
        if not await self._line.settle(within=within) and self._fault is None:
            _log.warning("%d articles were not finished in time; they will be read again", self._line.in_flight)
        if self._watching is not None:
            self._watching.cancel()
        await self._line.stop()
        await self._delivery.end()
        await self._pool.stop()
        try:
            async with asyncio.timeout(_LEAVE):
                await self._app.stop()
                serving.cancel()
                await asyncio.gather(serving, return_exceptions=True)
        except TimeoutError:
            _log.warning("the connections did not close in time")
            self._exit()
        _log.info("stopped")

    def _exit(self) -> None:
        """End now: a thread of a client library would keep the process alive."""
        if self._fault is not None:
            _log.error("stopped by: %s", self._explained(self._fault))
        sys.stderr.flush()
        os._exit(0 if self._fault is None else 1)

    def _signalled(self, number: signal.Signals) -> None:
        if self._stopping.is_set():
            _log.warning("%s again: stopping at once; what is in flight will be read again", number.name)
            self._exit()
        _log.info("%s: finishing %d articles", number.name, self._line.in_flight)
        self._stopping.set()

    def _served(self, serving: "asyncio.Task[None]") -> None:
        if not serving.cancelled() and serving.exception() is not None:
            self._fail(serving.exception() or BrokerError("the worker stopped by itself"))
        elif not self._stopping.is_set():
            self._fail(BrokerError("the worker stopped by itself"))

    def _fail(self, fault: BaseException) -> None:
        if self._fault is None and not self._stopping.is_set():
            self._fault = fault
        self._stopping.set()

    def _explained(self, fault: BaseException) -> BaseException:
        return translate(fault, self._settings) if isinstance(fault, (CommuniqueError, *TRANSLATED)) else fault

    def _watch(self) -> None:
        self._metrics.watch(
            "communique_lag",
            "Articles not yet delivered, by partition.",
            "partition",
            lambda: {
                str(partition.partition): lag for partition, lag in self._assignment.lag(self._line.positions).items()
            },
        )
        self._metrics.watch(
            "communique_in_flight", "Articles between reading and delivery.", "", lambda: {"": self._line.in_flight}
        )
        self._metrics.watch(
            "communique_ready",
            "1 where the worker has its share of the partitions and gets on with it.",
            "",
            lambda: {"": float(self.ready().well)},
        )
