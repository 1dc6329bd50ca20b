"""The command line in this process, which is quick, and as a program on a terminal of its own."""

import asyncio
import logging
import os
import signal
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from stream.cli.app import run
from stream.kafka import topics
from stream.settings import TopicSettings
from tests.brokers.kinds import Broker
from tests.cli.person import Done, Screen, at_terminal

Command = Callable[..., Done]
Terminal = Callable[..., Screen]


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of whoever runs the tests."""
    for name in [name for name in os.environ if name.startswith("COMMUNIQUE_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session", autouse=True)
def _interruptible() -> Iterator[None]:
    """Programs inherit that Ctrl-C is ignored, as it is in the background of a shell: take it as from a terminal."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@contextmanager
def _own_process() -> Iterator[None]:
    """The logging of a fresh process (without pytest's handlers), and the environment restored once it has ended."""
    environment = dict(os.environ)
    loggers = [logging.getLogger(), logging.getLogger("stream"), logging.getLogger("aiokafka")]
    before = [(logger, logger.handlers[:], logger.propagate, logger.level) for logger in loggers]
    for logger in loggers:
        logger.handlers.clear()
    try:
        yield
    finally:
        for logger, handlers, propagate, level in before:
            logger.handlers[:], logger.propagate = handlers, propagate
            logger.setLevel(level)
        os.environ.clear()
        os.environ.update(environment)


@pytest.fixture
def communique(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Command:
    """Runs a command line in this process, with its output in pipes; ``stdin`` is what stands on standard input."""

    def call(*arguments: str, stdin: bytes = b"") -> Done:
        given = tmp_path / "stdin"
        given.write_bytes(stdin)
        capfd.readouterr()
        with given.open() as opened, monkeypatch.context() as patch, _own_process():
            patch.setattr("sys.stdin", opened)
            code = run(arguments)
        return Done(code, *capfd.readouterr())

    return call


@pytest.fixture
def terminal() -> Terminal:
    """Runs a command line as a program on a terminal of its own."""

    def call(*arguments: str, **options: Any) -> Screen:
        return at_terminal(*arguments, environment=os.environ, **options)

    return call


@pytest.fixture(scope="module")
def site(embedded_broker: Broker) -> TopicSettings:
    """Topics of the module's own on the embedded broker, with two partitions."""
    settings = TopicSettings(
        bootstrap_servers=embedded_broker.address, topic_prefix=f"{uuid.uuid4().hex[:8]}.", partitions=2
    )
    asyncio.run(topics.create(settings))
    return settings


@pytest.fixture
def at_site(site: TopicSettings, monkeypatch: pytest.MonkeyPatch) -> TopicSettings:
    """The module's topics, named by the environment as a person would."""
    monkeypatch.setenv("COMMUNIQUE_BOOTSTRAP_SERVERS", site.bootstrap_servers)
    monkeypatch.setenv("COMMUNIQUE_TOPIC_PREFIX", site.topic_prefix)
    return site
