"""The subject of a reporting verb by the fields of a German clause: before the finite verb, behind it, or before a last verb.

Topological fields (Drach, Grundgedanken der deutschen Satzlehre, 1937): a main clause has one constituent in front of its
finite verb; a subordinate clause has its verb last. Cases tell the subject from objects.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from stream.nlp.statements.boundaries import is_boundary
from stream.nlp.statements.case_phrases import Phrase, can_speak, case_phrases, names_person
from stream.nlp.statements.model import Cue, Range, Source
from stream.nlp.statements.scene import Scene

_MAX_BACK = 60
_MAX_NAME = 6
"""Most words of a name in quotation marks, with its marks."""


@dataclass(frozen=True, slots=True)
class _Clause:
    front: Range
    """Tokens in front of the finite verb; of a clause with its verb last, all of them."""
    middle: Range
    """Tokens behind the finite verb."""
    opener: int = -1
    """The word that opens a subordinate clause; -1 for a main clause."""
    passive: bool = False


class Fields:
    """Finds the subjects of one scene's cues."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.tokens = scene.document.tokens
        self.words = scene.lexicon

    def subject(self, cue: Cue) -> Source | None:
        """Who speaks, as the cue's clause says; None where it has nobody who can."""
        clause = self._clause(cue)
        if clause.passive or cue.lemma in self.words.sourceless:
            return self._impersonal(cue, clause)
        if cue.lemma in self.words.quoters:
            return self._quoted(clause)
        if clause.opener >= 0:
            return self._subordinate(clause)
        return self._main(clause)

    # -- the clause

    def _clause(self, cue: Cue) -> _Clause:
        sentence = self.scene.sentence_of(cue.token)
        low = self._low(cue.token, sentence.first)
        stop = cue.last if cue.last > cue.token else self._high(cue.token + 1, sentence.last)
        opener = self._opener(low, cue.token) if self._ends(cue, sentence.last) else -1
        passive = self._passive(cue, low, self._high(cue.token + 1, sentence.last))
        if opener >= 0:
            return _Clause((opener, cue.token), (stop, stop), opener, passive)
        finite = next((i for i in range(low, cue.token) if self._is_finite(i)), -1)
        if finite >= 0 and cue.token - finite > 0 and self._is_bound(cue):
            return _Clause((low, finite), (finite + 1, cue.token), -1, passive)
        return _Clause((low, cue.token), (cue.token + 1, stop), -1, passive)

    def _low(self, index: int, floor: int) -> int:
        """The first token of the segment between marks that a token stands in; brackets are passed over."""
        low, depth = index, 0
        while low > floor and index - low < _MAX_BACK:
            word = self.tokens[low - 1].text
            name = self._name_in_marks(low - 1)
            if name is not None and name > floor:
                low = name
                continue
            if word == "(" and depth:
                depth -= 1
            elif word == ")":
                depth += 1
            elif not depth and is_boundary(self.scene, low - 1) and not self._in_number(low - 1):
                break
            low -= 1
        return low

    def _name_in_marks(self, index: int) -> int | None:
        """The token that opens the short quotation, a name or a title, which a token closes."""
        quotation = self.scene.quotation_at(self.tokens[index].start)
        if quotation is None or quotation.end != self.tokens[index].end:
            return None
        first = self.scene.token_at(quotation.start)
        return first if index - first <= _MAX_NAME and self._word(first - 1) not in ",:" else None

    def _high(self, index: int, stop: int) -> int:
        """One past the last token before the next mark."""
        while index < stop and not (is_boundary(self.scene, index) and self.tokens[index].text not in "()"):
            index += 1
        return index

    def _in_number(self, index: int) -> bool:
        """Whether a comma or full stop stands inside a number."""
        if not 0 < index < len(self.tokens) - 1:
            return False
        before, mark, after = self.tokens[index - 1 : index + 2]
        return before.end == mark.start and mark.end == after.start and after.text[0].isdigit()

    def _ends(self, cue: Cue, stop: int) -> bool:
        """Whether a verb, with its auxiliaries, ends its clause."""
        if cue.last > cue.token:
            return False
        index = cue.token + 1
        while index < stop and self._is_finite(index):
            index += 1
        return index >= stop or is_boundary(self.scene, index) or self._word(index) in self.words.conjunctions

    def _opener(self, low: int, high: int) -> int:
        """The word at the head of a segment that puts its verb last; -1 where it is a main clause."""
        word = self._word(low)
        heads = low == 0 or low == self.scene.sentence_of(low).first or self.tokens[low - 1].text != ","
        if word in self.words.complementizers | self.words.subordinators | self.words.comparisons:
            return low if high > low + 1 or word not in self.words.relatives else -1
        if heads:
            return -1
        governed = word in self.words.prepositions and low + 1 < high
        relative = self._word(low + 1) if governed else word
        possible = relative in self.words.relatives | self.words.oblique_relatives
        return low if possible else -1

    def _passive(self, cue: Cue, low: int, high: int) -> bool:
        return self._is_bound(cue) and any(
            self._word(index) in self.words.passives for index in range(low, high) if index != cue.token
        )

    def _is_bound(self, cue: Cue) -> bool:
        """Whether a form can be a participle or infinitive."""
        word = self._word(cue.token)
        return cue.last <= cue.token and word.endswith(("t", "en")) and not word.endswith("te")

    def _is_finite(self, index: int) -> bool:
        return self._word(index) in self.words.perfects or self._word(index) in self.words.modals

    def _word(self, index: int) -> str:
        return self.tokens[index].text.lower() if 0 <= index < len(self.tokens) else ""

    # -- who speaks in it

    def _main(self, clause: _Clause) -> Source | None:
        low, high = clause.front
        while low < high and self._word(low) in self.words.conjunctions:
            low += 1
        oblique = low < high and self._word(low) in self.words.cases and "n" not in self.words.cases[self._word(low)]
        front = [] if oblique else self._nominatives((low, high))
        middle = self._nominatives(clause.middle)
        strong = next((phrase for phrase in middle if can_speak(self.scene, phrase)), None)
        if not front:
            if low >= high and strong is None:
                return self._earlier(low)
            return self._source(strong or (middle[0] if middle else None))
        if strong is not None and self._outdoes(front[0], strong, self._word(high)):
            return self._source(strong)
        return self._source(next((phrase for phrase in front if can_speak(self.scene, phrase)), front[0]))

    def _outdoes(self, first: Phrase, other: Phrase, verb: str) -> bool:
        """Whether the phrase behind the verb is its subject, and the one in front an object or an adverb."""
        if first.cases == "n" or names_person(self.scene, first) or self._word(first.head) in self.words.pronouns:
            return False
        clear = other.cases == "n" or names_person(self.scene, other)
        bare = first.last == first.first + 1 and first.head == first.first
        if can_speak(self.scene, first):
            return clear and "d" in first.cases and not bare
        return clear or (bare and not verb.endswith("en"))

    def _earlier(self, low: int) -> Source | None:
        """The subject in front of the commas that a verb follows: X, the minister, said; X, who …, said."""
        floor = self.scene.sentence_of(low).first
        found: Phrase | None = None
        index = low - 1
        while index > floor and self._word(index) == ",":
            start = self._low(index, floor)
            relative = start > floor and self._opener(start, index) >= 0
            first = None if relative else next(iter(self._nominatives((start, index))), None)
            if first is not None and (found is None or can_speak(self.scene, first) or start == floor):
                found = first
            index = start - 1
        return self._source(found)

    def _subordinate(self, clause: _Clause) -> Source | None:
        low, high = clause.opener, clause.front[1]
        word = self._word(low)
        governed = word in self.words.prepositions
        inside = self._nominatives((low if self.words.cases.get(word) == "g" else low + 1 + governed, high))
        strong = next((phrase for phrase in inside if can_speak(self.scene, phrase)), None)
        if word not in self.words.relatives:
            return self._source(strong or (inside[0] if inside else None))
        pronoun = strong is not None and self._word(strong.head) in self.words.pronouns
        taken = None if pronoun else self._antecedent(low)
        return taken or self._source(strong)

    def _antecedent(self, opener: int) -> Source | None:
        """Whom a relative pronoun takes up: the last phrase before its comma of somebody who can speak."""
        index = opener - 1
        low = self._low(index, self.scene.sentence_of(opener).first)
        phrases = list(case_phrases(self.scene, low, index))
        found = next((phrase for phrase in reversed(phrases) if can_speak(self.scene, phrase)), None)
        if found is None and phrases and phrases[-1].last == index:
            found = phrases[-1]
        return replace(found.source(self.scene), relative=self.tokens[opener].end) if found is not None else None

    def _impersonal(self, cue: Cue, clause: _Clause) -> Source | None:
        """The agent of a passive, or the document or body in which or from which something is said."""
        if clause.opener >= 0 and self._word(clause.opener) in self.words.inward:
            return self._antecedent(clause.opener)
        behind = max(cue.last, cue.token) + 1
        parts = (clause.front, clause.middle, (behind, self._high(behind, self.scene.sentence_of(cue.token).last)))
        found = [phrase for part in parts for phrase in case_phrases(self.scene, *part) if phrase.preposition]
        agents = self.words.agentive if clause.passive else frozenset()
        for prepositions in (agents, self.words.inward):
            for phrase in found:
                if phrase.preposition in prepositions and self._may_speak(phrase):
                    return self._source(phrase)
        return None

    def _may_speak(self, phrase: Phrase) -> bool:
        return can_speak(self.scene, phrase) or names_person(self.scene, phrase)

    def _quoted(self, clause: _Clause) -> Source | None:
        """Whose words a verb of quoting quotes: its object."""
        if clause.opener >= 0:
            return (
                self._subordinate(clause)
                if self._word(clause.opener) in self.words.comparisons
                else self._antecedent(clause.opener)
            )
        free = [phrase for phrase in case_phrases(self.scene, *clause.middle) if not phrase.preposition]
        front = self._nominatives(clause.front)
        rest = free if front else free[1:]
        return self._source(rest[0] if rest else (front[0] if front else None))

    def _nominatives(self, part: Range) -> Sequence[Phrase]:
        found = (phrase for phrase in case_phrases(self.scene, *part) if phrase.nominative)
        return [phrase for phrase in found if self._word(phrase.head) not in self.words.times | self.words.expletives]

    def _source(self, phrase: Phrase | None) -> Source | None:
        return phrase.source(self.scene) if phrase is not None else None
