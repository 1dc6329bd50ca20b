"""``communique publish``: what goes in, what is refused and why, and what a person sees of it."""

import os
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import orjson
import pytest

from stream.cli.inputs import Inputs
from stream.settings import TopicSettings
from tests.cli.conftest import Command, Terminal
from tests.cli.reading import published

pytestmark = [pytest.mark.embedded, pytest.mark.usefixtures("at_site")]


def article(identity: str, **fields: object) -> dict[str, object]:
    return {"id": identity, "text": f"{identity} is what the harbour master said.", **fields}


def lines(*values: object) -> bytes:
    return b"\n".join(value if isinstance(value, bytes) else orjson.dumps(value) for value in values) + b"\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The directory where the person is."""
    found = tmp_path / "here"
    found.mkdir()
    monkeypatch.chdir(found)
    return found


def ids(settings: TopicSettings) -> set[str]:
    return {record.key.decode() for record in published(settings) if record.key}


def test_every_format_is_read_by_what_the_file_holds(communique: Command, folder: Path, at_site: TopicSettings) -> None:
    """JSON Lines, an array, one object over many lines, a directory of files: each article is on the topic by its id."""
    (folder / "lines.jsonl").write_bytes(lines(article("f1"), article("f2")))
    (folder / "array.json").write_bytes(orjson.dumps([article("f3"), article("f4")]))
    (folder / "one.json").write_bytes(orjson.dumps(article("f5"), option=orjson.OPT_INDENT_2))
    (folder / "unnamed").write_bytes(lines(article("f6")))
    (folder / "more").mkdir()
    (folder / "more" / "a.ndjson").write_bytes(lines(article("f7")))
    (folder / "more" / "notes.md").write_text("not an article")
    done = communique("publish", "lines.jsonl", "array.json", "one.json", "unnamed", "more")
    assert (done.code, done.out) == (0, "")
    assert done.err == f"published 7 articles to {at_site.topic_prefix}articles\n"
    assert ids(at_site) >= {f"f{number}" for number in range(1, 8)}


def test_a_plain_text_is_one_article(communique: Command, folder: Path, at_site: TopicSettings) -> None:
    """Its first line is the title where an empty line follows it; its id is the same whenever it is published."""
    (folder / "titled.txt").write_text("Ferries sail again\n\nThe ferries of Port Selwyn sail again.\n")
    (folder / "plain.txt").write_text("No ferry sails\non Sundays.\n")
    for _ in range(2):
        assert communique("publish", "titled.txt", "plain.txt").code == 0
    found = [(record.key, orjson.loads(record.value)) for record in published(at_site)]
    titled = [(key, value) for key, value in found if value["title"] == "Ferries sail again"]
    assert [value["text"] for _, value in titled] == ["The ferries of Port Selwyn sail again."] * 2
    assert len({key for key, _ in titled}) == 1
    assert any(value["text"] == "No ferry sails\non Sundays." and value["title"] is None for _, value in found)


@pytest.mark.parametrize("arguments", [("publish",), ("publish", "-"), ("publish", "-", "--format", "jsonl")])
def test_standard_input_is_read(communique: Command, arguments: tuple[str, ...]) -> None:
    """Named as a dash or, in a pipe, not at all."""
    done = communique(*arguments, stdin=lines(article("s1"), article("s2")))
    assert done.code == 0
    assert done.err.startswith("published 2 articles to ")


def test_an_array_on_standard_input_is_read(communique: Command, at_site: TopicSettings) -> None:
    """Nobody has to say that it is one."""
    assert communique("publish", stdin=orjson.dumps([article("s3"), article("s4")])).code == 0
    assert ids(at_site) >= {"s3", "s4"}


