"""What was said before its cue, and a word takes up: "Об этом заявил X", "Poinformował o tym X", "…, про що повідомив X"."""

from collections.abc import Iterator, Sequence

from stream.nlp.statements.extent import EDGE_MARKS
from stream.nlp.statements.model import Cue, Range, Report
from stream.nlp.statements.scene import Scene

_LEAD = 3
"""How many words into a sentence a verb may stand in front of its anaphor."""
_MIN_WORDS = 3


def anaphors(scene: Scene, cues: Sequence[Cue]) -> Iterator[Report]:
    """The reports of clauses and sentences that an anaphor beside a reporting verb takes up."""
    if not scene.lexicon.anaphors:
        return
    for cue in cues:
        content = _taken_up(scene, cue) if cue.kind == "verb" and cue.source is not None else None
        if content is not None:
            yield Report([content], cue, "anaphor", cue.source)


def _taken_up(scene: Scene, cue: Cue) -> Range | None:
    sentence = scene.sentence_of(cue.token)
    lead = _words(scene, sentence.first, cue.token)
    first = cue.token - sentence.first <= _LEAD
    behind = _words(scene, cue.token + 1, sentence.last) if first else ""
    for phrase in scene.lexicon.anaphors:
        several = " " in phrase
        asks = scene.document.tokens[sentence.last - 1].text == "?"
        if not asks and (
            lead == phrase or (several and (lead.startswith(f"{phrase} ") or behind.startswith(f"{phrase} ")))
        ):
            return _previous(scene, sentence.index)
        if several and lead.endswith(f", {phrase}"):
            comma = cue.token - len(phrase.split()) - 1
            if comma - sentence.first < _MIN_WORDS:
                return None
            return scene.trim(sentence.start, scene.document.tokens[comma].start, EDGE_MARKS)
    return None


def _words(scene: Scene, low: int, high: int) -> str:
    return " ".join(token.text.lower() for token in scene.document.tokens[low:high])


def _previous(scene: Scene, index: int) -> Range | None:
    if index == 0:
        return None
    previous = scene.document.sentences[index - 1]
    start, end = scene.trim(previous.start, previous.end, EDGE_MARKS)
    return (start, end) if start < end else None
