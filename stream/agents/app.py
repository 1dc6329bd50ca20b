"""The faust app: its agent takes articles in, its hooks let go of partitions before others get them.

What faust does with acknowledgements is left out on purpose. It acknowledges a record whose agent raised, or that came
while partitions were being revoked, and works the offset to commit out from acknowledgements in any order. Here the
line knows what has been delivered (:mod:`stream.agents.line`), and only that is committed.
"""

import asyncio
import logging
import tempfile
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final, cast

import faust
from aiokafka import TopicPartition
from aiokafka.errors import CommitFailedError, IllegalStateError
from faust.auth import SASLCredentials, SSLCredentials
from faust.transport.drivers.aiokafka import AIOKafkaConsumerThread, Consumer, Transport
from faust.types import TP, AppT, Message, StreamT
from faust.types.auth import CredentialsT
from yarl import URL

from schemas import ARTICLES
from stream.agents.assignment import Assignment, Starts
from stream.agents.line import Line
from stream.agents.suspects import Partition
from stream.kafka.offsets import Position
from stream.kafka.records import Record, headers_of, time_of
from stream.kafka.security import password, servers, ssl_context
from stream.kafka.topics import topic_name
from stream.kafka.unreadable import Unreadable
from stream.settings import WorkerSettings

_log = logging.getLogger(__name__)

_SESSION: Final = 10.0
"""Seconds without a heartbeat after which the broker gives a worker's partitions to others."""
_HEARTBEAT: Final = 3.0
_REBALANCE: Final = 60.0
"""Seconds that the workers of a group have to join again after a change."""
_RELEASE: Final = 20.0
"""Seconds to finish what is in flight when partitions are revoked; well below the rebalance's own limit."""
_METADATA_AGE_MS: Final = 10_000
"""A member that leads a rebalance before it knows the topic gives nothing to anybody; the next look mends that."""
_COMMIT: Final = 10.0
"""Seconds to wait for a commit."""


class _CommittedThread(AIOKafkaConsumerThread):
    """Leaves out what a publisher took back, or a replay that was interrupted: no article before it is committed."""

    def _create_worker_consumer(self, transport: Any) -> Any:
        consumer = super()._create_worker_consumer(transport)
        consumer._isolation_level = "read_committed"  # faust has it for its own transactions only  # noqa: SLF001
        return consumer


class _Unfiltered(dict[TP, int | None]):
    """In place of how far faust believes to have read each partition; it drops what lies before that.

    Sent back to a record, it still passes on what it has in hand from behind it, and then drops the record for that. The
    assignment looks at the offset of each record itself.
    """

    def __missing__(self, _key: TP) -> None:
        return None

    def __setitem__(self, _key: TP, _offset: int | None) -> None:
        """Remember nothing."""

    def update(self, *_offsets: Any, **_more: Any) -> None:
        """Remember nothing."""


class _CommittedConsumer(Consumer):
    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._read_offset = _Unfiltered()

    def _new_consumer_thread(self) -> AIOKafkaConsumerThread:
        return _CommittedThread(self, loop=self.loop, beacon=self.beacon)


class _CommittedTransport(Transport):
    Consumer = _CommittedConsumer


class App(faust.App):
    """A faust app without tables, so without directories of its own: it may run on a read-only file system."""

    logger = logging.getLogger("faust.app")

    def _new_transport(self) -> Transport:
        return _CommittedTransport(self.conf.broker_consumer, self)

    def _create_directories(self) -> None:
        """Create none."""


def create_app(settings: WorkerSettings) -> App:
    """The app, configured; nothing is connected yet. Raises :class:`~stream.errors.ConfigurationError`."""
    return App(
        settings.group,
        broker=[URL(f"kafka://{address}") for address in servers(settings)],
        broker_client_id=settings.client_id,
        broker_credentials=credentials(settings),
        broker_session_timeout=_SESSION,
        broker_heartbeat_interval=_HEARTBEAT,
        broker_rebalance_timeout=_REBALANCE,
        # Joining a group takes as long as the others need: a request must be allowed to wait for that.
        broker_request_timeout=max(settings.request_timeout, _REBALANCE + 30),
        broker_max_poll_interval=max(1000.0, settings.article_timeout * settings.batch_size),
        consumer_auto_offset_reset="earliest",
        consumer_max_fetch_size=1024 * 1024,
        consumer_metadata_max_age_ms=_METADATA_AGE_MS,
        stream_buffer_maxsize=settings.batch_size,
        stream_wait_empty=False,
        topic_allow_declare=False,
        topic_disable_leader=True,
        table_standby_replicas=0,
        web_enabled=False,
        datadir=Path(tempfile.gettempdir()),
        autodiscover=False,
    )


