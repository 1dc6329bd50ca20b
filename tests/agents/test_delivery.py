"""Everything acknowledged, or nothing counts."""

import asyncio
from collections.abc import Awaitable, Mapping

import pytest
from aiokafka import errors as kafka
from making import make_record
from prometheus_client import CollectorRegistry

from schemas import DEAD_LETTERS, DeadLetter
from stream.agents.delivery import AtLeastOnce
from stream.agents.metrics import Metrics
from stream.agents.suspects import Partition
from stream.agents.work import Event, Outcome
from stream.errors import AuthorizationError, InvalidJSONError, MessageTooLargeError
from stream.kafka.dead_letters import Failure
from stream.kafka.headers import Headers
from stream.kafka.offsets import Position
from stream.kafka.producers import Lease
from stream.settings import WorkerSettings

TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
SETTINGS = WorkerSettings(topic_prefix="t.", retry_backoff=0.01, source="/test")
SESSION = 0.3
PLACE, START = Partition("t.articles", 0), Position(3, "noted")
FAILURE = Failure.of("decode", InvalidJSONError("broken"))


class Broker:
    """A broker that refuses what the test wants refused."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, bytes | None, bytes, Headers]] = []
        self.committed: list[Mapping[Partition, Position]] = []
        self.member = True
        self.lease: Lease | None = None
        self.refusals: list[Exception | None] = []
        self.largest = 1_000_000
        self.acknowledge: asyncio.Event | None = None

    async def send(self, topic: str, key: bytes | None, value: bytes, headers: Headers) -> Awaitable[object]:
        """Take a record, or refuse it: at once where it is too large, else when it is to be acknowledged."""
        if len(value) > self.largest:
            raise kafka.MessageSizeTooLargeError("too large")
        self.sent.append((topic, key, value, headers))
        refusal = self.refusals.pop(0) if self.refusals else None
        return self._answer(refusal)

    async def commit(self, positions: Mapping[Partition, Position]) -> bool:
        """Note the offsets, of a member."""
        self.committed.append(dict(positions))
        return self.member

    def connect(self, _settings: WorkerSettings, lease: Lease) -> "Broker":
        """Be the producer, too."""
        self.lease = lease
        return self

    async def start(self) -> None:
        """Nothing is to be connected."""

    async def stop(self) -> None:
        """Nothing is to be closed."""

    async def _answer(self, refusal: Exception | None) -> None:
        if self.acknowledge is not None:
            await self.acknowledge.wait()
        if refusal is not None:
            raise refusal


def outcome(*values: bytes) -> Outcome:
    return Outcome("fr", tuple(Event("articles.enriched", b"k", value, []) for value in values))


@pytest.fixture
def broker() -> Broker:
    return Broker()


@pytest.fixture
def metrics() -> Metrics:
    return Metrics()


@pytest.fixture
async def delivery(broker: Broker, metrics: Metrics) -> AtLeastOnce:
    made = AtLeastOnce(broker.commit, SETTINGS, metrics, session=SESSION, connect=broker.connect)
    await made.begin({PLACE})
    await made.note({PLACE: START})
    return made


def letters(broker: Broker) -> list[DeadLetter]:
    return [DeadLetter.model_validate_json(value) for topic, _, value, _ in broker.sent if topic.endswith("letters")]


async def test_events_are_sent_in_order_under_the_prefix(delivery: AtLeastOnce, broker: Broker) -> None:
    """Record by record, event by event."""
    await delivery.deliver([(make_record(), outcome(b"1", b"2")), (make_record(offset=1), outcome(b"3"))])
    assert [(topic, value) for topic, _, value, _ in broker.sent] == [
        ("t.articles.enriched", b"1"),
        ("t.articles.enriched", b"2"),
        ("t.articles.enriched", b"3"),
    ]


async def test_delivery_waits_for_every_acknowledgement(delivery: AtLeastOnce, broker: Broker) -> None:
    """Having sent is not enough."""
    broker.acknowledge = asyncio.Event()
    delivering = asyncio.ensure_future(delivery.deliver([(make_record(), outcome(b"1"))]))
    await asyncio.sleep(0.02)
    assert len(broker.sent) == 1
    assert not delivering.done()
    broker.acknowledge.set()
    await delivering


async def test_a_broker_that_is_away_is_waited_for(delivery: AtLeastOnce, broker: Broker) -> None:
    """Everything is sent again, in order, so that the last of each id stays the last."""
    broker.refusals = [None, kafka.RequestTimedOutError(), None, None, kafka.KafkaConnectionError("gone")]
    await delivery.deliver([(make_record(), outcome(b"1", b"2")), (make_record(offset=1), outcome(b"3"))])
    assert [value for _, _, value, _ in broker.sent] == [b"1", b"2", b"3"] * 3


async def test_a_failure_becomes_a_dead_letter(delivery: AtLeastOnce, broker: Broker) -> None:
    """The record whole, with its key and its trace; its id is a function of the record's place."""
    record = make_record(value=b"\xff{", headers=[("traceparent", TRACE.encode())], offset=4)
    await delivery.deliver([(record, Outcome(failure=FAILURE))])
    await delivery.deliver([(record, Outcome(failure=FAILURE))])
    letter = letters(broker)[0]
    assert (letter.value, letter.key, letter.offset, letter.error) == (b"\xff{", b"key", 4, "invalid-json")
    topic, key, _, headers = broker.sent[0]
    assert (topic, key) == (f"t.{DEAD_LETTERS.name}", b"key")
    assert dict(headers)["traceparent"] == TRACE.encode()
    assert dict(headers)["ce_id"] == dict(broker.sent[1][3])["ce_id"]


