"""Finds in a text what the knowledge base knows: longest match first, from left to right.

Names of countries, their capitals and their people (demonyms) are matched in the text's language and in English; all other
names in every language, since the press writes them in many ways.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from stream.nlp.entities.aliases import Entry, HitKind
from stream.nlp.entities.index import (
    MAX_WORDS,
    Index,
    geography,
    inflected_geography,
    inflected_names,
    names,
)
from stream.nlp.entities.inflection import declines
from stream.nlp.entities.words import Word, joined
from stream.nlp.knowledge import name_key

_CAPITALISED_DEMONYMS = frozenset({"en"})
"""Languages that write their adjectives of countries with a capital, so that polish is no demonym."""
_ARABIC_PREFIXES = ("وال", "بال", "فال", "كال", "لل", "و", "ف", "ب", "ل", "ك")
"""Conjunctions and prepositions written as one word with the name after them, alone or with its article."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of the text that is written like something known."""

    start: int
    end: int
    first: int
    """Index of its first word among the text's words."""
    last: int
    """One past the index of its last word."""
    entries: tuple[Entry, ...]
    """What it may mean."""

    @property
    def kind(self) -> HitKind:
        """How it names what it may mean."""
        return self.entries[0].kind

    @property
    def weak(self) -> bool:
        """Whether it is a surname alone."""
        return all(entry.surname for entry in self.entries)


class Gazetteer:
    """Matches one language's texts."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._geography = [geography(language)]
        self._all = [*self._geography, names()]
        if declines(language):
            self._geography.append(inflected_geography(language))
            self._all += [inflected_geography(language), inflected_names(language)]

    def hits(self, text: str, row: Sequence[Word]) -> list[Hit]:
        """What the words of a text name; hits do not overlap."""
        return self._hits(text, row, range(len(row)), self._all)

    def lands(self, text: str, row: Sequence[Word], hits: Iterable[Hit]) -> Iterator[Hit]:
        """The countries, capitals and demonyms among the hits, and those inside the names of others (the French Senate)."""
        for hit in hits:
            if hit.kind != "name" or hit.entries[0].record.type == "country":
                yield hit
            elif hit.last - hit.first > 1:
                yield from self._hits(text, row, range(hit.first, hit.last), self._geography)

    def _hits(self, text: str, row: Sequence[Word], within: range, indexes: Sequence[Index]) -> list[Hit]:
        found, index = [], within.start
        row = row if within.stop == len(row) else row[: within.stop]
        while index < within.stop:
            hit = self._longest(text, row, index, indexes)
            if hit is None:
                index += 1
            else:
                found.append(hit)
                index = hit.last
        return found

    def _longest(self, text: str, row: Sequence[Word], index: int, indexes: Sequence[Index]) -> Hit | None:
        for head in self._readings(row[index]):
            ahead = [head, *row[index + 1 : index + MAX_WORDS]]
            matches = [match for lookup in indexes for match in lookup.matches(ahead)]
            # Stable: of equal lengths, the exact form comes before the inflected one.
            for length, entries in sorted(matches, key=lambda match: -match[0]):
                stretch = ahead[:length]
                fitting = tuple(entry for entry in entries if self._fits(entry, text, stretch))
                if fitting:
                    return Hit(head.start, stretch[-1].end, index, index + length, fitting)
        return None

    def _readings(self, word: Word) -> Iterator[Word]:
        yield word
        if self._language != "ar":
            return
        for prefix in _ARABIC_PREFIXES:
            rest = word.text.removeprefix(prefix)
            if rest != word.text and len(rest) > 2:  # noqa: PLR2004 (shorter ones are words of their own)
                article = len(prefix) > 1
                key = name_key(f"ال{rest}" if article else rest)
                yield replace(word, text=rest, start=word.end - len(rest), key=key)

    def _fits(self, entry: Entry, text: str, stretch: Sequence[Word]) -> bool:
        if any(not joined(text, one, two) for one, two in pairwise(stretch)):
            return False
        if entry.acronym:
            return all(word.text.isupper() for word in stretch)
        if entry.kind == "demonym":
            return stretch[0].capital or self._language not in _CAPITALISED_DEMONYMS
        if entry.words[0][:1].isupper() and not stretch[0].capital:
            return False
        return _whole(text, stretch)


def _whole(text: str, stretch: Sequence[Word]) -> bool:
    """Whether the match is no part of a longer word: a kana name ends where the kana end, one Han sign is no name."""
    start, end = stretch[0].start, stretch[-1].end
    if end - start == 1 and not text[start].isascii() and text[start].lower() == text[start].upper():
        return False
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (_katakana(text[start]) and _katakana(before)) and not (_katakana(text[end - 1]) and _katakana(after))


def _katakana(character: str) -> bool:
    return "\u30a1" <= character <= "\u30fa" or character == "ー"


@cache
def gazetteer(language: str) -> Gazetteer:
    """The matcher for texts of a language, built once per process."""
    return Gazetteer(language)
