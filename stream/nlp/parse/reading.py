"""What a reader (a model's adapter) is given and gives back: stretches of text, and their words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from schemas import ModelVersion
from stream.nlp.document import NamedSpan, Token

MAX_CHUNK = 4_000
"""Code points that a model reads at once: memory of the parsers grows with the length."""

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?…。！？؟۔।]['\"»”’)\]]*\s")
_BLANK = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of one line of a text, never blank, without white space at its ends."""

    text: str
    start: int
    """First code point in the whole text."""
    paragraph: int
    """Number of the line it stands in, blank ones not counted."""


@dataclass(slots=True)
class Reading:
    """The words of one chunk; offsets and indexes count from the chunk's start."""

    tokens: list[Token]
    sentences: list[tuple[int, int]]
    """Ranges of tokens, in order, leaving none out."""
    names: list[NamedSpan] = field(default_factory=list)


class Reader(Protocol):
    """Reads stretches of text in one language."""

    models: tuple[ModelVersion, ...]
    """The models that it uses, for the provenance."""
    parsed: bool
    """Whether it gives lemmas, parts of speech and dependencies."""

    def read(self, texts: Sequence[str]) -> Iterator[Reading]:
        """The words of each text, in order. A text holds no line break."""
        ...


def chunks(text: str) -> Iterator[Chunk]:
    """The lines of a text, over-long ones cut: at a sentence's end, else at white space, else where the length is reached."""
    paragraph = 0
    for line in _LINE.finditer(text):
        start, end = _trimmed(text, *line.span())
        if start == end:
            continue
        while start < end:
            cut = end if end - start <= MAX_CHUNK else _cut(text, start, start + MAX_CHUNK)
            first, last = _trimmed(text, start, cut)
            if first < last:
                yield Chunk(text[first:last], first, paragraph)
            start = cut
        paragraph += 1


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _cut(text: str, start: int, limit: int) -> int:
    for pattern in (_SENTENCE_END, _BLANK):
        ends = [match.end() for match in pattern.finditer(text, start + MAX_CHUNK // 2, limit)]
        if ends:
            return ends[-1]
    return limit
