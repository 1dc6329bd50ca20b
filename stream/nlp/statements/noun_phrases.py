"""Noun phrases of a language with articles, in a text without a parse: from an article on, as far as nouns are joined."""

from collections.abc import Iterator
from dataclasses import dataclass

from stream.nlp.statements.model import Source
from stream.nlp.statements.scene import Named, Scene

BOUNDARIES = frozenset(',;:.!?…«»“”„"()[]—–―¿¡|')
_SPEAKERS = frozenset({"person", "organization", "group", "country"})
_MAX_WORDS = 18
_MAX_BARE = 3
_MIN_NAME = 2
"""Fewest words of a name that nobody knows."""


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A run of tokens that names something."""

    low: int
    """Index of the first token."""
    high: int
    """One past the index of the last token."""
    head: int
    """Index of the noun or name that the rest describes."""
    named: Named | None
    """The mention at its head, where that is a name."""
    name: tuple[int, int] | None
    """First token and one past the last of the words with capitals that look like a person's name."""
    speaks: bool
    """Whether it is known to be somebody or something that can speak."""

    def source(self, scene: Scene) -> Source:
        """The phrase as the mention of a speaker."""
        tokens = scene.document.tokens
        name = (tokens[self.name[0]].start, tokens[self.name[1] - 1].end) if self.name is not None else None
        return Source(tokens[self.low].start, tokens[self.high - 1].end, self.head, name=name)


