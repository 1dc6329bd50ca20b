"""The countries of an article."""

from collections import Counter
from collections.abc import Iterable

from schemas import CountryMention, Entity
from stream.nlp.entities import Hit
from stream.nlp.knowledge import load


def countries(lands: Iterable[Hit], entities: Iterable[Entity]) -> tuple[CountryMention, ...]:
    """Countries by name, demonym, capital or place, most mentioned first.

    A country that is named inside a longer name (the French Senate) counts as well; people do not.
    """
    counts = Counter(code for hit in lands if (code := hit.entries[0].record.country))
    seats = {hit.entries[0].record.id for hit in lands}
    for entity in entities:
        if entity.type in ("place", "facility") and entity.country and entity.id not in seats:
            counts[entity.country] += len(entity.mentions)
    named = ((code, count, load().country(code)) for code, count in counts.items())
    return tuple(
        CountryMention(code=code, name=country.name, mentions=count)
        for code, count, country in sorted(named, key=lambda item: (-item[1], item[0]))
        if country is not None
    )
