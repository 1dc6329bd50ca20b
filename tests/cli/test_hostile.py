"""What strangers wrote, on its ways to a terminal: it steers nothing, forges nothing, and has an end."""

import io
import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

import pytest
from pydantic import ValidationError
from rich.console import Console

from schemas import ENTITIES, TOPICS, ContractModel, Topic
from stream.cli.columns import COLUMNS
from stream.cli.rows import Rows
from stream.cli.visible import LONGEST, visible, visible_json
from stream.client import Received
from tests.cli.conftest import Command

HOSTILE = (
    "\x1b[2J\x1b]0;title\x07",  # clears the screen, sets the title
    "\x9b2J",  # the same without an escape
    "\u202eevil\u2066",  # turns what follows around
    "[bold red]markup[/] [link=https://evil.example]here[/link]",  # rich's markup
    ":pile_of_poo: \r\n2026 ERROR forged",  # rich's emoji, and a line of its own
    "\u200b\u00ad\u2028\u2029\U000e0041",  # shows nothing, or breaks lines
    "z" + "\u0301" * 500,  # draws over what stands above
    "\b\b\b\x7f",
)
KEPT = set("\u200c\u200d\u200e\u200f\n")


def spoilt(value: Any, text: str) -> Iterator[Any]:
    """The document, once for each text in it, with that one replaced."""
    if isinstance(value, str):
        yield text
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from ({**value, key: other} for other in spoilt(part, text))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from ([*value[:number], other, *value[number + 1 :]] for other in spoilt(part, text))


def events(topic: Topic, text: str) -> Iterator[ContractModel]:
    """What the contract's model lets through."""
    example = json.loads(files("schemas").joinpath(f"examples/{topic.name}.json").read_text())
    for document in spoilt(example, text):
        try:
            yield topic.model.model_validate(document)
        except ValidationError:
            continue


def table(event: ContractModel) -> str:
    """The event as a row."""
    out = io.StringIO()
    console = Console(file=out, width=120, markup=False, emoji=False, highlight=False)
    Rows(console, COLUMNS[type(event)]).add(Received(event, "t", 0, 0, datetime(2026, 3, 1, tzinfo=UTC), b"k", ()))
    return out.getvalue()


@pytest.mark.parametrize("hostile", HOSTILE, ids=ascii)
@pytest.mark.parametrize("topic", [topic for topic in TOPICS if topic.model in COLUMNS], ids=lambda topic: topic.name)
def test_a_table_shows_it_harmless(topic: Topic, hostile: str) -> None:
    """In whatever field it stands: nothing but printable characters, as many lines as the columns need, no markup."""
    plain = len(table(next(events(topic, "plain"))).splitlines())
    tried = 0
    for event in events(topic, hostile):
        tried += 1
        shown = table(event)
        assert all(character.isprintable() or character in KEPT for character in shown), shown
        assert len(shown.splitlines()) < plain + 25
        assert "\u0301" * 9 not in shown
        assert "💩" not in shown
    assert tried > 3


def test_a_table_has_an_end() -> None:
    """A field of a million characters is cut, with an ellipsis."""
    for event in events(ENTITIES, "x" * 1_000_000):
        assert len(table(event)) < 20_000
    assert visible("x" * 1_000_000) == "x" * LONGEST + "…"
    assert visible("z" + "\u0301" * 500 + "a") == "z" + "\u0301" * 8 + "…a"


@pytest.mark.parametrize("text", ["می‌خواهم", "क्‍ष", "שָׁלוֹם", "ที่นี่", "Tiếng Việt", "Việt Nam", "👩‍👩‍👧"])
def test_every_script_stays_readable(text: str) -> None:
    """Joiners, vowel signs and accents are how it is spelt."""
    assert visible(text) == text


@pytest.mark.parametrize("hostile", HOSTILE, ids=ascii)
def test_json_on_a_terminal_is_harmless_and_says_the_same(hostile: str) -> None:
    """What could steer is written as JSON's own escapes."""
    line = json.dumps({"text": hostile}, ensure_ascii=False)
    shown = visible_json(line)
    assert all(character.isprintable() or character in KEPT for character in shown)
    assert json.loads(shown) == json.loads(line)


@pytest.mark.parametrize("hostile", HOSTILE, ids=ascii)
@pytest.mark.parametrize("arguments", [("subscribe", "--limit"), ("subscribe", "--where"), ("replay", "--since")])
def test_an_argument_is_complained_of_harmlessly(communique: Command, arguments: tuple[str, ...], hostile: str) -> None:
    """A script may have put an article's text there."""
    done = communique(*arguments, hostile)
    assert done.code != 0
    assert done.complaint.isprintable()
    assert len(done.complaint) < 2000


def test_a_fault_of_the_program_is_shown_harmless() -> None:
    """Its message may quote an article: the traceback is there, and steers nothing."""
    code = (
        "import sys, stream.cli, stream.cli.app as app\n"
        "def run(arguments): raise ValueError('\\x1b[2J\\u202e' + 'x' * 100_000)\n"
        "app.run = run\nstream.cli.main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert r"ValueError: \x1b[2J\u202exxx" in done.stderr
    assert done.stderr.startswith("Traceback")
    assert all(line.isprintable() for line in done.stderr.splitlines())
    assert len(done.stderr) < 10_000
