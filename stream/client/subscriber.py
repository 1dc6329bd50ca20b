"""Reading events from Kafka."""

import asyncio
import logging
import time
from collections import deque
from collections.abc import AsyncIterator, Iterable
from datetime import datetime
from types import TracebackType
from typing import Final, Generic, Literal, Self, cast

from aiokafka import AIOKafkaConsumer, ConsumerRecord

from schemas import TOPICS, ContractModel, Topic
from stream.client.assignment import Assignment
from stream.client.closing import finished, stop_consumer
from stream.client.distinct import Distinct
from stream.client.filters import Where
from stream.client.positions import Start
from stream.client.probe import probe
from stream.client.received import EventT, Received
from stream.errors import InvalidRecordError, UsageError
from stream.kafka.codec import decode_event
from stream.kafka.escape import escape
from stream.kafka.failures import TRANSLATED, translate, translating
from stream.kafka.security import connection
from stream.kafka.topics import topic_name
from stream.settings import BrokerSettings

_log = logging.getLogger(__name__)
_POLL_MS: Final = 500
_FETCH_RECORDS: Final = 500
_SESSION_MS: Final = 10_000
_JOIN_GRACE_MS: Final = 5_000
_BREATH: Final = 0.01
_COMMIT_EVERY: Final = 1.0
_STOP_GRACE: Final = 5.0
_SKIP_HINT: Final = 'Leave such values out: on_error="skip", or --skip-invalid.'


