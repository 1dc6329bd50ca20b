"""Countries and territories with their names, demonyms and capitals."""

import re
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from typing import Final

from stream.nlp.knowledge.adjectives import LANGUAGES
from stream.nlp.knowledge.records import Country, Record
from stream.nlp.knowledge.tables import DATA, Row, read

_CAPITALS: Final = ("code", *LANGUAGES)
_COUNTRIES: Final = ("code", "wikidata", "sovereign", "name", *LANGUAGES)
_OWN: Final = ("code", "language", "names", "rank")

_CODE: Final = re.compile(r"[a-z]{2,3}")

Names = dict[str, tuple[str, ...]]


def countries() -> Iterator[Country]:
    """All countries and territories, by code.

    Raises:
        ConfigurationError: a table is malformed.

    """
    rows = list(read(DATA / "countries.tsv", _COUNTRIES))
    names = _with_own("country-names.tsv", {row["code"]: _per_language(row) for row in rows})
    capitals = _with_own(
        "capital-names.tsv", {row["code"]: _per_language(row) for row in read(DATA / "capitals.tsv", _CAPITALS)}
    )
    demonyms = _demonyms()
    for row in rows:
        code = row["code"]
        sovereign = row["sovereign"] == "yes"
        yield Country(
            code, row["name"], row["wikidata"], sovereign, names[code], demonyms.get(code, {}), capitals.get(code, {})
        )


def country_record(country: Country) -> Record:
    """The country as something to be linked to, under its names in all languages."""
    names = (country.name, *(name for names in country.names.values() for name in names))
    return Record(
        country.wikidata, country.name, "country", country.wikidata, country.code, None, tuple(dict.fromkeys(names))
    )


def _with_own(file: str, names: dict[str, Names]) -> dict[str, Names]:
    """The names, and those of our own table: before them where it ranks them first, after them where it does not."""
    for row in read(DATA / file, _OWN):
        code, language, own = row["code"], row["language"], row.several("names")
        if not _CODE.fullmatch(language):
            raise row.error(f"{language!r} is no language code")
        listed = names.setdefault(code, {}).get(language, ())
        joined = (*own, *listed) if row["rank"] == "first" else (*listed, *own)
        names[code][language] = tuple(dict.fromkeys(joined))
    return names


def _per_language(row: Row) -> Names:
    return {language: listed for language in LANGUAGES if (listed := row.several(language))}


def _demonyms() -> dict[str, Names]:
    """Code to language to the forms of the demonym, from the languages' packages."""
    found: dict[str, Names] = defaultdict(dict)
    for language in LANGUAGES:
        forms: dict[str, str] = import_module(f"stream.nlp.languages.{language}.demonyms").DEMONYMS
        by_code: dict[str, list[str]] = defaultdict(list)
        for form, code in forms.items():
            by_code[code].append(form)
        for code, listed in by_code.items():
            found[code][language] = tuple(listed)
    return found
