"""From the readings of a text's chunks to one document whose offsets are those of the text."""

from collections.abc import Iterable, Iterator

from schemas import FieldName
from stream.nlp.document import Document, NamedSpan, Sentence
from stream.nlp.parse.reading import Chunk, Reading


def assemble(
    text: str, field: FieldName, language: str, parts: Iterable[tuple[Chunk, Reading]], *, parsed: bool
) -> Document:
    """The document of a text, from its chunks in order and what was read in each."""
    document = Document(text, field, language, tokens=[], sentences=[], names=[], parsed=parsed)
    for chunk, reading in parts:
        _append(document, chunk, reading)
    if parsed:
        _hang_children(document)
    return document


def _append(document: Document, chunk: Chunk, reading: Reading) -> None:
    base = len(document.tokens)
    for token in reading.tokens:
        token.index += base
        token.start += chunk.start
        token.end += chunk.start
        if token.head >= 0:
            token.head += base
    document.tokens.extend(reading.tokens)
    for first, last in _whole(reading):
        start, end = document.tokens[base + first].start, document.tokens[base + last - 1].end
        document.sentences.append(
            Sentence(len(document.sentences), base + first, base + last, start, end, chunk.paragraph)
        )
    document.names.extend(
        NamedSpan(name.start + chunk.start, name.end + chunk.start, name.type) for name in reading.names
    )


def _whole(reading: Reading) -> Iterator[tuple[int, int]]:
    """The sentences of a reading, joined where a parser broke one at a comma or before a small letter."""
    start = 0
    for first, last in reading.sentences:
        start = min(start, first)
        if last < len(reading.tokens) and _goes_on(reading.tokens[last - 1].text, reading.tokens[last].text):
            continue
        yield start, last
        start = last


def _goes_on(before: str, after: str) -> bool:
    return "," in (before, after) or (after[0].islower() and before[-1].isalnum())


def _hang_children(document: Document) -> None:
    children: list[list[int]] = [[] for _ in document.tokens]
    for token in document.tokens:
        if token.head not in (-1, token.index):
            children[token.head].append(token.index)
    document.children = children
