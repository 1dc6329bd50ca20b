"""``communique subscribe``: a table for people, JSON Lines for programs, and filters."""

from datetime import UTC, datetime
from typing import Any

import orjson
import pytest

from schemas import (
    DEAD_LETTERS,
    ENRICHED,
    ENTITIES,
    LANGUAGES,
    STATEMENTS,
    DeadLetter,
    EntitiesExtracted,
    LanguageDetected,
)
from stream.kafka import topics
from stream.settings import TopicSettings
from tests.cli.conftest import Command, Terminal
from tests.cli.person import words
from tests.cli.reading import committed, put, repeat
from tests.client.samples import ORGUD, VINT, enriched, extracted, statement

pytestmark = [pytest.mark.embedded, pytest.mark.usefixtures("at_site", "events")]
WHOLE = ("--from", "beginning", "--until-end")
LETTER = DeadLetter(
    value=b"\xff",
    size=1,
    key=b"a9",
    headers=(),
    topic="articles",
    partition=1,
    offset=7,
    stage="decode",
    error="invalid-json",
    message="not JSON: \\x1b",
    retriable=False,
    attempts=2,
    failed_at=datetime(2026, 3, 1, 12, tzinfo=UTC),
)


@pytest.fixture(scope="module")
def events(site: TopicSettings) -> None:
    """Events of each topic: three statements, and one of each other kind."""
    put(
        site,
        STATEMENTS,
        [
            extracted(),
            extracted(id="s2", act="deny", kind="indirect", negated=True),
            extracted(id="s3", content="Haldor Vint praised her", kind="indirect", act="praise"),
        ],
    )
    language = enriched().language
    put(site, LANGUAGES, [LanguageDetected(article_id="a1", title="Оргуд", language=language)])
    put(
        site,
        ENTITIES,
        [EntitiesExtracted(article_id="a1", title="Оргуд", language="ru", entities=(ORGUD, VINT), countries=())],
    )
    put(site, ENRICHED, [enriched(statement())])
    put(site, DEAD_LETTERS, [LETTER])


def values(out: str) -> list[dict[str, Any]]:
    return [orjson.loads(line) for line in out.splitlines()]


def test_in_a_pipe_each_event_is_a_line_of_json(communique: Command) -> None:
    """The contract's JSON, one event a line, in the order of the topic, and nothing on standard error."""
    done = communique("subscribe", *WHOLE)
    assert (done.code, done.err) == (0, "")
    assert [value["statement"]["id"] for value in values(done.out)] == ["s1", "s2", "s3"]
    assert values(done.out)[0] == extracted().model_dump(mode="json")


@pytest.mark.parametrize(
    ("topic", "key"),
    [
        ("statements", "statement"),
        ("entities", "entities"),
        ("languages", "language"),
        ("enriched", "provenance"),
        ("dead-letters", "failed_at"),
    ],
)
def test_every_topic_can_be_followed(communique: Command, topic: str, key: str) -> None:
    """By the end of its name in the contract."""
    done = communique("subscribe", topic, "--limit", "1")
    assert (done.code, done.err) == (0, "")
    (value,) = values(done.out)
    assert key in value


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (("act=deny",), ["s2"]),
        (("act=deny,praise",), ["s2", "s3"]),
        (("act!=deny",), ["s1", "s3"]),
        (("kind=indirect", "negated=true"), ["s2"]),
        (("speaker=orgud",), ["s1", "s2", "s3"]),
        (("speaker=Оргуд", "language=ru"), ["s1", "s2", "s3"]),
        (("country=NO", "act=state"), ["s1"]),
        (("language=en",), []),
    ],
    ids=words,
)
def test_filters(communique: Command, filters: tuple[str, ...], expected: list[str]) -> None:
    """Each ``--where`` must hold; of its values one."""
    where = [part for each in filters for part in ("--where", each)]
    done = communique("subscribe", *WHOLE, *where)
    assert done.code == 0
    assert [value["statement"]["id"] for value in values(done.out)] == expected


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--where", "speaker"), "'speaker' is not a filter (Write key=value"),
        (("--where", "city=Oslo"), "'city' is no filter for this topic (It filters by: article, language"),
        (("--where", "act=mumble"), "act=mumble cannot be (act is one of: state, ask"),
        (("--where", "country=Norway"), "country=Norway cannot be (country is an ISO 3166-1 alpha-2 code"),
        (("--where", "act="), "the filter 'act=' has no value"),
        (("dead-letters", "--where", "error=too-big"), "error=too-big cannot be (error is one of: invalid-json"),
        (("dead-letters", "--where", "stage=send"), "stage=send cannot be (stage is one of: decode, enrich, produce)"),
        (("languages", "--where", "speaker=Orgud"), "'speaker' is no filter for this topic"),
        (("--from", "yesterday"), "'yesterday' is no place to begin (Give beginning, end, committed, a date"),
        (("--from", "2026-03-01T08:00:00"), "is no place to begin"),
        (("--from", "committed"), "group"),
    ],
    ids=words,
)
def test_a_filter_or_a_start_that_cannot_be_is_told(communique: Command, arguments: tuple[str, ...], told: str) -> None:
    """In one line that says what can be, before the broker is asked."""
    done = communique("subscribe", *arguments)
    assert done.code == 2
    assert told in done.complaint


