"""Who speaks beside a verb that what was said follows, where no capitals show names: Arabic, Persian, Chinese."""

import re
from functools import cache

from stream.nlp.document import Sentence, Token
from stream.nlp.languages import lexicon
from stream.nlp.statements import nominals
from stream.nlp.statements.model import Cue, Source
from stream.nlp.statements.scene import Scene

_COMMAS = frozenset(",،，、")
_BOUNDARIES = frozenset(',;:.!?…«»“”„"()—–―，。！？；：「」『』،؛؟\n')
_EDGE = re.compile(r"[,;:!?…«»“”„\"()—–―，。！？；：「」『』\n]")
_MAX_PHRASE = 16
_MAX_SEGMENTS = 3
_MAX_NAME = 4
_MAX_BACK = 120
"""How far in front of a verb its speaker is looked for, in code points."""


class Neighbours:
    """Looks for the speakers of one scene's reporting verbs."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.tokens = scene.document.tokens
        self.words = scene.lexicon

    def source(self, cue: Cue, floor: int, sentence: Sentence) -> Source | None:
        """The source that stands at a verb, not before the token ``floor``; None where the sentence leaves it out."""
        if not self.words.spaced:
            return self._before_unspaced(cue, sentence)
        if self.words.order == "vso":
            return self._behind(cue, sentence) or self._in_front(cue, sentence)
        return self._before(cue, floor, sentence)

    def continues(self, cue: Cue, sentence: Sentence) -> bool:
        """Whether a verb without a subject of its own goes on after another in its sentence."""
        return self.joint(cue, sentence) is not None

    def joint(self, cue: Cue, sentence: Sentence) -> int | None:
        """Where a clause begins that goes on with the same or another speaker: at its comma or conjunction."""
        if not self.words.spaced:
            return self._joint_unspaced(cue, sentence)
        index = cue.token
        if cue.start > self.tokens[index].start:
            return self._before_mark(index, sentence)
        while index > sentence.first and self._is_light(self.tokens[index - 1].text):
            index -= 1
        if index > sentence.first and self.tokens[index - 1].text in _COMMAS:
            return self.tokens[index - 1].start
        if self.tokens[index].text in self.words.conjunctions:
            return self.tokens[index].start
        if self.words.order == "sov" and cue.source is not None:
            return self._before_source(cue.source, sentence)
        return None

    def _before_source(self, source: Source, sentence: Sentence) -> int | None:
        index = self.scene.token_at(source.start)
        if sentence.first < index and self.tokens[index - 1].text in self.words.conjunctions:
            return self._before_mark(index - 1, sentence)
        return None

    def _before_mark(self, index: int, sentence: Sentence) -> int:
        before = index > sentence.first and self.tokens[index - 1].text in _COMMAS
        return self.tokens[index - 1].start if before else self.tokens[index].start

    def _is_light(self, word: str) -> bool:
        words = self.words
        return word in words.auxiliaries or word in words.negations or word in words.conjunctions

    def governs(self, cue: Cue, last: Cue | None, sentence: Sentence) -> bool:
        """Whether a verb is its clause's own, and not in what describes the speaker (a source who asked not to be named)."""
        if not self.words.spaced:
            return True
        token = self.tokens[cue.token]
        if cue.start > token.start:
            return True
        low = self._clause_start(cue.token, sentence)
        if self.words.order == "sov":
            if low == sentence.first or self.tokens[low - 1].text not in self.words.complementizers:
                return True
            return self._after_conjunction(low, cue.token)
        if last is None or last.token < low:
            return True
        return all(self._is_light(other.text) for other in self.tokens[low : cue.token])

    def _after_conjunction(self, low: int, high: int) -> bool:
        """Whether a conjunction opens a new clause in front of a verb, with its subject or nothing behind it."""
        index = next(
            (at for at in range(high - 1, low - 1, -1) if self.tokens[at].text in self.words.conjunctions), None
        )
        if index is None:
            return False
        rest = self.tokens[index + 1 : high]
        if all(self._is_light(token.text) for token in rest):
            return True
        return nominals.speaker(self.scene, rest[0].start, rest[-1].end) is not None

    # -- Arabic: behind the verb

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
        if text in _BOUNDARIES or text in words.complementizers or text in words.openers or text[0].isdigit():
            return True
        if self.scene.quotation_at(token.start) is not None:
            return True
        return token.index > first and any(
            named.start == token.start + 1 and text[0] in "لب"
            for named in self.scene.mentions_within(token.start, token.end + 60)
        )

    def _with_apposition(self, high: int, sentence: Sentence) -> int:
        """The end of a phrase with a name between commas behind it (المتحدث، أحمد علي، إن)."""
        if high >= sentence.last or self.tokens[high].text not in _COMMAS:
            return high
        second = self._phrase_end(high + 1, sentence)
        closed = second + 1 < sentence.last and self.tokens[second].text in _COMMAS
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
        low = self._clause_start(cue.token, sentence)
        if low < cue.token and self.tokens[low].text in self.words.openers:
            return None
        high = cue.token
        while high > low and self._is_light(self.tokens[high - 1].text):
            high -= 1
        return nominals.speaker(self.scene, self.tokens[low].start, self.tokens[high - 1].end) if high > low else None

    def _clause_start(self, index: int, sentence: Sentence) -> int:
        low = index
        while low > sentence.first and index - low < _MAX_PHRASE:
            word = self.tokens[low - 1].text
            if word in _BOUNDARIES or word in self.words.complementizers:
                break
            low -= 1
        return low

    # -- Persian: in front of the verb

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
        if low <= sentence.first or self.tokens[low - 1].text not in _COMMAS or self.tokens[low].start != source.start:
            return source
        first = self._segment_start(low - 1, sentence)
        words = [token.text for token in self.tokens[first : low - 1]]
        if not 0 < len(words) <= _MAX_NAME or set(words) & (self.words.openers | self.words.complementizers):
            return source
        return nominals.speaker(self.scene, self.tokens[first].start, source.end) or source

    def _segment_start(self, index: int, sentence: Sentence) -> int:
        low = index
        while low > sentence.first and index - low < 3 * _MAX_PHRASE and self.tokens[low - 1].text not in _BOUNDARIES:
            low -= 1
        return low

    def _in_segment(self, low: int, high: int) -> Source | None:
        while low < high and (self._is_light(self.tokens[low].text)):
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
        while end > low and self._is_light(self.tokens[end - 1].text):
            end -= 1
        if mentions and end > low and mentions[-1].end == self.tokens[end - 1].end:
            return nominals.speaker(self.scene, mentions[-1].start, mentions[-1].end)
        return nominals.pronoun(self.scene, self.tokens[end - 1].start, self.tokens[end - 1].end) if end > low else None

    # -- Chinese: in front of the verb, without spaces

    def _before_unspaced(self, cue: Cue, sentence: Sentence) -> Source | None:
        low, high = max(sentence.start, cue.start - _MAX_BACK), cue.start
        for count in range(_MAX_SEGMENTS):
            start = self._edge_before(low, high)
            found = self._in_stretch(start, high, first=count == 0)
            if found is not None:
                return found
            between = self.scene.text[start - 1 : start] if start > low else ""
            if between not in _COMMAS or (
                count == 0 and self.scene.text[start:high].strip() and not self._is_adverbial(start, high)
            ):
                return None
            high = start - 1
        return None

    def _edge_before(self, low: int, high: int) -> int:
        start = low
        for match in _EDGE.finditer(self.scene.text, low, high):
            start = match.end()
        return start

    def _is_adverbial(self, start: int, end: int) -> bool:
        text = self.scene.text[start:end]
        light = (*self.words.openers, *self.words.conjunctions)
        return text.startswith(light) or self._strip(start, end) == start

    def _strip(self, start: int, end: int) -> int:
        """The end of a stretch without adverbs and negations in front of the verb."""
        light = sorted(self.words.auxiliaries | self.words.negations | self.words.conjunctions, key=len, reverse=True)
        changed = True
        while changed and end > start:
            changed = False
            for word in light:
                if self.scene.text.endswith(word, start, end):
                    end -= len(word)
                    changed = True
                    break
        return end

    def _in_stretch(self, start: int, end: int, *, first: bool) -> Source | None:
        for word in sorted(self.words.conjunctions, key=len, reverse=True):
            if self.scene.text.startswith(word, start, end):
                start += len(word)
                break
        end = self._strip(start, end)
        if start >= end:
            return None
        pattern = _stops(self.words.code)
        match = pattern.search(self.scene.text, start, end)
        while match is not None and self._inside_name(match.start()):
            match = pattern.search(self.scene.text, match.start() + 1, end)
        cut = match.start() if match is not None else end
        if cut == start:
            return self._ending_name(start, end)
        found = nominals.speaker(self.scene, start, cut)
        if found is None and first and cut - start <= _MAX_PHRASE:
            found = nominals.phrase(self.scene, start, cut)
        return self._to_name(found)

    def _inside_name(self, place: int) -> bool:
        return any(named.start <= place < named.end for named in self.scene.mentions_within(place - 30, place + 30))

    def _ending_name(self, start: int, end: int) -> Source | None:
        """A name right in front of the verb, behind a preposition's phrase without a comma."""
        mentions = nominals.named(self.scene, start, end)
        if mentions and mentions[-1].end == end:
            return nominals.speaker(self.scene, mentions[-1].start, end)
        return None

    def _to_name(self, source: Source | None) -> Source | None:
        """A phrase cut behind the name of its person (王毅会见外长时说)."""
        if source is None:
            return None
        people = [one for one in nominals.named(self.scene, source.start, source.end) if one.entity.type == "person"]
        if people and people[0].form == "name" and people[0].end < source.end and not source.members:
            return nominals.speaker(self.scene, source.start, people[0].end)
        return source

    def _joint_unspaced(self, cue: Cue, sentence: Sentence) -> int | None:
        start = self._edge_before(max(sentence.start, cue.start - _MAX_BACK), cue.start)
        joined = any(self.scene.text.startswith(word, start, cue.start) for word in self.words.conjunctions)
        light = self._strip(start, cue.start) == start
        if start > sentence.start and (joined or light) and self.scene.text[start - 1] in _COMMAS:
            return start - 1
        return None


@cache
def _stops(code: str) -> re.Pattern[str]:
    """What ends a speaker's phrase in front of a Chinese verb: a preposition, a time."""
    words = sorted(lexicon(code).openers, key=lambda word: (-len(word), word))
    return re.compile(r"\d+[日号月年时點点]|" + "|".join(map(re.escape, words)))
