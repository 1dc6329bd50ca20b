"""Reported speech without a parse: clauses by the words that open them, marks, verb moods and word order.

For languages that tell names by capitals and put the verb before what it reports (German, Ukrainian, Polish).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from stream.nlp.document import Sentence
from stream.nlp.statements import forms, subjects
from stream.nlp.statements.aside import aside
from stream.nlp.statements.extent import EDGE_MARKS
from stream.nlp.statements.model import Cue, Report
from stream.nlp.statements.placed import follows_quotation
from stream.nlp.statements.scene import Scene
from stream.nlp.statements.speaker_phrases import speaks

_COMPLEMENTIZER_REACH = 16
_MAX_TAIL = 9
_MIN_WORDS = 3
_MAX_ASIDE = 24
"""How many words in front of a verb the one that a quotation belongs to may stand."""
_MAX_CONTENT = 400
"""How far a verb that goes on with the source's words is looked for, in words."""
_COMMAS = frozenset(",")
_COLONS = frozenset(":")
_STRONG = frozenset(";.!?…")


class Surface:
    """Finds the reports of one scene that has tokens alone."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.tokens = scene.document.tokens
        self.words = scene.lexicon
        self.cues = self._sourced(list(forms.cues(scene)))
        self.places = {cue.token: cue for cue in self.cues}

    def _sourced(self, cues: Sequence[Cue]) -> list[Cue]:
        """The cues with their sources; one that is co-ordinated with the cue before it takes over the source."""
        result: list[Cue] = []
        for cue in cues:
            source = subjects.of_cue(self.scene, cue)
            last = result[-1] if result else None
            if last is not None and self._joined(last, cue):
                source = last.source
            result.append(replace(cue, source=source))
        return result

    def _joined(self, first: Cue, second: Cue) -> bool:
        sentence = self.scene.sentence_of(second.token)
        return sentence.first <= first.token and self._conjunction(second, first.token) is not None

    def _conjunction(self, cue: Cue, floor: int) -> int | None:
        """Index of the word that joins a verb to one before it, where little stands between (and also said)."""
        for index in range(cue.token - 1, max(floor, cue.token - 4), -1):
            word = self.tokens[index].text.lower()
            if word in self.words.conjunctions:
                return index
            if word not in self.words.auxiliaries and word not in self.words.negations:
                return None
        return None

    def reports(self) -> Iterator[Report]:
        """One report for each reporting verb that has something to report."""
        for cue in self.cues:
            sentence = self.scene.sentence_of(cue.token)
            found = (
                (self._aside(cue, sentence) if self._is_compared(cue, sentence) else None)
                or self._marked(cue, sentence)
                or self._aside(cue, sentence)
                or self._after_comma(cue, sentence)
                or self._ended(cue, sentence)
                or self._thing(cue, sentence)
            )
            if found is not None:
                yield found

    # -- the constructions, surest first

    def _marked(self, cue: Cue, sentence: Sentence) -> Report | None:
        """A clause behind a word that opens it (dass, że, що)."""
        low = self._behind(cue)
        for index in range(low, min(low + _COMPLEMENTIZER_REACH, sentence.last)):
            token = self.tokens[index]
            if token.text.lower() in self.words.complementizers:
                if self._is_elsewhere(cue, index):
                    return None
                first = index if token.text.lower() in self.words.interrogatives else index + 1
                return self._make(cue, first, self._end(cue, first, sentence), "clause")
            if token.text in _STRONG or token.text in _COLONS or token.index in self.places:
                return None
            if self.scene.quotation_at(token.start) is not None:
                return None
            if token.text in _COMMAS and self._starts_clause(index + 1, sentence):
                return None
        return None

    def _is_elsewhere(self, cue: Cue, index: int) -> bool:
        """Whether the clause that a word opens belongs to something else than the verb: because of it, a thing that."""
        words, before = self.words, self.tokens[index - 1].text
        if not words.correlatives or before not in _COMMAS or index - 1 <= self._behind(cue):
            return False
        if self.tokens[index - 2].text.lower() in words.correlatives:
            return self.tokens[index - 3].text.lower() in words.no_complements
        beside = cue.source is not None and cue.source.start > cue.start
        return cue.nominal and not beside and self.tokens[self._behind(cue)].text.lower() not in words.openers

    def _starts_clause(self, index: int, sentence: Sentence) -> bool:
        """Whether a clause of its own begins behind a comma, by a verb in reporting mood before the next comma."""
        while index < sentence.last and self.tokens[index].text not in _COMMAS:
            if self.tokens[index].text.lower() in self.words.moods:
                return True
            if self.tokens[index].text.lower() in self.words.complementizers:
                return False
            index += 1
        return False

    def _is_compared(self, cue: Cue, sentence: Sentence) -> bool:
        """Whether a word for "as" opens the sentence and the verb is in its clause."""
        if self.tokens[sentence.first].text.lower() not in self.words.comparisons:
            return False
        return not any(token.text in _COMMAS for token in self.tokens[sentence.first : cue.token])

    def _is_adverbial(self, cue: Cue) -> bool:
        """Whether a verb is an adverb to another one (saying), which only what follows it can be said by."""
        return self.tokens[cue.token].text.lower().endswith(self.words.adverbial or ("\n",))

    def _aside(self, cue: Cue, sentence: Sentence) -> Report | None:
        """A clause of its own around what it reports, in languages that open reported clauses with a word."""
        if self.words.order != "svo" or not self.words.adverbial or self._is_adverbial(cue):
            return None
        found = None if self._is_behind_speech(cue, sentence) else aside(self.scene, cue, sentence)
        if found is not None and found.end > cue.end:
            low, high = found.content[-1]
            first = self.scene.token_at(low)
            last = self.tokens[max(first, self._end(cue, first, sentence))]
            found.content[-1] = self.scene.trim(low, min(high, last.end), EDGE_MARKS)
        return found

    def _is_behind_speech(self, cue: Cue, sentence: Sentence) -> bool:
        """Whether another verb stands between a quotation and this one («…», said X, reads the letter)."""
        low = max(sentence.first, cue.token - _MAX_ASIDE)
        return any(
            index in self.places and follows_quotation(self.scene, self.tokens[index].start)
            for index in range(low, cue.token)
        )

    def _after_comma(self, cue: Cue, sentence: Sentence) -> Report | None:
        """A clause behind a comma or colon: sagte, es sei wahr."""
        if cue.lemma in self.words.attached:
            return None
        index = self._behind(cue)
        limit = min(index + _MAX_TAIL, sentence.last)
        while index < limit and self.tokens[index].text not in _COMMAS and self.tokens[index].text not in _COLONS:
            if index in self.places and self.words.order == "v2":
                return None
            index += 1
        if index >= limit or self.scene.quotation_at(self.tokens[index].start) is not None:
            return None
        colon = self.tokens[index].text in _COLONS
        first, last = index + 1, self._end(cue, index + 1, sentence)
        if last - first < _MIN_WORDS - 1 or self.scene.quotation_at(self.tokens[first].start) is not None:
            return None
        if not colon and not self._is_reported(cue, first, last):
            return None
        return self._make(cue, first, last, "bare clause")

    def _is_reported(self, cue: Cue, first: int, last: int) -> bool:
        """Whether the clause behind the comma is what was said and not a description of somebody."""
        if not self.words.bare:
            return self._slips(cue, first, last)
        rest = [token.text.lower() for token in self.tokens[first : last + 1]]
        spoken = [word for word in rest if word[-1].isalnum()]
        if any(word in self.words.moods for word in rest) or spoken[-2:-1] == ["zu"]:
            return True
        return rest[0] not in self.words.relatives and rest[0] not in self.words.subordinators and cue.act == "state"

    def _slips(self, cue: Cue, first: int, last: int) -> bool:
        """Whether a clause right behind verb and comma is reported though no word opens it, as such languages rarely have it."""
        words, opening = self.words, self.tokens[first].text.lower()
        if not words.adverbial or cue.source is None or cue.source.end > cue.start or first > self._behind(cue) + 1:
            return False
        other = words.relatives | words.subordinators | words.conjunctions | words.comparisons
        plain = opening not in other and not opening.endswith(words.adverbial) and opening[0].isalpha()
        return plain and cue.act == "state" and last - first > _MIN_WORDS

    def _ended(self, cue: Cue, sentence: Sentence) -> Report | None:
        """A clause in front of the verb and its source, with which the sentence ends: …, dijo X."""
        stop = self._behind(cue)
        if self._is_adverbial(cue) or self._is_behind_speech(cue, sentence):
            return None
        if cue.source is not None and cue.source.start > cue.start:
            stop = max(stop, self.scene.token_at(cue.source.end - 1) + 1)
        if sentence.last - stop > _MAX_TAIL:
            return None
        low = cue.token
        if cue.source is not None and sentence.start < cue.source.start < cue.start:
            low = self.scene.token_at(cue.source.start)
        while low > sentence.first and self.tokens[low - 1].text.lower() in (
            self.words.auxiliaries | self.words.comparisons
        ):
            low -= 1
        if low - 1 <= sentence.first + _MIN_WORDS or self.tokens[low - 1].text not in _COMMAS:
            return None
        tail = self.tokens[stop : sentence.last]
        goes_on = any(token.text in _COMMAS or token.text.lower() in self.words.subordinators for token in tail)
        if cue.nominal or (goes_on and cue.lemma not in self.words.attached):
            return None
        if self.scene.quotation_at(self.tokens[low - 1].start - 1) is not None:
            return None
        start, end = self.scene.trim(sentence.start, self.tokens[low - 2].end, EDGE_MARKS)
        return Report([(start, end)], cue, "ended", cue.source) if cue.source is not None else None

    def _thing(self, cue: Cue, sentence: Sentence) -> Report | None:
        """What was announced, denied, condemned: the words behind the verb, up to a mark."""
        infinitive = cue.lemma in self.words.infinitival
        if not (cue.nominal or infinitive) or cue.source is None:
            return None
        if self.words.agreements and cue.act == "demand" and (cue.negated or not speaks(self.scene, cue.source)):
            return None  # a thing that needs another
        first = self._behind(cue)
        if cue.last > cue.token + 1 and cue.source.start < cue.start:
            first, stop = cue.token + 1, cue.last
        else:
            if cue.source.start > cue.start:
                first = max(first, self.scene.token_at(cue.source.end - 1) + 1)
            stop = first
            while stop < sentence.last and self.tokens[stop].text not in (_STRONG | _COMMAS | _COLONS):
                stop += 1
        if stop - first < _MIN_WORDS or stop > sentence.last:
            return None
        return self._make(cue, first, min(stop - 1, self._end(cue, first, sentence)), "noun phrase")

    # -- their parts

    def _behind(self, cue: Cue) -> int:
        return max(cue.last, cue.token) + 1

    def _end(self, cue: Cue, first: int, sentence: Sentence) -> int:
        """The last token of a content: the sentence's, or before a verb that the same source goes on with."""
        for index in range(first, min(sentence.last, first + _MAX_CONTENT)):
            if self.tokens[index].text == ";":
                return index - 1
            if index in self.places and index > cue.token:
                other = self.places[index]
                if self._passes_on(other):
                    return index - 2
                joint = self._conjunction(other, first)
                if joint is not None and other.source == cue.source:
                    return joint - 1
        return sentence.last - 1

    def _passes_on(self, cue: Cue) -> bool:
        """Whether a verb behind a comma says which medium passes on what stands before (…, передає X)."""
        inverted = cue.source is not None and cue.source.start > cue.start
        return inverted and cue.lemma in self.words.relays and self.tokens[cue.token - 1].text in _COMMAS

    def _make(self, cue: Cue, first: int, last: int, construction: str) -> Report | None:
        brief = construction == "clause" and self.words.drops_subjects
        if last - first + 1 < (1 if brief else _MIN_WORDS):
            return None
        start, end = self.scene.trim(self.tokens[first].start, self.tokens[last].end, EDGE_MARKS)
        return (
            Report([(start, end)], cue, construction, cue.source, previous=cue.source is None) if end > start else None
        )
