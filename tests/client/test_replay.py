"""Dead letters back on their topic, on the embedded broker."""

import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, ConsumerRecord, TopicPartition

from schemas import ARTICLES, DEAD_LETTERS, DeadLetter, DeadLetterHeader
from stream.client import Receipt, Replay
from stream.errors import CommuniqueError, UsageError
from stream.kafka import topics
from stream.kafka.codec import encode
from stream.kafka.dead_letters import history_of
from stream.kafka.headers import attempts_of
from stream.settings import BrokerSettings, TopicSettings

pytestmark = pytest.mark.embedded
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def letter(settings: BrokerSettings, value: bytes | None, **fields: Any) -> DeadLetter:
    """A dead letter of the articles' topic."""
    given: dict[str, Any] = {
        "value": value,
        "size": len(value or b""),
        "key": b"a1",
        "headers": (DeadLetterHeader(key="traceparent", value=b"00-1"), DeadLetterHeader(key="x", value=b"\xff")),
        "topic": topics.topic_name(ARTICLES, settings),
        "partition": 0,
        "offset": 0,
        "stage": "enrich",
        "error": "enrichment-timeout",
        "message": "too slow",
        "retriable": False,
        "attempts": 3,
        "failed_at": NOON,
    }
    return DeadLetter(**(given | fields))


async def put(settings: BrokerSettings, *values: bytes) -> None:
    async with AIOKafkaProducer(bootstrap_servers=settings.bootstrap_servers) as producer:
        for value in values:
            await producer.send_and_wait(topics.topic_name(DEAD_LETTERS, settings), value, key=b"a1")


async def articles(settings: BrokerSettings) -> list[ConsumerRecord]:
    """Everything on the articles' topic, read with a bare consumer."""
    async with AIOKafkaConsumer(bootstrap_servers=settings.bootstrap_servers) as consumer:
        partitions = [TopicPartition(topics.topic_name(ARTICLES, settings), number) for number in range(3)]
        consumer.assign(partitions)
        await consumer.seek_to_beginning()
        ends = await consumer.end_offsets(partitions)
        records: list[ConsumerRecord] = []
        while len(records) < sum(ends.values()):
            for found in (await consumer.getmany(timeout_ms=1000)).values():
                records += found
        return records


async def outcomes(replay: Replay) -> list[Receipt | CommuniqueError | None]:
    async with replay:
        return [replayed.outcome async for replayed in replay]


async def test_the_original_comes_back_byte_for_byte(settings: TopicSettings) -> None:
    """Bytes, key and headers are the original's, and the attempts so far go with them, once."""
    value = b'{"text": "caf\xff'
    await put(
        settings,
        encode(letter(settings, value)),
        encode(letter(settings, b"2", headers=(DeadLetterHeader(key="communique-attempts", value=b"3"),), attempts=6)),
    )
    assert all(isinstance(outcome, Receipt) for outcome in await outcomes(Replay(settings)))
    first, second = sorted(await articles(settings), key=lambda record: -len(record.value))
    assert (first.value, first.key) == (value, b"a1")
    assert list(first.headers)[:2] == [("traceparent", b"00-1"), ("x", b"\xff")]
    assert attempts_of(first.headers) == 3
    assert [name for name, _ in second.headers] == ["communique-attempts", "communique-history"]
    assert attempts_of(second.headers) == 6
    assert [each.error for each in history_of(second.headers)] == ["enrichment-timeout"]


@pytest.mark.parametrize(
    ("where", "since", "expected"),
    [
        (["error=too-large"], None, [b"large"]),
        (["stage=enrich"], None, [b"slow", b"later"]),
        (["retriable=true"], None, [b"later"]),
        (["article=a2"], None, [b"large"]),
        ([], NOON + timedelta(minutes=1), [b"later"]),
    ],
    ids=["error", "stage", "retriable", "article", "since"],
)
async def test_only_the_chosen_letters_would_be_replayed(
    settings: TopicSettings, where: Sequence[str], since: datetime | None, expected: list[bytes]
) -> None:
    """Each filter chooses; a dry run shows the choice and sends nothing."""
    await put(
        settings,
        encode(letter(settings, b"slow")),
        encode(letter(settings, b"large", error="too-large", stage="decode", key=b"a2")),
        encode(letter(settings, b"later", retriable=True, failed_at=NOON + timedelta(hours=1))),
    )
    for _ in range(2):
        async with Replay(settings, where=where, since=since, dry_run=True) as replay:
            assert [replayed.letter.value.value async for replayed in replay] == expected
    assert await articles(settings) == []


async def test_an_interrupted_replay_goes_on_where_it_was(settings: TopicSettings) -> None:
    """What was replayed is not replayed again."""
    await put(settings, *(encode(letter(settings, str(number).encode())) for number in range(5)))
    async with Replay(settings) as replay:
        seen = 0
        async for _ in replay:
            seen += 1
            if seen == 3:
                break
    assert await outcomes(Replay(settings)) != []
    values = sorted(record.value for record in await articles(settings))
    assert values == [b"0", b"1", b"2", b"3", b"4"]


async def test_a_record_too_large_for_a_letter_is_fetched_from_its_topic(settings: TopicSettings) -> None:
    """A truncated letter's original is read where it still is; one that is gone is told, and the others go on."""
    name = topics.topic_name(ARTICLES, settings)
    async with AIOKafkaProducer(bootstrap_servers=settings.bootstrap_servers) as producer:
        written = await producer.send_and_wait(name, b"whole", key=b"a9", headers=[("x", b"1")])
    place = {"partition": written.partition, "truncated": True, "size": 5}
    await put(
        settings,
        encode(letter(settings, None, offset=written.offset, **place)),
        encode(letter(settings, None, offset=99, **place)),
        encode(letter(settings, b"other")),
    )
    found = await outcomes(Replay(settings))
    assert [type(outcome) is Receipt for outcome in found] == [True, False, True]
    assert "not kept any more" in str(found[1])
    again = [record for record in await articles(settings) if record.value == b"whole"]
    assert [(record.key, attempts_of(record.headers)) for record in again] == [(b"a9", 0), (b"a9", 3)]


async def test_what_cannot_be_replayed_does_not_stop_the_rest(settings: TopicSettings) -> None:
    """A letter that names another topic, which a stranger may have forged, is told; what is no letter is counted."""
    await put(settings, b"no letter", encode(letter(settings, b"1", topic="nowhere")), encode(letter(settings, b"2")))
    replay = Replay(settings)
    found = await outcomes(replay)
    assert [type(outcome) is Receipt for outcome in found] == [False, True]
    assert "nowhere" in str(found[0])
    assert replay.invalid == 1


async def test_the_rate_is_kept(settings: TopicSettings) -> None:
    """With ten a second, the fifth letter goes out four tenths of a second after the first, whose answer may come late."""
    await put(settings, *(encode(letter(settings, b"x")) for _ in range(5)))
    async with Replay(settings, rate=10) as replay:
        times = [time.monotonic() async for _ in replay]
    assert times[-1] - times[0] >= 0.3


def test_each_choice_keeps_its_own_progress() -> None:
    """The group is a function of the filters, whatever their order, unless one is named."""
    settings = BrokerSettings()
    one = Replay(settings, where=["error=too-large", "stage=decode"]).group
    assert Replay(settings, where=["stage=decode", "error=too-large"]).group == one
    assert Replay(settings, where=["error=too-large"]).group != one
    assert Replay(settings, since=NOON).group != Replay(settings).group
    assert Replay(settings, group="mine").group == "mine"
    with pytest.raises(UsageError):
        Replay(settings, where=["speaker=Orgud"])
