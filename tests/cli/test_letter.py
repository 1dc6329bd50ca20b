"""``communique letter``: one dead letter, whole."""

from datetime import UTC, datetime

import pytest

from schemas import DEAD_LETTERS, DeadLetter, DeadLetterHeader, EarlierFailure
from stream.settings import TopicSettings
from tests.cli.conftest import Command
from tests.cli.reading import put

pytestmark = [pytest.mark.embedded, pytest.mark.usefixtures("at_site", "letters")]
VALUE = b'{"text": "\x1b[2J \xff\xe2\x80\xae z' + "\u0301".encode() * 500 + b'",\n "title": "  two  blanks"}'
MARKS = "z" + "\u0301" * 8 + r"\u0301" * 492
TIME = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)


def letter(settings: TopicSettings, offset: int, **fields: object) -> DeadLetter:
    """A dead letter of the articles' topic that was replayed once before."""
    topic = f"{settings.topic_prefix}articles"
    earlier = EarlierFailure(
        topic=topic,
        partition=1,
        offset=offset,
        stage="enrich",
        error="process-died",
        message="m",
        attempts=3,
        failed_at=TIME,
    )
    given: dict[str, object] = {
        "value": VALUE,
        "size": len(VALUE),
        "key": b"k\x9b",
        "headers": (DeadLetterHeader(key="trace\u202e", value=b"\x1b]0;t\x07"), DeadLetterHeader(key="b", value=b"2")),
        "topic": topic,
        "partition": 0,
        "offset": offset,
        "stage": "decode",
        "error": "invalid-json",
        "message": "not UTF-8 \x1b",
        "retriable": False,
        "attempts": 4,
        "failed_at": TIME,
        "history": (earlier,),
    }
    return DeadLetter.model_validate(given | fields)


@pytest.fixture(scope="module")
def letters(site: TopicSettings) -> None:
    """A whole one, twice; one without a value, one whose value was too large to keep, and something else."""
    whole = letter(site, 7)
    put(
        site,
        DEAD_LETTERS,
        [
            whole,
            letter(site, 8, value=None, size=0, key=None, headers=(), history=()),
            letter(site, 9, value=None, size=9_000_000, truncated=True, history=(), retriable=True),
            b"no letter",
            whole,
        ],
    )


def test_a_letter_is_shown_whole_and_harmless(communique: Command, at_site: TopicSettings) -> None:
    """Reason, attempts, earlier failures, key, headers, and all of its bytes, what could steer a terminal as its code."""
    prefix = at_site.topic_prefix
    done = communique("letter", f"{prefix}articles/0@7")
    assert done.code == 0
    assert done.out.splitlines() == [
        f"record     {prefix}articles/0@7",
        f"letter     {prefix}articles.dead-letters/0@4",
        "error      invalid-json (decode)",
        r"message    not UTF-8 \x1b",
        "retriable  no",
        "tried      4×, last 2026-03-01 08:30:00 UTC",
        f"before     2026-03-01 08:30:00 UTC, {prefix}articles/1@7, tried 3×, process-died (enrich): m",
        r"key        k\x9b",
        r"header     trace\u202e: \x1b]0;t\x07",
        "header     b: 2",
        f"value      {len(VALUE)} bytes",
        r'{"text": "\x1b[2J \xff\u202e ' + MARKS + '",',
        ' "title": "  two  blanks"}',
    ]


def test_a_letter_is_found_by_where_it_failed_before(communique: Command, at_site: TopicSettings) -> None:
    """Whoever noted the place before a replay finds what became of it."""
    prefix = at_site.topic_prefix
    assert communique("letter", f"{prefix}articles/1@7") == communique("letter", f"{prefix}articles/0@7")


@pytest.mark.parametrize(
    ("offset", "lines"),
    [
        (8, ["retriable  no", "key        (none)", "value      (none)"]),
        (
            9,
            [
                "retriable  yes",
                "value      9000000 bytes, too large for a letter: they are still where the record was read",
            ],
        ),
    ],
    ids=["no value", "too large"],
)
def test_what_a_letter_does_not_hold_is_told(
    communique: Command, at_site: TopicSettings, offset: int, lines: list[str]
) -> None:
    """A record without key or value, and one that is too large to be kept in a letter."""
    shown = communique("letter", f"{at_site.topic_prefix}articles/0@{offset}").out.splitlines()
    assert [line for line in shown if line in lines] == lines
    assert shown[-1] == lines[-1]


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("articles/0@7", "there is no dead letter of articles/0@7 (See which there are with: communique subscribe"),
        ("a7", "a7 is no place of a record (It looks like articles/0@17.)"),
        ("\x1b[2J", r"\x1b[2J is no place of a record"),
    ],
    ids=["nowhere", "no place", "hostile"],
)
def test_a_letter_that_is_not_there_is_told(communique: Command, place: str, told: str) -> None:
    """With what to do."""
    done = communique("letter", place)
    assert (done.code, done.out) == (2, "")
    *skipped, complaint = done.err.splitlines()
    assert told in complaint
    assert complaint.isprintable()
    assert all("skipped" in line for line in skipped)
