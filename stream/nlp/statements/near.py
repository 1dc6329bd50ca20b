"""Quotations in a language without words of its own here: a name beside the marks is taken for the speaker."""

from collections.abc import Iterator

from stream.nlp.statements.model import Quotation, Report, Source
from stream.nlp.statements.scene import Named, Scene

_SPEAKERS = ("person", "organization")
_MIN_WORDS = 3
_MIN_LETTERS = 9
"""Least letters of a statement in a script without spaces."""
_MAX_BESIDE = 160
"""How far from its marks the speaker of a quotation may stand, in code points."""
_COLONS = ":："


def near(scene: Scene) -> Iterator[Report]:
    """A report for each quotation of a sentence's length that has a name beside it in its sentence."""
    for index, quotation in enumerate(scene.quotations):
        if not _is_statement(scene, quotation):
            continue
        before = scene.quotations[index - 1].end if index else 0
        after = scene.quotations[index + 1].start if index + 1 < len(scene.quotations) else len(scene.text)
        named = _speaker(scene, quotation, before, after)
        if named is not None:
            source = Source(named.start, named.end)
            yield Report([(quotation.start, quotation.end)], None, "near", source)


def _is_statement(scene: Scene, quotation: Quotation) -> bool:
    text = scene.text[slice(*quotation.inner)]
    return len(text.split()) >= _MIN_WORDS or (" " not in text and len(text) >= _MIN_LETTERS)


def _speaker(scene: Scene, quotation: Quotation, before: int, after: int) -> Named | None:
    """The nearest name: before a colon, else behind the quotation, else in front of it."""
    low, high = _edges(scene, quotation, before, after)
    leading = _names(scene, low, quotation.start)
    following = _names(scene, quotation.end, high)
    if scene.text[low : quotation.start].rstrip().endswith(tuple(_COLONS)):
        return leading[-1] if leading else None
    if following and not _opens(scene, quotation, high):
        return following[0]
    return leading[-1] if leading else None


def _edges(scene: Scene, quotation: Quotation, before: int, after: int) -> tuple[int, int]:
    """The sentence around a quotation, up to the quotations beside it."""
    first, last = scene.sentence_at(quotation.start), scene.sentence_at(min(quotation.end, len(scene.text) - 1))
    low = max(before, first.start if first is not None else 0, quotation.start - _MAX_BESIDE)
    stop = last.end if last is not None else quotation.end
    line = scene.text.find("\n", quotation.end, quotation.end + _MAX_BESIDE)
    high = min(after, max(stop, quotation.end), quotation.end + _MAX_BESIDE, line if line >= 0 else len(scene.text))
    return min(low, quotation.start), max(high, quotation.end)


def _opens(scene: Scene, quotation: Quotation, high: int) -> bool:
    """Whether a new sentence begins behind the quotation."""
    rest = scene.text[quotation.end : high].lstrip()
    return rest[:1] in ".!?。！？।" or (rest[:1].isupper() and scene.text[quotation.inner[1] - 1] in ".!?…")


def _names(scene: Scene, start: int, end: int) -> list[Named]:
    """The persons in a range, else the bodies."""
    found = [one for one in scene.mentions_within(start, end) if one.entity.type in _SPEAKERS and one.form == "name"]
    return [one for one in found if one.entity.type == "person"] or found