async def test_an_event_too_large_for_the_broker_becomes_a_dead_letter(delivery: AtLeastOnce, broker: Broker) -> None:
    """At the stage produce; the other records are not concerned."""
    broker.largest = 5000
    await delivery.deliver([(make_record(), outcome(b"x" * 6000)), (make_record(offset=1), outcome(b"3"))])
    (letter,) = letters(broker)
    assert (letter.stage, letter.error, letter.truncated) == ("produce", "message-too-large", False)
    assert letter.value == make_record().value
    assert b"3" in [value for _, _, value, _ in broker.sent]


async def test_a_refusal_that_comes_with_the_acknowledgement_counts_as_well(
    delivery: AtLeastOnce, broker: Broker
) -> None:
    """A topic's own limit may be lower than the producer's."""
    broker.refusals = [kafka.MessageSizeTooLargeError()]
    await delivery.deliver([(make_record(), outcome(b"1"))])
    assert [letter.error for letter in letters(broker)] == ["message-too-large"]


async def test_a_dead_letter_too_large_is_sent_without_the_original(delivery: AtLeastOnce, broker: Broker) -> None:
    """It says how large the original was, and where it still is."""
    broker.largest = 5000
    record = make_record(value=b"x" * 6000, offset=9)
    await delivery.deliver([(record, Outcome(failure=FAILURE))])
    (letter,) = letters(broker)
    assert (letter.truncated, letter.value, letter.size, letter.offset) == (True, None, 6000, 9)
    assert letter.error == "invalid-json"


async def test_a_dead_letter_that_cannot_be_written_stops_the_worker(delivery: AtLeastOnce, broker: Broker) -> None:
    """Rather than losing the record."""
    broker.largest = 10
    with pytest.raises(MessageTooLargeError):
        await delivery.deliver([(make_record(), Outcome(failure=FAILURE))])


async def test_a_refusal_for_good_stops_the_worker(delivery: AtLeastOnce, broker: Broker) -> None:
    """A missing ACL does not mend itself."""
    broker.refusals = [kafka.TopicAuthorizationFailedError("t.articles.enriched")]
    with pytest.raises(AuthorizationError):
        await delivery.deliver([(make_record(), outcome(b"1"))])


async def test_a_fault_of_the_program_is_not_hidden(delivery: AtLeastOnce, broker: Broker) -> None:
    """It is no refusal of the broker."""
    broker.refusals = [ZeroDivisionError()]
    with pytest.raises(ZeroDivisionError):
        await delivery.deliver([(make_record(), outcome(b"1"))])


async def test_what_was_delivered_is_counted(delivery: AtLeastOnce, metrics: Metrics) -> None:
    """By outcome, language and error code; nothing before it is acknowledged."""
    await delivery.deliver([(make_record(), outcome(b"1")), (make_record(offset=1), Outcome(failure=FAILURE))])
    registry: CollectorRegistry = metrics.registry
    count = registry.get_sample_value
    assert count("communique_articles_total", {"outcome": "enriched", "language": "fr"}) == 1
    assert count("communique_articles_total", {"outcome": "dead-letter", "language": "none"}) == 1
    assert count("communique_dead_letters_total", {"code": "invalid-json"}) == 1
    assert count("communique_batch_articles_sum") == 2


async def test_offsets_go_to_the_broker(delivery: AtLeastOnce, broker: Broker) -> None:
    """As they are."""
    await delivery.commit({PLACE: Position(5, "note")})
    assert broker.committed[-1] == {PLACE: Position(5, "note")}


async def test_what_has_been_given_up_is_not_sent_again(delivery: AtLeastOnce, broker: Broker) -> None:
    """A delivery that failed is not tried again once others may have gone on: their later results would be overtaken."""
    broker.refusals = [kafka.KafkaTimeoutError()] * 50
    delivering = asyncio.create_task(delivery.deliver([(make_record(), outcome(b"one"))]))
    while len(broker.sent) < 2:  # noqa: ASYNC110 -- what is waited for is a plain list
        await asyncio.sleep(0.001)
    await delivery.end()
    assert not await asyncio.wait_for(delivering, 5)
    sent = len(broker.sent)
    await asyncio.sleep(0.1)
    assert len(broker.sent) == sent < 50


async def test_a_membership_that_was_not_proven_lately_is_proven_before_sending(
    delivery: AtLeastOnce, broker: Broker
) -> None:
    """By a commit of what is committed already: only a member's is accepted."""
    await delivery.deliver([(make_record(), outcome(b"1"))])
    assert len(broker.committed) == 1
    await asyncio.sleep(SESSION / 2)
    await delivery.deliver([(make_record(), outcome(b"2"))])
    assert broker.committed == [{PLACE: START}] * 2


async def test_who_is_no_member_sends_nothing(delivery: AtLeastOnce, broker: Broker) -> None:
    """Until the group has taken it in again, or its partitions are given up."""
    await asyncio.sleep(SESSION / 2)
    broker.member = False
    delivering = asyncio.create_task(delivery.deliver([(make_record(), outcome(b"late"))]))
    await asyncio.sleep(0.1)
    assert (broker.sent, delivering.done()) == ([], False)
    broker.member = True
    assert await asyncio.wait_for(delivering, 5)
    assert [value for _, _, value, _ in broker.sent] == [b"late"]


async def test_a_lease_is_over_before_the_session(delivery: AtLeastOnce, broker: Broker) -> None:
    """What waits in a producer's buffer is then refused; and for good when the partitions are given up."""
    assert broker.lease is not None
    assert broker.lease.held
    await asyncio.sleep(SESSION * 0.7)
    assert not broker.lease.held
    await delivery.commit({PLACE: START})
    assert broker.lease.held
    lease = broker.lease
    await delivery.end()
    lease.renew(1e12)
    assert not lease.held