class Subscriber(Generic[EventT]):
    """The events of one topic, typed: an async context manager and an async iterator.

    ::

        async with Subscriber(StatementExtracted, where="act=deny") as subscriber:
            async for event in subscriber:
                print(event.statement.speaker.name)

    The model chooses the topic. Without a group it reads all partitions from ``start`` (the beginning, unless told
    otherwise). In a ``group`` it shares them with the other members and goes on at the group's committed offsets;
    ``start`` is then for partitions without one. An event counts as handled, and is committed within a second, when the
    next one is asked for: one whose handling failed comes again.

    Args:
        model: the events' model, one of the contract's.
        settings: how to reach the broker; from the environment by default.
        start: where to begin; ``"committed"`` needs a group.
        group: consumer group.
        where: conditions that an event must fulfil, see :mod:`stream.client.filters`.
        limit: end after so many events.
        until_end: end where the topic ended when reading began.
        on_error: what to do with a value that is not of the model: raise, or log it and count it in ``skipped``.
        distinct: give each result once: what a worker repeated after a crash has the id of what came before. And give
            nothing of an older version of an article after a newer one. The ids of the last 100,000 events are
            remembered, and the newest version of as many articles; a new subscriber remembers none.
        commits: False to look at what a group would get next, without joining it or moving its offsets.

    Raises:
        UsageError: the arguments do not go together, or a condition is none.

    """

    def __init__(  # noqa: PLR0913 - each is a matter of its own, and all but the first have a default
        self,
        model: type[EventT],
        settings: BrokerSettings | None = None,
        *,
        start: Start | None = None,
        group: str | None = None,
        where: Where | str | Iterable[str] = (),
        limit: int | None = None,
        until_end: bool = False,
        on_error: Literal["raise", "skip"] = "raise",
        distinct: bool = False,
        commits: bool = True,
    ) -> None:
        self.settings = settings or BrokerSettings()
        self.topic = topic_name(_topic_of(model), self.settings)
        self.skipped = 0
        """Values left out because they are not of the model."""
        self._contract = _topic_of(model)
        self._start = _checked(start or ("committed" if group else "beginning"), group)
        self._group = group
        self._where = where if isinstance(where, Where) else Where.parse(where, model)
        self._left = limit
        self._until_end = until_end
        self._on_error = on_error
        self._distinct = Distinct() if distinct else None
        self._is_member = commits and group is not None
        self._consumer: AIOKafkaConsumer | None = None
        self._fetched: deque[ConsumerRecord] = deque()
        self._in_hand: ConsumerRecord | None = None
        self._epoch = 0
        self._committed_at = self._fetched_at = time.monotonic()

    async def __aenter__(self) -> Self:
        partitions = (await probe(self.settings)).require(self.topic)
        async with translating(self.settings):
            arguments = connection(self.settings)
            # Joining a group waits for the other members, which may take as long as a session.
            arguments["request_timeout_ms"] = max(arguments["request_timeout_ms"], _SESSION_MS + _JOIN_GRACE_MS)
            consumer = self._consumer = AIOKafkaConsumer(
                **arguments,
                session_timeout_ms=_SESSION_MS,
                heartbeat_interval_ms=_SESSION_MS // 3,
                group_id=self._group,
                enable_auto_commit=False,
                isolation_level="read_committed",  # of a worker that delivers exactly once, what it took back is left out
                auto_offset_reset="earliest",  # where retention has overtaken the position: what is left is read
                max_poll_records=_FETCH_RECORDS,
            )
            self._assignment = Assignment(
                consumer, self.topic, self._start, group=self._group is not None, commits=self._is_member
            )
            try:
                await consumer.start()
                if self._is_member:
                    consumer.subscribe([self.topic], listener=self._assignment)
                else:
                    await self._assignment.take_all(partitions)
            except BaseException:  # cancelled, too: nobody else can stop what was not handed out
                await stop_consumer(consumer, _STOP_GRACE)
                raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        consumer, self._consumer = self._consumer, None
        if consumer is None:
            return
        patience = self.settings.request_timeout + _STOP_GRACE
        try:
            await finished(self._assignment.commit(), patience)
        except TRANSLATED as fault:
            if error is None:
                raise translate(fault, self.settings) from fault
        finally:
            await stop_consumer(consumer, patience)

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> EventT:
        return (await self._next()).value

    async def records(self) -> AsyncIterator[Received[EventT]]:
        """The events with their keys, headers and places in Kafka."""
        try:
            while True:
                yield await self._next()
        except StopAsyncIteration:
            return

    async def commit(self) -> None:
        """Count the last event as handled and commit now, rather than when the next one is asked for."""
        self._finish()
        async with translating(self.settings):
            await self._assignment.commit()
        self._committed_at = time.monotonic()

    async def _next(self) -> Received[EventT]:
        self._finish()
        if time.monotonic() - self._committed_at >= _COMMIT_EVERY:
            await self.commit()
        while self._left is None or self._left > 0:
            record = self._in_hand = await self._take()
            if record is None:
                break
            event = self._decode(record) if self._is_late_enough(record) else None
            if event is not None and self._where.matches(event) and not self._repeats(record):
                if self._left is not None:
                    self._left -= 1
                return Received.of(event, record)
            self._finish()
        raise StopAsyncIteration

    def _finish(self) -> None:
        """The record in hand has been handled, unless a rebalance has taken its partition away in the meantime."""
        record, self._in_hand = self._in_hand, None
        if record is not None and self._epoch == self._assignment.epoch:
            self._assignment.handled(record)

    async def _take(self) -> ConsumerRecord | None:
        """The next record; None at the end, where it is to stop there."""
        async with translating(self.settings):
            while True:
                self._assignment.check()
                if self._fetched and self._epoch == self._assignment.epoch:
                    record = self._fetched.popleft()
                    self._assignment.taken(record)
                    return record
                if self._until_end and self._assignment.at_end:
                    return None
                await self._fetch()

    async def _fetch(self) -> None:
        consumer = self._consumer
        if consumer is None:
            raise RuntimeError("use it inside `async with`")
        found = await consumer.getmany(timeout_ms=_POLL_MS)
        self._epoch = self._assignment.epoch
        self._fetched.clear()
        if found and self._assignment.settled:
            for records in found.values():
                self._fetched.extend(records)
            self._fetched_at = time.monotonic()
        else:
            await self._idle(consumer)

    async def _idle(self, consumer: AIOKafkaConsumer) -> None:
        """Use a moment without records: commit, see to new partitions, and to a broker that is gone for good."""
        await asyncio.sleep(_BREATH)
        await self._assignment.commit()
        await self._assignment.catch_up()
        if not self._is_member:
            await self._assignment.take_all(consumer.partitions_for_topic(self.topic) or ())
        if self._until_end and time.monotonic() - self._fetched_at > self.settings.request_timeout:
            # The consumer would wait for a broker to come back for ever, and whoever reads to the end waits for that.
            await probe(self.settings)
            self._fetched_at = time.monotonic()

    def _decode(self, record: ConsumerRecord) -> EventT | None:
        try:
            return cast("EventT", decode_event(self._contract, _value(record)))
        except InvalidRecordError as error:
            place = f"{escape(record.topic)}, partition {record.partition}, offset {record.offset}"
            if self._on_error == "raise":
                raise type(error)(f"{place}: {error}", hint=_SKIP_HINT) from None
            self.skipped += 1
            _log.warning("skipped %s: %s", place, error)
            return None

    def _repeats(self, record: ConsumerRecord) -> bool:
        place = (record.partition, record.offset)
        return self._distinct is not None and self._distinct.repeats(record.headers, place, record.key)

    def _is_late_enough(self, record: ConsumerRecord) -> bool:
        # Brokers look a time up in an index of batches: what they find may begin too early.
        if isinstance(self._start, datetime) and self._group is None:
            return bool(record.timestamp >= self._start.timestamp() * 1000)
        return True


def _value(record: ConsumerRecord) -> bytes:
    if record.value is None:
        raise InvalidRecordError("the record has no value")
    return bytes(record.value)


def _topic_of(model: type[ContractModel]) -> Topic:
    topic = next((topic for topic in TOPICS if topic.model is model), None)
    if topic is None:
        raise UsageError(f"{model.__name__} is not the model of a topic")
    return topic


def _checked(start: Start, group: str | None) -> Start:
    if start == "committed" and group is None:
        raise UsageError("committed offsets are a group's: give a group")
    if isinstance(start, datetime) and start.tzinfo is None:
        raise UsageError("the time to begin at has no offset", hint="Give it a timezone, such as datetime.UTC")
    return start
