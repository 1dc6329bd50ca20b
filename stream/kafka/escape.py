"""Text of an article made safe to show: in an error message, a log line, a terminal."""

MESSAGE_LIMIT = 500
"""Longest error message, in characters."""


def escape(text: str, limit: int = MESSAGE_LIMIT) -> str:
    r"""The text in one line of printable characters, at most ``limit`` of them and an ellipsis.

    Whatever :meth:`str.isprintable` rejects (control and format characters, bidirectional overrides, line separators,
    lone surrogates) is written as ``\xNN``, ``\uNNNN`` or ``\UNNNNNNNN``, so that it can neither break a line nor
    steer a terminal.
    """
    shown = "".join(character if character.isprintable() else _code(character) for character in text[:limit])
    return shown if len(text) <= limit and len(shown) <= limit else shown[:limit] + "…"


def _code(character: str) -> str:
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")
