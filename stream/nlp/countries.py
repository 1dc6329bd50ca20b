"""The countries of an article."""

from collections import Counter
from collections.abc import Iterable

from schemas import CountryMention
from stream.nlp.entities import Hit
from stream.nlp.knowledge import load


def countries(hits: Iterable[Hit]) -> tuple[CountryMention, ...]:
    """Countries by name, demonym, capital or place, most mentioned first.

    A country that is named inside a longer name (the French Senate) counts as well.
    """
    counts: Counter[str] = Counter()
    base = load()
    for hit in hits:
        record = hit.entries[0].record
        if record.country and record.type in ("country", "place"):
            counts[record.country] += 1
    named = ((code, count, base.country(code)) for code, count in counts.items())
    return tuple(
        CountryMention(code=code, name=country.name, mentions=count)
        for code, count, country in sorted(named, key=lambda item: (-item[1], item[0]))
        if country is not None
    )
