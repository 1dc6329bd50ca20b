"""Speech behind its verb where no capitals show names (قال X إن …, X گفت که …, X表示，…).

Arabic puts the speaker behind the verb, Persian and Chinese in front of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from stream.nlp.document import Sentence
from stream.nlp.statements import forms
from stream.nlp.statements.clause_head import ClauseHead
from stream.nlp.statements.extent import EDGE_MARKS
from stream.nlp.statements.model import Cue, Report
from stream.nlp.statements.neighbours import Neighbours
from stream.nlp.statements.scene import Scene
from stream.nlp.statements.unspaced import Unspaced
from stream.nlp.statements.verb_first import VerbFirst

_COMMAS = frozenset(",،，、")
_COLONS = frozenset(":：")
_STRONG = frozenset(";.!?…。！？；؟؛\n")
_MARKS = EDGE_MARKS + " \u3000،؛。，、：；"
_COMPLEMENTIZER_REACH = 26
_NEAR = 3
_MIN_LENGTH = 4
"""Least length of reported speech without a word that opens it, in code points."""


class ClauseAfter:
    """Finds the reports of one scene whose language puts reported speech behind the verb."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.tokens = scene.document.tokens
        self.words = scene.lexicon
        self.neighbours = _neighbours(scene)
        self.cues = self._sourced(list(forms.cues(scene)))
        self.places = {cue.token: cue for cue in self.cues}

    def _sourced(self, cues: Sequence[Cue]) -> list[Cue]:
        """The cues with their sources; one that goes on after another in its sentence takes over that one's."""
        result: list[Cue] = []
        for cue in cues:
            sentence = self.scene.sentence_of(cue.token)
            last = result[-1] if result and result[-1].token >= sentence.first else None
            if not self.neighbours.governs(cue, last, sentence):
                continue
            floor = max(last.last, last.token) + 1 if last is not None else sentence.first
            source = self.neighbours.source(cue, floor, sentence)
            if source is None and last is not None and self.neighbours.joint(cue, sentence) is not None:
                source = last.source
            result.append(replace(cue, source=source))
        return result

    def reports(self) -> Iterator[Report]:
        """One report for each reporting verb that has something to report."""
        for index, cue in enumerate(self.cues):
            following = self.cues[index + 1] if index + 1 < len(self.cues) else None
            sentence = self.scene.sentence_of(cue.token)
            found = (
                self._opened(cue, sentence, following)
                or self._after_mark(cue, sentence, following)
                or self._bare(cue, sentence, following)
            )
            if found is not None:
                yield found

    # -- the constructions

    def _opened(self, cue: Cue, sentence: Sentence, following: Cue | None) -> Report | None:
        """A clause behind a word that opens it (أن, که)."""
        index = self._complementizer(cue, sentence)
        if index is None:
            return None
        return self._make(cue, self.tokens[index].end, self._end(sentence, following, index), "clause")

    def _complementizer(self, cue: Cue, sentence: Sentence) -> int | None:
        low = self._behind(cue)
        for index in range(low, min(low + _COMPLEMENTIZER_REACH, sentence.last)):
            token = self.tokens[index]
            if token.text in self.words.complementizers:
                return index if index - low <= _NEAR or self._is_source_between(cue, low, index) else None
            if token.text in _STRONG or token.text in _COLONS or self.scene.quotation_at(token.start) is not None:
                return None
            if index in self.places:
                return None
        return None

    def _is_source_between(self, cue: Cue, low: int, index: int) -> bool:
        """Whether a verb's own subject stands between it and the word that opens what was said."""
        return cue.source is not None and self.tokens[low].start <= cue.source.start < self.tokens[index].start

    def _after_mark(self, cue: Cue, sentence: Sentence, following: Cue | None) -> Report | None:
        """A clause behind a comma or colon (表示，…; گفت: …)."""
        index = self._behind(cue)
        if cue.source is not None and cue.source.start >= cue.end:
            index = max(index, self.scene.token_at(cue.source.end))
        while index < sentence.last and self._is_adverb(self.tokens[index].text):
            index += 1
        if index >= sentence.last or self.tokens[index].text not in _COMMAS | _COLONS:
            return None
        if self.tokens[index].text in _COMMAS and self.words.spaced and cue.source is None:
            return None
        start = self.tokens[index].end
        return self._make(cue, start, self._end(sentence, following, index), "bare clause")

    def _is_adverb(self, word: str) -> bool:
        return word in self.words.auxiliaries

    def _bare(self, cue: Cue, sentence: Sentence, following: Cue | None) -> Report | None:
        """What stands right behind the verb and its source: 宣布停火; أعلنت الوزارة إغلاق المعبر."""
        if (
            cue.source is None
            or not (self.words.bare or cue.nominal)
            or not self._may_be_bare(cue, sentence, following)
        ):
            return None
        start = cue.end if cue.source.start < cue.start else max(cue.end, cue.source.end)
        stop = self._end(sentence, following, self._behind(cue))
        if cue.nominal and self.words.spaced:
            stop = next((t.start for t in self.scene.tokens_within(start, stop) if t.text in _COMMAS | _STRONG), stop)
        return self._make(cue, start, stop, "noun phrase" if cue.nominal else "unmarked clause")

    def _may_be_bare(self, cue: Cue, sentence: Sentence, following: Cue | None) -> bool:
        index = self._behind(cue)
        if index >= sentence.last:
            return False
        mark = next((t.start for t in self.tokens[index : sentence.last] if t.text in _COMMAS | _STRONG), sentence.end)
        if not self.words.spaced and following is not None and following.start < mark:
            return False
        after = self.scene.text[cue.end : cue.end + 2]
        return not any(after.startswith(word) for word in self.words.unreported)

    # -- their parts

    @staticmethod
    def _behind(cue: Cue) -> int:
        return max(cue.last, cue.token) + 1

    def _end(self, sentence: Sentence, following: Cue | None, index: int) -> int:
        """Where a content ends: with the sentence, at a semicolon, or before a verb that the same source goes on with."""
        stop = sentence.end
        place = self.scene.text.find("؛", self.tokens[index].end, stop)
        place = place if place >= 0 else self.scene.text.find("；", self.tokens[index].end, stop)
        stop = place if place >= 0 else stop
        if following is not None and following.token > index and following.start < stop:
            joint = self.neighbours.joint(following, sentence)
            if joint is not None and joint > self.tokens[index].start:
                return joint
        return stop

    def _make(self, cue: Cue, start: int, end: int, construction: str) -> Report | None:
        start, end = self.scene.trim(start, end, _MARKS)
        if end - start < _MIN_LENGTH or self._is_quotation(start, end):
            return None
        return Report([(start, end)], cue, construction, cue.source, previous=cue.source is None)

    def _is_quotation(self, start: int, end: int) -> bool:
        """Whether a quotation is all that follows: it goes to its verb by its marks."""
        quotation = self.scene.quotation_at(start)
        return quotation is not None and self._empty(quotation.end, end)

    def _empty(self, start: int, end: int) -> bool:
        return not any(character.isalnum() for character in self.scene.text[start:end])


def _neighbours(scene: Scene) -> Neighbours:
    if not scene.lexicon.spaced:
        return Unspaced(scene)
    return VerbFirst(scene) if scene.lexicon.order == "vso" else ClauseHead(scene)
