"""Who speaks at the head of a clause whose verb comes before what was said: Persian X گفت که …."""

from stream.nlp.document import Sentence
from stream.nlp.statements import nominals
from stream.nlp.statements.model import Cue, Source
from stream.nlp.statements.neighbours import BOUNDARIES, COMMAS, SpacedNeighbours

_MAX_PHRASE = 16
_MAX_SEGMENTS = 3
_MAX_NAME = 4


class ClauseHead(SpacedNeighbours):
    """See :class:`stream.nlp.statements.neighbours.Neighbours`."""

    def source(self, cue: Cue, floor: int, sentence: Sentence) -> Source | None:
        """See :class:`Neighbours`."""
        return self._before(cue, floor, sentence)

    def joint(self, cue: Cue, sentence: Sentence) -> int | None:
        """See :class:`Neighbours`."""
        found = super().joint(cue, sentence)
        if found is not None or cue.source is None:
            return found
        index = self.scene.token_at(cue.source.start)
        if sentence.first < index and self.tokens[index - 1].text in self.words.conjunctions:
            return self.before_mark(index - 1, sentence)
        return None

    def governs(self, cue: Cue, last: Cue | None, sentence: Sentence) -> bool:  # noqa: ARG002 -- the protocol's
        """See :class:`Neighbours`."""
        low = self.clause_start(cue.token, sentence, _MAX_PHRASE)
        if low == sentence.first or self.tokens[low - 1].text not in self.words.complementizers:
            return True
        return self._after_conjunction(low, cue.token)

    def _after_conjunction(self, low: int, high: int) -> bool:
        """Whether a conjunction opens a new clause in front of a verb, with its subject or nothing behind it."""
        index = next(
            (at for at in range(high - 1, low - 1, -1) if self.tokens[at].text in self.words.conjunctions), None
        )
        if index is None:
            return False
        rest = self.tokens[index + 1 : high]
        if all(self.is_light(token.text) for token in rest):
            return True
        return nominals.speaker(self.scene, rest[0].start, rest[-1].end) is not None

    def _before(self, cue: Cue, floor: int, sentence: Sentence) -> Source | None:
        """The speaker at the head of the clause, before the first preposition or the relative clause about it."""
        index = cue.token
        for _ in range(_MAX_SEGMENTS):
            low = max(floor, self._segment_start(index, sentence))
            found = self._in_segment(low, index)
            if found is not None:
                return self._with_name(found, low, sentence)
            if low <= max(floor, sentence.first):
                return None
            index = low - 1
        return None

    def _with_name(self, source: Source, low: int, sentence: Sentence) -> Source:
        """An office with the name that a comma sets apart in front of it (X، شهردار Y، گفت)."""
        if low <= sentence.first or self.tokens[low - 1].text not in COMMAS or self.tokens[low].start != source.start:
            return source
        first = self._segment_start(low - 1, sentence)
        words = [token.text for token in self.tokens[first : low - 1]]
        if not 0 < len(words) <= _MAX_NAME or set(words) & (self.words.openers | self.words.complementizers):
            return source
        return nominals.speaker(self.scene, self.tokens[first].start, source.end) or source

    def _segment_start(self, index: int, sentence: Sentence) -> int:
        low = index
        while low > sentence.first and index - low < 3 * _MAX_PHRASE and self.tokens[low - 1].text not in BOUNDARIES:
            low -= 1
        return low

    def _in_segment(self, low: int, high: int) -> Source | None:
        while low < high and (self.is_light(self.tokens[low].text)):
            low += 1
        stop = low
        while stop < high and self._carries(stop, low):
            stop += 1
        if stop == low:
            return self._last_name(low, high)
        found = nominals.speaker(self.scene, self.tokens[low].start, self.tokens[stop - 1].end)
        return found or self._last_name(low, high)

    def _carries(self, index: int, first: int) -> bool:
        word = self.tokens[index].text
        inside = self.scene.quotation_at(self.tokens[index].start) is not None
        stops = word in self.words.openers or word in self.words.complementizers or word[0].isdigit() or inside
        return not stops and index - first < _MAX_PHRASE and not (index > first and word in self.words.auxiliaries)

    def _last_name(self, low: int, high: int) -> Source | None:
        """A name right in front of the verb, behind circumstances that no comma closes."""
        if high <= low:
            return None
        mentions = nominals.named(self.scene, self.tokens[low].start, self.tokens[high - 1].end)
        end = high
        while end > low and self.is_light(self.tokens[end - 1].text):
            end -= 1
        if mentions and end > low and mentions[-1].end == self.tokens[end - 1].end:
            return nominals.speaker(self.scene, mentions[-1].start, mentions[-1].end)
        return nominals.pronoun(self.scene, self.tokens[end - 1].start, self.tokens[end - 1].end) if end > low else None
