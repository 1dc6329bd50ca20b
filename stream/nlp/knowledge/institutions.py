"""Ministries, parliaments, armies and the like of every state, from one table of patterns.

The press names them by country ("Russian foreign ministry", "ministère russe des Affaires étrangères", "МИД России"): the
patterns of ``institutions.tsv`` are filled with the country's name, adjective or genitive in each language. An
institution that has a name of its own (Pentagon, Knesset) is a line of the organisations' tables with the same kind and
country; the generated names are then added to that record.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from stream.nlp.knowledge.adjectives import LANGUAGES, fillings
from stream.nlp.knowledge.names import name_key, slug
from stream.nlp.knowledge.records import Country, Record
from stream.nlp.knowledge.tables import DATA, Row, read

_COLUMNS: Final = ("kind", "name", "scope", "without", *LANGUAGES)
_NEWS: Final = ("code",)


def institutions(countries: Sequence[Country], written: Mapping[tuple[str, str], Record]) -> Iterator[Record]:
    """The institutions of all states.

    Args:
        countries: all countries; territories without a government of their own have no institutions here.
        written: kind and country to the record that stands in the organisations' tables; it is yielded with the
            generated names added.

    Raises:
        ConfigurationError: the table is malformed.

    """
    rows = list(read(DATA / "institutions.tsv", _COLUMNS))
    in_the_news = {row["code"] for row in read(DATA / "institution-countries.tsv", _NEWS)}
    patterns = {row.place: {language: row.several(language) for language in LANGUAGES} for row in rows}
    for country in countries:
        if not country.sovereign:
            continue
        words = {language: fillings(language, country) for language in LANGUAGES}
        adjective = words["en"]["adj"][0]
        for row in rows:
            everywhere = row["scope"] == "all" or country.code in in_the_news
            if not everywhere or country.code in row["without"].split():
                continue
            names = tuple(_names(patterns[row.place], words))
            yield _joined(row, country, f"{adjective} {row['name']}", names, written.get((row["kind"], country.code)))


def _joined(row: Row, country: Country, name: str, names: tuple[str, ...], record: Record | None) -> Record:
    if record is not None:
        known = {name_key(alias) for alias in record.aliases}
        return replace(record, aliases=(*record.aliases, *(name for name in names if name_key(name) not in known)))
    return Record(
        f"x:{slug(name)}",
        name,
        "organization",
        None,
        country.code,
        None,
        tuple(dict.fromkeys((name, *names))),
        kind=row["kind"],
    )


def _names(patterns: Mapping[str, Sequence[str]], words: Mapping[str, Mapping[str, Sequence[str]]]) -> Iterator[str]:
    """Every pattern filled with every word for its blank; a pattern whose blank has no word is left out."""
    for language, listed in patterns.items():
        for pattern in listed:
            before, _, rest = pattern.partition("{")
            blank, _, after = rest.partition("}")
            for word in words[language].get(blank, ()):
                yield f"{before}{word}{after}"
