"""The knowledge base: look-up by name, id, office and country."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from stream.nlp.knowledge.names import is_acronym, name_key
from stream.nlp.knowledge.records import Country, Office, Record
from stream.nlp.knowledge.sounds import DISTINCT, skeleton


class KnowledgeBase:
    """Known people, organisations, places and countries. Immutable once built; every look-up takes constant time."""

    def __init__(self, records: Iterable[Record], countries: Iterable[Country], own: str | None = None) -> None:
        self.own = own
        """Digest of the tables of one's own that are merged into it; None where it has the built-in ones alone."""
        self._countries = {country.code: country for country in countries}
        self._records = {record.id: record for record in records}
        self._holders: dict[tuple[str, str], list[tuple[Office, Record]]] = defaultdict(list)
        for record in self._records.values():
            for office in record.offices:
                self._holders[office.organization or office.country or "", office.role].append((office, record))

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[Record]:
        """All records: countries, places, organisations, people."""
        return iter(self._records.values())

    def find(self, name: str) -> tuple[Record, ...]:
        """Whom or what the name may mean, in the order of the data: case and accents do not matter.

        An acronym is found in capitals only: WHO is an organisation, who is none.
        """
        found = self._names.get(name_key(name), ())
        acronym = self._names.get(name.strip().replace(".", ""), ()) if name.isupper() else ()
        return (*acronym, *(record for record in found if record not in acronym)) if acronym else found

    def sounding(self, name: str, language: str) -> Record | None:
        """The person whose full name sounds so, though it is written otherwise than the data have it.

        None where several sound so, or where too few consonants are left to tell.
        """
        known = self._sounds.get(skeleton(name, language), ())
        return known[0] if len(known) == 1 else None

    @cached_property
    def _names(self) -> dict[str, tuple[Record, ...]]:
        """Records by the keys of their names: for those who look names up, not for those who read articles."""
        return _by_name(self._records.values())

    @cached_property
    def _places(self) -> dict[str, tuple[Record, ...]]:
        return _by_name(record for record in self._records.values() if record.type == "place")

    @cached_property
    def _sounds(self) -> dict[str, tuple[Record, ...]]:
        """Keys of full names by their sound, of people."""
        found: dict[str, tuple[Record, ...]] = {}
        for record in self._records.values():
            if record.type != "person":
                continue
            full = {skeleton(alias) for alias in record.aliases if alias not in record.surnames}
            for key in full:
                if "-" in key and len(key) - key.count("-") >= DISTINCT:
                    found[key] = (*found.get(key, ()), record)
        return found

    def place(self, name: str, country: str) -> Record | None:
        """The place of that name in a country (ISO 3166-1 alpha-2)."""
        return next((record for record in self._places.get(name_key(name), ()) if record.country == country), None)

    def get(self, identity: str) -> Record | None:
        """The record with that id."""
        return self._records.get(identity)

    def holder(self, of: str, role: str, on: date | None = None) -> Record | None:
        """Who holds an office, or held it on a day.

        Args:
            of: ISO 3166-1 alpha-2 of a country, or the record id of an organisation.
            role: a role code.
            on: the day; None for the latest known holder.

        Returns:
            The holder; on the day of a handover the one who came; None where none is known.

        """
        latest: tuple[date, Record] | None = None
        for office, record in self._holders.get((of, role), ()):
            if on is None or office.covers(on):
                start = office.start or date.min
                if latest is None or start >= latest[0]:
                    latest = (start, record)
        return latest[1] if latest else None

    def country(self, code: str) -> Country | None:
        """The country with that ISO 3166-1 alpha-2 code."""
        return self._countries.get(code)

    def countries(self) -> Iterator[Country]:
        """All countries and territories, by code."""
        return iter(self._countries.values())

    def aliases(self) -> Iterator[tuple[str, Record]]:
        """Every alias as the press writes it, with its record: what a gazetteer is built from.

        An alias of several records comes once for each. One that is an acronym (``is_acronym``) is itself in capitals
        only.
        """
        return ((alias, record) for record in self._records.values() for alias in record.aliases)


def _by_name(records: Iterable[Record]) -> dict[str, tuple[Record, ...]]:
    names: dict[str, tuple[Record, ...]] = {}
    for record in records:
        for alias in record.aliases:
            # An acronym stands under its own letters: it is another word, or none, in lower case.
            key = alias if is_acronym(alias) else name_key(alias)
            known = names.get(key)
            if known is None:
                names[key] = (record,)
            elif record not in known:
                names[key] = (*known, record)
    return names