class NounPhrases:
    """Reads noun phrases in one scene."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.tokens = scene.document.tokens
        self.words = scene.lexicon

    def word(self, index: int) -> str:
        """A token in lower case."""
        return self.tokens[index].text.lower()

    def free(self, low: int, high: int) -> Iterator[NounPhrase]:
        """The noun phrases in a range of tokens that no preposition governs, in text order."""
        index = low
        while index < high:
            if self.word(index) in self.words.openers:
                index = self.behind_preposition(index, high)
                continue
            phrase = self.at(index, high)
            if phrase is None:
                index += 1
            else:
                if not self.is_time(phrase):
                    yield phrase
                index = phrase.high

    def behind_preposition(self, index: int, stop: int) -> int:
        """One past the phrase that a preposition opens; past the preposition alone where none follows."""
        index += 1
        while index < stop and self.word(index) in self.words.openers:
            index += 1
        if index < stop and self.word(index) in self.words.complementizers:
            return index
        phrase = self.at(index, stop) if index < stop else None
        return phrase.high if phrase is not None else self._bare(index, stop)

    def _bare(self, index: int, stop: int) -> int:
        """One past a few common nouns and adjectives without an article (in conferenza stampa)."""
        for place in range(index, min(stop, index + _MAX_BARE)):
            word = self.word(place)
            ends = word in self.words.determiners or word in self.words.openers or word in self._stops
            if ends or not word.isalpha() or self.tokens[place].text[0].isupper() or self.is_verb(place):
                return place
        return min(stop, index + _MAX_BARE)

    def at(self, low: int, stop: int) -> NounPhrase | None:
        """The noun phrase that begins at a token; None where no name, article or known noun stands there."""
        if not self._begins(low):
            return None
        high = self._end(low, min(stop, low + _MAX_WORDS))
        if high <= low:
            return None
        head = self._head(low, high)
        if head is None:
            return None
        named = self._named(low, high, head)
        name = self._name(head, high) if named is None else None
        speaks = named is not None or name is not None or self._can_speak(low, head)
        return NounPhrase(low, high, head, named, name, speaks)

    def is_time(self, phrase: NounPhrase) -> bool:
        """Whether a phrase says when."""
        near = range(phrase.low, min(phrase.high, phrase.head + 2))
        return phrase.named is None and any(self.word(index) in self.words.times for index in near)

    def is_pronoun(self, index: int) -> bool:
        """Whether a token is a personal pronoun, with no noun behind it that it would go with."""
        if self.word(index) not in self.words.pronouns:
            return False
        following = self.tokens[index + 1].text if index + 1 < len(self.tokens) else ""
        determines = self.word(index) in self.words.determiners and following[:1].isalpha()
        return not determines or following.lower() in self._stops

    @property
    def _stops(self) -> frozenset[str]:
        words = self.words
        return words.auxiliaries | words.negations | words.complementizers

    def _begins(self, index: int) -> bool:
        token = self.tokens[index]
        if not token.text[0].isalnum() or self.scene.quotation_at(token.start) is not None:
            return False
        word = token.text.lower()
        if self._named_at(index) is not None or word in self.words.determiners or self.is_pronoun(index):
            return True
        if word in self.words.openers or word in self.words.auxiliaries or word in self.words.times:
            return False
        return self._is_known(index) or (token.text[0].isupper() and not self._opens_sentence(index))

    def _opens_sentence(self, index: int) -> bool:
        return self.scene.sentence_of(index).first == index

    def _end(self, low: int, stop: int) -> int:
        """One past the last token: names, nouns and adjectives, and through prepositions that join nouns."""
        index = low
        if self.is_pronoun(low):
            return low + 1
        while index < stop:
            named = self._named_at(index)
            if named is not None:
                index = self.scene.token_at(named.end - 1) + 1
                if index < stop and self._named_at(index) is not None:
                    break
                continue
            if self._breaks(low, index, stop):
                break
            index += 1
        while index > low and (self.word(index - 1) in self.words.links or self.word(index - 1) in self.words.openers):
            index -= 1
        return min(index, stop)

    def _breaks(  # noqa: PLR0911 -- one return a kind of word
        self, low: int, index: int, stop: int
    ) -> bool:
        token, word, words = self.tokens[index], self.word(index), self.words
        if token.text in BOUNDARIES or self.scene.quotation_at(token.start) is not None:
            return True
        linked = index > low and self.word(index - 1) in words.links | words.conjunctions
        if word in words.conjunctions:
            return index + 1 >= stop or not self._continues(index + 1)
        if word in words.links:
            return index + 1 >= stop or (index > low and self.is_infinitive(index + 1))
        if index > low and self._is_known(index) and self._is_date(low, index):
            return True
        if word in words.determiners:
            return index > low and not linked
        if word in words.times and not linked and self._has_noun(low, index):
            return True
        return (
            word in words.openers
            or word in words.auxiliaries
            or word in words.negations
            or word in words.complementizers
            or word in words.relatives
            or (index > low and self.is_verb(index) and not linked)
        )

    def is_infinitive(self, index: int) -> bool:
        """Whether a token is an infinitive and no noun that looks like one."""
        word = self.tokens[index].text
        return word.islower() and word.endswith(self.words.infinitives) and not self._is_known(index)

    def _is_date(self, low: int, high: int) -> bool:
        """Whether a range is a day or time alone (este domingo)."""
        return self.word(high - 1) in self.words.times and not self._has_noun(low, high)

    def _has_noun(self, low: int, index: int) -> bool:
        """Whether something but articles and words of time stands in a range."""
        return any(self.word(place) not in self.words.determiners | self.words.times for place in range(low, index))

    def is_verb(self, index: int) -> bool:
        """Whether a token is a finite form of a reporting verb."""
        word = self.word(index)
        return word in self.words.forms and word not in self.words.participles and word not in self.words.homographs

    def _continues(self, index: int) -> bool:
        """Whether a co-ordinated phrase goes on with another noun phrase."""
        following = index + 1
        if self.word(index) in self.words.determiners:
            return following < len(self.tokens) and not self.is_verb(following)
        return self._named_at(index) is not None or self._is_known(index) or self.tokens[index].text[0].isupper()

    def _head(self, low: int, high: int) -> int | None:
        for index in range(low, high):
            if self._named_at(index) is not None or self.is_pronoun(index):
                return index
            if self.word(index) in self.words.determiners or self.word(index) in self.words.links:
                continue
            following = index + 1
            adjective = following < high and not self._is_known(index) and self._is_known(following)
            return following if adjective else index
        return None

    def _named(self, low: int, high: int, head: int) -> Named | None:
        """The mention at the head; a person's name also behind the title that describes it."""
        at_head = self._named_at(head)
        if at_head is not None and at_head.entity.type in _SPEAKERS:
            return at_head
        start, end = self.tokens[low].start, self.tokens[high - 1].end
        for named in self.scene.mentions_within(start, end):
            index = self.scene.token_at(named.start)
            governed = index > low and self.word(index - 1) in self.words.openers
            if named.entity.type == "person" and named.form == "name" and not governed:
                return named
        return None

    def _named_at(self, index: int) -> Named | None:
        token = self.tokens[index]
        for named in self.scene.mentions_within(token.start, token.end + 120):
            if named.start > token.start:
                return None
            if named.form == "name" and token.text[0].isupper():
                return named
        return None

    def _name(self, head: int, high: int) -> tuple[int, int] | None:
        """Words with capitals at the end of a phrase that a common noun for a person, or an unknown one, heads."""
        low = high
        while low > head + 1 and self.tokens[low - 1].text[0].isupper():
            low -= 1
        word = self.word(head)
        kind = self.words.referents.get(word, "person" if not self._is_known(head) or word in self.words.titles else "")
        governed = self.word(low - 1) in self.words.openers | self.words.determiners
        whole = high - low >= _MIN_NAME and self.tokens[head].text[0].islower()
        return (low, high) if whole and not governed and kind == "person" else None

    def _can_speak(self, low: int, head: int) -> bool:
        return self.is_pronoun(head) or self._is_known(head) or (low < head and self._is_known(low))

    def _is_known(self, index: int) -> bool:
        words, word = self.words, self.word(index)
        tables = (words.titles, words.anonymous, words.referents, words.bodies, words.groups, words.documents)
        return any(word in table for table in tables)
