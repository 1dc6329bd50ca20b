"""The bounds of a name at those of its words: nothing parts Bâton-Rouge, PS2 or U.S."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from schemas import EntityType
from stream.nlp.entities.candidates import Candidate

_HYPHENS = "-‐‑"
_REST = re.compile(rf"\w*(?:[{_HYPHENS}]\w+)*")
"""What belongs to the word that a name ends in."""
_HEAD = re.compile(rf"(?:\w+[{_HYPHENS}])*\w*\Z")
"""What belongs to the word that a name begins in."""
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]")
_STOP = re.compile(r"\.(?!\w)")
_WINDOW = 40


def whole(text: str, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates of a text, which are in text order, with the rest of the words that they begin and end in.

    A part in lower case stays out (Iran-backed, pro-Kremlin), as does another name (Moscow-Kyiv).
    """
    floor = 0
    for index, candidate in enumerate(candidates):
        ceiling = candidates[index + 1].start if index + 1 < len(candidates) else len(text)
        start, end = candidate.start, candidate.end
        if candidate.form == "name":
            start, end = _start(text, start, floor), _end(text, end, ceiling)
        if (start, end) == (candidate.start, candidate.end):
            made = candidate
        else:
            made = replace(candidate, start=start, end=end, text=text[start:end], entries=(), type=_type(candidate))
        if _INITIALS.fullmatch(made.text) and _STOP.match(text, end):
            made = replace(made, end=end + 1, text=text[start : end + 1])
        yield made
        floor = made.end


def _type(candidate: Candidate) -> EntityType:
    return "place" if candidate.type == "country" else candidate.type


def _end(text: str, end: int, ceiling: int) -> int:
    found = _REST.match(text, end)
    rest = found[0] if found else ""
    parts = re.split(rf"[{_HYPHENS}]", rest)
    if not rest or end + len(rest) > ceiling or not (parts[0] or _named(parts[-1])):
        return end
    if not _named(parts[-1]):
        return end + len(parts[0]) if parts[0] and parts[0].isalnum() else end
    return end + len(rest)


def _start(text: str, start: int, floor: int) -> int:
    found = _HEAD.search(text, max(floor, start - _WINDOW), start)
    head = found[0] if found else ""
    return start - len(head) if head[:1].isupper() and head[-1] in _HYPHENS else start


def _named(part: str) -> bool:
    return part[:1].isupper() or part[:1].isdigit()
