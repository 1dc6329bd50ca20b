"""Dead letters, there and back."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from schemas import DEAD_LETTERS, DeadLetter
from stream.errors import EnrichmentError, InvalidJSONError, InvalidRecordError, MessageTooLargeError
from stream.kafka.codec import decode_event, encode
from stream.kafka.dead_letters import CODES, Failure, dead_letter, history_of, replay_headers, truncated
from stream.kafka.records import EPOCH, Record, headers_of, time_of

NOW = datetime(2026, 3, 1, tzinfo=UTC)
FAILURE = Failure.of("decode", InvalidJSONError("broken \x1b"))


def record(**changes: object) -> Record:
    """A record that is no article."""
    fields = {
        "value": b"\xff\x00",
        "key": b"\xfe",
        "headers": [("a", b"\xff"), ("a", b"")],
        "topic": "articles",
        "partition": 1,
        "offset": 7,
        "timestamp": NOW,
    }
    return Record(**{**fields, **changes})


def test_the_codes_are_those_of_the_errors_that_make_a_dead_letter() -> None:
    """Every fault of a record, every failure of the models, and what the broker finds too large has its code."""
    errors = {
        *InvalidRecordError.__subclasses__(),
        EnrichmentError,
        *EnrichmentError.__subclasses__(),
        MessageTooLargeError,
    }
    assert sorted(CODES) == sorted(error.code for error in errors)


def test_a_dead_letter_holds_the_record_whole() -> None:
    """Value, key and headers survive byte for byte, also what is not UTF-8."""
    letter = decode_event(DEAD_LETTERS, encode(dead_letter(record(), FAILURE, NOW)))
    assert isinstance(letter, DeadLetter)
    assert (letter.value, letter.key, letter.size) == (b"\xff\x00", b"\xfe", 2)
    assert [(header.key, header.value) for header in letter.headers] == [("a", b"\xff"), ("a", b"")]
    assert (letter.topic, letter.partition, letter.offset) == ("articles", 1, 7)
    assert (letter.stage, letter.error, letter.retriable, letter.attempts) == ("decode", "invalid-json", False, 1)
    assert letter.message == r"broken \x1b"


def test_a_record_without_a_value_is_told_from_an_empty_one() -> None:
    """A tombstone stays a tombstone when it is replayed."""
    assert dead_letter(record(value=None), FAILURE, NOW).value is None
    assert dead_letter(record(value=b""), FAILURE, NOW).value == b""


def replayed(letter: DeadLetter) -> Record:
    """The record as it comes back from a replay."""
    return record(headers=replay_headers(letter), offset=letter.offset + 1)


def test_attempts_are_counted_over_replays() -> None:
    """Each replay carries the count on in a header, once; the original's own headers stay apart from ours."""
    first = dead_letter(record(), FAILURE.after(3), NOW)
    assert first.attempts == 3
    again = dead_letter(replayed(first), FAILURE, NOW)
    assert again.attempts == 4
    assert [(header.key, header.value) for header in again.headers] == [("a", b"\xff"), ("a", b"")]
    assert replay_headers(again)[:3] == [("a", b"\xff"), ("a", b""), ("communique-attempts", b"4")]
    assert [name for name, _ in replay_headers(again)][3:] == ["communique-history"]


def test_how_it_failed_before_is_told() -> None:
    """Of each failure before a replay: where the record stood, what was wrong and when, oldest first."""
    first = dead_letter(record(), FAILURE.after(3), NOW)
    second = dead_letter(replayed(first), replace(FAILURE, stage="enrich", error="process-died"), NOW)
    third = dead_letter(replayed(second), FAILURE, NOW)
    assert first.history == ()
    assert [(each.stage, each.error, each.offset, each.attempts) for each in third.history] == [
        ("decode", "invalid-json", 7, 3),
        ("enrich", "process-died", 8, 4),
    ]
    assert third.history[0].message == r"broken \x1b"
    assert third.history[0].failed_at == NOW
    assert decode_event(DEAD_LETTERS, encode(third)) == third


def test_the_history_is_bounded() -> None:
    """However often it is replayed, the last ten failures are told, each in a short line; the count goes on."""
    letter = dead_letter(record(), replace(FAILURE, message="x" * 500), NOW)
    for _ in range(30):
        letter = dead_letter(replayed(letter), replace(FAILURE, message="x" * 500), NOW)
    assert letter.attempts == 31
    assert [each.attempts for each in letter.history] == list(range(21, 31))
    assert max(len(value) for _, value in replay_headers(letter)) < 5000


def earlier(**changes: object) -> bytes:
    """A history with one failure, as a stranger may write it."""
    fields = {"topic": "articles", "partition": 0, "offset": 1, "stage": "decode", "error": "invalid-json"}
    times = {"message": "x", "attempts": 1, "failed_at": "2026-03-01T00:00:00Z"}
    return json.dumps([fields | times | changes]).encode()


@pytest.mark.parametrize(
    "forged",
    [
        b"",
        b"\xff",
        b"{}",
        b"[" * 20_000,
        b'["x"]',
        earlier(attempts=0),
        earlier(offset=10**30),
        earlier(failed_at="yesterday"),
        earlier(message="\ud800"),
        earlier(message="x" * 40_000),
    ],
    ids=range(10),
)
def test_a_history_that_is_none_is_left_out(forged: bytes) -> None:
    """Whoever writes articles may write the header, too: what is malformed or too long counts for nothing."""
    assert history_of([("communique-history", forged)]) == ()


def test_a_forged_history_steers_nothing() -> None:
    """Its texts are escaped and cut, as all that a stranger wrote, and the letter can be read."""
    forged = earlier(topic="a\x1b[2J", stage="\u202e", error="e\n", message="\x9b" + "y" * 5000)
    letter = dead_letter(record(headers=[("communique-history", forged)]), FAILURE, NOW)
    (failure,) = letter.history
    for text in (failure.topic, failure.stage, failure.error, failure.message):
        assert text.isprintable()
        assert len(text) <= 201
    assert decode_event(DEAD_LETTERS, encode(letter)) == letter


def test_a_truncated_letter_still_says_where_the_original_is() -> None:
    """It loses the value alone, while key and headers are small."""
    letter = truncated(dead_letter(record(), FAILURE, NOW))
    assert (letter.truncated, letter.value, letter.key, letter.size) == (True, None, b"\xfe", 2)
    assert len(letter.headers) == 2
    assert (letter.topic, letter.partition, letter.offset) == ("articles", 1, 7)


def test_a_truncated_letter_is_small_whatever_the_record() -> None:
    """Key and headers may be what was too large."""
    huge = record(key=b"k" * 1_000_000, headers=[("h" * 1000, b"v")] * 1000)
    assert len(encode(truncated(dead_letter(huge, FAILURE, NOW)))) < 1000


def test_headers_and_times_of_any_client_are_taken() -> None:
    """Null header values and absurd timestamps do not stop the worker."""
    assert headers_of([("a", None), ("b", b"1")]) == [("a", b""), ("b", b"1")]
    assert headers_of(None) == []
    assert time_of(1_700_000_000.123).isoformat() == "2023-11-14T22:13:20.123000+00:00"
    for absurd in (None, -0.001, -1e18, 1e18, float("inf")):
        assert time_of(absurd) == EPOCH
