"""Source phrases of the Romance languages without a parse: según X, según explicó X, secondo X, de acordo com X."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from stream.nlp.document import Sentence
from stream.nlp.languages import lexicon
from stream.nlp.statements.articled_members import members
from stream.nlp.statements.articled_subjects import Subjects
from stream.nlp.statements.carried import Carried
from stream.nlp.statements.extent import EDGE_MARKS
from stream.nlp.statements.model import Cue, Range, Report, Source
from stream.nlp.statements.noun_phrases import BOUNDARIES, NounPhrase
from stream.nlp.statements.scene import Scene
from stream.nlp.statements.surface_phrases import pattern

_MIN_CONTENT = 8
_MAX_ASIDE = 25
_COMMAS = frozenset(",—–―")


@cache
def _own_pattern(code: str) -> re.Pattern[str] | None:
    """What finds the source phrases of a language that mean who spoke before."""
    phrases = sorted(lexicon(code).own, key=lambda phrase: (-len(phrase), phrase))
    body = "|".join(map(re.escape, phrases))
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE) if phrases else None


class Phrases:
    """Finds the source phrases of one scene."""

    def __init__(self, scene: Scene, finder: Subjects, cues: Sequence[Cue] = ()) -> None:
        self.cues = sorted(cues, key=lambda cue: cue.start)
        self.scene = scene
        self.tokens = scene.document.tokens
        self.words = scene.lexicon
        self.finder = finder

    def find(self) -> Iterator[tuple[Cue, Report | None]]:
        """The phrases outside quotations in text order, each with the report of its sentence where that has one."""
        compiled = pattern(self.words.code, after=False)
        for match in compiled.finditer(self.scene.text) if compiled is not None else ():
            sentence = self.scene.sentence_at(match.start())
            if sentence is None or match.end() >= sentence.end or self.scene.quotation_at(match.start()) is not None:
                continue
            if self._is_ordinal(match, sentence):
                continue
            index = self.scene.token_at(match.end())
            related = self._related(match, index, sentence)
            if related is not None:
                yield related
                continue
            phrase = self._source(index, sentence)
            if phrase is None:
                verb = self._verb(index, sentence)
                if verb is not None and self._is_whole(match, verb + 1, sentence):
                    yield self._carried(match, verb + 1, sentence)
                continue
            source = self.finder.described(phrase)
            if not self._means_source(match, phrase, source, sentence):
                continue
            source = replace(source, members=tuple(members(self.scene, source)))
            yield self._found(match, source, self.scene.token_at(source.end - 1) + 1, sentence)
        yield from self._own()

    def _own(self) -> Iterator[tuple[Cue, Report | None]]:
        """The phrases that mean who spoke before (in her view)."""
        compiled = _own_pattern(self.words.code)
        for match in compiled.finditer(self.scene.text) if compiled is not None else ():
            sentence = self.scene.sentence_at(match.start())
            index = self.scene.token_at(match.end())
            if sentence is None or self.scene.quotation_at(match.start()) is not None or index > sentence.last:
                continue
            if self._is_whole(match, index, sentence):
                yield self._carried(match, index, sentence)

    def _carried(self, match: re.Match[str], index: int, sentence: Sentence) -> tuple[Cue, Report | None]:
        """What a phrase without a source reports, with whom the sentences before told of."""
        token = self.scene.token_at(match.start())
        cue = Cue(match.start(), match.end(), match[0].lower(), "state", "phrase", token=token)
        last = next((cue for cue in reversed(self.cues) if cue.start < match.start()), None)
        source = Carried(self.scene, self.finder).source(cue, last)
        return self._found(match, source, index, sentence)

    def _is_whole(self, match: re.Match[str], index: int, sentence: Sentence) -> bool:
        """Whether a phrase without a source is a member of its clause by itself: at its head or end, set off."""
        closed = index >= sentence.last or self.tokens[index].text in _COMMAS or self.tokens[index].text in ".!?…"
        heads = not self.scene.text[sentence.start : match.start()].strip(EDGE_MARKS + " ¿¡")
        ends = index >= sentence.last or self.tokens[index].text in ".!?…"
        return closed and (heads or ends)

    def _related(self, match: re.Match[str], index: int, sentence: Sentence) -> tuple[Cue, Report] | None:
        """The clause of a relative pronoun behind the phrase (X, para quien …; un informe según el cual …)."""
        place = index + (index < sentence.last and self.finder.word(index) in self.words.articles)
        if place + 1 >= sentence.last or self.finder.word(place) not in self.words.relatives:
            return None
        phrase = self.finder.antecedent(self.scene.token_at(match.start()), sentence.first)
        if phrase is None:
            return None
        source = self.finder.described(phrase)
        token = self.scene.token_at(match.start())
        cue = Cue(match.start(), match.end(), match[0].lower(), "state", "phrase", token=token, source=source)
        last = self.tokens[self._stop(place + 1, sentence) - 1]
        content = self.scene.trim(self.tokens[place + 1].start, last.end, EDGE_MARKS)
        return cue, Report([content], cue, "source phrase", source)

    def _is_ordinal(self, match: re.Match[str], sentence: Sentence) -> bool:
        """Whether an article stands in front of the phrase, which is a number then (il secondo turno)."""
        index = self.scene.token_at(match.start()) - 1
        words = self.words.determiners | self.words.openers
        return index >= sentence.first and " " not in match[0] and self.finder.word(index) in words

    def _source(self, index: int, sentence: Sentence) -> NounPhrase | None:
        """Who follows the phrase: at once, or behind a reporting verb."""
        if index >= sentence.last or self._names_nobody(index):
            return None
        phrase = self.finder.phrases.at(index, sentence.last)
        if phrase is not None:
            return None if self.finder.phrases.is_time(phrase) else phrase
        verb = self._verb(index, sentence)
        place = index if verb is None else verb
        if not self.tokens[place].text.isalpha():
            return None
        token = self.tokens[place]
        found = self.finder.behind(Cue(token.start, token.end, "", "state", "verb", token=place), sentence)
        return found if verb is not None or (found is not None and found.speaks) else None

    def _names_nobody(self, index: int) -> bool:
        words = " ".join(self.finder.word(place) for place in range(index, min(index + 2, len(self.tokens))))
        return self.finder.word(index) in self.words.no_sources or words in self.words.no_sources

    def _verb(self, index: int, sentence: Sentence) -> int | None:
        """Index of the reporting verb that a phrase goes on with (según explicó X; según ha podido saber X)."""
        skipped = self.words.auxiliaries | self.words.perfects | self.words.modals
        for place in range(index, min(index + 5, sentence.last)):
            word = self.finder.word(place)
            knows = place > index and word.endswith((*self.words.infinitives, *self.words.participial))
            if word in self.words.forms or word in self.words.cues or (knows and word not in skipped):
                return place
            if word not in skipped:
                return None
        return None

    def _means_source(self, match: re.Match[str], phrase: NounPhrase, source: Source, sentence: Sentence) -> bool:
        """Whether a phrase with other senses has somebody who can speak, and stands where it frames its clause."""
        if match[0].lower() not in self.words.hesitant:
            return True
        heads = not self.scene.text[sentence.start : match.start()].strip(EDGE_MARKS + " ¿¡")
        stop = self.scene.token_at(source.end - 1) + 1
        closed = stop < sentence.last and self.tokens[stop].text == ","
        named = any(
            one.entity.type in ("person", "organization")
            for one in self.scene.mentions_within(source.start, source.end)
        )
        return heads and closed and (named or self.finder.word(phrase.head) in self.words.groups)

    def _found(
        self, match: re.Match[str], source: Source | None, behind: int, sentence: Sentence
    ) -> tuple[Cue, Report | None]:
        token = self.scene.token_at(match.start())
        cue = Cue(match.start(), match.end(), match[0].lower(), "state", "phrase", token=token, source=source)
        begin = self.finder.content_start(sentence)
        parts: list[Range] = []
        before = self.scene.tokens_within(self.tokens[begin].start, match.start())
        opens = [one.text.lower() for one in before if one.text not in _COMMAS][-1:]
        if before and opens[0] not in self.words.relatives | self.words.complementizers:
            parts.append(self.scene.trim(before[0].start, match.start(), EDGE_MARKS))
        index = self._past_asides(behind, sentence)
        if index < sentence.last:
            last = self._stop(index, sentence)
            parts.append(self.scene.trim(self.tokens[index].start, self.tokens[last - 1].end, EDGE_MARKS))
        content = [part for part in parts if part[1] > part[0] and len(self.scene.tokens_within(*part)) > 1]
        if sum(end - start for start, end in content) < _MIN_CONTENT:
            return cue, None
        return cue, Report(content, cue, "source phrase", source, previous=source is None)

    def _past_asides(self, index: int, sentence: Sentence) -> int:
        """Where the clause goes on behind a source and what describes it or says when it spoke."""
        while index < sentence.last:
            text = self.tokens[index].text
            if text in _COMMAS:
                if not self._is_aside(index + 1, sentence):
                    return index + 1
                index += 1
            elif text in BOUNDARIES:
                return sentence.last
            index += 1
        return sentence.last

    def _is_aside(self, index: int, sentence: Sentence) -> bool:
        """Whether what a comma opens describes the source: a relative clause, a participle, a circumstance, set off again."""
        if index >= sentence.last:
            return False
        word = self.finder.word(index)
        closed = any(
            self.tokens[place].text in _COMMAS for place in range(index, min(index + _MAX_ASIDE, sentence.last))
        )
        describes = (
            word in self.words.relatives
            or word.endswith(self.words.participial)
            or (word in self.words.openers and word in self.words.links)
        )
        phrase = self.finder.phrases.at(index, sentence.last)
        title = (
            phrase is not None
            and phrase.speaks
            and self._is_closed(phrase, sentence)
            and word not in self.words.determiners
        )
        return (describes and closed) or title

    def _is_closed(self, phrase: NounPhrase, sentence: Sentence) -> bool:
        return phrase.high < sentence.last and self.tokens[phrase.high].text in _COMMAS

    def _stop(self, index: int, sentence: Sentence) -> int:
        return next((place for place in range(index, sentence.last) if self.tokens[place].text == ";"), sentence.last)
