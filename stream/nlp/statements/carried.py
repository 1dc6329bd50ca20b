"""Whom a verb without a subject leaves out, in the Romance languages without a parse: whom the sentences before told of."""

from dataclasses import replace

from stream.nlp.document import Sentence
from stream.nlp.statements.articled_subjects import Subjects
from stream.nlp.statements.model import Cue, Source
from stream.nlp.statements.noun_phrases import BOUNDARIES, NounPhrase
from stream.nlp.statements.scene import Scene

_REACH = 3
"""How many sentences before the verb somebody may be told of."""
_SEGMENTS = 3
"""How many stretches between commas at the head of a sentence may hold its subject."""


class Carried:
    """Finds who was last told of in one scene, where nobody has spoken since."""

    def __init__(self, scene: Scene, subjects: Subjects) -> None:
        self.scene = scene
        self.tokens = scene.document.tokens
        self.subjects = subjects

    def source(self, cue: Cue, last: Cue | None) -> Source | None:
        """Whom a verb without a subject leaves out, as its last mention; None where nobody was told of."""
        found = self._source(cue, last)
        return replace(found, carried=True) if found is not None else None

    def _source(self, cue: Cue, last: Cue | None) -> Source | None:
        """The subject of a sentence before, of a reporting verb first, or the only person in it."""
        sentence = self.scene.sentence_of(cue.token)
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _REACH), -1):
            before = self.scene.document.sentences[index]
            if last is not None and last.start >= before.start:
                return last.source
            found = self.leading(before) or self._named(before)
            if found is not None:
                return found
        return None

    def leading(self, sentence: Sentence) -> Source | None:
        """Somebody who is the subject of a sentence, as its first words tell, adverbials left out."""
        start = self.subjects.content_start(sentence)
        for _ in range(_SEGMENTS):
            while start < sentence.last and self.tokens[start].text in BOUNDARIES - {":", ";"}:
                start += 1
            end = self._end(start, sentence)
            if end <= start or self.scene.quotation_at(self.tokens[start].start) is not None:
                return None
            found = self._subject(start, end, sentence)
            if found is not None:
                return self.subjects.described(found)
            if self._is_clause(start, end) or end >= sentence.last or self.tokens[end].text != ",":
                return None
            start = end
        return None

    def _subject(self, start: int, end: int, sentence: Sentence) -> NounPhrase | None:
        if self.subjects.depends(start):
            return self.subjects.opening_of_main(start, end)
        phrase = next(iter(self.subjects.phrases.free(start, end)), None)
        if phrase is None:
            return None
        named = phrase.high < sentence.last and self.tokens[phrase.high].text == ","
        return phrase if phrase.speaks or (named and self.subjects.is_named(phrase.high + 1)) else None

    def _is_clause(self, start: int, end: int) -> bool:
        """Whether a stretch begins with a subject of its own, which nobody knows as a speaker."""
        phrase = next(iter(self.subjects.phrases.free(start, end)), None)
        return phrase is not None and phrase.low == start and phrase.high < end

    def _end(self, start: int, sentence: Sentence) -> int:
        index = start
        while index < sentence.last and self.tokens[index].text not in BOUNDARIES:
            index += 1
        return index

    def _named(self, sentence: Sentence) -> Source | None:
        """The one person whom a sentence names outside quotations."""
        found = [
            named
            for named in self.scene.mentions_within(sentence.start, sentence.end)
            if named.entity.type == "person" and named.form == "name" and not self.scene.quotation_at(named.start)
        ]
        if not found or any(named.entity.id != found[0].entity.id for named in found):
            return None
        return Source(found[0].start, found[0].end, self.scene.token_at(found[0].start))
