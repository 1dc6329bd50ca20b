"""Text of strangers made safe for a terminal, and still readable."""

import json
import unicodedata
from typing import Final

from stream.kafka.escape import code, escape

_JOINERS = "\u200c\u200d"
_MARKS = "\u200e\u200f"
_KEPT = frozenset(_JOINERS + _MARKS)
"""Invisible, but part of how Persian, Arabic, Hebrew and Indian languages are spelt; they steer no more than a letter."""


LONGEST: Final = 2_000
"""Characters of one text that are shown, at most."""
_MARKS_IN_A_ROW: Final = 8
"""More combining marks than that no language puts on one letter; they would draw over the lines around them."""


def visible(text: str, limit: int = LONGEST) -> str:
    """The text in one line: blanks of any kind as spaces, and what could steer a terminal as its code.

    That is control characters (ANSI escapes begin with one), bidirectional embeddings, overrides and isolates, and
    characters that show nothing at all (Unicode TR36, Security Considerations, section 2). What is longer than
    ``limit`` is cut, as are long runs of combining marks, with an ellipsis.
    """
    line = _thinned(" ".join(text[: 2 * LONGEST].split()))
    shown = "".join(_shown(character) for character in line[:limit])
    return shown + "…" if len(line) > limit or len(text) > 2 * LONGEST else shown


def exact(text: str) -> str:
    """The text in one line, whole: blanks as they are, and what could steer a terminal, or draw over its lines, as its code."""
    shown, run = [], 0
    for character in text:
        run = _in_a_row(character, run)
        harmless = run <= _MARKS_IN_A_ROW and (character.isprintable() or character in _KEPT)
        shown.append(character if harmless else code(character))
    return "".join(shown)


def _in_a_row(character: str, run: int) -> int:
    """How many combining marks stand in a row with this character, after so many before it."""
    return run + 1 if unicodedata.category(character) in ("Mn", "Me") else 0


def _thinned(text: str) -> str:
    kept, run = [], 0
    for character in text:
        run = _in_a_row(character, run)
        if run <= _MARKS_IN_A_ROW:
            kept.append(character)
        elif run == _MARKS_IN_A_ROW + 1:
            kept.append("…")
    return "".join(kept)


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
