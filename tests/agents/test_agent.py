"""The faust agent by itself, and how the app is set up."""

import asyncio
import ssl
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from aiokafka import TopicPartition
from aiokafka import errors as kafka
from faust import Event
from faust.auth import SASLCredentials, SSLCredentials
from faust.transport.drivers.aiokafka import credentials_to_aiokafka_auth
from faust.types import TP, Message
from pydantic import SecretStr

from stream.agents.app import App, attach, commit, create_app, credentials, record_of
from stream.agents.assignment import Assignment
from stream.agents.line import Line
from stream.agents.suspects import Partition, Suspects
from stream.agents.work import Outcome
from stream.kafka.offsets import Position
from stream.kafka.records import Record
from stream.settings import WorkerSettings

SETTINGS = WorkerSettings(topic_prefix="t.", bootstrap_servers="a:1,b:2", group="g")


class Kept:
    """A delivery that keeps what it is given."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.committed: list[dict[Any, int]] = []
        self.noted: list[Any] = []

    async def begin(self, partitions: Any) -> None:
        """Nothing is to be prepared."""

    async def end(self) -> None:
        """Nothing is to be given up."""

    async def deliver(self, finished: Any) -> bool:
        """Keep the records."""
        self.records += [record for record, _ in finished]
        return True

    async def commit(self, positions: Any) -> bool:
        """Keep the offsets."""
        self.committed.append({partition: position.offset for partition, position in positions.items()})
        return True

    async def note(self, positions: Any) -> bool:
        """Keep the notes."""
        self.noted.append(positions)
        return True


def message(value: bytes | None, offset: int, *, generation: int = 0) -> Message:
    return Message(
        topic="t.articles",
        partition=0,
        offset=offset,
        timestamp=1.5,
        timestamp_type=0,
        headers=[("a", None)],
        key=b"\xff",
        value=value,
        checksum=None,
        tp=TP("t.articles", 0),
        generation_id=generation,
    )


@pytest.fixture
async def parts() -> tuple[App, Line, Kept, Assignment]:
    async def work(_record: Record) -> Outcome:
        return Outcome()

    kept = Kept()
    suspects = Suspects(reach=8, attempts=3)
    failed = lambda error: pytest.fail(str(error))  # noqa: E731 -- as short as it is
    line = Line(work, kept, limit=4, suspects=suspects, failed=failed, commit_interval=3600)
    app = create_app(SETTINGS)

    async def starts(partitions: set[Partition]) -> dict[Partition, int]:
        return dict.fromkeys(partitions, 0)

    assignment = attach(app, SETTINGS, line, starts)
    await assignment.assign({Partition("t.articles", 0)})
    return app, line, kept, assignment


async def test_the_agent_takes_raw_records_in(parts: tuple[App, Line, Kept, Assignment]) -> None:
    """Whatever the bytes are, also none at all; in their order, with their place and time."""
    app, line, kept, _ = parts
    line.start()
    (agent,) = app.agents.values()
    values = [b'{"text":"a"}', b"\xff", b"", None]
    async with agent.test_context() as running:
        for offset, value in enumerate(values):
            made = message(value, offset)
            await running.channel.put(Event(app, None, value, {}, made))
        async with asyncio.timeout(5):
            while len(kept.records) < len(values):  # noqa: ASYNC110 -- what is waited for is a plain list
                await asyncio.sleep(0.01)
    await line.commit()
    await line.stop()
    assert [record.value for record in kept.records] == values
    assert kept.records[0] == record_of(message(values[0], 0))
    assert kept.committed == [{("t.articles", 0): 4}]


def test_a_message_becomes_plain() -> None:
    """Headers and time included."""
    record = record_of(message(b"v", 7))
    assert (record.topic, record.partition, record.offset) == ("t.articles", 0, 7)
    assert (record.value, record.key, record.headers) == (b"v", b"\xff", [("a", b"")])
    assert record.timestamp.timestamp() == 1.5


async def test_messages_of_an_earlier_assignment_are_not_held(parts: tuple[App, Line, Kept, Assignment]) -> None:
    """Nor those of a partition that is being revoked, nor any once the worker stops."""
    app, _, _, assignment = parts
    app.consumer_generation_id = 3
    assert assignment.holds(message(b"", 0, generation=3))
    assert not assignment.holds(message(b"", 0, generation=2))
    assignment.revoke({("t.articles", 0)})
    assert not assignment.holds(message(b"", 0, generation=3))
    await assignment.assign(set())
    assert assignment.holds(message(b"", 0, generation=3))
    assignment.close()
    assert not assignment.holds(message(b"", 0, generation=3))


async def test_the_app_leaves_nothing_to_chance(
    parts: tuple[App, Line, Kept, Assignment], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It makes no topic and no directory, waits for all replicas, and starts where nobody has committed."""
    app, *_ = parts
    monkeypatch.chdir(tmp_path)
    await app.on_first_start()
    assert list(tmp_path.iterdir()) == []  # noqa: ASYNC240 -- a look into an empty folder
    assert (app.conf.id, app.conf.topic_allow_declare, app.conf.topic_disable_leader) == ("g", False, True)
    assert app.conf.consumer_auto_offset_reset == "earliest"
    assert [str(url) for url in app.conf.broker] == ["kafka://a:1", "kafka://b:2"]
    assert app.conf.broker_request_timeout > app.conf.broker_rebalance_timeout
    assert not app.conf.web_enabled


