"""Text of strangers made safe for a terminal, and still readable."""

import json

from stream.kafka.escape import escape

_JOINERS = "\u200c\u200d"
_MARKS = "\u200e\u200f"
_KEPT = frozenset(_JOINERS + _MARKS)
"""Invisible, but part of how Persian, Arabic, Hebrew and Indian languages are spelt; they steer no more than a letter."""


def visible(text: str) -> str:
    """The text in one line: blanks of any kind as spaces, and what could steer a terminal as its code.

    That is control characters (ANSI escapes begin with one), bidirectional embeddings, overrides and isolates, and
    characters that show nothing at all (Unicode TR36, Security Considerations, section 2).
    """
    return "".join(_shown(character) for character in " ".join(text.split()))


def _shown(character: str) -> str:
    return character if character.isprintable() or character in _KEPT else escape(character)


def visible_json(line: str) -> str:
    r"""JSON that says the same, with such characters as ``\uNNNN``: in JSON they stand inside strings alone."""
    if line.isprintable():
        return line
    return "".join(
        character if character.isprintable() or character in _KEPT else json.dumps(character)[1:-1]
        for character in line
    )
