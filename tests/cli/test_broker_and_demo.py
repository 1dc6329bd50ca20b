"""``communique broker`` and ``communique demo``: what they start, and that nothing of it is left."""

import os
import re
import signal
import socket
import subprocess
from pathlib import Path

import pytest

from seeds import __file__ as seeds
from stream.cli.demo import articles
from tests.brokers.kinds import Broker
from tests.cli.conftest import Command, Terminal
from tests.cli.person import PROGRAM

pytestmark = pytest.mark.embedded


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 130)])
def test_the_broker_runs_until_it_is_stopped(communique: Command, number: signal.Signals, code: int) -> None:
    """It says where it is and how to use it; stopped, it leaves nothing behind at its address."""
    running = subprocess.Popen(
        [*PROGRAM, "broker", "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ
    )
    assert running.stdout is not None
    try:
        said = running.stdout.readline() + running.stdout.readline()
        told = re.search(r"export COMMUNIQUE_BOOTSTRAP_SERVERS=(127\.0\.0\.1:\d+)$", said, re.MULTILINE)
        assert told is not None, said
        assert communique("topics", "create", "--bootstrap-servers", told[1]).code == 0
        running.send_signal(number)
        _, err = running.communicate(timeout=100)
    finally:
        running.kill()
        running.communicate()
    assert (running.returncode, err) == (code, "")
    host, port = told[1].split(":")
    with socket.socket() as client:
        assert client.connect_ex((host, int(port))) != 0


def test_a_port_that_is_taken_is_told(communique: Command, embedded_broker: Broker) -> None:
    """In one line, with what to do."""
    port = embedded_broker.address.rpartition(":")[2]
    done = communique("broker", "--port", port)
    assert (done.code, done.complaint) == (1, f"port {port} is taken (Choose another port, or 0 for a free one.)")


def test_the_demonstration_has_the_sample_articles() -> None:
    """All of them, from the package, by name."""
    files = sorted(path.stem for path in Path(str(seeds)).parent.glob("*.json"))
    assert [article.id for article in articles()] == files


@pytest.mark.models
def test_the_demonstration_shows_who_said_what(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every sample article comes out, whatever the environment says; at the end nothing is left running."""
    monkeypatch.setenv("COMMUNIQUE_BOOTSTRAP_SERVERS", "nowhere")
    screen = terminal("demo", "--timeout", "250", columns=120)
    assert screen.code == 0, screen.text
    assert f"articles {len(articles())} published" in screen.text
    for article in articles():
        assert str(article.title)[:40] in screen.text
    assert re.search(r"\d+ articles in \d+ languages, \d+ statements", screen.text)
    assert "Traceback" not in screen.text
    assert screen.left == []


@pytest.mark.models
def test_ctrl_c_takes_the_demonstration_down(terminal: Terminal) -> None:
    """Also while the models load: it ends with the shells' code and without a word, broker and worker with it."""
    screen = terminal("demo", interrupt=lambda text: "the worker loads its models" in text)
    assert screen.code == 130
    assert "Traceback" not in screen.text
    assert "communique:" not in screen.text
    assert screen.left == []
