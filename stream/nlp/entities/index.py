"""Aliases by the words that they consist of, in the form that a text has them and by their stems."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from stream.nlp.entities.aliases import Entry, geography_entries, name_entries
from stream.nlp.entities.inflection import CYRILLIC_LANGUAGES, stem
from stream.nlp.entities.words import Word, words

MAX_WORDS = 12
"""Longest name that is looked for."""


class Index:
    """Entries by the folded words that they consist of."""

    def __init__(self, entries: Iterable[Entry], fold: Callable[[str], str] = str) -> None:
        self._fold = fold
        self._entries: dict[str, tuple[Entry, ...]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        for entry in entries:
            keys = [fold(word.key) for word in words(" ".join(entry.words))]
            if not 0 < len(keys) <= MAX_WORDS:
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


@cache
def names() -> Index:
    """Everything known but countries."""
    return Index(name_entries())


@cache
def geography(language: str) -> Index:
    """Countries, capitals and demonyms."""
    return Index(geography_entries(language))


@cache
def inflected_names(language: str) -> Index:
    """Everything known but countries, by stems."""
    return Index(
        (entry for entry in name_entries() if not entry.acronym and _declinable(entry, language)),
        lambda key: stem(key, language),
    )


@cache
def inflected_geography(language: str) -> Index:
    """Countries and capitals, by stems."""
    return Index(
        (e for e in geography_entries(language) if e.kind != "demonym" and not e.acronym and _declinable(e, language)),
        lambda key: stem(key, language),
    )


def _declinable(entry: Entry, language: str) -> bool:
    """Whether the name is in the script of the language, whose endings it then takes."""
    cyrillic = "\u0400" <= entry.words[0][-1] <= "\u04ff"
    return cyrillic == (language in CYRILLIC_LANGUAGES)
