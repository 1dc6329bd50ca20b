"""``communique replay``: dead letters back on their topic."""

from datetime import UTC, datetime

import pytest

from schemas import DEAD_LETTERS, DeadLetter
from stream.settings import TopicSettings
from tests.cli.conftest import Command
from tests.cli.person import words
from tests.cli.reading import published, put

pytestmark = [pytest.mark.embedded, pytest.mark.usefixtures("at_site", "letters")]


def letter(settings: TopicSettings, offset: int, error: str, **fields: object) -> DeadLetter:
    """A dead letter of the articles' topic."""
    given: dict[str, object] = {
        "value": f"value {offset}".encode(),
        "size": 7,
        "key": f"a{offset}".encode(),
        "headers": (),
        "topic": f"{settings.topic_prefix}articles",
        "partition": 0,
        "offset": offset,
        "stage": "decode",
        "error": error,
        "message": "text: Field required \x1b",
        "retriable": False,
        "attempts": 1,
        "failed_at": datetime(2026, 3, 1 + offset, tzinfo=UTC),
    }
    return DeadLetter.model_validate(given | fields)


@pytest.fixture(scope="module")
def letters(site: TopicSettings) -> None:
    """Four dead letters, of a day each."""
    put(
        site,
        DEAD_LETTERS,
        [
            letter(site, 0, "invalid-article"),
            letter(site, 1, "too-large"),
            letter(site, 2, "enrichment-timeout", stage="enrich", attempts=3),
            letter(site, 3, "process-died", stage="enrich", retriable=True),
        ],
    )


def test_a_dry_run_shows_what_would_be_replayed(communique: Command, at_site: TopicSettings) -> None:
    """One line a letter: its place, how often it was tried, and why it failed; nothing is sent."""
    done = communique("replay", "--dry-run")
    assert (done.code, done.err) == (0, "would replay 4\n")
    first, *_ = done.out.splitlines()
    assert first == f"{at_site.topic_prefix}articles/0@0 (tried 1×) invalid-article: text: Field required \\x1b"
    assert published(at_site) == []


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (("--error", "too-large"), [1]),
        (("--error", "too-large", "--error", "process-died"), [1, 3]),
        (("--stage", "enrich"), [2, 3]),
        (("--article", "a0"), [0]),
        (("--retriable",), [3]),
        (("--not-retriable", "--stage", "enrich"), [2]),
        (("--since", "2026-03-03"), [2, 3]),
        (("--since", "2026-03-04T01:00:00+02:00"), [3]),
    ],
    ids=words,
)
def test_letters_are_chosen(communique: Command, choice: tuple[str, ...], expected: list[int]) -> None:
    """By code, stage, article, whether they may succeed unchanged, and the time of their failure."""
    done = communique("replay", "--dry-run", *choice)
    assert done.code == 0
    assert [int(line.split("@")[1].split()[0]) for line in done.out.splitlines()] == expected


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        (("--error", "to-large"), "error=to-large cannot be (error is one of: invalid-json, not-an-object"),
        (("--stage", "sending"), "stage=sending cannot be (stage is one of: decode, enrich, produce)"),
        (("--since", "tuesday"), "--since tuesday is no time (Give a date, or a time such as 2026-03-01T08:00:00Z)"),
        (("--since", "beginning"), "--since beginning is no time"),
        (("--rate", "0"), "--rate"),
    ],
    ids=words,
)
def test_a_choice_that_cannot_be_is_told(communique: Command, choice: tuple[str, ...], told: str) -> None:
    """A misspelt one would else look like there being nothing to do."""
    done = communique("replay", *choice)
    assert done.code == 2
    assert told in done.complaint


def test_letters_go_back_once(communique: Command, at_site: TopicSettings) -> None:
    """Each is told with its new place, at the rate given; what cannot be read is counted, and fails the run."""
    put(at_site, DEAD_LETTERS, [b"no letter"])
    done = communique("replay", "--stage", "decode", "--rate", "5")
    assert done.code == 1
    notice, skipped, summary = done.err.splitlines()
    assert notice == "this broker has no transactions: a letter that is interrupted is replayed again"
    assert skipped.startswith(
        f"communique: skipped {at_site.topic_prefix}articles.dead-letters, partition 0, offset 4: "
    )
    assert summary == "replayed 2; 1 record is no dead letter"
    name = f"{at_site.topic_prefix}articles"
    assert [line.split(" is now ")[0] for line in done.out.splitlines()] == [
        f"{name}/0@0 (invalid-article, tried 1×)",
        f"{name}/0@1 (too-large, tried 1×)",
    ]
    assert {record.value for record in published(at_site)} == {b"value 0", b"value 1"}
