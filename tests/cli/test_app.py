"""The frame of the command line: help, global options, and errors in one line."""

import os
import subprocess
from pathlib import Path

import pytest

from stream import __version__
from stream.cli import publish
from stream.cli.app import app
from tests.cli.conftest import Command
from tests.cli.person import NOBODY, PROGRAM

COMMANDS = [
    *[str(command.name) for command in app.registered_commands],
    *[f"topics {name}" for name in ("create", "check", "describe")],
    *[f"kb {name}" for name in ("show", "check")],
]
NEED_A_BROKER = [
    ("publish", "a.txt"),
    ("subscribe",),
    ("replay",),
    ("replay", "--dry-run"),
    ("letter", "articles/0@0"),
    ("topics", "create"),
    ("topics", "check"),
    ("topics", "describe"),
]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(communique: Command, command: str) -> None:
    """``--help`` says what the command does and what each option is for, and starts nothing."""
    done = communique(*command.split(), "--help")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"Usage: communique {command}")
    assert communique(*command.split(), "-h") == done


def test_without_a_command_all_are_listed(communique: Command) -> None:
    """``communique`` alone shows every command with its whole first sentence."""
    done = communique()
    assert done.code == 0
    assert done == communique("--help")
    for name in COMMANDS:
        assert f"  {name.split()[0]} " in done.out
    assert "..." not in done.out.partition("Commands:")[2], "a sentence was cut short"


def test_version(communique: Command) -> None:
    """``version`` and ``--version`` print it, and nothing else."""
    assert communique("version") == communique("--version")
    assert communique("version").out == f"communique {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("publsh",), "No such command 'publsh'. Did you mean 'publish'? (see: communique --help)"),
        (("publish", "--fromat", "json"), "No such option: --fromat"),
        (("subscribe", "--limit", "many"), "(see: communique subscribe --help)"),
        (("subscribe", "--limit"), "--limit"),
        (("subscribe", "statments"), "'statements'"),
        (("topics",), "Missing command. (see: communique topics --help)"),
        (("topics", "create", "--partitions", "0"), "--partitions"),
        (("replay", "--rate", "-1"), "--rate"),
        (("broker", "--port", "70000"), "--port"),
    ],
)
def test_a_wrong_use_is_told_in_one_line(communique: Command, arguments: tuple[str, ...], told: str) -> None:
    """With what was wrong and where to look it up; the exit code is 2."""
    done = communique(*arguments)
    assert done.code == 2
    assert told in done.complaint


@pytest.mark.parametrize("arguments", NEED_A_BROKER, ids=" ".join)
def test_a_broker_that_does_not_answer_is_told_in_one_line(
    communique: Command, arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its address and what to do about it; the exit code is 1."""
    (tmp_path / "a.txt").write_text("Rain in Port Selwyn.")
    monkeypatch.chdir(tmp_path)
    done = communique(*arguments, "--bootstrap-servers", NOBODY)
    assert done.code == 1
    assert done.complaint.startswith(f"no broker answers at {NOBODY}: ")
    assert "or start one with: communique broker" in done.complaint


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("BOOTSTRAP_SERVERS=nowhere", "'nowhere' is not host:port"),
        ("BOOTSTRAP_SERVERS=", "names no broker"),
        ("TOPIC_PREFIX=two words", "COMMUNIQUE_TOPIC_PREFIX: "),
        ("REQUEST_TIMEOUT=soon", "COMMUNIQUE_REQUEST_TIMEOUT: "),
        ("MAX_ARTICLE_BYTES=0", "COMMUNIQUE_MAX_ARTICLE_BYTES: "),
        ("COMPRESSION=rar", "COMMUNIQUE_COMPRESSION: "),
        ("SECURITY_PROTOCOL=SASL_SSL", "COMMUNIQUE_SASL_USERNAME is required"),
        ("SSL_CERTFILE=client.pem", "must be set together"),
    ],
)
@pytest.mark.parametrize("command", ["publish", "subscribe", "topics check"])
def test_a_wrong_setting_is_told_by_its_name(
    communique: Command, monkeypatch: pytest.MonkeyPatch, setting: str, told: str, command: str
) -> None:
    """Every command that reads the setting says what is wrong with it, in one line."""
    variable, _, value = setting.partition("=")
    monkeypatch.setenv(f"COMMUNIQUE_{variable}", value)
    done = communique(*command.split())
    assert done.code == 1
    assert told in done.complaint


@pytest.mark.parametrize("value", ["fr,en", "{}", "fr"])
def test_a_list_that_is_no_json_is_told_with_an_example(
    communique: Command, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    """The one setting that is a list shows how a list is written."""
    monkeypatch.setenv("COMMUNIQUE_LANGUAGES", value)
    done = communique("enrich")
    assert done.code == 1
    assert 'COMMUNIQUE_LANGUAGES: not a JSON list, such as ["fr","en"]' in done.complaint


@pytest.mark.parametrize(
    "arguments", [("--bootstrap-servers", NOBODY, "subscribe"), ("subscribe", f"--bootstrap-servers={NOBODY}")]
)
def test_a_global_option_stands_above_the_environment_wherever_it_is_written(
    communique: Command, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    """Before the command or behind it."""
    monkeypatch.setenv("COMMUNIQUE_BOOTSTRAP_SERVERS", "127.0.0.1:2")
    assert NOBODY in communique(*arguments).complaint


def test_behind_two_dashes_everything_is_a_file(
    communique: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file may be called like an option."""
    monkeypatch.chdir(tmp_path)
    done = communique("publish", "--", "--topic-prefix")
    assert (done.code, done.complaint) == (2, "--topic-prefix: no such file or directory")


def test_verbose_shows_what_the_kafka_client_says(communique: Command) -> None:
    """Without it a failure is told once; with it the client's own log is on standard error, too."""
    done = communique("--verbose", "topics", "check", "--bootstrap-servers", NOBODY)
    assert done.code == 1
    assert " ERROR aiokafka: " in done.err
    assert done.err.splitlines()[-1].startswith("communique: no broker answers")


def test_ctrl_c_ends_without_a_word(communique: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the exit code that shells use for it."""

    def interrupted(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(publish._Run, "publish", interrupted)
    done = communique("publish", "-", "--bootstrap-servers", NOBODY)
    assert (done.code, done.out, done.err) == (130, "", "")


@pytest.mark.parametrize("setting", ["PYTHONUNBUFFERED", "COMMUNIQUE_CLIENT_ID"])
def test_a_reader_that_goes_away_is_no_error(setting: str) -> None:
    """``communique … | head`` ends well, whether or not the output is buffered."""
    read, write = os.pipe()
    os.close(read)
    try:
        done = subprocess.run(
            [*PROGRAM, "--help"],
            stdout=write,
            stderr=subprocess.PIPE,
            env=os.environ | {setting: "1"},
            check=False,
            timeout=60,
        )
    finally:
        os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")
