"""All ways of writing what the knowledge base knows, as a text in one language may have them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from babel import Locale, UnknownLocaleError

from stream.nlp.knowledge import Country, Record, is_acronym, load, slug
from stream.nlp.knowledge.adjectives import LANGUAGES

HitKind = Literal["name", "capital", "demonym"]

_RELATED: Mapping[str, tuple[str, ...]] = dict.fromkeys(("uk", "be", "bg", "mk", "sr"), ("ru",))
"""Languages that mostly write a country's name as another does, but for the ending."""


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
    languages = (language, *_RELATED.get(language, ()))
    for country in base.countries():
        record = base.get(country.wikidata)
        if record is None:
            continue
        for name in (*_in(country.names, languages, "en"), *_cldr(language, country.code)):
            yield Entry(record, "name", tuple(name.split()), is_acronym(name))
        for form in _in(country.demonyms, languages[:1]):
            yield Entry(record, "demonym", tuple(form.split()))
        capital = _capital(country)
        if capital is not None:
            for name in _in(country.capitals, languages, "en"):
                yield Entry(capital, "capital", tuple(name.split()))


def _in(names: Mapping[str, tuple[str, ...]], languages: Sequence[str], *more: str) -> Iterator[str]:
    """The names in the languages and in ``more``; in all, where there are none in any of ``languages``."""
    wanted = (*languages, *more) if any(language in names for language in languages) else names
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
    known = load().place(names[0], country.code)
    return known or Record(f"x:{slug(names[0])}", names[0], "place", None, country.code, None, names)
