"""Bytes to models: what is wrong is told with its place, in bounded printable text."""

import json
import sys
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import ARTICLES, LANGUAGES, Article, Language, LanguageDetected
from stream.errors import (
    InvalidArticleError,
    InvalidJSONError,
    InvalidRecordError,
    NotAnObjectError,
    RecordTooLargeError,
)
from stream.kafka.codec import decode_article, decode_event, encode
from stream.kafka.escape import MESSAGE_LIMIT
from stream.settings import MAX_NESTING, BrokerSettings

LIMIT = 1024 * 1024


def nested(levels: int) -> bytes:
    """Metadata of so many levels."""
    return b'{"text":"a","metadata":' + b'{"a":' * levels + b"1" + b"}" * levels + b"}"


BAD = [
    (None, InvalidJSONError, "the record has no value"),
    (b"", InvalidJSONError, "not JSON: Input is a zero-length, empty document at line 1, column 1"),
    (b'{"text": "a",}', InvalidJSONError, "line 1, column 13 (character 12)"),
    (b'{"text": "a"', InvalidJSONError, "not JSON: unexpected end of data at line 1, column 13"),
    (b'{"text": "\xff"}', InvalidJSONError, "not UTF-8: byte 0xff at byte 10 (invalid start byte)"),
    (b'{"text": "\xed\xa0\x80"}', InvalidJSONError, "not UTF-8: byte 0xed at byte 10"),
    (b'{"text": "a\x00b"}', InvalidJSONError, "unexpected control character in string"),
    (rb'{"text": "a\ud800"}', InvalidJSONError, "no low surrogate in string at line 1, column 12"),
    (rb'{"text": "a\u0000b"}', InvalidArticleError, "text: contains a NUL character (U+0000) at position 1"),
    (b"[" * 10_000 + b"]" * 10_000, InvalidJSONError, "depth limit exceeded"),
    (b'{"text":"a","x":' + b"[" * 10_000 + b"]" * 10_000 + b"}", InvalidJSONError, "depth limit exceeded"),
    (nested(MAX_NESTING + 1), InvalidArticleError, "metadata: is nested deeper than 100 levels"),
    (b"[]", NotAnObjectError, "an article is a JSON object; this is an array"),
    (b"12", NotAnObjectError, "this is a number"),
    (b"null", NotAnObjectError, "this is null"),
    (b"true", NotAnObjectError, "this is a boolean"),
    (b'"text"', NotAnObjectError, "this is a string"),
    (b"{}", InvalidArticleError, "text: Field required"),
    (b'{"text": " \\n "}', InvalidArticleError, "text: is blank"),
    (b'{"text": 1}', InvalidArticleError, "text: Input should be a valid string"),
    (b'{"text": "a", "source": {"name": []}}', InvalidArticleError, "source.name: Input should be a valid string"),
    (b'{"text": "a", "published_at": "soon"}', InvalidArticleError, "published_at: not an RFC 3339 time"),
    (b'{"text": "' + b"a" * 20_000_000 + b'"}', RecordTooLargeError, "has 20000012 bytes; the limit is 1048576"),
    (b'{"text": "a", "metadata": {"n": NaN}}', InvalidJSONError, "column 33"),
]


@pytest.mark.parametrize(("value", "error", "message"), BAD, ids=lambda value: str(value)[:40])
def test_a_bad_record_is_told_by_field_or_place(
    value: bytes | None, error: type[InvalidRecordError], message: str
) -> None:
    """Each kind of bad input has its own error, whose message names what is wrong and where."""
    with pytest.raises(error) as caught:
        decode_article(value, limit=LIMIT)
    assert type(caught.value) is error
    assert message in caught.value.message


def test_messages_are_bounded_and_printable() -> None:
    """However many faults a record has, and whatever its field names hold, the message stays short and harmless."""
    value = json.dumps({"text": "\u202e\x1b[2J" * 1000, "id": "\x1b" * 600, "url": 1, "title": 2, "language": 3})
    with pytest.raises(InvalidArticleError) as caught:
        decode_article(value.encode(), limit=LIMIT)
    assert "and 1 more" in caught.value.message
    assert len(caught.value.message) <= MESSAGE_LIMIT + 1
    assert caught.value.message.isprintable()


def test_the_id_is_filled_in() -> None:
    """An article without an id gets the same one whenever it is read."""
    first, second = (decode_article(b'{"text":"a","url":"u"}', limit=LIMIT) for _ in range(2))
    assert first.id is not None
    assert first.id == second.id
    assert decode_article(b'{"text":"a","id":"7"}', limit=LIMIT).id == "7"


def test_the_limit_is_inclusive() -> None:
    """A value of just the limit passes."""
    assert decode_article(b'{"text":"a"}', limit=12).text == "a"


def test_the_deepest_metadata_allowed_can_be_written_again() -> None:
    """What decodes also encodes, untouched."""
    (deepest,) = (bound.le for bound in BrokerSettings.model_fields["max_nesting"].metadata if hasattr(bound, "le"))
    article = decode_article(nested(deepest), limit=LIMIT, nesting=deepest)
    assert json.loads(encode(article))["metadata"] == json.loads(nested(deepest))["metadata"]
    with pytest.raises(InvalidArticleError, match=f"deeper than {deepest} levels"):
        decode_article(nested(deepest + 1), limit=LIMIT, nesting=deepest)


@given(
    st.dictionaries(
        st.text(),
        st.recursive(
            st.none()
            | st.booleans()
            | st.integers(-(2**53), 2**53)
            | st.floats(allow_nan=False, allow_infinity=False)
            | st.text(),
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
            max_leaves=20,
        ),
        max_size=4,
    )
)
def test_metadata_passes_through_untouched(metadata: dict[str, object]) -> None:
    """Free fields come out as they went in, whatever they hold."""
    value = json.dumps({"text": "a", "metadata": metadata}).encode()
    assert json.loads(encode(decode_article(value, limit=LIMIT)))["metadata"] == metadata


@given(st.binary(max_size=300) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_an_article_or_an_invalid_record(value: bytes) -> None:
    """No bytes at all make the decoder raise anything else."""
    told = ""
    try:
        decode_article(value, limit=LIMIT)
    except InvalidRecordError as error:
        told = error.message
    assert not told or told.isprintable()


def test_decoding_does_not_recurse() -> None:
    """A low recursion limit does not matter: nothing here recurses into an article."""
    limit = sys.getrecursionlimit()
    value = nested(MAX_NESTING)
    sys.setrecursionlimit(120)
    try:
        decode_article(value, limit=LIMIT)
    finally:
        sys.setrecursionlimit(limit)


def test_events_round_trip() -> None:
    """An event that was encoded decodes to an equal one; equal events have equal bytes."""
    event = LanguageDetected(
        article_id="1",
        published_at=datetime(2026, 3, 1, 8, 30, tzinfo=UTC),
        language=Language(code="fr", confidence=0.5, script="Latn", reliable=True),
    )
    assert decode_event(LANGUAGES, encode(event)) == event
    assert encode(event) == encode(event.model_copy())
    assert isinstance(decode_event(ARTICLES, b'{"text":"a"}'), Article)


def test_a_foreign_event_is_refused() -> None:
    """A value that is not of its topic's model says which model and which field."""
    with pytest.raises(InvalidRecordError, match="not a LanguageDetected: article_id: Field required"):
        decode_event(LANGUAGES, b"{}")
    with pytest.raises(InvalidJSONError):
        decode_event(LANGUAGES, b"{")
