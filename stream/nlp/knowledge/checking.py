"""What is wrong with the tables: the built-in ones and one's own."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from stream.errors import ConfigurationError
from stream.nlp.knowledge.base import KnowledgeBase
from stream.nlp.knowledge.entries import LETTERS, PEOPLE, SCRIPTS, THINGS, person, thing
from stream.nlp.knowledge.geography import countries
from stream.nlp.knowledge.institutions import institutions
from stream.nlp.knowledge.loading import read_knowledge
from stream.nlp.knowledge.names import is_acronym, name_key
from stream.nlp.knowledge.own import SHARED, OwnTables, own_tables
from stream.nlp.knowledge.records import Country, Record
from stream.nlp.knowledge.tables import DATA, Row, read, tables

BODIES: Final = frozenset({"EU", "UN"})
"""Codes that stand beside those of countries."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong."""

    place: str
    """File and line; empty where it stands in no table."""
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check has found."""

    faults: tuple[Fault, ...]
    lines: int
    """Lines of the built-in tables of people and things."""
    own: int
    """Lines of one's own ones."""


@dataclass(frozen=True, slots=True)
class _Line:
    row: Row
    record: Record
    own: bool


def check(own: Path | None = None) -> Checked:
    """Look through the built-in tables and, where given, a table or a folder of tables of one's own.

    Raises:
        ConfigurationError: ``own`` cannot be read, or is no table at all.

    """
    mine = own_tables(own)
    faults: list[Fault] = []
    lands = list(countries())
    lines = list(_lines(mine, lands, faults))
    faults += _doubled(lines)
    faults += _countries(lines, lands)
    for line in lines:
        faults += _untidy(line.row)
    try:
        base = read_knowledge(own)
    except ConfigurationError as error:
        # What no line alone is at fault for; the faults of lines are told already.
        faults += [] if faults else [_fault(error)]
    else:
        faults += _shared(lines, base, mine)
    number = sum(line.own for line in lines)
    return Checked(tuple(faults), len(lines) - number, number)


def _lines(mine: OwnTables, lands: Sequence[Country], faults: list[Fault]) -> Iterator[_Line]:
    """The lines that can be read, things first; what is wrong with the others goes to ``faults``."""

    def wrong(error: ConfigurationError) -> None:
        faults.append(_fault(error))

    def rows(columns: tuple[str, ...], *folders: str) -> Iterator[tuple[Row, bool]]:
        for file in _files(*folders):
            yield from ((row, False) for row in read(file, columns, wrong=wrong))
        yield from ((row, True) for row in mine.rows(columns, wrong))

    bodies: dict[str, str] = {}
    for row, own in rows(THINGS, "places", "organizations"):
        try:
            record = thing(row)
        except ConfigurationError as error:
            wrong(error)
        else:
            bodies.setdefault(name_key(record.name), record.id)
            yield _Line(row, record, own)
    for record in institutions(lands, {}):
        bodies.setdefault(name_key(record.name), record.id)
    for row, own in rows(PEOPLE, "people"):
        try:
            yield _Line(row, person(row, bodies), own)
        except ConfigurationError as error:
            wrong(error)


def _files(*folders: str) -> Iterator[Traversable]:
    return (file for folder in folders for file in tables(folder))


def _fault(error: ConfigurationError) -> Fault:
    return Fault("", error.message)


def _doubled(lines: list[_Line]) -> Iterator[Fault]:
    """Lines of one identity among the built-in ones, or among one's own."""
    first: dict[tuple[bool, str], _Line] = {}
    for line in lines:
        before = first.setdefault((line.own, line.record.id), line)
        if before is not line:
            yield Fault(line.row.place, f"{line.record.id} stands in {before.row.place} already")


def _untidy(row: Row) -> Iterator[Fault]:
    """Names that no text has so, or that stand in the column of another script."""
    for column in ("name", *SCRIPTS):
        for name in row.several(column):
            if "  " in name or "\u200b" in name or name.count("*") > 1 or name.count("(") != name.count(")"):
                yield Fault(row.place, f"{name!r} has two blanks or stars, or a parenthesis alone")
            elif not name_key(name.replace("*", "")):
                yield Fault(row.place, f"{name!r} has no letter")
            elif column != "name" and _foreign(name, column):
                yield Fault(row.place, f"{name!r} is not in the script of its column, {column}")


def _foreign(name: str, script: str) -> bool:
    """Whether a name has no letter of the script; names in Latin letters are common in Cyrillic and Japanese texts too."""
    if LETTERS[script].search(name):
        return False
    return script == "latin" or not re.search(r"[A-Za-z]", name)


def _countries(lines: list[_Line], lands: Sequence[Country]) -> Iterator[Fault]:
    known = {country.code for country in lands} | BODIES | {None}
    ids = {country.wikidata: country for country in lands}
    for line in lines:
        record = line.record
        for code in dict.fromkeys((record.country, *(office.country for office in record.offices))):
            if code not in known:
                yield Fault(line.row.place, f"{code!r} is the code of no country")
        if record.id in ids:
            yield Fault(line.row.place, f"{record.id} is the id of a country, {ids[record.id].name}")


def _shared(lines: list[_Line], base: KnowledgeBase, mine: OwnTables) -> Iterator[Fault]:
    """Names of several records that are not listed as such, and listed ones that are not shared."""
    places = {line.record.name: line for line in lines}
    holders: dict[str, dict[str, str]] = defaultdict(dict)
    for alias, record in base.aliases():
        holders[alias if is_acronym(alias) else name_key(alias)][record.id] = record.name
    built_in = list(read(DATA / "ambiguous.tsv", SHARED))
    listed = {row["key"]: row for row in (*built_in, *mine.rows(SHARED))}
    for key, names in holders.items():
        row = listed.get(key)
        if len(names) > 1 and not (row and set(names.values()) <= set(row.several("names"))):
            known = (places[name] for name in names.values() if name in places)
            line = max(known, key=lambda line: line.own, default=None)
            of = " and of ".join(name for name in names.values() if line is None or name != line.record.name)
            yield Fault(
                line.row.place if line else "",
                f"{key!r} is a name of {of or 'another record'} too; list it in a table of {' and '.join(SHARED)}",
            )
    for key, row in listed.items():
        gone = [name for name in row.several("names") if name not in holders.get(key, {}).values()]
        if gone:
            yield Fault(row.place, f"{key!r} is no name of {' or of '.join(gone)}")
