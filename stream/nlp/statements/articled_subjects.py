"""Who speaks, in a text without a parse whose language has articles and puts subjects before or behind their verbs."""

import re
from collections.abc import Iterator

from stream.nlp.document import Sentence
from stream.nlp.statements.apposition import apposed
from stream.nlp.statements.model import Cue, Source
from stream.nlp.statements.noun_phrases import BOUNDARIES, NounPhrase, NounPhrases
from stream.nlp.statements.scene import Scene

_MAX_GROUP = 6
_MAX_SEGMENTS = 6
_MAX_RIGHT = 30
_MAX_NAME = 60
_MIN_SAID = 2
"""Fewest words in front of the comma that a verb follows which tells who said them."""
_DATELINE = re.compile(r"[^\n]{2,60}?(?:\.\s?[-–—]|\)\s?[-–—.]+)\s+(?=\S)")
_COMMAS = frozenset(",—–―")


class Subjects:
    """Finds the sources of the cues of one scene."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.tokens = scene.document.tokens
        self.words = scene.lexicon
        self.phrases = NounPhrases(scene)
        self.cue_tokens: frozenset[int] = frozenset()
        """The reporting verbs, behind which a noun phrase belongs to what they report."""

    def word(self, index: int) -> str:
        """A token in lower case."""
        return self.tokens[index].text.lower()

    def of_cue(self, cue: Cue) -> Source | None:
        """The source that the sentence of a reporting verb names; None where it leaves it out."""
        found = self._of_cue(cue)
        return self.described(found) if found is not None else None

    def described(self, phrase: NounPhrase) -> Source:
        """A noun phrase as a source, together with the title or name that a comma adds in front of it or behind."""
        before = phrase.low - 1
        if phrase.named is not None and before > 0 and self.tokens[before].text == ",":
            low = self.clause_start(before, self.scene.sentence_of(phrase.low).first)
            title = next((one for one in self.phrases.free(low, before) if one.high == before), None)
            if title is not None and title.speaks and title.named is None:
                return Source(self.tokens[title.low].start, self.tokens[phrase.high - 1].end, phrase.head)
        return apposed(self.scene, phrase.source(self.scene))

    def is_named(self, index: int) -> bool:
        """Whether a person's name begins at a token."""
        start = self.tokens[index].start if index < len(self.tokens) else len(self.scene.text)
        named = next(self.scene.mentions_within(start, start + _MAX_NAME), None)
        return named is not None and named.start == start and named.entity.type == "person" and named.form == "name"

    def group(self, cue: Cue) -> int:
        """Index of the first word of a verb's group: its auxiliaries, negations, clitics and modals."""
        floor = max(self.scene.sentence_of(cue.token).first, cue.token - _MAX_GROUP)
        low = cue.token
        while low > floor and self.word(low - 1) in self.words.auxiliaries | self.words.negations | self.words.modals:
            low -= 1
        return low

    def _of_cue(self, cue: Cue) -> NounPhrase | None:
        sentence = self.scene.sentence_of(cue.token)
        high = self.group(cue)
        low = self.clause_start(high, sentence.first)
        compared = self.compares(cue)
        if compared:
            return self.behind(cue, sentence)
        if high > low and self.word(high - 1) in self.words.relatives:
            return self.behind(cue, sentence) or self.antecedent(high - 1, sentence.first)
        beside = self._beside(low, high)
        if beside is not None:
            return beside
        behind = None if self.introduces(cue, sentence) else self.behind(cue, sentence)
        if behind is not None and behind.speaks and not cue.nominal:
            return behind
        found = self._opening(low, high) or self._over_commas(low, sentence.first) or behind
        return found or self._inside(cue, sentence)

    def _inside(self, cue: Cue, sentence: Sentence) -> NounPhrase | None:
        """The body in which a verb without a subject has something said (Desde el ministerio aseguran)."""
        first, form = self.content_start(sentence), self.scene.text[cue.start : cue.end].lower()
        if not self.words.impersonal or not form.endswith(self.words.impersonal):
            return None
        if self.word(first) not in self.words.inside or first + 1 >= cue.token:
            return None
        phrase = self.phrases.at(first + 1, cue.token)
        if phrase is None or self.phrases.is_time(phrase):
            return None
        body = (
            self.word(phrase.head) in self.words.bodies
            or self.words.referents.get(self.word(phrase.head)) == "organization"
        )
        named = phrase.named is not None and phrase.named.entity.type == "organization"
        return phrase if body or named else None

    def compares(self, cue: Cue) -> bool:
        """Whether the verb stands in "as X says"."""
        low = self.group(cue)
        before = [self.word(index) for index in range(max(0, low - 3), low)]
        return any(before[-len(words) :] == words for words in (phrase.split() for phrase in self.words.comparisons))

    def introduces(self, cue: Cue, sentence: Sentence) -> bool:
        """Whether what was said follows the verb at once."""
        index = max(cue.last, cue.token) + 1
        return index < sentence.last and (
            self.word(index) in self.words.complementizers or self.tokens[index].text == ":"
        )

    def clause_start(self, high: int, floor: int) -> int:
        """First token behind the mark in front of a verb's group."""
        low = high
        while low > floor and self.tokens[low - 1].text not in BOUNDARIES:
            low -= 1
        return low

    def content_start(self, sentence: Sentence) -> int:
        """Index of a sentence's first token behind a dateline (Lima, 3 mar (Agency).-)."""
        dateline = _DATELINE.match(self.scene.text, sentence.start, sentence.end)
        return self.scene.token_at(dateline.end()) if dateline is not None else sentence.first

    def _beside(self, low: int, high: int) -> NounPhrase | None:
        """The noun phrase that ends right in front of the verb's group."""
        last = None
        for phrase in self.phrases.free(low, high):
            last = phrase
        return last if last is not None and last.high == high else None

    def _opening(self, low: int, high: int) -> NounPhrase | None:
        """The first noun phrase of a clause whose further verb the cue is."""
        if low < high and self.depends(low):
            return None
        high = next((index for index in range(low, high) if index in self.cue_tokens), high)
        return next((phrase for phrase in self.phrases.free(low, high) if phrase.speaks), None)

    def depends(self, index: int) -> bool:
        """Whether a clause begins with a word that makes it depend on another, or with a preposition."""
        return self.word(index) in self.words.openers | self.words.subordinators | self.words.relatives

    def _over_commas(self, low: int, floor: int) -> NounPhrase | None:
        """The subject in front of what commas set off: X, the minister, said; X, who came from Y, said."""
        last: NounPhrase | None = None
        for start, end in self._segments(low, floor):
            if self.scene.quotation_at(self.tokens[end - 1].start) is not None:
                return last
            dependent = self.depends(start) and self.word(start) not in self.words.conjunctions
            if dependent and start > floor:
                continue
            found = self.opening_of_main(start, end) if dependent else self._opening(start, end)
            if found is not None or any(index in self.cue_tokens for index in range(start, end)):
                return found
        return last

    def opening_of_main(self, start: int, end: int) -> NounPhrase | None:
        """The subject behind an adverbial without a comma (During the summit the minister, …)."""
        if self.word(start) in self.words.subordinators:
            return None
        last = None
        for phrase in self.phrases.free(start, end):
            last = phrase
        return last if last is not None and last.speaks and last.high == end else None

    def _segments(self, low: int, floor: int) -> Iterator[tuple[int, int]]:
        """The stretches between marks in front of a token, nearest first."""
        for _ in range(_MAX_SEGMENTS):
            end = low
            while end > floor and self.tokens[end - 1].text in BOUNDARIES:
                if self.tokens[end - 1].text in ";:":
                    return
                end -= 1
            if end <= floor:
                return
            low = self.clause_start(end, floor)
            if low < end:
                yield low, end

    def antecedent(self, relative: int, floor: int) -> NounPhrase | None:
        """The noun phrase that a relative pronoun takes up."""
        end = relative
        while end > floor and self.tokens[end - 1].text in _COMMAS:
            end -= 1
        low = self.clause_start(end, floor)
        for phrase in self._all(low, end):
            if phrase.high == end and phrase.speaks:
                return phrase
        if end < relative:
            for start, stop in self._segments(low, floor):
                for phrase in self._all(start, stop):
                    if phrase.speaks and phrase.high == stop:
                        return phrase
        return None

    def _all(self, low: int, high: int) -> Iterator[NounPhrase]:
        """The noun phrases in a range, governed ones too."""
        index = low
        while index < high:
            phrase = self.phrases.at(index, high)
            if phrase is not None and not self.phrases.is_time(phrase):
                yield phrase
            index = phrase.high if phrase is not None else index + 1

    def behind(self, cue: Cue, sentence: Sentence) -> NounPhrase | None:
        """The noun phrase behind the verb that can be its subject."""
        index, weak = max(cue.last, cue.token) + 1, self._takes_any(cue)
        stop = min(sentence.last, index + _MAX_RIGHT)
        commas = 0
        while index < stop:
            text, word = self.tokens[index].text, self.word(index)
            if text == "," and commas == 0 and index + 1 < stop and self.depends(index + 1):
                commas += 1
                index += 1
                while index < stop and self.tokens[index].text != ",":
                    index += 1
                index += 1
                continue
            if (
                text in BOUNDARIES
                or word in self.words.complementizers
                or self.scene.quotation_at(self.tokens[index].start)
            ):
                return None
            if word in self.words.openers:
                if index + 1 < stop and self.phrases.is_infinitive(index + 1):
                    return None  # what the verb asks for
                index = self.phrases.behind_preposition(index, stop)
                continue
            phrase = self.phrases.at(index, stop)
            if phrase is None:
                if word not in self.words.auxiliaries | self.words.times:
                    return None
                index += 1
            elif self.phrases.is_time(phrase):
                index = phrase.high
            else:
                return phrase if phrase.speaks or weak else None
        return None

    def _takes_any(self, cue: Cue) -> bool:
        """Whether even an unknown noun behind the verb must be its subject, since what was said stands in front of it."""
        before, first = self.group(cue) - 1, self.scene.sentence_of(cue.token).first
        return (
            before >= first + _MIN_SAID and self.tokens[before].text in _COMMAS and not cue.nominal
        ) or self.compares(cue)
