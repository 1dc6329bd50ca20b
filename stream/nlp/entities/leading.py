"""The common noun before a name: a part of it (golfe de Guinée, сборная Италии), or what tells its kind (озеро Хасан)."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from schemas import EntityType
from stream.nlp.document import Document
from stream.nlp.entities.candidates import Candidate
from stream.nlp.entities.inflection import stem
from stream.nlp.entities.lexicon import lexicon
from stream.nlp.entities.words import Word, joined, words

_PLACES: frozenset[EntityType] = frozenset({"place", "country", "facility"})
_MAX_LINKS = 2


@dataclass(frozen=True, slots=True)
class _Noun:
    """The noun before a name."""

    word: Word
    linked: bool
    """Whether a preposition or an article stands between the two."""


def with_nouns(document: Document, row: Sequence[Word], candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates of a document, which are in text order, with the nouns before them taken in or heard."""
    starts = [word.start for word in row]
    floor = 0
    for candidate in candidates:
        first = _index(starts, candidate)
        noun = _noun(document, row, first, floor) if first is not None and candidate.form == "name" else None
        yield candidate if noun is None else _with_noun(document, candidate, noun)
        floor = candidate.end


def teams(document: Document, row: Sequence[Word], candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates of a document, with the teams of a place (les Kings de Los Angeles) as one.

    A team is a noun with a capital, in the plural, between an article and the place that it is of.
    """
    known = lexicon(document.language)
    if not known.plurals:
        yield from candidates
        return
    starts = [word.start for word in row]
    made: list[Candidate] = []
    for candidate in candidates:
        place = _index(starts, candidate) if candidate.type in _PLACES else None
        first = _team(document, row, place) if place is not None else None
        if first is not None and all(other.end <= first.start or not other.entries for other in made):
            made = [other for other in made if other.end <= first.start]
            made.append(_from(document, candidate, first, "organization"))
        else:
            made.append(candidate)
    yield from made


def _index(starts: Sequence[int], candidate: Candidate) -> int | None:
    """Index of the word that a candidate begins with; None where it begins inside one."""
    index = bisect_left(starts, candidate.start)
    return index if index < len(starts) and starts[index] == candidate.start else None


def _team(document: Document, row: Sequence[Word], place: int) -> Word | None:
    """The first word of the team that the place is of; None where no team stands before it."""
    known, text = lexicon(document.language), document.text
    index = place - 1
    while index >= 0 and row[index].key in known.links and joined(text, row[index], row[index + 1]):
        index -= 1
    last = index
    if last == place - 1 or not joined(text, row[last], row[last + 1]) or not row[last].text.endswith("s"):
        return None
    while index >= 0 and row[index].text[0].isupper() and joined(text, row[index], row[index + 1]):
        index -= 1
    if index < 0 or index == last or row[index].text.lower() not in known.plurals:
        return None
    nouns = known.organizations | known.places | known.honorifics | known.gatherings
    return (
        None
        if any(word.text.lower().removesuffix("s") in nouns for word in row[index + 1 : last + 1])
        else row[index + 1]
    )


def _noun(document: Document, row: Sequence[Word], first: int, floor: int) -> _Noun | None:
    """The word before a name and the small words that link them; None where a mark or another name parts them."""
    known, index = lexicon(document.language), first - 1
    while index >= 0 and row[index].start >= floor and joined(document.text, row[index], row[index + 1]):
        word = row[index]
        if word.key not in known.links:
            return _Noun(word, linked=index < first - 1)
        if first - index > _MAX_LINKS:
            return None
        index -= 1
    return None


def _with_noun(document: Document, candidate: Candidate, noun: _Noun) -> Candidate:
    known, language = lexicon(document.language), document.language
    key = stem(noun.word.key, language)
    country = bool(candidate.entries) and candidate.entries[0].record.type == "country"
    if country and key in _stems(known.teams, language):
        return _from(document, candidate, noun.word, "organization")
    if noun.word.text.islower() and key in _stems(known.generics, language):
        if candidate.type in _PLACES or (candidate.type == "person" and not noun.linked):
            return _from(document, candidate, noun.word, "place")
        return candidate
    unsure = candidate.type == "person" and not candidate.entries and not noun.linked and " " not in candidate.text
    if unsure and key in _stems(known.places, language):
        return replace(candidate, type="place")
    return candidate


def _from(document: Document, candidate: Candidate, first: Word, type_: EntityType) -> Candidate:
    """The candidate from a word before it on: a thing of its own, not the one that it is named after."""
    text = document.text[first.start : candidate.end]
    return replace(candidate, start=first.start, text=text, type=type_, entries=())


@lru_cache(maxsize=512)
def _stems(nouns: frozenset[str], language: str) -> frozenset[str]:
    return frozenset(stem(word.key, language) for noun in nouns for word in words(noun)[:1])