def credentials(settings: WorkerSettings) -> CredentialsT | None:
    """The security settings in faust's terms; None for a plain connection."""
    context = ssl_context(settings)
    if settings.security_protocol.startswith("SASL"):
        return SASLCredentials(
            username=settings.sasl_username,
            password=password(settings),
            mechanism=settings.sasl_mechanism,
            ssl_context=context,
        )
    return SSLCredentials(context) if context is not None else None


async def commit(app: AppT, positions: Mapping[Partition, Position]) -> bool:
    """Commit as a member of the group; False where the group has moved on, and a rebalance is coming.

    Raises aiokafka's errors. What faust has for it ends the whole worker where one of the partitions has just been
    taken away.
    """
    # In the consumer's own thread, to which faust has no public way.
    thread = cast("Any", app.consumer)._thread  # noqa: SLF001
    try:
        async with asyncio.timeout(_COMMIT):
            return bool(await thread.call_thread(_commit, thread, positions))
    except (CommitFailedError, IllegalStateError) as error:
        _log.info("not committed: %s", error)
        return False


async def _commit(thread: Any, positions: Mapping[Partition, Position]) -> bool:
    consumer = thread._ensure_consumer()  # noqa: SLF001 - as above
    held = {TopicPartition(*partition): tuple(position) for partition, position in positions.items()}
    held = {partition: position for partition, position in held.items() if partition in consumer.assignment()}
    if held:
        await consumer.commit(held)
    return len(held) == len(positions)


def attach(app: App, settings: WorkerSettings, line: Line, starts: Starts) -> Assignment:
    """Give the app its agent and its hooks; the assignment that they keep (``starts`` is its)."""
    assignment = Assignment(app, starts, line.idle)
    assigning: asyncio.Task[None] | None = None
    articles = app.topic(
        topic_name(ARTICLES, settings),
        key_type=bytes,
        value_type=bytes,
        key_serializer="raw",
        value_serializer="raw",
        acks=False,
    )

    async def enrich(stream: StreamT[bytes]) -> None:
        """Take every article in, in the order of its partition."""
        async for event in stream.events():
            message = event.message
            if await assignment.admits(message):
                await line.take(record_of(message), partial(assignment.holds, message))

    app.agent(articles, name="enrich")(enrich)

    async def revoked(_app: object, /, *sets: Any, **_: Any) -> None:
        partitions = _partitions(*sets)
        if assigning is not None:
            assigning.cancel()
        assignment.revoke(partitions)
        await line.release(partitions, within=min(_RELEASE, settings.shutdown_timeout))

    async def assigned(_app: object, /, *sets: Any, **_: Any) -> None:
        nonlocal assigning
        partitions = _partitions(*sets)
        _log.info("assigned: %s", ", ".join(str(partition.partition) for partition in sorted(partitions)) or "none")
        # The group waits for this callback, so the broker is asked behind it.
        assigning = asyncio.ensure_future(assignment.assign(partitions))
        assigning.add_done_callback(line.watch)

    app.on_partitions_revoked.connect(revoked, weak=False)
    app.on_partitions_assigned.connect(assigned, weak=False)
    return assignment


def _partitions(*sets: set[TP]) -> set[Partition]:
    return {Partition(tp.topic, tp.partition) for tps in sets for tp in tps}


def record_of(message: Message) -> Record:
    """A faust message in plain types."""
    fault = message.value.reason if isinstance(message.value, Unreadable) else ""
    return Record(
        value=None if fault else message.value,
        key=message.key,
        headers=headers_of(cast("Any", message.headers)),
        topic=message.topic,
        partition=message.partition,
        offset=message.offset,
        timestamp=time_of(message.timestamp),
        fault=fault,
    )
