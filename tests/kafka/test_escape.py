"""Text of an article made safe to show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stream.kafka.escape import escape


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Путин said “no”", "Путин said “no”"),
        ("a\nb\tc", r"a\nb\tc"),
        ("\x1b[31mred", r"\x1b[31mred"),
        ("\u202eevil", r"\u202eevil"),
        ("\ud800", r"\ud800"),
        ("\u2028", r"\u2028"),
        ("\U000e0041", r"\U000e0041"),
    ],
)
def test_only_what_could_do_harm_is_escaped(text: str, shown: str) -> None:
    """Letters of every script stay; control and format characters become visible."""
    assert escape(text) == shown


@given(st.text(st.characters(), max_size=200), st.integers(1, 50))
def test_any_text_becomes_one_bounded_printable_line(text: str, limit: int) -> None:
    """Nothing that is shown can break a line, steer a terminal, or be longer than it may."""
    shown = escape(text, limit)
    assert shown.isprintable()
    assert len(shown) <= limit + 1
    shown.encode("utf-8")
