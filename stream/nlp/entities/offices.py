"""Titles of office with their country: the Russian president, le ministre français des Affaires étrangères, глава МИД Ирана.

A title that stands beside a name tells that person's office; one that stands alone means its holder.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from stream.nlp.document import Document
from stream.nlp.entities.candidates import Candidate
from stream.nlp.entities.gazetteer import Hit
from stream.nlp.entities.inflection import stem
from stream.nlp.entities.lexicon import lexicon
from stream.nlp.entities.words import Word, joined, words

_LINKS = frozenset(
    [
        "of",
        "the",
        "de",
        "du",
        "des",
        "d",
        "la",
        "le",
        "les",
        "l",
        "del",
        "della",
        "dello",
        "dell",
        "dei",
        "do",
        "da",
        "dos",
        "das",
        "der",
        "van",
    ]
)
"""Folded words between a title and its country (président de la Russie)."""
_MAX_LINKS = 2
_BESIDE = re.compile(r"\s?,?\s?")
"""Between a title and the name after it."""
_AFTER_NAME = re.compile(r"\s?[,(–—-]\s?(?:(?:le|la|the|el|il|lo|o|a|der|die)\s)?(?:l['’])?")
"""Between a name and the title after it."""


@dataclass(frozen=True, slots=True)
class OfficeMention:
    """A title of office of a country, as the text gives it."""

    document: int
    start: int
    end: int
    country: str
    """ISO 3166-1 alpha-2."""
    role: str
    beside: Candidate | None
    """The person whose name stands beside it; None where the title stands alone."""


def offices(
    number: int, document: Document, row: Sequence[Word], hits: Sequence[Hit], candidates: Sequence[Candidate]
) -> Iterator[OfficeMention]:
    """The titles with a country in a document, in text order."""
    titles = _titles(document.language)
    if not titles:
        return
    lands = _lands(hits)
    former = lexicon(document.language).former
    people = [candidate for candidate in candidates if candidate.type == "person" and candidate.document == number]
    index = 0
    while index < len(row):
        found = None if index in lands else _title(document, row, index, lands, titles)
        placed = _with_country(document, row, lands, *found) if found else None
        if found is None or placed is None:
            index += 1
            continue
        first, last, country = placed
        if first == 0 or row[first - 1].text.lower() not in former:
            start, end = row[first].start, row[last - 1].end
            yield OfficeMention(number, start, end, country, found[2], _beside(document.text, start, end, people))
        index = last


def _lands(hits: Sequence[Hit]) -> dict[int, tuple[int, str, str]]:
    """Index of the first word of each country's name or demonym to one past its last, the country and the kind of hit."""
    return {
        hit.first: (hit.last, record.country, hit.kind)
        for hit in hits
        if (record := hit.entries[0].record).type == "country" and record.country
    }


def _title(
    document: Document,
    row: Sequence[Word],
    first: int,
    lands: Mapping[int, tuple[int, str, str]],
    titles: Mapping[str, Sequence[tuple[tuple[str, ...], str]]],
) -> tuple[int, int, str, str | None] | None:
    """The longest title that starts at a word: its range, its role, and the country of an adjective inside it."""
    language = document.language
    for keys, role in titles.get(stem(row[first].key, language), ()):
        index, country = first + 1, None
        for key in keys[1:]:
            if country is None and index in lands and lands[index][2] == "demonym":
                index, country = lands[index][0], lands[index][1]
            if index >= len(row) or stem(row[index].key, language) != key:
                break
            index += 1
        else:
            if all(joined(document.text, row[i], row[i + 1]) for i in range(first, index - 1)):
                return first, index, role, country
    return None


def _with_country(  # noqa: PLR0913, PLR0917 -- the place, from left to right
    document: Document,
    row: Sequence[Word],
    lands: Mapping[int, tuple[int, str, str]],
    first: int,
    last: int,
    _role: str,
    country: str | None,
) -> tuple[int, int, str] | None:
    """The range of a title with the country that stands inside, after or before it."""
    if country is not None:
        return first, last, country
    text, after = document.text, last
    while after < len(row) and after - last <= _MAX_LINKS and joined(text, row[after - 1], row[after]):
        if after in lands:
            return first, lands[after][0], lands[after][1]
        if row[after].key not in _LINKS:
            break
        after += 1
    for start in range(first - 1, max(-1, first - 5), -1):
        if start in lands:
            end = lands[start][0]
            possessive = end == first - 1 and row[end].key == "s"
            if (end == first or possessive) and all(joined(text, row[i], row[i + 1]) for i in range(start, first)):
                return start, last, lands[start][1]
    return None


def _beside(text: str, start: int, end: int, people: Sequence[Candidate]) -> Candidate | None:
    before = None
    for person in people:
        if person.start >= end:
            # Xi Jinping, le président russe Vladimir Poutine et …: the name after the title is the nearer one.
            return person if _BESIDE.fullmatch(text, end, person.start) else before
        if person.end <= start:
            before = person if _AFTER_NAME.fullmatch(text, person.end, start) else None
    return before


@cache
def _titles(language: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word's key to the titles that start with it, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for title, role in lexicon(language).titles.items():
        keys = tuple(stem(word.key, language) for word in words(title))
        if keys:
            found.setdefault(keys[0], []).append((keys, role))
    for listed in found.values():
        listed.sort(key=lambda item: -len(item[0]))
    return found
