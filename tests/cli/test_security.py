"""Secured Kafka: what works, and what is said where it does not. On real Kafka, by the command line and the worker."""

import asyncio
import gc
import json
import re
import traceback
from collections.abc import Callable, Coroutine, Iterator
from contextlib import AbstractAsyncContextManager
from functools import partial
from pathlib import Path

import pytest

from schemas import Article, StatementExtracted
from stream import Publisher, Subscriber
from stream.client import Replay
from stream.client.receipts import Receipt
from stream.errors import AuthenticationError, AuthorizationError, TopicMissingError
from stream.kafka import topics
from stream.settings import BrokerSettings, TopicSettings
from tests.brokers.apache.distribution import KafkaUnavailableError
from tests.brokers.apache.secured import PASSWORDS, Secured, secured
from tests.brokers.kinds import without_kafka
from tests.brokers.worker import Worker
from tests.cli.person import Done

pytestmark = [
    pytest.mark.kafka,
    # aiokafka leaves the transport of a handshake that failed to the garbage collector
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

Command = Callable[..., Done]
Environment = dict[str, str]
ARTICLE = {"id": "s1", "text": "Ferreira said the ferry would sail. Ferreira asked for more time"}
STUB = ("tests.faults.stub", "6")
LOOKING = "may only look"
CASES = {
    "wrong password": "does not accept the credentials",
    "unknown authority": "broker's certificate is refused: unable to get local issuer certificate",
    "another host": "broker's certificate is refused: .*not valid for '127.0.0.1'",
    "no right": "ACL that shows it is missing|topics cannot be used",
    "no certificate": "refuses this client's certificate, or that there is none",
}


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """Collect what a failed handshake left while the warning about it is still this test's."""
    yield
    gc.collect()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secured]:
    """A secured broker with the contract's topics."""
    try:
        made = secured(tmp_path_factory.mktemp("secured"))
        made.node.start()
    except KafkaUnavailableError as reason:
        without_kafka(reason)
    try:
        asyncio.run(topics.create(TopicSettings(bootstrap_servers=made.inside, partitions=1)))
        made.let_look("onlooker")
        yield made
    finally:
        made.node.stop()


def scram(site: Secured, user: str = "desk", **other: object) -> Environment:
    given = {
        "bootstrap_servers": site.scram,
        "security_protocol": "SASL_SSL",
        "sasl_mechanism": "SCRAM-SHA-512",
        "sasl_username": user,
        "sasl_password": PASSWORDS[user],
        "ssl_cafile": site.authority,
        "request_timeout": 15,
        **other,
    }
    return {f"COMMUNIQUE_{name.upper()}": str(value) for name, value in given.items()}


def mutual(site: Secured) -> Environment:
    return {
        "COMMUNIQUE_BOOTSTRAP_SERVERS": site.mutual,
        "COMMUNIQUE_SECURITY_PROTOCOL": "SSL",
        "COMMUNIQUE_SSL_CAFILE": str(site.authority),
        "COMMUNIQUE_SSL_CERTFILE": str(site.client[0]),
        "COMMUNIQUE_SSL_KEYFILE": str(site.client[1]),
        "COMMUNIQUE_REQUEST_TIMEOUT": "15",
    }


def refused(site: Secured, case: str) -> Environment:
    """The environment of somebody who is not let in."""
    match case:
        case "wrong password":
            return scram(site, sasl_password=PASSWORDS["stranger"])
        case "unknown authority":
            return scram(site, ssl_cafile=site.unknown_authority)
        case "another host":
            return scram(site, bootstrap_servers=site.elsewhere)
        case "no right":
            return scram(site, "stranger")
        case "may only look":
            return scram(site, "onlooker")
    certified = mutual(site)
    return {name: value for name, value in certified.items() if not name.endswith(("CERTFILE", "KEYFILE"))}


def tidy(text: str) -> None:
    """No secret and no traceback."""
    assert "s3cret" not in text
    assert "Traceback" not in text


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> Callable[[Environment], None]:
    def put(given: Environment) -> None:
        for name, value in given.items():
            monkeypatch.setenv(name, value)

    return put


