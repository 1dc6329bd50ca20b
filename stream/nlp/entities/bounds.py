"""The bounds of a name at those of its words: nothing parts Bâton-Rouge, PS2 or U.S."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from stream.nlp.document import Document
from stream.nlp.entities.candidates import Candidate
from stream.nlp.entities.lexicon import NOUNS_CAPITALISED

_HYPHENS = "-‐‑"
_REST = re.compile(rf"\w*(?:[{_HYPHENS}]\w+)*")
"""What belongs to the word that a name ends in."""
_HEAD = re.compile(rf"(?:\w+[{_HYPHENS}])*\w*\Z")
"""What belongs to the word that a name begins in."""
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]")
_STOP = re.compile(r"\.(?!\w)")
_WINDOW = 40


def whole(document: Document, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates of a document, which are in text order, with the rest of the words that they begin and end in.

    A part in lower case stays out (pro-Kremlin), as does another name (Moscow-Kyiv). What is known keeps its bounds, and so
    does every name where any noun may follow a hyphen with its capital (Trump-Regierung).
    """
    text, floor = document.text, 0
    widens = document.language not in NOUNS_CAPITALISED
    for index, candidate in enumerate(candidates):
        ceiling = candidates[index + 1].start if index + 1 < len(candidates) else len(text)
        made = candidate
        if widens and candidate.form == "name" and not candidate.entries:
            start, end = _start(text, candidate.start, floor), _end(text, candidate.end, ceiling)
            made = replace(candidate, start=start, end=end, text=text[start:end])
        if _INITIALS.fullmatch(made.text) and _STOP.match(text, made.end):
            made = replace(made, end=made.end + 1, text=f"{made.text}.")
        yield made
        floor = made.end


def _end(text: str, end: int, ceiling: int) -> int:
    found = _REST.match(text, end)
    rest = found[0] if found else ""
    if end + len(rest) > ceiling or not all(map(_of_word, text[end - 1] + rest)):
        return end
    inside, *parts = re.split(rf"[{_HYPHENS}]", rest)
    return end + len(rest) if parts and _named(parts[-1]) else end + len(inside)


def _start(text: str, start: int, floor: int) -> int:
    found = _HEAD.search(text, max(floor, start - _WINDOW), start)
    head = found[0] if found else ""
    return start - len(head) if head[:1].isupper() and head[-1] in _HYPHENS else start


def _of_word(character: str) -> bool:
    """Whether it can only be inside a word: scripts without capitals may write names without a space after them."""
    return character.isdigit() or character.lower() != character.upper() or character in _HYPHENS


def _named(part: str) -> bool:
    return part[:1].isupper() or part[:1].isdigit()
