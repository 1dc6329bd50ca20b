"""Articles are strict on what is wrong and tolerant of what is unknown."""

from typing import Any

import pytest
from pydantic import ValidationError

from schemas import Article, Span, digest, event_id, identified, statement_id


def test_text_alone_is_enough() -> None:
    """An article needs nothing but its text."""
    assert Article.model_validate({"text": "Talks went on."}).metadata == {}


def test_unknown_fields_are_ignored() -> None:
    """A field of a later version, or of the publisher's own, does no harm."""
    assert not hasattr(Article.model_validate({"text": "x", "colour": "red"}), "colour")


def test_metadata_passes_untouched() -> None:
    """Metadata comes out as it went in, whatever its shape."""
    metadata = {"a": [1, 2.5, None, {"b": "ж"}], "": True}
    assert Article.model_validate({"text": "x", "metadata": metadata}).metadata == metadata


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({}, "text"),
        ({"text": None}, "text"),
        ({"text": " \n\t "}, "text"),
        ({"text": 7}, "text"),
        ({"text": "a\0b"}, "text"),
        ({"text": "a\ud800b"}, "text"),
        ({"text": "x", "id": 7}, "id"),
        ({"text": "x", "id": ""}, "id"),
        ({"text": "x", "id": "a\nb"}, "id"),
        ({"text": "x", "id": "a" * 513}, "id"),
        ({"text": "x", "title": ["a"]}, "title"),
        ({"text": "x", "metadata": "a"}, "metadata"),
        ({"text": "x", "source": "Wire"}, "source"),
        ({"text": "x", "published_at": "yesterday"}, "published_at"),
        ({"text": "x", "published_at": "2025-10-14T16:20:00"}, "published_at"),
        ({"text": "x", "published_at": 1760458800}, "published_at"),
        ({"text": "x", "published_at": "2025-13-14T16:20:00Z"}, "published_at"),
    ],
)
def test_wrong_values_are_refused_by_field(wrong: dict[str, Any], field: str) -> None:
    """What breaks a type is refused, and the error names the field."""
    with pytest.raises(ValidationError) as error:
        Article.model_validate(wrong)
    assert error.value.errors()[0]["loc"][0] == field


@pytest.mark.parametrize("time", ["2025-10-14T16:20:00Z", "2025-10-14T16:20:00.5+02:00", "2025-10-14t16:20:00z"])
def test_rfc_3339_times_are_taken(time: str) -> None:
    """Every form of RFC 3339 is a time."""
    published = Article.model_validate({"text": "x", "published_at": time}).published_at
    assert published is not None
    assert published.tzinfo is not None


def test_given_id_is_kept() -> None:
    """The publisher's own id is the article's id."""
    assert identified(Article(id="a-1", text="x")).id == "a-1"


def test_missing_id_follows_the_url() -> None:
    """Without an id the url decides, whatever the text says."""
    first = identified(Article(url="https://example.org/1", text="first version"))
    second = identified(Article(url="https://example.org/1", text="second version"))
    assert first.id == second.id


def test_missing_id_and_url_follow_title_and_text() -> None:
    """Without id and url, title and text decide, and they are kept apart."""
    assert identified(Article(title="a", text="b")).id == identified(Article(title="a", text="b")).id
    assert identified(Article(title="a", text="bc")).id != identified(Article(title="ab", text="c")).id


def test_ids_are_stable_over_releases() -> None:
    """Ids are part of the contract: subscribers keep them over upgrades."""
    assert identified(Article(url="https://example.org/1", text="x")).id == "aa7ecf4b3f803076e6b09eb8fc7dc3e3"
    assert digest("a", "b") != digest("ab")


def test_statement_ids_tell_statements_apart() -> None:
    """Same place, same speaker: same id; another place, speaker or cue: another id."""
    content = [Span(text="peace", start=3, end=8)]
    moved = [Span(text="peace", start=4, end=9)]
    cue = Span(text="said", start=10, end=14)
    base = statement_id("a", content, "Q1", cue)
    assert base == statement_id("a", content, "Q1", cue)
    others = {
        statement_id("b", content, "Q1", cue),
        statement_id("a", moved, "Q1", cue),
        statement_id("a", content, "Q2", cue),
        statement_id("a", content, "Q1", None),
    }
    assert len(others | {base}) == 5


def test_event_ids_differ_by_type() -> None:
    """The events of one article have ids of their own."""
    assert event_id("one", "a", "x") != event_id("two", "a", "x")
