"""Finds in a text what the knowledge base knows: longest match first, from left to right.

Names of countries, their capitals and their people (demonyms) are matched in the text's language and in English; all other
names in every language, since the press writes them in many ways.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Literal

from babel import Locale, UnknownLocaleError

from stream.nlp.entities.inflection import declines, stem
from stream.nlp.entities.words import Word, joined, words
from stream.nlp.knowledge import Country, Record, is_acronym, load, name_key, slug
from stream.nlp.knowledge.adjectives import LANGUAGES

HitKind = Literal["name", "capital", "demonym"]

_MAX_WORDS = 12
_CAPITALISED_DEMONYMS = frozenset({"en"})
"""Languages that write their adjectives of countries with a capital, so that polish is no demonym."""
_ARABIC_PREFIXES = ("وال", "بال", "فال", "كال", "لل", "و", "ف", "ب", "ل", "ك")
"""Conjunctions and prepositions written as one word with the name after them, alone or with its article."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One way of writing something known."""

    record: Record
    kind: HitKind
    words: tuple[str, ...]
    """As written."""
    acronym: bool = False
    """Met in capitals only."""
    surname: bool = False
    """A surname alone, which others may have."""


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


class Index:
    """Entries by the folded words that they consist of."""

    def __init__(self, entries: Iterable[Entry], fold: Callable[[str], str] = str) -> None:
        self._fold = fold
        self._entries: dict[str, tuple[Entry, ...]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        for entry in entries:
            keys = [fold(word.key) for word in words(" ".join(entry.words))]
            if not 0 < len(keys) <= _MAX_WORDS:
                continue
            key = " ".join(keys)
            known = self._entries.get(key, ())
            if all(entry.record is not other.record or entry.kind != other.kind for other in known):
                self._entries[key] = (*known, entry)
            lengths = self._lengths.get(keys[0], ())
            if len(keys) not in lengths:
                self._lengths[keys[0]] = tuple(sorted((*lengths, len(keys)), reverse=True))

    def matches(self, row: Sequence[Word]) -> Iterator[tuple[int, tuple[Entry, ...]]]:
        """Lengths in words, longest first, and entries that the beginning of ``row`` is written like."""
        for length in self._lengths.get(self._fold(row[0].key), ()) if row else ():
            if length <= len(row):
                found = self._entries.get(" ".join(self._fold(word.key) for word in row[:length]))
                if found:
                    yield length, found


class Gazetteer:
    """Matches one language's texts."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._geography = [_geography(language)]
        self._all = [*self._geography, _names()]
        if declines(language):
            self._geography.append(_inflected_geography(language))
            self._all += [_inflected_geography(language), _inflected_names(language)]

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
            ahead = [head, *row[index + 1 : index + _MAX_WORDS]]
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


def name_entries() -> Iterator[Entry]:
    """Everything known but countries."""
    for record in load():
        if record.type != "country":
            surnames = set(record.surnames)
            for alias in record.aliases:
                yield Entry(record, "name", tuple(alias.split()), is_acronym(alias), alias in surnames)


def geography_entries(language: str) -> Iterator[Entry]:
    """Countries, capitals and demonyms in a language and in English; in all languages for one that is not listed."""
    base = load()
    for country in base.countries():
        record = base.get(country.wikidata)
        if record is None:
            continue
        for name in (*_in(country.names, language, "en"), *_cldr(language, country.code)):
            yield Entry(record, "name", tuple(name.split()), is_acronym(name))
        for form in _in(country.demonyms, language):
            yield Entry(record, "demonym", tuple(form.split()))
        capital = _capital(country)
        if capital is not None:
            for name in _in(country.capitals, language, "en"):
                yield Entry(capital, "capital", tuple(name.split()))


def _in(names: Mapping[str, tuple[str, ...]], *languages: str) -> Iterator[str]:
    """The names in the languages; in all, where there are none in the first."""
    wanted = languages if languages[0] in names else names
    yield from dict.fromkeys(name for code in wanted for name in names.get(code, ()))


def _cldr(language: str, code: str) -> tuple[str, ...]:
    """A country's name in a language that the knowledge base has no names in, from Unicode's CLDR."""
    locale = _locale(language)
    name = locale.territories.get(code) if locale else None
    return (name,) if name else ()


@cache
def _locale(language: str) -> Locale | None:
    try:
        return None if language in LANGUAGES else Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return None


def _capital(country: Country) -> Record | None:
    names = country.capitals.get("en")
    if not names:
        return None
    known = next(
        (record for record in load().find(names[0]) if record.type == "place" and record.country == country.code), None
    )
    return known or Record(f"x:{slug(names[0])}", names[0], "place", None, country.code, None, names)


@cache
def _names() -> Index:
    return Index(name_entries())


@cache
def _geography(language: str) -> Index:
    return Index(geography_entries(language))


@cache
def _inflected_names(language: str) -> Index:
    return Index(
        (entry for entry in name_entries() if not entry.acronym and _declinable(entry, language)),
        lambda key: stem(key, language),
    )


@cache
def _inflected_geography(language: str) -> Index:
    return Index(
        (e for e in geography_entries(language) if e.kind != "demonym" and not e.acronym and _declinable(e, language)),
        lambda key: stem(key, language),
    )


def _declinable(entry: Entry, language: str) -> bool:
    """Whether the name is in the script of the language, whose endings it then takes."""
    cyrillic = "\u0400" <= entry.words[0][-1] <= "\u04ff"
    return cyrillic == (language in ("ru", "uk", "be", "bg", "mk", "sr"))
