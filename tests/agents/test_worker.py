"""The worker as a whole, on the embedded broker: what it delivers, what it survives, how it ends."""

import asyncio
import os
import re
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import orjson
import pytest
from aiokafka.record.default_records import _DefaultRecordBatchBuilderPy
from running import Running

from schemas import STATEMENTS
from stream.kafka.broker import EmbeddedBroker
from stream.kafka.headers import ATTEMPTS

pytestmark = pytest.mark.embedded

Start = Callable[..., Running]


@pytest.fixture(scope="module")
def worker(embedded: EmbeddedBroker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A worker that all tests share which leave it running."""
    running = Running(
        embedded.address,
        "shared.",
        tmp_path_factory.mktemp("shared") / "log",
        article_timeout="2",
        retry_backoff="0.01",
        max_message_bytes=str(2 * 1024 * 1024),
    )
    running.start()
    yield running
    running.close()


@pytest.fixture
def start(embedded: EmbeddedBroker, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Start]:
    """Makes workers on topics of the test's own."""
    made: list[Running] = []
    prefix = re.sub(r"\W", "-", request.node.name)[:60] + "."

    def make(**settings: str) -> Running:
        made.append(Running(embedded.address, prefix, tmp_path / f"log{len(made)}", **settings))
        return made[-1]

    yield make
    for running in made:
        running.close()


def article(key: str, text: str = "Paris waits", **fields: object) -> tuple[bytes, bytes]:
    return key.encode(), orjson.dumps({"id": key, "text": text, **fields})


def articles(prefix: str, count: int, text: str = "Paris waits") -> list[tuple[bytes, bytes]]:
    return [article(f"{prefix}{number}", text) for number in range(count)]


BAD = {
    b"broken": (b'{"text": ', "invalid-json"),
    b"array": (b"[]", "not-an-object"),
    b"number": (b"7", "not-an-object"),
    b"null": (b"null", "not-an-object"),
    b"no-text": (b'{"title": "t"}', "invalid-article"),
    b"blank-text": (b'{"text": " \\n"}', "invalid-article"),
    b"wrong-type": (b'{"text": ["a"]}', "invalid-article"),
    b"large": (b'{"text": "' + b"x" * 20_000_000 + b'"}', "too-large"),
    b"utf-8": (b'{"text": "\xc3\x28"}', "invalid-json"),
    b"surrogate": (rb'{"text": "\ud800"}', "invalid-json"),
    b"nul": (rb'{"text": "a\u0000"}', "invalid-article"),
    b"deep": (b'{"text": "a", "metadata": ' + b"[" * 10_000 + b"]" * 10_000 + b"}", "invalid-json"),
    b"tombstone": (None, "invalid-json"),
    b"\xff\x00": (b"", "invalid-json"),
}


async def test_bad_input_becomes_dead_letters_and_the_worker_goes_on(worker: Running) -> None:
    """Each with its original bytes and what is wrong; the articles between them are enriched."""
    good = articles("good", 6)
    bad = [(key, value) for key, (value, _) in BAD.items()]
    await worker.publish(*good[:3], *bad, *good[3:])
    letters = await worker.letters(set(BAD))
    await worker.enriched({key for key, _ in good})
    for key, (value, code) in BAD.items():
        letter = letters[key]
        assert (letter.error, letter.stage, letter.retriable, letter.attempts) == (code, "decode", False, 1)
        assert letter.size == len(value or b"")
        assert letter.truncated == (key == b"large")
        assert letter.value == (None if letter.truncated else value)
        assert letter.message.isprintable()
        assert len(letter.message) <= 501


class Name(str):
    """A header name that is written as a byte which is not UTF-8."""

    __slots__ = ()

    def encode(self, *_: object) -> bytes:
        """The byte."""
        return b"\xff"


async def test_a_header_name_that_is_not_utf8_stops_nobody(worker: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    """The article is enriched as any other; where it has a fault, its dead letter shows the name escaped."""
    for module in ("message_accumulator", "producer"):
        monkeypatch.setattr(f"aiokafka.producer.{module}.DefaultRecordBatchBuilder", _DefaultRecordBatchBuilderPy)
    headers = [(Name("x"), b"1"), ("y", b"2")]
    await worker.publish(article("odd-name"), (b"odd-letter", b"[]"), headers=headers)
    await worker.publish(article("after-odd-name"))
    await worker.enriched({b"odd-name", b"after-odd-name"})
    letter = (await worker.letters({b"odd-letter"}))[b"odd-letter"]
    assert [(header.key, header.value) for header in letter.headers] == [(r"\xff", b"1"), ("y", b"2")]


async def test_an_article_that_kills_its_process_is_found(worker: Running) -> None:
    """It alone becomes a dead letter, after the attempts that were set; its neighbours are enriched."""
    around = articles("around", 8)
    await worker.publish(*around[:4], article("killer", "kill"), *around[4:], article("hungry", "memory"))
    letters = await worker.letters({b"killer", b"hungry"})
    await worker.enriched({key for key, _ in around})
    assert {(letter.error, letter.stage, letter.attempts) for letter in letters.values()} == {
        ("process-died", "enrich", 3)
    }
    assert "SIGKILL" in letters[b"killer"].message
    assert "out of memory" in letters[b"hungry"].message


async def test_an_article_whose_process_died_for_another_s_sake_is_enriched(worker: Running, tmp_path: Path) -> None:
    """A second attempt is made before an article is blamed."""
    await worker.publish(article("unlucky", f"once={tmp_path / 'died'}"))
    await worker.enriched({b"unlucky"})


async def test_an_endless_article_is_ended(worker: Running) -> None:
    """After the time that one article may take; those beside it do not wait for it."""
    await worker.publish(article("endless", "sleep=600"), *articles("beside", 3))
    await worker.enriched({b"beside0", b"beside1", b"beside2"})
    letter = (await worker.letters({b"endless"}))[b"endless"]
    assert (letter.error, letter.message) == ("enrichment-timeout", "it took longer than 2 s")


async def test_attempts_are_counted_over_replays(worker: Running) -> None:
    """A replayed record says how often it has been tried."""
    await worker.publish((b"again", b"["), headers=[(ATTEMPTS, b"4"), ("a", b"\xff")])
    letter = (await worker.letters({b"again"}))[b"again"]
    assert letter.attempts == 5
    assert [(header.key, header.value) for header in letter.headers] == [("a", b"\xff")]


async def test_the_versions_of_an_article_stay_in_order(worker: Running) -> None:
    """Although a later one is done sooner."""
    versions = [article("same", f"sleep={(5 - number) / 50} {number}", title=str(number)) for number in range(5)]
    await worker.publish(*(record for pair in zip(versions, articles("mixed", 5), strict=True) for record in pair))
    records = await worker.read(
        STATEMENTS, lambda found: sum(record.key == b"same" for record in found) >= len(versions)
    )
    titles = [orjson.loads(record.value)["title"] for record in records if record.key == b"same"]
    assert titles == ["0", "1", "2", "3", "4"]


async def test_the_worker_tells_how_it_is(worker: Running) -> None:
    """Ready, with nothing waiting; counted by outcome, language and code."""
    await worker.publish(*articles("counted", 3), (b"uncounted", b"{"))
    await worker.enriched({b"counted0", b"counted1", b"counted2"})
    await worker.letters({b"uncounted"})
    await asyncio.to_thread(worker.wait_for, lambda: "communique_in_flight 0.0" in worker.get("/metrics")[1])
    assert worker.get("/health/live")[0] == 200
    assert worker.get("/health/ready")[0] == 200
    text = worker.get("/metrics")[1]
    assert re.search(r'^communique_articles_total{language="en",outcome="enriched"} [1-9]', text, re.MULTILINE)
    assert re.search(r'^communique_dead_letters_total{code="invalid-json"} [1-9]', text, re.MULTILINE)
    lags = dict(re.findall(r'^communique_lag{partition="(\d)"} (\S+)$', text, re.MULTILINE))
    assert lags == {str(partition): "0.0" for partition in range(6)}


async def test_nothing_from_an_article_steers_the_log(worker: Running) -> None:
    """Control characters are shown as what they are."""
    await worker.publish(article("colourful", "raise=\x1b[31m\u202e\n2026 ERROR forged"))
    await worker.letters({b"colourful"})
    await asyncio.to_thread(worker.wait_for, lambda: "ValueError" in worker.text())
    assert all(line.isprintable() for line in worker.text().splitlines())
    assert r"ValueError: \x1b[31m\u202e" in worker.text()


async def test_sigterm_finishes_what_is_in_flight(start: Start) -> None:
    """It is delivered and committed before the worker ends; the next one reads none of it again."""
    first = start(batch_size="4")
    first.start()
    slow = articles("slow", 40, "sleep=0.25")
    await first.publish(*slow)
    await first.enriched({b"slow0"})
    assert await asyncio.to_thread(first.signal, signal.SIGTERM) == 0
    done = await first.read(STATEMENTS, lambda found: len(found) > 0)
    assert len(done) < len(slow)
    second = start()
    second.start()
    everything = await second.enriched({key for key, _ in slow})
    assert len(everything) == len(slow), "each exactly once"
    assert await asyncio.to_thread(second.signal, signal.SIGINT) == 0


async def test_the_drain_is_bounded(start: Start) -> None:
    """What does not finish in time is left to the next worker; nothing is lost."""
    first = start(shutdown_timeout="1")
    first.start()
    await first.publish(article("long", "sleep=30"))
    await asyncio.to_thread(first.wait_for, lambda: "communique_in_flight 1.0" in first.get("/metrics")[1])
    began = time.monotonic()
    assert await asyncio.to_thread(first.signal, signal.SIGTERM) == 0
    assert time.monotonic() - began < 8
    assert "1 articles were not finished in time" in first.text()


async def test_a_killed_worker_loses_nothing(start: Start) -> None:
    """Killed in the middle with SIGKILL, twice; every article is there in the end, and its processes are gone."""
    running = start(batch_size="8")
    many = articles("kill", 240, "sleep=0.02")
    keys = {key for key, _ in many}
    running.start()
    await running.publish(*many)
    for seen in (40, 120):
        await running.read(STATEMENTS, lambda found, seen=seen: len(found) >= seen)
        group = running.process.pid if running.process else 0
        assert await asyncio.to_thread(running.signal, signal.SIGKILL) == -signal.SIGKILL
        running.start(ready=False)
        assert not await asyncio.to_thread(group_lives, group), "no process is left of the killed worker"
    assert {record.key for record in await running.enriched(keys)} == keys


def group_lives(group: int, patience: float = 5) -> bool:
    """Whether a process group still has members after some patience."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.05)
    return True


async def test_two_workers_share_the_articles(start: Start) -> None:
    """Each gets partitions; when one leaves, the other goes on where it was, without a repetition."""
    one, two = start(), start()
    one.start()
    two.start(create=False)
    await asyncio.to_thread(
        one.wait_for,
        lambda: all(len(re.findall(r"^communique_lag{", w.get("/metrics")[1], re.MULTILINE)) == 3 for w in (one, two)),
    )
    many = articles("two", 120, "sleep=0.02")
    await one.publish(*many[:60])
    await one.read(STATEMENTS, lambda found: len(found) >= 20)
    assert await asyncio.to_thread(two.signal, signal.SIGTERM) == 0
    await one.publish(*many[60:])
    everything = await one.enriched({key for key, _ in many})
    assert len(everything) == len(many)


async def test_a_worker_that_still_joins_stops_at_once(start: Start) -> None:
    """Waiting for its share of the partitions does not keep it."""
    running = start()
    running.start(ready=False)
    await asyncio.to_thread(running.wait_for, lambda: "joining the group" in running.get("/health/ready")[1])
    began = time.monotonic()
    assert await asyncio.to_thread(running.signal, signal.SIGTERM) == 0
    assert time.monotonic() - began < 15


def test_a_worker_that_still_loads_stops_at_once(start: Start) -> None:
    """So do its processes."""
    running = start(languages='["slow"]')
    running.start(ready=False)
    running.wait_for(lambda: "loading the models" in running.get("/health/ready")[1])
    time.sleep(1)
    began = time.monotonic()
    assert running.signal(signal.SIGTERM) == 0
    assert time.monotonic() - began < 10
    assert running.process is not None
    assert not group_lives(running.process.pid)


def test_an_absent_broker_does_not_keep_the_worker(tmp_path: Path) -> None:
    """It stops within its limits; what was not committed will be read again."""
    with EmbeddedBroker() as broker:
        running = Running(broker.address, "absent.", tmp_path / "log", shutdown_timeout="1")
        running.start()
        asyncio.run(running.publish(article("slow", "sleep=3")))
        running.wait_for(lambda: "communique_in_flight 1.0" in running.get("/metrics")[1])
    began = time.monotonic()
    assert running.signal(signal.SIGTERM) == 0
    assert time.monotonic() - began < 30
    assert "were not finished in time" in running.text()


def test_without_its_topics_the_worker_says_so(start: Start) -> None:
    """Instead of waiting for ever; it makes none unasked."""
    running = start()
    running.start(ready=False, create=False)
    assert running.process is not None
    assert running.process.wait(30) == 1
    last = running.text().splitlines()[-1]
    assert "the worker needs its topics" in last
    assert "articles.dead-letters does not exist" in last


def test_without_its_models_the_worker_says_so(start: Start) -> None:
    """No article is touched, none becomes a dead letter."""
    running = start(languages='["broken"]')
    running.start(ready=False)
    assert running.process is not None
    assert running.process.wait(30) == 1
    assert "the models cannot be loaded: OSError: no such model: broken" in running.text().splitlines()[-1]


def test_without_a_broker_the_worker_says_so(tmp_path: Path) -> None:
    """In one line."""
    running = Running("127.0.0.1:9", "x.", tmp_path / "log", request_timeout="5")
    running.start(ready=False)
    assert running.process is not None
    assert running.process.wait(30) == 1
    assert "no broker answers at 127.0.0.1:9" in running.text().splitlines()[-1]
    assert "Traceback" not in running.text()
