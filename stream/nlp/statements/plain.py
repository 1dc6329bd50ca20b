"""Reporting words and quotations of a text without a parse.

Where the language has words of its own, a cue is one of their forms and its source the nearest mention of somebody who
can speak, on the side where the language's word order puts the subject. Where it has none, a quotation belongs to the
nearest such mention in its sentence, with little confidence.
"""

from collections.abc import Iterator, Sequence

from stream.nlp.statements.model import Cue, Quotation, Report, Source
from stream.nlp.statements.scene import Named, Scene

_SPEAKS = frozenset({"person", "organization", "group"})
_MAX_WORDS = 4
"""Longest reporting expression, in words."""
_MIN_QUOTED_WORDS = 4
_MIN_QUOTED_CHARACTERS = 8
"""Least length of a statement in a script without spaces."""
_REACH = 160
"""How far from a cue or quotation its source may stand, in code points."""


def cues(scene: Scene) -> Iterator[Cue]:
    """The reporting words outside quotations, in text order, with their source."""
    words = scene.lexicon
    forms = dict.fromkeys(words.cues, "") | dict(words.forms)
    tokens = scene.document.tokens
    for token in tokens:
        if scene.quotation_at(token.start) is not None:
            continue
        for length in range(_MAX_WORDS, 0, -1):
            last = tokens[min(token.index + length, len(tokens)) - 1]
            form = " ".join(part.text.lower() for part in tokens[token.index : token.index + length])
            if form in forms and (lemma := forms[form] or form) in words.cues:
                source = _source(scene, token.start, last.end)
                yield Cue(token.start, last.end, lemma, words.cues[lemma], "verb", token.index, source=source)
                break


def beside(scene: Scene, quotations: Sequence[Quotation]) -> Iterator[Report]:
    """The quotations that nothing reports but beside which somebody is named."""
    for quotation in quotations:
        if not _is_long(scene, quotation):
            continue
        source = _source(scene, quotation.start, quotation.end)
        if source is not None:
            yield Report(list(quotation.parts), None, "near", source, quotations=[quotation])


def _is_long(scene: Scene, quotation: Quotation) -> bool:
    text = scene.text[slice(*quotation.inner)]
    if " " in text:
        return len(text.split()) >= _MIN_QUOTED_WORDS
    return len(text) >= _MIN_QUOTED_CHARACTERS and not text.isascii()


def _source(scene: Scene, start: int, end: int) -> Source | None:
    """The nearest mention, in the sentences that a stretch touches, of somebody who can speak."""
    first, last = scene.sentence_at(start), scene.sentence_at(max(start, end - 1))
    if first is None or last is None:
        return None
    low, high = max(first.start, start - _REACH), min(max(last.end, end), end + _REACH)
    candidates = [
        named
        for named in scene.mentions_within(low, high)
        if _can_speak(scene, named) and (named.end <= start or named.start >= end)
    ]
    nearest = min(candidates, key=lambda named: _distance(scene, named, start, end), default=None)
    return None if nearest is None else Source(nearest.start, nearest.end)


def _can_speak(scene: Scene, named: Named) -> bool:
    quoted = scene.quotation_at(named.start) is not None
    return named.entity.type in _SPEAKS and named.form in ("name", "nominal") and not quoted


def _distance(scene: Scene, named: Named, start: int, end: int) -> tuple[int, int]:
    """Code points between a mention and a stretch; people before organisations at the same place."""
    gap = start - named.end if named.end <= start else named.start - end
    crosses = any(scene.quotations_within(min(named.end, end), max(named.start, start)))
    return (gap + (_REACH if crosses else 0), int(named.entity.type != "person"))