def test_what_is_refused_is_named_with_its_place_and_reason(
    communique: Command, folder: Path, at_site: TopicSettings
) -> None:
    """One line each with file and line; the others are published, and the exit code is 1."""
    (folder / "mixed.jsonl").write_bytes(
        lines(
            article("r1"),
            {"id": "r2", "title": "No text"},
            b"",
            b"{broken",
            [1, 2],
            article("r3", language=7),
            {"id": "r4", "text": "  "},
            article("r5", published_at="yesterday"),
            b'{"text": "caf\xff"}',
            article("r6"),
        )
    )
    (folder / "latin.txt").write_bytes("Café".encode("latin-1"))
    done = communique("publish", "mixed.jsonl", "latin.txt")
    assert done.code == 1
    *refused, summary = done.err.splitlines()
    assert [line.split(": ")[0] for line in refused] == [
        *(f"mixed.jsonl:{number}" for number in (2, 4, 5, 6, 7, 8, 9)),
        "latin.txt",
    ]
    for line, reason in zip(
        refused,
        (
            "text: Field required",
            "not JSON",
            "this is an array",
            "language: ",
            "text: ",
            "published_at: ",
            "not ",
            "not UTF-8: byte 0xe9 at byte 3",
        ),
        strict=True,
    ):
        assert reason in line
    assert summary == f"published 2 articles to {at_site.topic_prefix}articles; 8 refused"
    assert {"r1", "r6"} <= ids(at_site)
    assert not {"r2", "r3", "r4", "r5"} & ids(at_site)


def test_progress_is_counted_across_files(folder: Path) -> None:
    """Also where the last file has just been closed by the thread that reads."""
    for name in ("a.jsonl", "b.jsonl"):
        (folder / name).write_bytes(lines(article("p1"), article("p2")))
    inputs = Inputs(["a.jsonl", "b.jsonl"], limit=1000)
    counts = [inputs.consumed for _ in inputs.articles()]
    assert counts == sorted(counts)
    assert inputs.consumed == inputs.total == 2 * (folder / "a.jsonl").stat().st_size


def test_an_article_over_the_limit_is_refused_unread(
    communique: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the workers would not take is not sent; the limit is a setting."""
    monkeypatch.setenv("COMMUNIQUE_MAX_ARTICLE_BYTES", "200")
    (folder / "long.jsonl").write_bytes(lines(article("l1", text="x" * 500), article("l2")))
    done = communique("publish", "long.jsonl")
    assert done.code == 1
    assert "long.jsonl:1: the limit of an article is 200 bytes; this has 5" in done.err
    assert "published 1 article to" in done.err


def test_raw_lines_go_out_as_they_are(communique: Command, folder: Path, at_site: TopicSettings) -> None:
    """Unchecked, without a key: to see what the workers make of them."""
    (folder / "raw.jsonl").write_bytes(b"{broken\n\nnull\n")
    done = communique("publish", "--raw", "raw.jsonl")
    assert (done.code, done.err) == (0, f"published 2 lines to {at_site.topic_prefix}articles\n")
    raw = {record.value for record in published(at_site) if record.key is None}
    assert {b"{broken", b"null"} <= raw


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("none.jsonl",), "none.jsonl: no such file or directory"),
        (("dangling.json",), "dangling.json: cannot be read"),
        (("empty",), "empty: no article file in it (It looks for .jsonl, .ndjson, .json, .txt, .text)"),
        (("-", "-"), "standard input (-) can be read only once"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_before_anything_is_sent(
    communique: Command, folder: Path, arguments: tuple[str, ...], told: str
) -> None:
    """In one line, with exit code 2."""
    (folder / "dangling.json").symlink_to(folder / "gone.json")
    (folder / "empty").mkdir()
    done = communique("publish", *arguments)
    assert (done.code, done.complaint) == (2, told)


def test_a_file_of_no_known_format_is_told_with_what_to_do(communique: Command, folder: Path) -> None:
    """The formats are named; said with --format it is taken."""
    (folder / "report.doc").write_text("The harbour is closed.")
    done = communique("publish", "report.doc")
    assert done.code == 2
    assert "communique: report.doc: cannot tell its format (Say it with --format jsonl, json or text.)" in done.err
    assert communique("publish", "--format", "text", "report.doc").code == 0


def test_a_file_without_permission_is_told(communique: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is sent."""
    (folder / "secret.jsonl").touch(mode=0)
    monkeypatch.setattr(os, "access", lambda *_: False)  # the tests may run as root, who may read everything
    assert communique("publish", "secret.jsonl").complaint == "secret.jsonl: cannot be read"


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="only Linux has a file that opens and cannot be read")
def test_a_file_that_fails_while_it_is_read_is_named(communique: Command) -> None:
    """A disk may fail in the middle: the file is named, and what was sent before it is counted."""
    done = communique("publish", "--format", "text", "/proc/self/mem")
    assert done.code == 2
    assert done.err.splitlines()[-1] == "communique: /proc/self/mem: Input/output error"


