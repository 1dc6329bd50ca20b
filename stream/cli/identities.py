"""Identities of the knowledge base as a person and as a program reads them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from stream.cli.visible import visible
from stream.nlp.knowledge import Country, KnowledgeBase, Office, Record
from stream.nlp.knowledge.entries import script

_OTHER: Final = "other"
_LONGEST: Final = 20_000
"""Characters of the names in one script: more than any record has."""


def find(base: KnowledgeBase, wanted: str) -> Sequence[Record]:
    """What is known by an id, a country's code or a name in any script; else the one person whose name sounds so."""
    country = base.country(wanted)
    known = base.get(country.wikidata if country else wanted)
    if known is not None:
        return (known,)
    named = base.find(wanted)
    heard = None if named else base.sounding(wanted, "")
    return (heard,) if heard else named


def as_json(record: Record, base: KnowledgeBase) -> dict[str, Any]:
    """All that is known of a record, as JSON values."""
    country = _country(record, base)
    return {
        "id": record.id,
        "name": record.name,
        "type": record.type,
        "kind": record.kind,
        "wikidata": record.wikidata,
        "country": record.country,
        "gender": record.gender,
        "offices": [
            {
                "country": office.country,
                "organization": office.organization,
                "role": office.role,
                "start": office.start,
                "end": office.end,
            }
            for office in record.offices
        ],
        "surnames": record.surnames,
        "aliases": _by_script(record),
        **({"capitals": country.capitals, "demonyms": country.demonyms} if country else {}),
    }


def show(record: Record, base: KnowledgeBase, console: Console) -> None:
    """Write a record as a table."""
    table = Table(box=None, show_header=False, pad_edge=False, title=None)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for label, value in _lines(record, base):
        table.add_row(Text(label), Text(visible(value, _LONGEST), "bold" if label == "name" else ""))
    console.print(table)


def _lines(record: Record, base: KnowledgeBase) -> Iterator[tuple[str, str]]:
    yield "name", record.name
    yield "id", record.id
    yield "type", f"{record.type}, {record.kind}" if record.kind else record.type
    if record.country:
        yield "country", _named(record.country, base)
    if record.gender:
        yield "gender", record.gender
    for number, office in enumerate(record.offices):
        yield "" if number else "offices", _office(office, base)
    if record.surnames:
        yield "surname alone", ", ".join(record.surnames)
    country = _country(record, base)
    if country is not None:
        yield "capital", ", ".join(dict.fromkeys(name for names in country.capitals.values() for name in names))
        yield "demonyms", ", ".join(dict.fromkeys(form for forms in country.demonyms.values() for form in forms[:2]))
    for column, names in _by_script(record).items():
        yield column, ", ".join(names)


def _country(record: Record, base: KnowledgeBase) -> Country | None:
    return base.country(record.country) if record.type == "country" and record.country else None


def _named(code: str, base: KnowledgeBase) -> str:
    country = base.country(code)
    return f"{country.name} ({code})" if country else code


def _office(office: Office, base: KnowledgeBase) -> str:
    body = base.get(office.organization) if office.organization else None
    of = body.name if body else _named(office.country, base) if office.country else office.organization
    return f"{office.role}, {of}, {office.start or '…'} – {office.end or ''}".rstrip()


def _by_script(record: Record) -> Mapping[str, list[str]]:
    """The names of a record by script, without the surnames that stand alone."""
    found: dict[str, list[str]] = defaultdict(list)
    for alias in record.aliases:
        if alias not in record.surnames:
            found[script(alias) or _OTHER].append(alias)
    return found