@pytest.mark.parametrize("way", [scram, mutual], ids=["password over TLS", "mutual TLS"])
async def test_articles_go_through(
    site: Secured,
    way: Callable[[Secured], Environment],
    environment: Callable[[Environment], None],
    tmp_path: Path,
) -> None:
    """Published, enriched by a worker and subscribed to, all over secured connections; no secret is logged."""
    given = way(site)
    environment(given)
    quick = {"COMMUNIQUE_PROCESSES": "1", "COMMUNIQUE_LOG_LEVEL": "DEBUG", "COMMUNIQUE_GROUP": way.__name__}
    worker = Worker(tmp_path / "worker.log", given | quick, STUB)
    try:
        worker.start(wait=False)
        async with Publisher() as publisher:
            published = await publisher.publish(Article(**ARTICLE | {"id": way.__name__}))
        assert isinstance(published, Receipt)
        async with asyncio.timeout(90), Subscriber(StatementExtracted, where=f"article={way.__name__}") as subscriber:
            found = [await anext(subscriber), await anext(subscriber)]
        assert {event.statement.content[0].text for event in found} == set(ARTICLE["text"].split(". "))
        await asyncio.to_thread(worker.wait_until_ready)
        assert worker.terminate() == 0
    finally:
        worker.close()
    tidy(worker.log.read_text())


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize(
    "arguments", [("publish",), ("subscribe", "statements"), ("replay",), ("topics", "check")], ids=" ".join
)
def test_who_is_not_let_in_is_told_why(
    site: Secured,
    communique: Command,
    environment: Callable[[Environment], None],
    arguments: tuple[str, ...],
    case: str,
) -> None:
    """In one line that names the reason."""
    environment(refused(site, case))
    done = communique(*arguments, stdin=json.dumps(ARTICLE).encode())
    assert done.code == 1
    assert re.search(CASES[case], done.err), done.err
    assert len(done.err.splitlines()) == 1
    tidy(done.out + done.err)


CLIENTS: dict[str, Callable[[BrokerSettings], AbstractAsyncContextManager[object]]] = {
    "publisher": Publisher,
    "subscriber": lambda settings: Subscriber(StatementExtracted, settings),
    "subscriber in a group": lambda settings: Subscriber(StatementExtracted, settings, group="desk"),
    "replay": Replay,
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("client", CLIENTS)
async def test_a_client_that_is_not_let_in_raises_one_error(
    site: Secured, environment: Callable[[Environment], None], client: str, case: str
) -> None:
    """On entering, of the kind that says what is to be mended; no secret stands in its traceback."""
    environment(refused(site, case))
    expected = TopicMissingError if case == "no right" else AuthenticationError
    with pytest.raises(expected, match=CASES[case]) as caught:
        async with CLIENTS[client](BrokerSettings()):
            pass
    assert not caught.value.retriable
    assert caught.value.advice
    assert "s3cret" not in "".join(traceback.format_exception(caught.value))


async def _publish() -> None:
    async with Publisher() as publisher:
        await publisher.publish(Article(**ARTICLE))


async def _subscribe(group: str | None = None) -> None:
    async with Subscriber(StatementExtracted, group=group) as subscriber:
        await anext(subscriber)


async def _replay() -> None:
    async with Replay(BrokerSettings()) as replay:
        await anext(aiter(replay))


@pytest.mark.parametrize("use", [_publish, _subscribe, partial(_subscribe, "desk"), _replay], ids=range(4))
async def test_a_client_that_may_only_look_raises_one_error(
    site: Secured, environment: Callable[[Environment], None], use: Callable[[], Coroutine[object, object, None]]
) -> None:
    """It sees the topics, but the ACL to write, to read or to join the group is missing: it does not wait for it."""
    environment(scram(site, "onlooker"))
    async with asyncio.timeout(60):
        with pytest.raises(AuthorizationError, match="does not allow it") as caught:
            await use()
    assert not caught.value.retriable
    assert "s3cret" not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize("arguments", [("publish",), ("subscribe", "statements"), ("replay",)], ids=" ".join)
def test_who_may_only_look_is_told(
    site: Secured, communique: Command, environment: Callable[[Environment], None], arguments: tuple[str, ...]
) -> None:
    """In one line, which says whom to ask."""
    environment(scram(site, "onlooker"))
    done = communique(*arguments, stdin=json.dumps(ARTICLE).encode())
    assert done.code == 1
    assert re.search("does not allow it: .*grant the ACL", done.err), done.err
    tidy(done.out + done.err)


def test_a_worker_that_is_not_let_in_ends_and_tells_why(site: Secured, tmp_path: Path) -> None:
    """It does not wait for a right that nobody will give."""
    cases = CASES | {LOOKING: "does not allow it"}
    workers = {
        case: Worker(tmp_path / f"{case}.log", refused(site, case) | {"COMMUNIQUE_PROCESSES": "1"}, STUB)
        for case in cases
    }
    try:
        for worker in workers.values():
            worker.start(wait=False)
        for case, worker in workers.items():
            assert worker._end() == 1
            last = worker.tail().splitlines()[-1]
            assert last.startswith("communique: ")
            assert re.search(cases[case], last), worker.tail()
            tidy(worker.tail())
    finally:
        for worker in workers.values():
            worker.close()
