"""One's own records merged over the built-in ones.

An own line is about a record that is known where it has its id, or where it has its canonical name, type and country and
not both have a Wikidata id. What it says then stands; what it leaves empty stays; names are added. An office of the same
body and role with the same first day takes the known one's place, others are added.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from stream.nlp.knowledge.names import name_key
from stream.nlp.knowledge.records import Office, Record
from stream.nlp.knowledge.tables import Row


class Records:
    """Records by identity, in order, while tables are read."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._records = {record.id: record for record in records}
        self._slots: dict[str, str] = {}
        """Ids that records have got, to those under which they stand: a record keeps its rank among its namesakes."""
        self._former: dict[str, str] = {}
        self._own: dict[str, str] = {}
        """Keys of the names of one's own records, to the ids under which they stand."""

    def __iter__(self) -> Iterator[Record]:
        return iter(self._records.values())

    def add(self, records: Iterable[Record]) -> None:
        """Take built-in records; a later one stands in an earlier one's place."""
        for record in records:
            self._records[self._slot(record.id)] = record

    def generate(self, records: Iterable[Record]) -> None:
        """Take records that are made by rule: over what is known by their id, under what an own line says of them."""
        for record in records:
            slot = self._own.get(name_key(record.name), "")
            own = self._records.get(slot)
            if own is not None and own.id != record.id and may_be_same(record, own):
                self._records[slot] = merged(record, own)
            else:
                self.add([record])

    def merge(self, own: Iterable[tuple[Row, Record]]) -> None:
        """Take one's own records, over those that they are about.

        Raises:
            ConfigurationError: one is about a country.

        """
        named = self._by_name()
        for row, record in own:
            known = self._records.get(self._slot(record.id)) or self._same(record, named)
            if known is None:
                slot = record.id
                self._records[slot] = record
            elif known.type == "country":
                raise row.error(f"{known.name} is a country, whose names have tables of their own")
            else:
                slot = self._slot(known.id)
                self._former[name_key(known.name)] = slot
                self._records[slot] = merged(known, record)
                self._slots[self._records[slot].id] = slot
            self._own[name_key(record.name)] = slot
            named[name_key(record.name)].append(slot)

    def bodies(self) -> dict[str, str]:
        """Key of each name that a record has, or had before a merge, to its id; of equal ones, the first."""
        found = {name: self._records[slot].id for name, slot in self._former.items()}
        for record in self:
            found.setdefault(name_key(record.name), record.id)
        return found

    def _slot(self, identity: str) -> str:
        return self._slots.get(identity, identity)

    def _by_name(self) -> dict[str, list[str]]:
        named: dict[str, list[str]] = defaultdict(list)
        for slot, record in self._records.items():
            named[name_key(record.name)].append(slot)
        return named

    def _same(self, own: Record, named: Mapping[str, Iterable[str]]) -> Record | None:
        """Who or what is known by the canonical name of an own record, and may be the same."""
        namesakes = (self._records[slot] for slot in named.get(name_key(own.name), ()))
        return next((known for known in namesakes if may_be_same(known, own)), None)


def may_be_same(known: Record, own: Record) -> bool:
    """Whether nothing speaks against that two records of one name are one."""
    return (
        known.type == own.type
        and not (known.wikidata and own.wikidata)
        and known.country in (None, own.country or known.country)
        and (known.gender or own.gender) == (own.gender or known.gender)
    )


def merged(known: Record, own: Record) -> Record:
    """A record with what one's own line says of it."""
    return replace(
        known,
        id=own.wikidata or known.id,
        name=own.name,
        type=own.type,
        wikidata=own.wikidata or known.wikidata,
        country=own.country or known.country,
        gender=own.gender or known.gender,
        aliases=tuple(dict.fromkeys((*own.aliases, *known.aliases))),
        offices=_offices(known.offices, own.offices),
        surnames=tuple(dict.fromkeys((*own.surnames, *known.surnames))),
        kind=own.kind or known.kind,
    )


def _offices(known: tuple[Office, ...], own: tuple[Office, ...]) -> tuple[Office, ...]:
    return tuple({_term(office): office for office in (*known, *own)}.values())


def _term(office: Office) -> tuple[object, ...]:
    return office.country, office.organization, office.role, office.start
