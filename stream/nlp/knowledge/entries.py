"""People, organisations and places from their tables."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources.abc import Traversable
from typing import Final, cast, get_args

from schemas import EntityType
from stream.nlp.knowledge.names import name_key, slug, split_name
from stream.nlp.knowledge.records import Gender, Office, Record
from stream.nlp.knowledge.tables import DATA, Row, parse_date, read, split

SCRIPTS: Final = ("latin", "cyrillic", "arabic", "han")
"""Columns of aliases by script; "han" holds Chinese and Japanese ones."""
LETTERS: Final[Mapping[str, re.Pattern[str]]] = {
    "han": re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff21-\uff3a]"),
    "arabic": re.compile(r"[\u0600-\u06ff]"),
    "cyrillic": re.compile(r"[\u0400-\u04ff]"),
    "latin": re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
}
"""A letter of each column's script. A name of two scripts belongs to the one that comes first: AFP通信 to "han"."""
PEOPLE: Final = ("name", "wikidata", "gender", "country", "offices", *SCRIPTS)
"""Columns of a table of people."""
THINGS: Final = ("name", "wikidata", "type", "kind", "country", *SCRIPTS)
"""Columns of a table of organisations or places."""
_TYPES: Final = tuple(type_ for type_ in get_args(EntityType) if type_ not in ("person", "country"))
_WIKIDATA: Final = re.compile(r"Q[1-9]\d*")
_COUNTRY: Final = re.compile(r"[A-Z]{2}")
_ROLES: Final = ("role", "meaning")
_OFFICE: Final = re.compile(r"(?P<of>[A-Z]{2}|@[^:]+):(?P<role>[a-z-]+)(?: (?P<start>[\d-]*)/(?P<end>[\d-]*))?")


@cache
def roles() -> frozenset[str]:
    """Role codes that an office may have."""
    return frozenset(row["role"] for row in read(DATA / "roles.tsv", _ROLES))


def things(file: Traversable) -> Iterator[Record]:
    """Organisations or places of a table, in order.

    Raises:
        ConfigurationError: a line is malformed.

    """
    return map(thing, read(file, THINGS))


def people(file: Traversable, bodies: Mapping[str, str]) -> Iterator[Record]:
    """People of a table, in order.

    Args:
        file: the table.
        bodies: key of an organisation's name to its record id, for offices of organisations.

    Raises:
        ConfigurationError: a line is malformed, or an office's organisation is unknown.

    """
    return (person(row, bodies) for row in read(file, PEOPLE))


def thing(row: Row) -> Record:
    """The organisation or place of a line; raises :class:`ConfigurationError` where it is malformed."""
    if row["type"] not in _TYPES:
        raise row.error(f"unknown type {row['type']!r}; known are {', '.join(_TYPES)}")
    name, aliases, surnames = _names(row)
    return Record(
        _identity(row, name),
        name,
        cast("EntityType", row["type"]),
        row["wikidata"] or None,
        _country(row),
        None,
        aliases,
        surnames=surnames,
        kind=row["kind"] or None,
    )


def person(row: Row, bodies: Mapping[str, str]) -> Record:
    """The person of a line; raises :class:`ConfigurationError` as :func:`people`."""
    if row["gender"] not in ("", *get_args(Gender)):
        raise row.error(f"unknown gender {row['gender']!r}")
    name, aliases, surnames = _names(row)
    return Record(
        _identity(row, name),
        name,
        "person",
        row["wikidata"] or None,
        _country(row),
        cast("Gender", row["gender"]) or None,
        aliases,
        tuple(_offices(row, bodies)),
        surnames,
    )


def script(name: str) -> str | None:
    """The column that a name belongs to; None for a name in a script that has none."""
    return next((column for column, letter in LETTERS.items() if letter.search(name)), None)


def _identity(row: Row, name: str) -> str:
    wikidata = row["wikidata"]
    if wikidata and not _WIKIDATA.fullmatch(wikidata):
        raise row.error(f"{wikidata!r} is no Wikidata id")
    return wikidata or f"x:{slug(name)}"


def _country(row: Row) -> str | None:
    code = row["country"]
    if code and not _COUNTRY.fullmatch(code):
        raise row.error(f"{code!r} is no country code")
    return code or None


def _names(row: Row) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Canonical name, all aliases, and those among them that are surnames alone."""
    entries: Iterable[str] = (row["name"], *(entry for script in SCRIPTS for entry in row.several(script)))
    names: dict[str, None] = {}
    surnames: dict[str, None] = {}
    for entry in entries:
        name, surname = split_name(entry)
        names[name] = None
        if surname is None and entry.startswith("*"):
            surname = name
        if surname:
            surnames[surname] = None
    if not names or "" in names:
        raise row.error("no name")
    return next(iter(names)), tuple(names | surnames), tuple(surnames)


def _offices(row: Row, bodies: Mapping[str, str]) -> Iterator[Office]:
    for text in split(row["offices"]):
        match = _OFFICE.fullmatch(text)
        if match is None:
            raise row.error(f"{text!r} is no office, such as FR:head-of-state 2017-05-14/")
        if match["role"] not in roles():
            raise row.error(f"unknown role {match['role']!r}")
        try:
            start, end = parse_date(match["start"] or "", last=False), parse_date(match["end"] or "", last=True)
        except ValueError as error:
            raise row.error(f"{text!r}: {error}") from None
        if start and end and end < start:
            raise row.error(f"{text!r} ends before it starts")
        of = match["of"]
        if not of.startswith("@"):
            yield Office(of, match["role"], start, end)
        elif (body := bodies.get(name_key(of[1:]))) is not None:
            yield Office(None, match["role"], start, end, body)
        else:
            raise row.error(f"unknown organisation {of[1:]!r}")
