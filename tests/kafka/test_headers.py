"""CloudEvents headers and the trace context."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from schemas import ENRICHED
from stream.kafka.headers import attempts_of, event_headers, last, sequence, traceparent_of

TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


def test_an_event_has_the_cloudevents_attributes() -> None:
    """Binary mode: each attribute is a header, the time is UTC."""
    time = datetime(2026, 3, 1, 9, 30, 0, 123456, tzinfo=timezone(timedelta(hours=1)))
    assert dict(event_headers(ENRICHED, "id-1", source="/communique", time=time, traceparent=TRACE)) == {
        "ce_specversion": b"1.0",
        "ce_id": b"id-1",
        "ce_type": b"communique.article.enriched.v1",
        "ce_source": b"/communique",
        "ce_time": b"2026-03-01T08:30:00.123Z",
        "content-type": b"application/json",
        "traceparent": TRACE.encode(),
    }


def test_sequences_are_in_order_as_strings() -> None:
    """Those of one partition: what a subscriber compares."""
    places = [9, 10, 99, 100, 2**63 - 1]
    written = [sequence(3, offset) for offset in places]
    assert written == sorted(written)
    time = datetime.now(UTC)
    headers = event_headers(ENRICHED, "1", source="/x", time=time, sequence=sequence(3, 10))
    assert dict(headers)["ce_sequence"] == b"0000000003-0000000000000000010"


def test_without_a_trace_there_is_no_trace_header() -> None:
    """No trace context is invented."""
    names = [name for name, _ in event_headers(ENRICHED, "1", source="/x", time=datetime.now(UTC))]
    assert "traceparent" not in names


def test_a_valid_trace_context_is_carried_on() -> None:
    """The last header of the name counts."""
    assert traceparent_of([("traceparent", b"x"), ("traceparent", TRACE.encode())]) == TRACE


@pytest.mark.parametrize(
    "value",
    [
        b"",
        b"00-00000000000000000000000000000000-b7ad6b7169203331-01",
        b"00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        b"ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        TRACE.upper().encode(),
        TRACE.encode() + b"\n",
        TRACE.encode() + b"\r\nx: y",
        b"\xff" * 55,
    ],
)
def test_a_malformed_trace_context_is_dropped(value: bytes) -> None:
    """What the standard calls invalid starts no trace and reaches no header."""
    assert traceparent_of([("traceparent", value)]) is None


def test_attempts_are_read_from_a_replayed_record() -> None:
    """Nonsense counts as none."""
    assert attempts_of([("communique-attempts", b"3")]) == 3
    for nonsense in (b"", b"-1", b"0", b"x", b"9" * 50, "٣".encode()):
        assert attempts_of([("communique-attempts", nonsense)]) == 0
    assert attempts_of([]) == 0


def test_the_last_header_of_a_name_counts() -> None:
    """As Kafka's own clients have it."""
    assert last([("a", b"1"), ("b", b"2"), ("a", b"3")], "a") == b"3"
    assert last([], "a") is None
