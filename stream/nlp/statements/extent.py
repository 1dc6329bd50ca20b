"""Where reported content begins and ends on a parse."""

from collections.abc import Mapping

from stream.nlp.document import Token
from stream.nlp.statements import clauses
from stream.nlp.statements.model import Cue, Range
from stream.nlp.statements.scene import Scene

EDGE_MARKS = ",;:.—–-•"
_MAX_LOST = 4
"""How often a clause is carried on past what the parser lost."""
_STOPS = frozenset(',;:.«“"()—–')
_DENIALS = frozenset({"not", "pas"})
_LEFT_EDGES = frozenset({",", "—", "–", "-", ";", "»", "”", '"', "“", "''"})
_RIGHT_EDGES = frozenset({",", "—", "–", ";", ":", "«", "“", '"', "''"})
_NAME_ENDS = frozenset({"»", "”", '"', "“"})
_OPENING = frozenset({"mark", "fixed", "case", "cc", "dep", "advmod", "obj"})


class Extent:
    """The edges of contents in one scene."""

    def __init__(self, scene: Scene, raised: Mapping[int, int], cue_tokens: frozenset[int]) -> None:
        self.scene = scene
        self.tokens = scene.document.tokens
        self.raised = raised
        self.cue_tokens = cue_tokens

    def text(self, first: int, last: int) -> Range:
        """The place of some tokens, without marks at the edges."""
        return self.scene.trim(self.tokens[first].start, self.tokens[last].end, EDGE_MARKS)

    def first(self, first: int, last: int) -> int:
        """The first token after the words that only open a reported clause."""
        while first < last and self._opens(first):
            first += 1
        return first

    def last(self, cue: Cue, first: int, last: int) -> int:
        """The last token, before a verb or participle that belongs to the reporting clause again."""
        for index in range(first + 1, last + 1):
            if self._returns(cue, index):
                stop = index
                while stop > first and self.tokens[stop].pos != "CCONJ" and self.tokens[stop].text not in ",;":
                    stop -= 1
                return max(first, stop - 1)
        return max(first, last)

    def clause_last(self, cue: Cue, first: int, last: int) -> int:
        """Last token of a reported clause, with what the parser lost of it, before the reporting clause goes on."""
        if self._continues_sentence(cue):
            for _ in range(_MAX_LOST):
                further = self._lost(last)
                if further <= last:
                    break
                last = further
        return self.last(cue, first, self._before_contrast(first, last))

    def _before_contrast(self, first: int, last: int) -> int:
        """The last token before a clause in which another source speaks (…, while Y warned that …)."""
        for index in range(first + 1, last):
            if (
                self.tokens[index].text != ","
                or self.tokens[index + 1].text.lower() not in self.scene.lexicon.subordinators
            ):
                continue
            if any(token in self.cue_tokens for token in range(index + 1, last + 1)):
                return index - 1
        return last

    def _continues_sentence(self, cue: Cue) -> bool:
        """Whether no noun or clause around the cue's own goes on behind what it reports (those who said … were asked)."""
        index = cue.token
        while self.tokens[index].head != index:
            if clauses.base(self.tokens[index]) in ("acl", "csubj", "nsubj", "advcl"):
                return False
            index = self.tokens[index].head
        return True

    def _lost(self, last: int) -> int:
        """Last token of what goes on behind ``last`` without a pause that could end the clause; ``last`` if nothing does."""
        index = last + 1
        stop = self.scene.sentence_of(last).last
        if index >= stop or self.tokens[index].text in _STOPS or index in self.cue_tokens or index in self.raised:
            paused = index < stop - 2 and self.tokens[index].text == ","
            if paused and self.scene.lexicon.agreements and self._hangs(index + 1):
                return self._up_to_stop(index + 1, stop)
            return self._joined(last, index + 1, stop) if paused else last
        token = self.tokens[index]
        if token.pos == "CCONJ":
            return self._joined(last, index, stop)
        if token.pos == "PUNCT" or (token.pos == "SCONJ" and token.text.lower() not in self.scene.lexicon.grounds):
            return last
        return self._up_to_stop(index, stop)

    def _hangs(self, index: int) -> bool:
        """Whether a clause behind a comma describes or grounds what stands before it, where commas part all clauses."""
        words, token = self.scene.lexicon, self.tokens[index]
        if token.pos == "ADP":
            token = self.tokens[index + 1]
        if token.morph.get("VerbForm") == "Part":
            return token.index not in self.cue_tokens
        opening = token.text.lower()
        return opening in words.relatives or opening in words.grounds or opening in words.complementizers

    def _joined(self, last: int, index: int, stop: int) -> int:
        """The same for a co-ordinated clause, opened again (and that …) or, without a comma, with a subject of its own."""
        if index + 1 >= stop or self.tokens[index].pos != "CCONJ":
            return last
        after = self.tokens[index + 1]
        if after.text.lower() in self.scene.lexicon.complementizers and after.pos in ("SCONJ", "PRON", "ADP"):
            return max(self._up_to_stop(index, stop), self.scene.edges[after.head][1] if after.head > index else 0)
        if self.tokens[last + 1].text == "," or after.pos in clauses.VERBAL:
            return last
        end = self._up_to_stop(index, stop)
        verb = next((token for token in self.tokens[index + 1 : end + 1] if token.pos in clauses.VERBAL), None)
        if verb is not None and clauses.grammatical_subject(self.scene.document, verb.index) is None:
            return last
        return end

    def _up_to_stop(self, index: int, stop: int) -> int:
        """The last token before the next mark, conjunction or reporting verb, quotations stepped over."""
        end = index
        while end + 1 < stop:
            quotation = self.scene.quotation_at(self.tokens[end + 1].start)
            if quotation is not None and self.tokens[end + 1].start == quotation.start:
                end = min(stop, self.scene.token_at(quotation.end)) - 1
                continue
            if self.tokens[end + 1].text in _STOPS or self.tokens[end + 1].pos == "CCONJ":
                break
            if end + 1 in self.cue_tokens:
                return index - 1 if self.tokens[end].text != "to" else end
            end += 1
        return end

    def thing_last(self, cue: Cue, first: int, last: int) -> int:
        """Last token of a noun phrase with what the parser hung on the verb though it goes on describing the thing."""
        limit = self.scene.edges[cue.token][1]
        last = self.last(cue, first, last)
        while last < limit:
            further = self._described(last, limit)
            if further <= last:
                break
            last = further
        return last

    def _described(self, last: int, limit: int) -> int:
        """Last token of what goes on describing a thing behind ``last``: a quotation, a word, a gerund, a second thing."""
        index = last + 1
        token = self.tokens[index]
        quotation = self.scene.quotation_at(token.start)
        if quotation is not None and token.start == quotation.start:
            return min(limit, self.scene.token_at(quotation.end) - 1)
        if token.text in _STOPS:
            return last
        if token.pos == "CCONJ":
            return self._second(index, limit)
        if token.pos in clauses.VERBAL:
            leads = self.tokens[last].pos in ("ADP", "PART", "SCONJ") or self.tokens[last].text.lower() in _DENIALS
            return max(index, min(limit, self.scene.edges[index][1])) if leads or index not in self.cue_tokens else last
        if token.pos == "SCONJ" or self._is_medium(token):
            return last
        return index

    def _second(self, index: int, limit: int) -> int:
        """The end of a thing joined by a conjunction, if no verb of its own makes it a clause."""
        end = index
        while end < limit and self.tokens[end + 1].text not in _STOPS:
            end += 1
            if self.tokens[end].pos in clauses.VERBAL and self.tokens[end].morph.get("VerbForm") != "Part":
                return index - 1
        return end if end > index else index - 1

    def _is_medium(self, token: Token) -> bool:
        """Whether a preposition leads to where something was said, not to what it is about."""
        if clauses.base(token) != "case":
            return False
        noun = self.tokens[token.head]
        return noun.lemma in self.scene.lexicon.media or noun.text.lower() in self.scene.lexicon.media

    def parenthesis(self, cue: Cue) -> tuple[int, int]:
        """First token of the reporting clause and the first after it, found by the commas around cue and source."""
        sentence = self.scene.sentence_of(cue.token)
        low, high = cue.token, self.scene.token_at(cue.end)
        if cue.source is not None and sentence.start <= cue.source.start < sentence.end:
            low = min(low, self.scene.token_at(cue.source.start))
            high = max(high, self.scene.token_at(cue.source.end - 1) + 1)
        if high < sentence.last and self.tokens[high].text in _NAME_ENDS:
            high += self.scene.lexicon.names_in_marks and self.scene.quotation_at(self.tokens[high].start) is None
        while low > sentence.first and self.tokens[low - 1].text not in _LEFT_EDGES:
            low -= 1
        while high < sentence.last and self.tokens[high].text not in _RIGHT_EDGES:
            high += 1
        return low, high

    def follows_quotation(self, low: int) -> bool:
        """Whether a quotation that is a sentence of its own ends right before a token."""
        place = self.tokens[low].start - 1
        while place > 0 and (self.scene.text[place].isspace() or self.scene.text[place] in ",—–-"):
            place -= 1
        quotation = self.scene.quotation_at(place)
        return quotation is not None and quotation.start <= self.scene.sentence_of(low).start

    def is_inverted(self, cue: Cue) -> bool:
        """Whether a verb follows a quotation and its source follows it ("…," said X): nothing of what it reports comes next."""
        before = self.scene.trim(max(0, cue.start - 4), cue.start, ",—–-")[1]
        quotation = self.scene.quotation_at(before - 1)
        return (
            quotation is not None
            and quotation.end == before
            and (cue.source is None or not quotation.end <= cue.source.start < cue.start)
        )

    def group(self, cue: Cue, floor: int) -> int:
        """First token of the verb with its auxiliaries and clitics."""
        low = cue.token
        while low > floor and (
            self.tokens[low - 1].text.lower() in self.scene.lexicon.auxiliaries
            or self.tokens[low - 1].pos == "AUX"
            or self.tokens[low - 1].text.startswith("-")
        ):
            low -= 1
        return low

    def _opens(self, index: int) -> bool:
        token = self.tokens[index]
        if token.text in (",", ":"):
            return True
        words = self.scene.lexicon
        opener = token.text.lower() in words.complementizers - words.interrogatives
        return opener and clauses.base(token) in _OPENING

    def _returns(self, cue: Cue, index: int) -> bool:
        """Whether a token is a verb of the reporting clause: co-ordinated with the cue, or a participle beside it."""
        if index in self.raised:
            return self.raised[index] <= cue.token
        token = self.tokens[index]
        if index not in self.cue_tokens or token.morph.get("VerbForm") not in ("Part", "Ger", "Conv"):
            return False
        if token.morph.get("Tense") == "Past" and token.morph.get("VerbForm") == "Part":
            return False
        before = self.tokens[index - 1]
        return before.text == "," or (before.pos == "ADP" and self.tokens[index - 2].text == ",")
