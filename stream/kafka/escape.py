"""Text of an article made safe to show: in an error message, a log line, a terminal."""

import logging

MESSAGE_LIMIT = 500
"""Longest error message, in characters."""


def escape(text: str, limit: int = MESSAGE_LIMIT) -> str:
    r"""The text in one line of printable characters, at most ``limit`` of them and an ellipsis.

    Whatever :meth:`str.isprintable` rejects (control and format characters, bidirectional overrides, line separators,
    lone surrogates) is written as ``\xNN``, ``\uNNNN`` or ``\UNNNNNNNN``, so that it can neither break a line nor
    steer a terminal.
    """
    shown = "".join(character if character.isprintable() else code(character) for character in text[:limit])
    return shown if len(text) <= limit and len(shown) <= limit else shown[:limit] + "…"


def code(character: str) -> str:
    r"""A character as ``\xNN``, ``\uNNNN`` or ``\UNNNNNNNN``, or shorter where Python has a name for it (``\n``)."""
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")


class HarmlessFormatter(logging.Formatter):
    """A formatter whose messages are one printable line, and whose tracebacks are printable and bounded, too."""

    LONGEST_LINE = 2_000
    LONGEST_TRACE = 8_000

    def format(self, record: logging.LogRecord) -> str:
        """As the format asks; the lines of a traceback follow, indented."""
        message, _, trace = super().format(record).partition("\n")
        lines = trace[-self.LONGEST_TRACE :].splitlines()
        return "\n    ".join([message, *(escape(line, self.LONGEST_LINE) for line in lines)])

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's name
        """The line of the message itself, in which nothing is left that could break it."""
        return escape(super().formatMessage(record), self.LONGEST_LINE)
