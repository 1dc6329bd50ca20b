"""What tells who speaks beside a verb that what was said follows, and where the next clause begins.

One class a place of the speaker: :mod:`verb_first` (Arabic), :mod:`clause_head` (Persian), :mod:`unspaced` (Chinese).
"""

from typing import Protocol

from stream.nlp.document import Sentence
from stream.nlp.statements.model import Cue, Source
from stream.nlp.statements.scene import Scene

COMMAS = frozenset(",،，、")
BOUNDARIES = frozenset(',;:.!?…«»“”„"()—–―，。！？；：「」『』،؛؟\n')


class Neighbours(Protocol):
    """Looks for the speakers of one scene's reporting verbs."""

    def source(self, cue: Cue, floor: int, sentence: Sentence) -> Source | None:
        """The source that stands at a verb, not before the token ``floor``; None where the sentence leaves it out."""

    def joint(self, cue: Cue, sentence: Sentence) -> int | None:
        """Where a clause begins that goes on with the same or another speaker: at its comma or conjunction."""

    def governs(self, cue: Cue, last: Cue | None, sentence: Sentence) -> bool:
        """Whether a verb is its clause's own, and not in what describes the speaker (a source who asked not to be named)."""


class SpacedNeighbours:
    """What the languages that part their words by spaces have in common."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.tokens = scene.document.tokens
        self.words = scene.lexicon

    def joint(self, cue: Cue, sentence: Sentence) -> int | None:
        """See :class:`Neighbours`."""
        index = cue.token
        if cue.start > self.tokens[index].start:
            return self.before_mark(index, sentence)
        while index > sentence.first and self.is_light(self.tokens[index - 1].text):
            index -= 1
        if index > sentence.first and self.tokens[index - 1].text in COMMAS:
            return self.tokens[index - 1].start
        return self.tokens[index].start if self.tokens[index].text in self.words.conjunctions else None

    def before_mark(self, index: int, sentence: Sentence) -> int:
        """The start of a token, or of the comma in front of it."""
        before = index > sentence.first and self.tokens[index - 1].text in COMMAS
        return self.tokens[index - 1].start if before else self.tokens[index].start

    def is_light(self, word: str) -> bool:
        """Whether a word only goes with a verb: an adverb, a negation, a conjunction."""
        words = self.words
        return word in words.auxiliaries or word in words.negations or word in words.conjunctions

    def clause_start(self, index: int, sentence: Sentence, reach: int) -> int:
        """The first token of the clause in front of a token."""
        low = index
        while low > sentence.first and index - low < reach:
            word = self.tokens[low - 1].text
            if word in BOUNDARIES or word in self.words.complementizers:
                break
            low -= 1
        return low
