"""First names of people, and whether men or women have them: ``given-names.tsv``."""

from functools import cache
from typing import cast

from stream.nlp.knowledge.names import name_key
from stream.nlp.knowledge.records import Gender
from stream.nlp.knowledge.tables import DATA, read

_COLUMNS = ("gender", "origin", "names")


def is_given_name(word: str) -> bool:
    """Whether people have a word (in any case, with or without its accents) for a first name."""
    return name_key(word) in _table()


def gender_of(name: str) -> Gender | None:
    """The gender that the first word of a person's name tells; None where it tells none."""
    first = name_key(name).partition(" ")[0]
    return _table().get(first)


@cache
def _table() -> dict[str, Gender | None]:
    """First names, folded, to the gender of those who have them; None where both have."""
    found: dict[str, Gender | None] = {}
    for row in read(DATA / "given-names.tsv", _COLUMNS):
        gender = cast("Gender", row["gender"]) if row["gender"] else None
        for name in map(name_key, row.several("names")):
            found[name] = gender if found.get(name, gender) == gender else None
    return found
