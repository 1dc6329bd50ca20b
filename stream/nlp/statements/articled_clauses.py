"""Where clauses, things and contents begin and end in the Romance languages, without a parse."""

from stream.nlp.document import Sentence
from stream.nlp.statements.articled_subjects import Subjects
from stream.nlp.statements.model import Cue
from stream.nlp.statements.noun_phrases import BOUNDARIES
from stream.nlp.statements.scene import Scene
from stream.nlp.statements.surface import Surface

REACH = 40
COMMAS = frozenset(",—–―")
_MEDIUM_REACH = 6
_LONGEST = 5
"""Most words of a phrase that ends a content."""
_PARENTHESIS = 4
"""Most words of what commas set off between a verb and its clause."""
_QUOTE_REACH = 8
"""How many words behind a verb the quotation may stand that it introduces."""


class ArticledClauses(Surface):
    """The words of one scene in a language with articles and free place of the subject."""

    def __init__(self, scene: Scene) -> None:
        self.subjects = Subjects(scene)
        super().__init__(scene)

    def word(self, index: int) -> str:
        """A token in lower case."""
        return self.tokens[index].text.lower()

    def _opener(self, cue: Cue, sentence: Sentence) -> int | None:
        """Index of the word that opens what a verb reports; subject, addressee, time, circumstances may stand before it."""
        index = self._behind(cue)
        stop, commas = min(sentence.last, index + REACH), 0
        while index < stop:
            behind = self._past_parenthesis(index, stop)
            if behind is not None:
                index = behind
                continue
            word = self.word(index)
            commas += self.tokens[index].text in COMMAS
            if word in self.words.complementizers:
                if self.tokens[index - 1].text in COMMAS and (commas % 2 or self._follows_quotation(cue)):
                    return None  # a relative clause: said X, who …
                if self.word(index - 1) in self.words.no_complements and index - 1 > max(cue.last, cue.token):
                    return None
                return index
            following = self._past_circumstance(cue, index, stop)
            if following is None:
                return None
            index = following
        return None

    def _follows_quotation(self, cue: Cue) -> bool:
        """Whether a quotation stands right in front of a verb, which has reported by that."""
        before = self.subjects.group(cue) - 1
        while before > 0 and self.tokens[before].text in COMMAS:
            before -= 1
        return before >= 0 and self.scene.quotation_at(self.tokens[before].start) is not None

    def _past_parenthesis(self, index: int, stop: int) -> int | None:
        """One past what stands between two commas right behind a verb (admitió, no obstante, que); None without that."""
        if self.tokens[index].text != ",":
            return None
        for place in range(index + 2, min(stop, index + 2 + _PARENTHESIS)):
            if self.tokens[place].text == ",":
                following = place + 1 < stop and self.word(place + 1) in self.words.complementizers
                return place + 1 if following else None
            if not self.tokens[place].text.isalpha() or place in self.places:
                return None
        return None

    def _past_circumstance(self, cue: Cue, index: int, stop: int) -> int | None:
        """One past what may stand between a verb and its clause; None where something else does."""
        text, word, phrases = self.tokens[index].text, self.word(index), self.subjects.phrases
        if self.scene.quotation_at(self.tokens[index].start) is not None or index in self.places:
            return None
        if text in COMMAS:
            return index + 1
        if text in BOUNDARIES or word in self.words.conjunctions:
            return None
        if word in self.words.openers:
            return phrases.behind_preposition(index, stop)
        phrase = phrases.at(index, stop)
        if phrase is None:
            skipped = word in self.words.auxiliaries | self.words.times
            described = self.tokens[index - 1].text in COMMAS and not self._is_relative_at(index + 1)
            return index + 1 if skipped or described else None
        is_source = cue.source is not None and cue.source.start <= self.tokens[phrase.low].start < cue.source.end
        behind_comma = self.tokens[index - 1].text in COMMAS
        return phrase.high if is_source or behind_comma or phrases.is_time(phrase) else None

    def _is_relative_at(self, index: int) -> bool:
        return index < len(self.tokens) and self.word(index) in self.words.relatives

    def _is_infinitive(self, index: int) -> bool:
        word = self.word(index)
        return (
            len(word) > 2  # noqa: PLR2004 -- no infinitive is shorter but "ir"
            and word.endswith(self.words.infinitives)
            and word not in self.words.times
            and self.tokens[index].text[0].islower()
        )

    def _is_object(self, index: int) -> bool:
        """Whether a noun phrase begins at a token, by an article or by a common noun (called for calm)."""
        words, word = self.words, self.word(index)
        if word in words.determiners:
            return True
        skipped = (
            words.openers
            | words.auxiliaries
            | words.complementizers
            | words.relatives
            | words.conjunctions
            | words.times
        )
        adverb = word.endswith(words.manner) or word in words.negations
        return (
            word.isalpha()
            and word.islower()
            and self.tokens[index].text.islower()
            and word not in skipped
            and not adverb
        )

    def _past_time(self, index: int, sentence: Sentence) -> int:
        """One past what tells when the verb's act was (this Monday)."""
        while index < sentence.last:
            phrase = self.subjects.phrases.at(index, sentence.last)
            if phrase is not None and self.subjects.phrases.is_time(phrase):
                index = phrase.high
            elif self.word(index) in self.words.times:
                index += 1
            else:
                break
        return index

    def _is_relative(self, cue: Cue) -> bool:
        low = self.subjects.group(cue)
        return low > 0 and self.word(low - 1) in self.words.relatives

    def _describes(self, index: int) -> bool:
        """Whether an apposition begins at a token: a title or a name."""
        phrase = self.subjects.phrases.at(index, index + _MEDIUM_REACH)
        return phrase is not None and phrase.speaks

    def _is_medium(self, index: int) -> bool:
        """Whether a phrase with the medium of the statement begins at a token (in an interview with …)."""
        if self.word(index) not in self.words.openers:
            return False
        end = min(len(self.tokens), index + _MEDIUM_REACH) - 1
        text = self.scene.text[self.tokens[index].start : self.tokens[end].end].lower()
        text = text.partition(",")[0]
        return any(f" {medium}" in f" {text} " for medium in self.words.media)

    def _returns(self, index: int) -> bool:
        """Whether the reporting clause's own time or circumstances go on at a token."""
        word = self.word(index)
        return word in self.words.times or self._is_medium(index) or word in self.words.conditions

    def _leaves(self, index: int, sentence: Sentence) -> bool:
        """Whether a source phrase or the circumstances of the reporting begin behind a comma."""
        if index >= sentence.last:
            return False
        words = [self.word(place) for place in range(index, min(index + _LONGEST, sentence.last))]
        joined = [" ".join(words[:count]) for count in range(1, len(words) + 1)]
        if any(phrase in self.words.before for phrase in joined):
            return not self._is_parenthetical(index, sentence)
        return any(phrase in self.words.afterwards for phrase in joined) or self._is_medium(index)

    def _is_parenthetical(self, index: int, sentence: Sentence) -> bool:
        """Whether a source phrase is a verb alone between commas (…, según dijo, …)."""
        reach = self.tokens[index + 1 : min(index + 4, sentence.last)]
        words = [token.text.lower() for token in reach]
        aside = words[: words.index(",")] if "," in words else []
        return bool(aside) and all(word in self.words.forms or word in self.words.auxiliaries for word in aside)

    def _end(self, cue: Cue, first: int, sentence: Sentence) -> int:
        """The last token of a content: the sentence's, or in front of what is the article's own or another report."""
        for index in range(first + 1, sentence.last):
            if self.tokens[index].text == ";":
                return index - 1
            if self.tokens[index].text in COMMAS and self._leaves(index + 1, sentence):
                return index - 1
            other = self.places.get(index)
            if other is not None and index > cue.token:
                cut = self._cut(other, first)
                if cut is not None and cut > first:
                    return cut - 1
        return sentence.last - 1

    def _reports(self, cue: Cue) -> bool:
        """Whether a verb has something to report: a clause, a quotation, an infinitive or a thing."""
        sentence = self.scene.sentence_of(cue.token)
        index = self._behind(cue)
        if self._opener(cue, sentence) is not None or index >= sentence.last:
            return True
        quoted = any(self.scene.quotation_at(token.start) for token in self.tokens[index : index + _QUOTE_REACH])
        acts = cue.lemma in self.words.infinitival and any(
            map(self._is_infinitive, range(index, min(index + 3, sentence.last)))
        )
        thing = cue.nominal and self._is_object(self._past_time(index, sentence))
        return quoted or acts or thing or self.tokens[index].text in BOUNDARIES

    def _cut(self, other: Cue, first: int) -> int | None:
        """Index of the comma or conjunction where another report takes over from a content."""
        low = self.subjects.group(other)
        while low > first and self.word(low - 1) in self.words.comparisons:
            low -= 1
        start = self.tokens[first].start
        inside = other.source is not None and start <= other.source.start < other.start
        if not inside:
            joint = low
            while joint > first and (
                self.word(joint - 1) in self.words.conjunctions or self.tokens[joint - 1].text in COMMAS
            ):
                joint -= 1
            return joint if joint < low and self._reports(other) else None
        place = self.scene.token_at(other.source.start) if other.source is not None else low
        joint, joints = (
            place,
            self.words.conjunctions | self.words.subordinators | self.words.openers | self.words.times,
        )
        while joint > first and self.word(joint - 1) in joints:
            joint -= 1
        return joint - 1 if joint < place and self.tokens[joint - 1].text in COMMAS else None
