"""Where a subscriber begins, and how a group of them shares a topic."""

import asyncio
from collections.abc import Awaitable, Sequence
from datetime import UTC, datetime

import pytest
from aiokafka import AIOKafkaProducer

from schemas import LANGUAGES, Language, LanguageDetected
from stream import Subscriber
from stream.client.positions import Start
from stream.kafka.codec import encode
from tests.brokers.kinds import Broker
from tests.brokers.site import PARTITIONS, TIMEOUT, Site, eventually

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def event(number: int) -> LanguageDetected:
    language = Language(code="en", confidence=0.9, script="Latn", reliable=True)
    return LanguageDetected(article_id=f"a{number:03}", title=f"Port Selwyn, {number}", language=language)


async def put(producer: AIOKafkaProducer, site: Site, number: int) -> Awaitable[object]:
    """Hand an event to the producer: number n in partition n modulo their count, n minutes after noon."""
    found = event(number)
    acknowledged: Awaitable[object] = await producer.send(
        site.name(LANGUAGES),
        encode(found),
        key=found.article_id.encode(),
        partition=number % PARTITIONS,
        timestamp_ms=round(NOON.timestamp() * 1000) + number * 60_000,
    )
    return acknowledged


async def send(site: Site, numbers: Sequence[int]) -> None:
    """Put events on the topic one by one."""
    async with site.producer() as producer:
        for number in numbers:
            await (await put(producer, site, number))


@pytest.fixture(scope="module")
def ten_events(site: Site) -> Site:
    asyncio.run(send(site, range(10)))
    return site


async def received(subscriber: Subscriber[LanguageDetected]) -> list[str]:
    return [found.article_id async for found in subscriber]


async def test_from_the_beginning_everything_comes_typed_and_in_order(ten_events: Site) -> None:
    """All events come as the contract's model, equal to what was sent, each partition in its order."""
    async with asyncio.timeout(TIMEOUT), Subscriber(LanguageDetected, ten_events.settings, limit=10) as subscriber:
        records = [record async for record in subscriber.records()]
    assert sorted((record.value for record in records), key=lambda found: found.article_id) == [
        event(number) for number in range(10)
    ]
    assert all(record.key == record.value.article_id.encode() for record in records)
    for partition in range(PARTITIONS):
        offsets = [record.offset for record in records if record.partition == partition]
        assert offsets == list(range(len(offsets)))


@pytest.mark.parametrize(
    ("minute", "expected"),
    [(-1, range(10)), (0, range(10)), (4, range(4, 10)), (9, [9]), (10, [])],
    ids=["earlier", "the first", "the middle", "the last", "later"],
)
async def test_from_a_time_nothing_older_comes(ten_events: Site, minute: int, expected: Sequence[int]) -> None:
    """Reading from a time gives the events of that time and later, in every partition, and no other."""
    start = datetime.fromtimestamp(NOON.timestamp() + minute * 60, UTC)
    async with (
        asyncio.timeout(TIMEOUT),
        Subscriber(LanguageDetected, ten_events.settings, start=start, until_end=True) as subscriber,
    ):
        assert sorted(await received(subscriber)) == [event(number).article_id for number in expected]


async def test_a_group_goes_on_where_it_stopped(ten_events: Site) -> None:
    """Events handled by a group do not come again to it; the one in hand when it left does."""
    first: list[str] = []
    async with asyncio.timeout(TIMEOUT):
        async with Subscriber(LanguageDetected, ten_events.settings, group="desk") as subscriber:
            async for found in subscriber:
                first.append(found.article_id)
                if len(first) == 4:
                    break
        async with Subscriber(LanguageDetected, ten_events.settings, group="desk", until_end=True) as subscriber:
            rest = await received(subscriber)
    assert rest.count(first[-1]) == 1, "the event in hand was not handled and must come again"
    assert sorted(first[:-1] + rest) == [event(number).article_id for number in range(10)]


async def test_a_group_without_offsets_begins_where_it_is_told(ten_events: Site) -> None:
    """The start given counts for a group that has committed nothing yet."""

    async def begin(start: Start, group: str) -> int:
        async with Subscriber(
            LanguageDetected, ten_events.settings, group=group, start=start, until_end=True
        ) as subscriber:
            return len(await received(subscriber))

    async with asyncio.timeout(TIMEOUT):
        found = await asyncio.gather(begin("beginning", "first"), begin("end", "last"), begin(NOON, "timed"))
    assert tuple(found) == (10, 0, 10)


async def test_from_the_end_only_what_is_new_comes(ten_events: Site) -> None:
    """A subscriber from the end sees what is written after it began, from its first record on."""
    async with (
        asyncio.timeout(TIMEOUT),
        Subscriber(LanguageDetected, ten_events.settings, start="end", limit=3) as subscriber,
    ):
        await send(ten_events, [20, 21, 22])
        assert sorted(await received(subscriber)) == ["a020", "a021", "a022"]


async def test_the_end_is_behind_the_last_batch(
    ten_events: Site, broker: Broker, request: pytest.FixtureRequest
) -> None:
    """From the end, what was written before in one batch does not come either."""
    if broker.kind == "embedded":
        fault = "it counts batches, not records, where a topic ends"
        request.applymarker(pytest.mark.xfail(reason=fault, raises=AssertionError, strict=True))
    batch = ten_events.producer(linger_ms=200)  # so that the end is not simply behind the last batch's first record
    async with batch as producer:
        sent = [await put(producer, ten_events, number) for number in range(10, 19)]
        await asyncio.gather(*sent)
    async with (
        asyncio.timeout(TIMEOUT),
        Subscriber(LanguageDetected, ten_events.settings, start="end", limit=3) as subscriber,
    ):
        await send(ten_events, [30, 31, 32])
        assert sorted(await received(subscriber)) == ["a030", "a031", "a032"]


async def test_members_of_a_group_share_and_none_is_lost(ten_events: Site) -> None:
    """Two subscribers of one group get every event between them, and both get some."""
    shares: list[list[str]] = [[], []]

    async def follow(share: list[str]) -> None:
        async with Subscriber(LanguageDetected, ten_events.settings, group="pair") as subscriber:
            async for found in subscriber:
                share.append(found.article_id)  # noqa: PERF401 - the share is looked at meanwhile

    async with asyncio.timeout(TIMEOUT), asyncio.TaskGroup() as tasks:
        members = [tasks.create_task(follow(share)) for share in shares]
        number = 100
        while not all(shares):
            await send(ten_events, range(number, number + PARTITIONS))
            number += PARTITIONS
            await asyncio.sleep(0.2)
        total = sum(await ten_events.ends(LANGUAGES))
        await eventually(lambda: len(set(shares[0]) | set(shares[1])) == total, "all events have come")
        for member in members:
            member.cancel()
