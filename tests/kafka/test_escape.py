"""Text of an article made safe to show."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stream.kafka.escape import HarmlessFormatter, escape


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


@given(st.text(st.characters(), max_size=300))
def test_a_log_line_is_one_whatever_it_holds(text: str) -> None:
    """With a traceback, whose lines are indented: a line that begins at the margin is one of ours."""
    error = ValueError(text)
    record = logging.LogRecord("some.library", logging.WARNING, "x.py", 1, "%s", (text,), (ValueError, error, None))
    first, *rest = HarmlessFormatter("%(name)s: %(message)s").format(record).split("\n")
    assert first == f"some.library: {escape(text, 2000)}"
    assert all(line.startswith("    ") for line in rest)
    assert all(line.isprintable() for line in (first, *rest))
    "".join(rest).encode("utf-8")


def test_a_log_line_is_bounded() -> None:
    """So that an article cannot fill the disk, be it by the message or by the traceback."""
    error = ValueError("y" * 1_000_000)
    record = logging.LogRecord("x", logging.ERROR, "x.py", 1, "x" * 1_000_000, None, (ValueError, error, None))
    shown = HarmlessFormatter("%(message)s").format(record)
    assert len(shown) < 12_000
    assert shown.startswith("xxx")
