"""Noun phrases of a language whose determiners show the case, in a text without a parse (German der Sprecher, dem Sprecher)."""

from collections.abc import Iterator
from dataclasses import dataclass

from stream.nlp.statements.boundaries import is_boundary
from stream.nlp.statements.model import Source
from stream.nlp.statements.scene import Scene
from stream.nlp.statements.speaker_phrases import SPEAKERS, is_known

_MAX_ADJECTIVES = 4


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase or pronoun with its genitives."""

    first: int
    last: int
    """One past its last token."""
    head: int
    """Its noun, else its pronoun."""
    cases: str
    """Letters of the cases that its determiner allows; of a phrase without one, all."""
    preposition: str = ""
    """The word that governs it, in lower case."""

    @property
    def nominative(self) -> bool:
        """Whether it can be a subject."""
        return not self.preposition and "n" in self.cases

    def source(self, scene: Scene) -> Source:
        """The phrase as the mention of a source."""
        tokens = scene.document.tokens
        return Source(tokens[self.first].start, tokens[self.last - 1].end, self.head)


def case_phrases(scene: Scene, low: int, high: int) -> Iterator[Phrase]:
    """The noun phrases and pronouns outside quotations in a range of tokens, in text order."""
    tokens, words = scene.document.tokens, scene.lexicon
    index, preposition = low, ""
    while index < high:
        word = tokens[index].text.lower()
        if word == "(":
            index = _closing(scene, index, high)
            continue
        found = None if scene.quotation_at(tokens[index].start) else _phrase(scene, index, high, preposition)
        if found is not None:
            yield found
            index, preposition = found.last, ""
            continue
        if word in words.prepositions:
            preposition = word
        elif is_boundary(scene, index):
            preposition = ""
        index += 1


def _closing(scene: Scene, index: int, high: int) -> int:
    """One past the bracket that closes the one at a token."""
    tokens = scene.document.tokens
    return next((place + 1 for place in range(index, high) if tokens[place].text == ")"), index + 1)


def _phrase(scene: Scene, first: int, high: int, preposition: str) -> Phrase | None:
    """The phrase that begins at a token."""
    tokens, words = scene.document.tokens, scene.lexicon
    word = tokens[first].text.lower()
    named = _named_at(scene, first, high)
    if named:
        return Phrase(first, named, first, "ndga", preposition)
    if word in words.prepositions or word in words.perfects or word in words.modals:
        return None
    cases = words.cases.get(word, "")
    if cases and word in words.pronouns and word not in words.determiners:
        return Phrase(first, first + 1, first, cases, preposition)
    noun = _noun(scene, first + bool(cases), high)
    if noun is None:
        alone = cases and word in words.pronouns
        return Phrase(first, first + 1, first, cases, preposition) if alone else None
    last = _last(scene, noun, high)
    head = noun
    while last < high and "g" in words.cases.get(tokens[last].text.lower(), ""):
        owner = _noun(scene, last + 1, high)
        if owner is None:
            break
        last = _last(scene, owner, high)
    return Phrase(first, last, head, cases or "ndga", preposition)


def _noun(scene: Scene, index: int, high: int) -> int | None:
    """The capitalised word at a token or behind adjectives there."""
    tokens, words = scene.document.tokens, scene.lexicon
    for place in range(index, min(high, index + _MAX_ADJECTIVES + 1)):
        text = tokens[place].text
        if is_boundary(scene, place):
            return None
        if any(map(str.isupper, text)) and (place > scene.sentence_of(place).first or not _is_function(scene, place)):
            return place
        inflected = text.lower().endswith(("e", "en", "er", "es", "em")) or text[0].isdigit()
        if not inflected or text.lower() in words.cases or text.lower() in words.forms or _is_function(scene, place):
            return None
    return None


def _is_function(scene: Scene, index: int) -> bool:
    word, words = scene.document.tokens[index].text.lower(), scene.lexicon
    others = (words.openers, words.auxiliaries, words.perfects, words.modals, words.cases, words.subordinators)
    return any(word in other for other in others)


def _named_at(scene: Scene, first: int, high: int) -> int:
    """One past the last token of the name that begins at a token; 0 where none does."""
    tokens = scene.document.tokens
    if first >= high:
        return 0
    start = tokens[first].start
    ends = (
        named.end
        for named in scene.mentions_within(start, tokens[high - 1].end)
        if named.start == start and named.form == "name"
    )
    end = next(ends, 0)
    return scene.token_at(end - 1) + 1 if end else 0


def _last(scene: Scene, noun: int, high: int) -> int:
    """One past the run of names and nouns that begins with a noun."""
    tokens = scene.document.tokens
    index = max(noun + 1, _named_at(scene, noun, high))
    while index < high:
        text = tokens[index].text
        joined = tokens[index - 1].text.endswith("-") and text.lower() in scene.lexicon.conjunctions
        if not (text[0].isupper() or joined) or text.lower() in scene.lexicon.cases:
            break
        index = max(index + 1, _named_at(scene, index, high))
    return index


def can_speak(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is a pronoun, names somebody, or has a noun of somebody who can say something."""
    tokens = scene.document.tokens
    head = tokens[phrase.head]
    if phrase.head == phrase.first and head.text.lower() in scene.lexicon.pronouns:
        return True
    if is_known(scene, head.text.lower()):
        return True
    start, end = tokens[phrase.first].start, tokens[phrase.last - 1].end
    return any(
        named.entity.type in SPEAKERS and named.form != "demonym" and named.start <= head.start < named.end
        for named in scene.mentions_within(start, end)
    )


def names_person(scene: Scene, phrase: Phrase) -> bool:
    """Whether a person is named inside a phrase."""
    tokens = scene.document.tokens
    inside = scene.mentions_within(tokens[phrase.first].start, tokens[phrase.last - 1].end)
    return any(named.entity.type == "person" for named in inside)
