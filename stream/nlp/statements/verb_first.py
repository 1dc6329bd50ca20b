"""Who speaks behind a verb that opens its clause: Arabic قال X إن …."""

from stream.nlp.document import Sentence, Token
from stream.nlp.statements import nominals
from stream.nlp.statements.model import Cue, Source
from stream.nlp.statements.neighbours import BOUNDARIES, COMMAS, SpacedNeighbours

_MAX_PHRASE = 16


class VerbFirst(SpacedNeighbours):
    """See :class:`stream.nlp.statements.neighbours.Neighbours`."""

    def source(self, cue: Cue, floor: int, sentence: Sentence) -> Source | None:  # noqa: ARG002 -- the protocol's
        """See :class:`Neighbours`."""
        quoted = self._quoted(cue, sentence) if cue.lemma in self.words.quoters else None
        return quoted or self._behind(cue, sentence) or self._in_front(cue, sentence)

    def _quoted(self, cue: Cue, sentence: Sentence) -> Source | None:
        """Whom a medium quotes, behind its preposition: نقلت الوكالة عن X قوله إن …."""
        stop = min(sentence.last, max(cue.last, cue.token) + 1 + _MAX_PHRASE)
        for index in range(max(cue.last, cue.token) + 1, stop):
            text = self.tokens[index].text
            if text in BOUNDARIES or text in self.words.complementizers:
                return None
            if text in self.words.makers:
                high = self._phrase_end(index + 1, sentence)
                closed = next((at for at in range(index + 1, high) if self.tokens[at].text in self.words.closers), high)
                return self._spoken_by(index + 1, closed)
        return None

    def _spoken_by(self, low: int, high: int) -> Source | None:
        return nominals.phrase(self.scene, self.tokens[low].start, self.tokens[high - 1].end) if low < high else None

    def governs(self, cue: Cue, last: Cue | None, sentence: Sentence) -> bool:
        """See :class:`Neighbours`."""
        if cue.start > self.tokens[cue.token].start:
            return True
        low = self.clause_start(cue.token, sentence, _MAX_PHRASE)
        if last is None or last.token < low:
            return True
        return all(self.is_light(other.text) for other in self.tokens[low : cue.token])

    def _behind(self, cue: Cue, sentence: Sentence) -> Source | None:
        index = max(cue.last, cue.token) + 1
        while index < sentence.last and self.tokens[index].text in self.words.auxiliaries:
            index += 1
        high = self._phrase_end(index, sentence)
        if high <= index:
            return None
        high = self._with_apposition(high, sentence)
        while high > index + 1 and self.tokens[high - 1].text in self.words.auxiliaries:
            high -= 1
        end = self._mention_edge(index, high, sentence)
        return nominals.phrase(self.scene, self.tokens[index].start, end)

    def _phrase_end(self, index: int, sentence: Sentence) -> int:
        """One past the last token of the noun phrase that begins with a token."""
        high = index
        while high < sentence.last and high - index < _MAX_PHRASE and not self._stops(self.tokens[high], index):
            high += 1
        return high

    def _stops(self, token: Token, first: int) -> bool:
        text, words = token.text, self.words
        if text in BOUNDARIES or text in words.complementizers or text in words.openers or text[0].isdigit():
            return True
        if self.scene.quotation_at(token.start) is not None:
            return True
        return token.index > first and any(
            named.start == token.start + 1 and text[0] in "لب"
            for named in self.scene.mentions_within(token.start, token.end + 60)
        )

    def _with_apposition(self, high: int, sentence: Sentence) -> int:
        """The end of a phrase with a name between commas behind it (المتحدث، أحمد علي، إن)."""
        if high >= sentence.last or self.tokens[high].text not in COMMAS:
            return high
        second = self._phrase_end(high + 1, sentence)
        closed = second + 1 < sentence.last and self.tokens[second].text in COMMAS
        if second > high + 1 and closed and self.tokens[second + 1].text in self.words.complementizers:
            return second
        return high

    def _mention_edge(self, low: int, high: int, sentence: Sentence) -> int:
        """Where a phrase ends: with its last name, where no word opens what was said."""
        end = self.tokens[high - 1].end
        if high < sentence.last and (
            self.tokens[high].text in self.words.complementizers or self.tokens[high].text in ":،,"
        ):
            return end
        mentions = nominals.named(self.scene, self.tokens[low].start, end)
        return mentions[0].end if mentions and mentions[0].start - self.tokens[low].start <= 1 else end

    def _in_front(self, cue: Cue, sentence: Sentence) -> Source | None:
        """The subject in front of an Arabic verb, where the sentence begins with it."""
        token = self.tokens[cue.token]
        if cue.start > token.start or cue.token == sentence.first:
            return None
        low = self.clause_start(cue.token, sentence, _MAX_PHRASE)
        if low < cue.token and self.tokens[low].text in self.words.openers:
            return None
        high = cue.token
        while high > low and self.is_light(self.tokens[high - 1].text):
            high -= 1
        return nominals.speaker(self.scene, self.tokens[low].start, self.tokens[high - 1].end) if high > low else None