@pytest.mark.parametrize(("start", "expected"), [("2000-01-01", 3), ("2100-01-01T00:00:00Z", 0), ("beginning", 3)])
def test_from_a_time(communique: Command, start: str, expected: int) -> None:
    """A date or a time with its offset: what was written before it does not come."""
    done = communique("subscribe", "--from", start, "--until-end")
    assert done.code == 0
    assert len(values(done.out)) == expected


def test_what_was_written_for_a_group_counts_as_handled(communique: Command, at_site: TopicSettings) -> None:
    """The group's offset is behind the last line, and not behind what was not written."""
    done = communique("subscribe", "--group", "desk", "--limit", "2")
    assert [value["statement"]["id"] for value in values(done.out)] == ["s1", "s2"]
    assert committed(at_site, STATEMENTS, "desk") == 2


def test_repetitions_are_left_out_on_request(communique: Command, at_site: TopicSettings) -> None:
    """With --distinct a result comes once, however often a worker has sent it."""
    name = topics.topic_name(ENTITIES, at_site)
    put_again = EntitiesExtracted(article_id="a3", language="ru", entities=(), countries=())
    repeat(at_site, name, put_again, b"the-same-id", times=3)
    assert [value["article_id"] for value in values(communique("subscribe", "entities", *WHOLE).out)].count("a3") == 3
    distinct = communique("subscribe", "entities", *WHOLE, "--distinct")
    assert [value["article_id"] for value in values(distinct.out)] == ["a1", "a3"]


def test_what_is_not_of_the_contract_is_told_or_left_out(communique: Command, at_site: TopicSettings) -> None:
    """It stops a subscriber with its place and reason; with --skip-invalid it is a warning, and the rest comes."""
    put(at_site, LANGUAGES, [b"{broken", LanguageDetected(article_id="a2", language=enriched().language)])
    stopped = communique("subscribe", "languages", *WHOLE)
    assert stopped.code == 1
    assert len(values(stopped.out)) == 1
    (line,) = stopped.err.splitlines()
    assert line.startswith(f"communique: {at_site.topic_prefix}articles.languages, partition 0, offset 1: not JSON")
    assert "--skip-invalid" in line
    skipped = communique("subscribe", "languages", *WHOLE, "--skip-invalid")
    assert skipped.code == 0
    assert [value["article_id"] for value in values(skipped.out)] == ["a1", "a2"]
    (warning,) = skipped.err.splitlines()
    assert "articles.languages, partition 0, offset 1: not JSON" in warning


def test_a_missing_topic_is_told_with_what_to_do(communique: Command) -> None:
    """The command that creates it is named."""
    done = communique("subscribe", "--topic-prefix", "nowhere.")
    assert done.code == 1
    assert done.complaint.startswith("the topic nowhere.articles.statements does not exist (Create the topics")


@pytest.mark.parametrize(
    ("topic", "heading", "shown"),
    [
        ("statements", "date lang speaker act statement", ["Maren Orgud", "not deny", "“Это ложь”", "praise"]),
        ("entities", "date lang article countries entities", ["Maren Orgud (person, NO), Haldor Vint (person, IS)"]),
        ("languages", "date lang sure script article", ["99%", "Cyrl", "Оргуд"]),
        ("enriched", "lang article countries speakers (statements)", ["NO", "Maren Orgud (1)"]),
        ("dead-letters", "failed at record tried error message", ["03-01 12:00", "articles/1@7", "2×", "invalid-json"]),
    ],
)
def test_a_table_shows_what_a_person_wants_to_know(
    communique: Command, monkeypatch: pytest.MonkeyPatch, topic: str, heading: str, shown: list[str]
) -> None:
    """Headings, then one row an event, within the width of the terminal; in a pipe without colour or escapes."""
    monkeypatch.setenv("COLUMNS", "110")
    done = communique("subscribe", topic, "--format", "table", "--limit", "3" if topic == "statements" else "1")
    assert (done.code, done.err) == (0, "")
    first, *rows = done.out.splitlines()
    assert first.split() == heading.split()
    assert rows
    assert all(text in done.out for text in shown)
    assert max(map(len, done.out.splitlines())) <= 110
    assert "\x1b" not in done.out


def test_on_a_terminal_a_table_stands_in_colour(terminal: Terminal) -> None:
    """Nobody has to ask for it, and it fits the terminal's width."""
    screen = terminal("subscribe", "--limit", "2", columns=72)
    assert screen.code == 0
    assert screen.coloured
    assert screen.text.splitlines()[0].split() == ["date", "lang", "speaker", "act", "statement"]
    assert max(map(len, screen.text.splitlines())) <= 72


def test_no_color_is_obeyed(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """With NO_COLOR set (no-color.org) the same table stands without any colour."""
    monkeypatch.setenv("NO_COLOR", "1")
    screen = terminal("subscribe", "--limit", "2")
    assert screen.code == 0
    assert "Maren Orgud" in screen.text
    assert not screen.coloured


def test_ctrl_c_ends_it_without_a_word(terminal: Terminal) -> None:
    """Following goes on until it is interrupted; the exit code is the shells'."""
    screen = terminal("subscribe", interrupt=lambda text: "praise" in text)
    assert screen.code == 130
    assert "Traceback" not in screen.text
    assert "communique:" not in screen.text
