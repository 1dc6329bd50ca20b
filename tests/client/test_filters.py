"""The filter language, on each kind of event."""

from datetime import UTC, datetime

import pytest

from schemas import (
    TOPICS,
    Article,
    ContractModel,
    DeadLetter,
    EnrichedArticle,
    Language,
    LanguageDetected,
    Participant,
    StatementExtracted,
)
from stream.client.filters import Where, keys_of
from stream.errors import UsageError
from tests.client.samples import enriched, extracted, statement

LETTER = DeadLetter(
    value=b"[]",
    size=2,
    key=b"a1",
    headers=(),
    topic="articles",
    partition=0,
    offset=1,
    stage="decode",
    error="not-an-object",
    message="an array",
    retriable=False,
    attempts=1,
    failed_at=datetime(2026, 3, 1, tzinfo=UTC),
)
DETECTED = LanguageDetected(article_id="a1", language=Language(code="ru", confidence=1, script="Cyrl", reliable=True))


def matches(event: ContractModel, *conditions: str) -> bool:
    return Where.parse(conditions, type(event)).matches(event)


@pytest.mark.parametrize(
    "condition",
    [
        "speaker=Orgud",
        "speaker=Оргуд",
        "speaker=x:orgud",
        "speaker=Vint,Orgud",
        "act=state",
        "act=deny,state",
        "kind=direct",
        "negated=false",
        "language=ru",
        "language=RU",
        "language!=en",
        "country=NO",
        "country=no",
        "entity=Maren Orgud",
        'entity="Maren Orgud"',
        "entity=x:orgud",
        "article=a1",
        " act = state ",
        "speaker!=Vint",
    ],
)
def test_a_statement_that_fits_passes(condition: str) -> None:
    """Speakers and entities are found by name in any language of the article and by id; the rest by its code."""
    assert matches(extracted(), condition)


@pytest.mark.parametrize(
    "condition",
    [
        "speaker=Vint",
        "act=deny",
        "kind=indirect",
        "negated=true",
        "language=en",
        "country=IS",
        "article=a2",
        "act!=state",
    ],
)
def test_a_statement_that_does_not_fit_is_held_back(condition: str) -> None:
    """What does not fit does not pass."""
    assert not matches(extracted(), condition)


def test_all_conditions_must_hold() -> None:
    """Several conditions are a conjunction."""
    assert matches(extracted(), "speaker=Orgud", "act=state")
    assert not matches(extracted(), "speaker=Orgud", "act=deny")


def test_every_speaker_of_a_statement_counts() -> None:
    """Where a statement has several sources, each can be asked for."""
    both = (Participant(name="Haldor Vint"), Participant(name="Maren Orgud"))
    assert matches(extracted(speaker=both[0], speakers=both), "speaker=Orgud")
    assert matches(extracted(speaker=both[0], speakers=both), "speaker=Vint")


def test_conditions_on_a_statement_hold_of_the_same_one() -> None:
    """An article passes only where one statement fulfils all that is asked of a statement."""
    denied = statement(act="deny")
    praised = statement(act="praise", speaker=Participant(name="Haldor Vint"))
    assert matches(enriched(denied, praised), "speaker=Orgud", "act=deny", "country=NO")
    assert not matches(enriched(denied, praised), "speaker=Orgud", "act=praise")
    assert not matches(enriched(), "act=deny")
    assert matches(enriched(), "entity=Vint", "country=IS", "language=ru")


def test_a_value_in_quotation_marks_may_hold_a_comma() -> None:
    """Commas divide alternatives, save inside quotation marks."""
    told = extracted(speaker=Participant(name="Vint, Haldor"))
    assert matches(told, 'speaker="Vint, Haldor"')
    assert Where.parse('speaker="Vint, Haldor",Orgud', StatementExtracted).conditions[0].values == (
        "Vint, Haldor",
        "Orgud",
    )


@pytest.mark.parametrize(
    ("condition", "fits"),
    [
        ("error=not-an-object", True),
        ("error=too-large", False),
        ("stage=decode,enrich", True),
        ("retriable=false", True),
        ("retriable=true", False),
        ("article=a1", True),
    ],
)
def test_dead_letters_are_filtered_by_what_went_wrong(condition: str, fits: bool) -> None:  # noqa: FBT001 - a parameter
    """Dead letters have keys of their own."""
    assert matches(LETTER, condition) is fits


def test_a_language_event_knows_its_language_alone() -> None:
    """What the topic does not tell cannot be asked of it."""
    assert matches(DETECTED, "language=ru")
    with pytest.raises(UsageError, match="country"):
        matches(DETECTED, "country=NO")


@pytest.mark.parametrize(
    "condition",
    ["Putin", "actor=Putin", "act=shout", "kind=loud", "country=NOR", "language=french", "speaker=", "=x", "act=,"],
)
def test_what_cannot_be_is_refused_with_what_can(condition: str) -> None:
    """A condition that could never hold is an error that says what may stand there, not an empty result."""
    with pytest.raises(UsageError) as refused:
        Where.parse(condition, StatementExtracted)
    assert refused.value.message


def test_without_conditions_everything_passes() -> None:
    """No filter is a filter that lets everything through."""
    assert Where().matches(extracted())
    assert matches(enriched())


def test_every_topic_but_the_articles_has_keys() -> None:
    """Each topic that comes out can be filtered."""
    assert {topic.model for topic in TOPICS if not keys_of(topic.model)} == {Article}
    assert "speaker" in keys_of(EnrichedArticle)
