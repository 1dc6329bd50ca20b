"""What was said before its cue, and a word takes up: "Об этом заявил X", "Poinformował o tym X", "…, про що повідомив X"."""

from collections.abc import Iterator, Sequence

from stream.nlp.statements.extent import EDGE_MARKS
from stream.nlp.statements.model import Cue, Range, Report
from stream.nlp.statements.scene import Scene

_REACH = 20
"""How many words behind an anaphor at the head of a sentence its verb may stand."""
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
    low, asks = sentence.first, scene.document.tokens[sentence.last - 1].text == "?"
    for phrase in scene.lexicon.anaphors:
        words = phrase.split()
        leads = low + len(words) <= cue.token <= low + _REACH and _stands(scene, words, low)
        whole = len(words) > 1 or low + len(words) == cue.token
        follows = len(words) > 1 and cue.token - low <= _LEAD and _stands(scene, words, cue.token + 1)
        if not asks and ((leads and whole) or follows):
            return _previous(scene, sentence.index)
        comma = cue.token - len(words) - 1
        if (
            comma >= low
            and len(words) > 1
            and scene.document.tokens[comma].text == ","
            and _stands(scene, words, comma + 1)
        ):
            before = scene.trim(sentence.start, scene.document.tokens[comma].start, EDGE_MARKS)
            return before if comma - low >= _MIN_WORDS else None
    return None


def _stands(scene: Scene, words: Sequence[str], index: int) -> bool:
    """Whether some words stand at a token."""
    tokens = scene.document.tokens[index : index + len(words)]
    return [token.text.lower() for token in tokens] == list(words)


def _previous(scene: Scene, index: int) -> Range | None:
    if index == 0:
        return None
    previous = scene.document.sentences[index - 1]
    start, end = scene.trim(previous.start, previous.end, EDGE_MARKS)
    return (start, end) if start < end else None
