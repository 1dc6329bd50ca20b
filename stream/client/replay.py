"""Putting dead letters back on the topic that they came from."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Final, Self

from aiokafka import TopicPartition

from schemas import ARTICLES, DeadLetter, digest
from stream.client.filters import Where
from stream.client.originals import original
from stream.client.probe import probe
from stream.client.producer import Outgoing
from stream.client.received import Received
from stream.client.subscriber import Subscriber
from stream.client.transfer import OneByOne, Result, Together, Transfer
from stream.errors import CommuniqueError, FencedError
from stream.kafka.topics import topic_name
from stream.kafka.transactions import has_transactions
from stream.settings import BrokerSettings

_BATCH_BYTES: Final = 8 * 1024 * 1024
_BATCH_SECONDS: Final = 0.1
"""Where there is a rate, no more letters are replayed together than fall into so much time."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """What became of one dead letter."""

    letter: Received[DeadLetter]
    outcome: Result | None
    """The receipt of its source topic; why it could not be replayed; None in a dry run."""


class Replay:
    """The dead letters that fulfil some conditions, put back on their source topic. A context manager.

    It reads to where the dead letters ended when it began, so letters of what fails again are left for the next replay.
    Progress is kept as the committed offsets of a consumer group, named after the conditions unless ``group`` is given:
    interrupted and started again, it goes on where it was. Where the broker has transactions (Apache Kafka does), the
    originals and the offsets are committed together, up to a hundred at once: whatever interrupts it, none is replayed
    twice, and a second replay of the same group shuts the first one out. Elsewhere one letter at a time is acknowledged,
    then committed: one that is interrupted in between is replayed again, and ``exact`` is False.

    ``rate`` is the most letters a second. A dry run needs no right to write.

    Raises:
        UsageError: a condition is malformed.
        BrokerError: on entering: nothing answers, or a topic or an ACL is missing.

    """

    def __init__(  # noqa: PLR0913 - each but the settings has a default
        self,
        settings: BrokerSettings,
        *,
        where: Iterable[str] = (),
        since: datetime | None = None,
        group: str | None = None,
        rate: float | None = None,
        dry_run: bool = False,
    ) -> None:
        conditions = sorted(where)
        self.group = group or f"communique-replay-{digest(*conditions, str(since))[:12]}"
        self.exact = True
        """Whether none is replayed twice; known once it is entered."""
        self._settings = settings
        self._where = Where.parse(conditions, DeadLetter)
        self._since = since
        self._rate = rate
        self._dry_run = dry_run
        self._letters = self._subscriber(commits=False)
        self._transfer: Transfer | None = None
        self._open = AsyncExitStack()

    @property
    def invalid(self) -> int:
        """Records of the dead-letter topic that are no dead letters."""
        return self._letters.skipped

    async def __aenter__(self) -> Self:
        async with AsyncExitStack() as stack:
            if not self._dry_run:
                # First: what an earlier run left open must be decided before it is asked how far that run came.
                self._transfer = await stack.enter_async_context(await self._chosen())
            await stack.enter_async_context(self._letters)
            self._open = stack.pop_all()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self._open.__aexit__(kind, error, traceback)

    async def __aiter__(self) -> AsyncIterator[Replayed]:
        due = time.monotonic()
        async for letters in self._batches():
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            due = max(due, time.monotonic()) + len(letters) / (self._rate or float("inf"))
            for letter, outcome in zip(letters, await self._moved(letters), strict=True):
                yield Replayed(letter, outcome)

    async def _chosen(self) -> Transfer:
        """The way that the broker allows."""
        (await probe(self._settings)).require(topic_name(ARTICLES, self._settings))
        self.exact = await has_transactions(self._settings, self.group)
        if self.exact:
            return Together(self._settings, self.group)
        self._letters = letters = self._subscriber(commits=True)
        return OneByOne(self._settings, letters.commit)

    def _subscriber(self, *, commits: bool) -> Subscriber[DeadLetter]:
        return Subscriber(
            DeadLetter,
            self._settings,
            group=self.group,
            where=self._where,
            until_end=True,
            on_error="skip",
            commits=commits,
        )

    async def _batches(self) -> AsyncIterator[list[Received[DeadLetter]]]:
        """The letters that are chosen, as many at once as may be moved together."""
        most = self._transfer.most if self._transfer else 1
        if self._rate:
            most = max(1, min(most, int(self._rate * _BATCH_SECONDS)))
        batch: list[Received[DeadLetter]] = []
        async for letter in self._letters.records():
            if self._since is not None and letter.value.failed_at < self._since:
                continue
            batch.append(letter)
            if len(batch) == most or sum(each.value.size for each in batch) > _BATCH_BYTES:
                yield batch
                batch = []
        if batch:
            yield batch

    async def _moved(self, letters: Sequence[Received[DeadLetter]]) -> Sequence[Result | None]:
        """What became of the letters. A fault of one letter alone is its outcome; one of the broker is raised."""
        if self._transfer is None:
            return [None] * len(letters)
        found = [await original(letter.value, self._settings) for letter in letters]
        offsets = {TopicPartition(letter.topic, letter.partition): letter.offset + 1 for letter in letters}
        try:
            moved = iter(await self._transfer.move([each for each in found if isinstance(each, Outgoing)], offsets))
        except FencedError as error:
            raise FencedError(
                "another replay of the same letters has begun", hint="Nothing is lost or repeated: let that one end."
            ) from error
        return [each if isinstance(each, CommuniqueError) else next(moved) for each in found]