def test_a_missing_topic_is_told_with_what_to_do(communique: Command, folder: Path) -> None:
    """The command that creates the topics is named."""
    (folder / "a.txt").write_text("Rain.")
    done = communique("publish", "a.txt", "--topic-prefix", "nowhere.")
    assert done.code == 1
    assert (
        done.complaint == "the topic nowhere.articles does not exist (Create the topics with: communique topics create)"
    )


def test_names_cannot_steer_the_terminal(communique: Command, folder: Path) -> None:
    """A file's name is shown with its control characters as codes."""
    (folder / "\x1b[2J.jsonl").write_bytes(b"{\n")
    done = communique("publish", "\x1b[2J.jsonl")
    assert "\x1b" not in done.err
    assert r"\x1b[2J.jsonl:1: not JSON" in done.err


def test_at_a_terminal_with_nothing_named_it_does_not_wait_for_ever(terminal: Terminal) -> None:
    """It says what is missing instead."""
    screen = terminal("publish")
    assert (screen.code, screen.text) == (2, "communique: nothing to publish (Name files, or - for standard input.)\n")


@contextmanager
def slow_pipe(path: Path, last: int) -> Iterator[None]:
    """A pipe in which five articles a second arrive, up to the last one; nothing more once the test is done."""
    os.mkfifo(path)
    done = threading.Event()

    def write() -> None:
        with path.open("wb", buffering=0) as opened:
            for number in range(1, last + 1):
                with suppress(BrokenPipeError):  # the reader may have ended
                    opened.write(lines(article(f"b{number}")))
                if done.wait(0.2):
                    return

    writer = threading.Thread(target=write)
    writer.start()
    try:
        yield
    finally:
        done.set()
        writer.join()


def test_a_bar_shows_how_far_long_work_is(terminal: Terminal, folder: Path) -> None:
    """On a terminal the count grows while the work goes on; the sum is all that is left of it."""
    with slow_pipe(folder / "slow.jsonl", last=12):
        screen = terminal("publish", "slow.jsonl")
    assert screen.code == 0
    assert len(set(re.findall(r"published (\d+) ", screen.text))) > 2
    assert screen.text.rstrip().splitlines()[-1].strip().startswith("published 12 articles to")


def test_no_bar_shows_in_a_pipe(communique: Command, folder: Path) -> None:
    """However long it takes, a log gets the sum alone."""
    with slow_pipe(folder / "slow.jsonl", last=6):
        done = communique("publish", "slow.jsonl")
    assert done.code == 0
    assert done.err.startswith("published 6 articles to")
    assert len(done.err.splitlines()) == 1


def test_ctrl_c_says_what_was_published(terminal: Terminal, folder: Path) -> None:
    """Interrupted in the middle, it waits for what is on its way, sums up and ends with the shells' code."""
    with slow_pipe(folder / "endless.jsonl", last=10_000):
        screen = terminal("publish", "endless.jsonl", interrupt=lambda text: "published 5" in text)
    assert screen.code == 130
    assert "Traceback" not in screen.text
    assert re.match(r"published [5-9]\d* articles to", screen.text.splitlines()[-1].strip())
