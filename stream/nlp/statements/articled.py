"""Reported speech in the Romance languages without a parse: Spanish, Italian, Portuguese.

Subjects stand before or behind their verbs or are left out; clauses open with que/che; infinitives report too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from stream.nlp.document import Sentence
from stream.nlp.statements.articled_clauses import COMMAS, REACH, ArticledClauses
from stream.nlp.statements.articled_members import members
from stream.nlp.statements.carried import Carried
from stream.nlp.statements.extent import EDGE_MARKS
from stream.nlp.statements.model import Cue, Quotation, Range, Report, Source
from stream.nlp.statements.noun_phrases import BOUNDARIES
from stream.nlp.statements.unlisted import unlisted

_MIN_CLAUSE = 4
"""Fewest words of a clause that stands in front of its verb."""
_MIN_REPORTED = 2
"""Fewest words of a clause that a word opens."""
_ENDS = frozenset(".;!?…)")
_QUOTES = frozenset('«»“”„"')
_MAX_TAIL = 30


class ArticledSurface(ArticledClauses):
    """Finds the reports of one scene in a language with articles and free place of the subject."""

    def _sourced(self, cues: Sequence[Cue]) -> list[Cue]:
        more = unlisted(self.scene, self.subjects.phrases, frozenset(cue.token for cue in cues))
        cues = sorted((*cues, *more), key=lambda cue: cue.start)
        self.subjects.cue_tokens = frozenset(cue.token for cue in cues)
        result: list[Cue] = []
        carried = Carried(self.scene, self.subjects)
        for cue in cues:
            source = self.subjects.of_cue(cue)
            last = result[-1] if result else None
            if last is not None and source is None and self._goes_on(last, cue):
                source = last.source
            if source is None and self.words.drops_subjects:
                source = carried.source(cue, last)
            if source is not None and not source.members:
                source = replace(source, members=tuple(members(self.scene, source)))
            result.append(replace(cue, source=source, negated=cue.negated or self._is_nobody(source)))
        return result

    def _is_nobody(self, source: Source | None) -> bool:
        """Whether a word that denies opens the source (neither X nor Y)."""
        index = self.scene.token_at(source.start) - 1 if source is not None else -1
        return index >= 0 and self.word(index) in self.words.negations

    def _goes_on(self, first: Cue, second: Cue) -> bool:
        """Whether a verb without a subject of its own goes on in the sentence of the verb before it."""
        sentence = self.scene.sentence_of(second.token)
        return sentence.first <= first.token

    def reports(self) -> Iterator[Report]:
        """One report for each reporting verb that has something to report."""
        last: Report | None = None
        for cue in self.cues:
            sentence = self.scene.sentence_of(cue.token)
            found = self._marked(cue, sentence) or self._before(cue, sentence) or self._anaphor(cue, sentence)
            if found is None and not (self._is_nested(cue, last) or self._is_thing(cue.source)):
                found = self._infinitive(cue, sentence) or self._thing(cue, sentence)
            last = found or last
            if found is not None and not self._is_anonymity(found):
                yield found

    @staticmethod
    def _is_nested(cue: Cue, outer: Report | None) -> bool:
        """Whether a verb stands inside what another source reports."""
        return outer is not None and outer.content[-1][0] <= cue.start < outer.content[-1][1]

    def _is_thing(self, source: Source | None) -> bool:
        """Whether a subject is nobody who is known to speak (the law demands)."""
        if source is None:
            return False
        phrase = self.subjects.phrases.at(self.scene.token_at(source.start), self.scene.token_at(source.end - 1) + 1)
        return phrase is None or not phrase.speaks

    def _is_anonymity(self, report: Report) -> bool:
        """Whether the source only asks not to be named."""
        words = self.scene.tokens_within(*report.content[0])
        return len(words) < REACH and any(token.text.lower() in self.words.anonymity for token in words)

    def _marked(self, cue: Cue, sentence: Sentence) -> Report | None:
        """A clause behind que or si."""
        index = self._opener(cue, sentence)
        return self._clause(cue, index, sentence) if index is not None else None

    def _clause(self, cue: Cue, index: int, sentence: Sentence) -> Report | None:
        first = index if self.word(index) in self.words.interrogatives else index + 1
        return self._make(cue, first, self._end(cue, first, sentence), "clause")

    def _before(self, cue: Cue, sentence: Sentence) -> Report | None:
        """A clause in front of the verb, which a comma parts from it: …, dijo X; or around it; or behind "as X said"."""
        rest = self._rest(cue, sentence)
        if rest is None or (cue.source is None and not self.words.drops_subjects):
            return None
        goes_on = rest[1] > rest[0]
        if self.subjects.compares(cue) and self._clause_low(cue, sentence) == self.subjects.content_start(sentence):
            content = [rest] if goes_on else []
        else:
            first = self._first_part(cue, sentence, goes_on=goes_on)
            content = [*first, *([rest] if goes_on else [])] if first is not None else []
            goes_on = goes_on and len(content) > 1
        found = content and (goes_on or len(self.scene.tokens_within(*content[0])) >= _MIN_CLAUSE)
        return Report(content, cue, "ended", cue.source, previous=cue.source is None) if found else None

    def _first_part(self, cue: Cue, sentence: Sentence, *, goes_on: bool) -> list[Range] | None:
        """What stands in front of the comma before the verb; nothing where it only joins the rest; None without one."""
        low = self._comma_before(cue, sentence)
        if low is None:
            return None
        start = self._clause_floor(low, sentence)
        quotation = self.scene.quotation_at(self.tokens[low - 1].start)
        quoted = quotation is not None and not self._is_woven(start, quotation)
        if low <= start or quoted or self.word(start) in self.words.relatives:
            return None
        if goes_on and self.word(low - 1) in self.words.relatives | self.words.complementizers:
            return []
        return [self.scene.trim(self.tokens[start].start, self.tokens[low - 1].end, EDGE_MARKS)]

    def _is_woven(self, start: int, quotation: Quotation) -> bool:
        """Whether a quotation ends the clause that the words in front of it begin (The thieves “knew the house”, said X)."""
        low = self.scene.token_at(quotation.start)
        before = self.tokens[start:low]
        plain = all(token.text not in BOUNDARIES - {","} and token.index not in self.places for token in before)
        return bool(before) and before[-1].text[-1].isalnum() and plain

    def _comma_before(self, cue: Cue, sentence: Sentence) -> int | None:
        """Index of the comma in front of the verb's group, past "as" and "according to what"; None without one."""
        low = self._clause_low(cue, sentence) if self.subjects.compares(cue) else self.subjects.group(cue)
        if low - 1 <= sentence.first or self.tokens[low - 1].text not in COMMAS:
            return None
        if cue.source is not None and self.tokens[low - 1].start > cue.source.start:
            return None
        return low - 1

    def _clause_low(self, cue: Cue, sentence: Sentence) -> int:
        """First token behind the mark in front of a verb."""
        return self.subjects.clause_start(cue.token, sentence.first)

    def _clause_floor(self, low: int, sentence: Sentence) -> int:
        """Where the clause in front of a verb begins: behind what another verb reports, else with the sentence."""
        floor = self.subjects.content_start(sentence)
        for index in range(low - 1, sentence.first, -1):
            if self.tokens[index].text == ";":
                return index + 1
        return floor

    def _rest(self, cue: Cue, sentence: Sentence) -> Range | None:
        """What goes on behind verb and source as the content's second part; empty, or None where it is no content."""
        index = self._behind(cue)
        if cue.source is not None and cue.source.start > cue.start:
            index = max(index, self.scene.token_at(cue.source.end - 1) + 1)
        place = self.tokens[cue.token].end
        stop = min(sentence.last, index + _MAX_TAIL)
        while index < stop:
            if self.tokens[index].text in COMMAS:
                return self._second_part(index + 1, sentence, place)
            following = self._past_circumstance(cue, index, stop)
            if following is None:
                break
            index = following
        ends = index >= sentence.last or self.tokens[index].text in _ENDS
        return (place, place) if ends else None

    def _second_part(self, first: int, sentence: Sentence, place: int) -> Range:
        if first >= sentence.last:
            return place, place
        word = self.word(first)
        aside = word in self.words.subordinators | self.words.relatives or word in self.words.conjunctions
        last = sentence.last - 1
        if aside or last - first < _MIN_CLAUSE or first in self.places or self._describes(first):
            return place, place
        return self.scene.trim(self.tokens[first].start, self.tokens[last].end, EDGE_MARKS)

    def _infinitive(self, cue: Cue, sentence: Sentence) -> Report | None:
        """What somebody promised, denied or asked to do: the infinitive behind the verb, past the person addressed."""
        if cue.lemma not in self.words.infinitival:
            return None
        index = self._behind(cue)
        stop = min(sentence.last, index + REACH)
        for _ in range(3):
            low = index
            while low < stop and self.word(low) in self.words.openers | self.words.negations and low < index + 2:
                low += 1
            start = low - 1 if low > index and self.word(low - 1) in self.words.negations else low
            if low < stop and self._is_infinitive(low):
                return self._make(cue, start, self._end(cue, start, sentence), "infinitive")
            if index >= stop:
                return None
            following = self._past_circumstance(cue, index, stop)
            told = self.subjects.phrases.at(index, stop) if following is None else None
            following = told.high if told is not None and told.speaks else following
            if following is None or following == index:
                return None
            index = following
        return None

    def _thing(self, cue: Cue, sentence: Sentence) -> Report | None:
        """What was announced, denied, condemned: the noun phrase behind the verb."""
        bare = self._is_relative(cue) or self.subjects.compares(cue) or self._is_infinitive(cue.token)
        if not cue.nominal or bare:
            return None
        index = self._behind(cue)
        if cue.source is not None and cue.source.start > cue.start:
            index = max(index, self.scene.token_at(cue.source.end - 1) + 1)
        index = self._past_time(index, sentence)
        if index >= sentence.last or self.scene.quotation_at(self.tokens[index].start) is not None:
            return None
        if not self._is_object(index):
            return None
        last = index
        while last < sentence.last and self.tokens[last].text not in BOUNDARIES - _QUOTES:
            if last > index + 1 and self._returns(last):
                break
            last += 1
        end = min(last - 1, self._end(cue, index, sentence))
        while end > index and self.word(end) in self.words.determiners:
            end -= 1
        if end <= index:
            return None
        start, stop = self.scene.trim(self.tokens[index].start, self.tokens[end].end, EDGE_MARKS)
        return Report([(start, stop)], cue, "noun phrase", cue.source, previous=cue.source is None)

    def _make(self, cue: Cue, first: int, last: int, construction: str) -> Report | None:
        if last - first + 1 < _MIN_REPORTED:
            return None
        start, end = self.scene.trim(self.tokens[first].start, self.tokens[last].end, EDGE_MARKS)
        return Report([(start, end)], cue, construction, cue.source, previous=cue.source is None)

    def _anaphor(self, cue: Cue, sentence: Sentence) -> Report | None:
        """The sentence before, which a word takes up: Así lo dijo X."""
        lead = [self.word(index) for index in range(sentence.first, cue.token)]
        while lead and " ".join(lead) not in self.words.anaphors:
            if lead[-1] not in self.words.auxiliaries:
                return None
            lead.pop()
        if not lead or sentence.index == 0 or cue.source is None:
            return None
        previous = self.scene.document.sentences[sentence.index - 1]
        if any(previous.start <= other.start < previous.end for other in self.cues):
            return None
        content = self.scene.trim(previous.start, previous.end, EDGE_MARKS)
        return Report([content], cue, "anaphor", cue.source)
