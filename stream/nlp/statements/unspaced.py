"""Who speaks in front of a verb, in a script without spaces: Chinese X表示，…."""

import re
from functools import cache

from stream.nlp.document import Sentence
from stream.nlp.languages import lexicon
from stream.nlp.statements import nominals
from stream.nlp.statements.model import Cue, Source
from stream.nlp.statements.neighbours import COMMAS
from stream.nlp.statements.scene import Scene

_EDGE = re.compile(r"[,;:!?…«»“”„\"()—–―，。！？；：「」『』\n]|[电電讯訊](?=\s)")
_MAX_PHRASE = 16
_MAX_SEGMENTS = 3
_MAX_BACK = 120
"""How far in front of a verb its speaker is looked for, in code points."""


class Unspaced:
    """See :class:`stream.nlp.statements.neighbours.Neighbours`."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.words = scene.lexicon
        light = self.words.auxiliaries | self.words.negations | self.words.conjunctions
        self._light = tuple(sorted(light, key=len, reverse=True))
        self._conjunctions = tuple(sorted(self.words.conjunctions, key=len, reverse=True))

    def source(self, cue: Cue, floor: int, sentence: Sentence) -> Source | None:
        """See :class:`Neighbours`."""
        if floor > sentence.first and self._goes_on(cue, sentence):
            return None
        return self._in_front(cue, sentence)

    def _goes_on(self, cue: Cue, sentence: Sentence) -> bool:
        """Whether only a conjunction stands between a mark and the verb: the source of the verb before speaks on (，并呼吁)."""
        start = self._edge_before(max(sentence.start, cue.start - _MAX_BACK), cue.start)
        joined = next((word for word in self._conjunctions if self.scene.text.startswith(word, start, cue.start)), None)
        return joined is not None and self._strip(start + len(joined), cue.start) == start + len(joined)

    def governs(self, cue: Cue, last: Cue | None, sentence: Sentence) -> bool:  # noqa: ARG002 -- the protocol's
        """See :class:`Neighbours`; :mod:`forms` leaves out what only contains a reporting word."""
        return True

    def _in_front(self, cue: Cue, sentence: Sentence) -> Source | None:
        low, high = max(sentence.start, cue.start - _MAX_BACK), cue.start
        for count in range(_MAX_SEGMENTS):
            start = self._edge_before(low, high)
            found = self._in_stretch(start, high, first=count == 0)
            if found is not None:
                return found
            between = self.scene.text[start - 1 : start] if start > low else ""
            if between not in COMMAS or (
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
        changed = True
        while changed and end > start:
            changed = False
            for word in self._light:
                if self.scene.text.endswith(word, start, end):
                    end -= len(word)
                    changed = True
                    break
        return end

    def _in_stretch(self, start: int, end: int, *, first: bool) -> Source | None:
        for word in self._conjunctions:
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

    def joint(self, cue: Cue, sentence: Sentence) -> int | None:
        """See :class:`Neighbours`."""
        start = self._edge_before(max(sentence.start, cue.start - _MAX_BACK), cue.start)
        joined = any(self.scene.text.startswith(word, start, cue.start) for word in self.words.conjunctions)
        light = self._strip(start, cue.start) == start
        if start > sentence.start and (joined or light) and self.scene.text[start - 1] in COMMAS:
            return start - 1
        return None


@cache
def _stops(code: str) -> re.Pattern[str]:
    """What ends a speaker's phrase in front of a Chinese verb: a preposition, a time."""
    words = sorted(lexicon(code).openers, key=lambda word: (-len(word), word))
    return re.compile(r"\d+[日号月年时點点]|" + "|".join(map(re.escape, words)))
