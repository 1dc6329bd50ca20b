"""Passages of an article in another language than its own: paragraphs and long quotations."""

import re
from collections.abc import Callable, Iterator

from schemas import LanguageSegment
from stream.nlp.language.detectors import eld_best
from stream.nlp.language.script import prevailing, scripts

MIN_LETTERS = 60
"""A shorter passage is left alone: names, titles and foreign words are no passage."""
MIN_WORDS = 8
"""The same, in words, for scripts that part them."""
_SHORTEST = MIN_LETTERS // 3
"""Code points of the shortest passage; Chinese says much in few."""
_DENSE = frozenset({"Hans", "Hant", "Jpan", "Kore", "Thai", "Laoo", "Khmr", "Mymr", "Tibt"})
"""Scripts that part no words, or hold a word in few characters."""
_LOOK = 240
"""Code points of a passage that are looked at first."""
_MOST = 40
"""Passages that are looked at, longest first: what bounds the time for a long text."""
_CONFIDENT = 0.9
_PARAGRAPH = re.compile(r"[^\n]+")
_QUOTATION = re.compile(r"«[^«»\n]{60,2000}»|“[^“”\n]{60,2000}”|„[^„“”\n]{60,2000}[“”]")
_NEAR = (
    frozenset({"hr", "bs", "sr", "sl"}),
    frozenset({"id", "ms"}),
    frozenset({"nb", "nn", "da"}),
    frozenset({"nl", "af"}),
    frozenset({"es", "pt", "gl", "ca"}),
    frozenset({"hi", "mr", "ne"}),
    frozenset({"mk", "bg", "sr"}),
)
"""Languages too near for a single paragraph to be told from its neighbours."""


def segments(
    text: str, main: str, detect: Callable[[str], tuple[dict[str, float], str | None]]
) -> tuple[LanguageSegment, ...]:
    """Passages of a text in another language than its main one, in their order; neighbours of one language are one.

    Args:
        text: the article's text.
        main: code of its language.
        detect: gives a text's languages with their probability, best first, and its script.

    """
    found: list[LanguageSegment] = []
    if "\n" not in text and _QUOTATION.search(text) is None:
        return ()
    for start, end in _longest(_passages(text)):
        told = _other(text[start:end], main, detect)
        if told is None:
            continue
        code, confidence = told
        if found and found[-1].code == code and not text[found[-1].end : start].strip():
            before = found.pop()
            found.append(_segment(text, before.start, end, code, min(confidence, before.confidence)))
        else:
            found.append(_segment(text, start, end, code, confidence))
    return tuple(found)


def _segment(text: str, start: int, end: int, code: str, confidence: float) -> LanguageSegment:
    return LanguageSegment(text=text[start:end], start=start, end=end, code=code, confidence=confidence)


def _passages(text: str) -> Iterator[tuple[int, int]]:
    """Long quotations, and what paragraphs hold beside them."""
    quoted = _QUOTATION.search(text) is not None
    for paragraph in _PARAGRAPH.finditer(text):
        at, end = paragraph.span()
        if end - at < _SHORTEST:
            continue
        for quotation in _QUOTATION.finditer(text, at, end) if quoted else ():
            yield at, quotation.start()
            inner = quotation.group()[1:-1]
            yield (
                quotation.start() + 1 + len(inner) - len(inner.lstrip()),
                quotation.end() - 1 - len(inner) + len(inner.rstrip()),
            )
            at = quotation.end()
        yield at, end


def _longest(passages: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest passages, in the order of the text."""
    long = [span for span in passages if span[1] - span[0] >= _SHORTEST]
    if len(long) <= _MOST:
        return long
    return sorted(sorted(long, key=lambda span: (span[0] - span[1], span[0]))[:_MOST])


def _other(
    passage: str, main: str, detect: Callable[[str], tuple[dict[str, float], str | None]]
) -> tuple[str, float] | None:
    """The other language of a passage, if it is surely in one: n-grams part what is worth a closer look."""
    best, reliable = eld_best(passage[:_LOOK])
    if not reliable or best is None or best == main or _near(best, main):
        return None
    counts = scripts(passage[:_LOOK])
    dense = prevailing(passage, counts) in _DENSE
    letters = sum(counts.values())
    if letters < (_SHORTEST if dense else MIN_LETTERS) or (not dense and len(passage.split()) < MIN_WORDS):
        return None
    scores, _ = detect(passage)
    code = next(iter(scores), main)
    if code == main or scores[code] < _CONFIDENT or _near(code, main):
        return None
    return code, round(scores[code], 4)


def _near(one: str, other: str) -> bool:
    return any({one, other} <= group for group in _NEAR)