class Consumer:
    """An aiokafka consumer in faust's thread, with one partition; commits end as the test says."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.committed: dict[TopicPartition, tuple[int, str]] = {}
        self._thread = self

    async def call_thread(self, function: Any, *arguments: Any) -> Any:
        """Call it here."""
        return await function(*arguments)

    def _ensure_consumer(self) -> "Consumer":
        return self

    def assignment(self) -> set[TopicPartition]:
        """Partition 0."""
        return {TopicPartition("t.articles", 0)}

    async def commit(self, offsets: dict[TopicPartition, tuple[int, str]]) -> None:
        """Keep the offsets, or fail; as aiokafka does, refuse to commit nothing."""
        if not offsets:
            raise ValueError(offsets)
        if self.error is not None:
            raise self.error
        self.committed |= offsets


@pytest.mark.parametrize(
    ("partitions", "error", "committed"),
    [
        ([0], None, True),
        ([0, 1], None, False),
        ([1], None, False),
        ([0], kafka.CommitFailedError("already rebalanced"), False),
        ([0], kafka.IllegalStateError("not assigned"), False),
    ],
    ids=["all held", "one gone", "all gone", "no member", "being taken away"],
)
async def test_a_commit_that_comes_too_late_ends_nobody(
    partitions: list[int], error: Exception | None, *, committed: bool
) -> None:
    """A sibling was killed, and partitions go elsewhere while offsets are committed: the worker goes on."""
    app = cast("Any", SimpleNamespace(consumer=Consumer(error)))
    positions = {Partition("t.articles", number): Position(5, "note") for number in partitions}
    assert await commit(app, positions) is committed
    kept = {TopicPartition("t.articles", 0): (5, "note")} if 0 in partitions and error is None else {}
    assert app.consumer.committed == kept


async def test_a_commit_that_is_refused_for_good_says_so() -> None:
    """A missing ACL is not to be taken for a rebalance."""
    app = cast("Any", SimpleNamespace(consumer=Consumer(kafka.GroupAuthorizationFailedError("g"))))
    with pytest.raises(kafka.GroupAuthorizationFailedError):
        await commit(app, {Partition("t.articles", 0): Position(5)})


def test_a_plain_connection_has_no_credentials() -> None:
    """As the settings say."""
    assert credentials(SETTINGS) is None


def test_tls_alone_is_passed_on() -> None:
    """With verification."""
    made = credentials(WorkerSettings(security_protocol="SSL"))
    assert isinstance(made, SSLCredentials)
    arguments = credentials_to_aiokafka_auth(made)
    assert arguments["security_protocol"] == "SSL"
    assert arguments["ssl_context"].verify_mode == ssl.CERT_REQUIRED


@pytest.mark.parametrize("protocol", ["SASL_PLAINTEXT", "SASL_SSL"])
@pytest.mark.parametrize("mechanism", ["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"])
def test_sasl_is_passed_on(protocol: Any, mechanism: Any) -> None:
    """Protocol, mechanism, user and password reach the client as they are; the password is not shown."""
    made = credentials(
        WorkerSettings(
            security_protocol=protocol,
            sasl_mechanism=mechanism,
            sasl_username="me",
            sasl_password=SecretStr("s3cret"),
        )
    )
    assert isinstance(made, SASLCredentials)
    arguments = credentials_to_aiokafka_auth(made)
    assert (arguments["security_protocol"], arguments["sasl_mechanism"]) == (protocol, mechanism)
    assert (arguments["sasl_plain_username"], arguments["sasl_plain_password"]) == ("me", "s3cret")
    assert (arguments["ssl_context"] is None) == (protocol == "SASL_PLAINTEXT")
    assert "s3cret" not in repr(made)


async def test_what_faust_drops_is_read_again(parts: tuple[App, Line, Kept, Assignment]) -> None:
    """A record that does not come is asked for before any behind it is taken: none is committed unread."""
    app, line, kept, _ = parts
    sought: list[tuple[TP, int]] = []

    async def seek_wait(offsets: dict[TP, int]) -> None:
        sought.extend(offsets.items())

    app.consumer.seek_wait = seek_wait
    line.start()
    (agent,) = app.agents.values()
    async with agent.test_context() as running:
        for offset in (0, 2, 3, 1, 2, 3):
            await running.channel.put(Event(app, None, b"", {}, message(b"%d" % offset, offset)))
        async with asyncio.timeout(5):
            while len(kept.records) < 4:  # noqa: ASYNC110 -- what is waited for is a plain list
                await asyncio.sleep(0.01)
    await line.stop()
    assert [record.offset for record in kept.records] == [0, 1, 2, 3]
    assert sought == [(TP("t.articles", 0), 1)]


async def test_a_partition_that_stands_still_is_asked_again(parts: tuple[App, Line, Kept, Assignment]) -> None:
    """Where records wait at its end, but none comes, and it is not for want of room."""
    app, line, _, _ = parts
    sought: list[tuple[TP, int]] = []

    async def seek_wait(offsets: dict[TP, int]) -> None:
        sought.extend(offsets.items())

    async def starts(partitions: set[Partition]) -> dict[Partition, int]:
        return dict.fromkeys(partitions, 7)

    app.consumer.seek_wait, app.consumer.highwater = seek_wait, lambda tp: 9 if tp.partition == 0 else 7
    assignment = Assignment(app, starts, line.idle, patience=0.01)
    await assignment.assign({Partition("t.articles", 0), Partition("t.articles", 1)})
    watching = asyncio.create_task(assignment.watch())
    async with asyncio.timeout(5):
        while not sought:  # noqa: ASYNC110 -- as above
            await asyncio.sleep(0.01)
    watching.cancel()
    assert set(sought) == {(TP("t.articles", 0), 7)}


async def test_a_partition_that_has_gone_is_not_asked(parts: tuple[App, Line, Kept, Assignment]) -> None:
    """A rebalance may come between a gap and the way back: the agent lives on, and takes nothing behind the gap."""
    app, _, _, assignment = parts

    async def seek_wait(offsets: dict[TP, int]) -> None:
        raise kafka.IllegalStateError(f"not assigned: {offsets}")

    app.consumer.seek_wait = seek_wait
    assert not await assignment.admits(message(b"", 3))
    assert not await assignment.admits(message(b"", 4))


async def test_what_is_no_record_is_no_lag(parts: tuple[App, Line, Kept, Assignment]) -> None:
    """A partition that ends with a transaction's mark: once it has been asked for and read past, nothing waits there."""
    app, line, _, _ = parts
    place = Partition("t.articles", 0)
    sought: list[int] = []

    async def seek_wait(offsets: dict[TP, int]) -> None:
        sought.extend(offsets.values())

    async def position(_partition: TP) -> int:
        return 9

    async def starts(partitions: set[Partition]) -> dict[Partition, int]:
        return dict.fromkeys(partitions, 7)

    app.consumer.seek_wait, app.consumer.highwater, app.consumer.position = seek_wait, lambda _tp: 9, position
    assignment = Assignment(app, starts, line.idle, patience=0.01)
    await assignment.assign({place})
    assert assignment.lag({}) == {place: 2}
    watching = asyncio.create_task(assignment.watch())
    async with asyncio.timeout(5):
        while assignment.lag({}) != {place: 0}:  # noqa: ASYNC110 -- as above
            await asyncio.sleep(0.01)
    watching.cancel()
    assert sought == [7], "it was asked for before it was taken for nothing"
    assert assignment.lag({place: 8}) == {place: 1}
