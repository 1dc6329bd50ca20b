"""Where to begin, as a person writes it."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from stream.client.positions import Start, parse_start
from stream.errors import UsageError


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("beginning", "beginning"),
        ("end", "end"),
        ("committed", "committed"),
        ("2026-03-01T08:00:00Z", datetime(2026, 3, 1, 8, tzinfo=UTC)),
        ("2026-03-01T08:00:00.5+02:00", datetime(2026, 3, 1, 8, 0, 0, 500_000, tzinfo=timezone(timedelta(hours=2)))),
        ("2026-03-01", datetime(2026, 3, 1, tzinfo=UTC)),
    ],
)
def test_words_times_and_dates_are_understood(text: str, start: Start) -> None:
    """The three words, RFC 3339 times, and dates, which begin at midnight UTC."""
    assert parse_start(text) == start


@pytest.mark.parametrize("text", ["", "yesterday", "2026-03-01T08:00:00", "2026-13-01", "12"])
def test_anything_else_is_refused(text: str) -> None:
    """A time without an offset could be meant in many ways, and is refused like what is no time."""
    with pytest.raises(UsageError):
        parse_start(text)
