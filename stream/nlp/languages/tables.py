"""Short forms in which the language modules write their words."""

from collections.abc import Iterable, Mapping
from typing import get_args

from schemas import Act


def words(text: str) -> frozenset[str]:
    """The words of a text, separated by white space; an underscore stands for a space inside an expression."""
    return frozenset(_listed(text))


def _listed(text: str) -> list[str]:
    """The words of a text as they are written: of two words with one form, the same one holds in every process."""
    return [word.replace("_", " ") for word in text.split()]


def by_act(**lists: str) -> dict[str, Act]:
    """A table word -> act from one list of words (see :func:`words`) for each act.

    Raises ValueError where a word stands in two lists or an act does not exist.
    """
    table: dict[str, Act] = {}
    for act in get_args(Act):
        for word in dict.fromkeys(_listed(lists.pop(act, ""))):
            if word in table:
                raise ValueError(f"{word!r} is both {table[word]} and {act}")
            table[word] = act
    if lists:
        raise ValueError(f"no such act: {', '.join(lists)}")
    return table


def agreeing(**endings: str) -> dict[str, str]:
    """A table ending -> features of the subject from the endings (see :func:`words`) of each set of features."""
    return {ending: features for features, listed in endings.items() for ending in _listed(listed)}


def inflected(table: dict[str, str]) -> dict[str, str]:
    """A table form -> lemma from a table lemma -> forms (see :func:`words`); the lemma itself is not a form."""
    return {form: lemma.replace("_", " ") for lemma, forms in table.items() for form in _listed(forms)}


def conjugated(cues: Iterable[str], paradigms: Mapping[str, str]) -> dict[str, str]:
    """A table form -> lemma for the verbs that are conjugated regularly.

    ``paradigms`` maps the ending of a lemma to those of its forms (see :func:`words`); for each verb the longest ending
    that fits holds. Of an expression the first word is conjugated. A verb that fits none has no form here.
    """
    endings = sorted(paradigms, key=len, reverse=True)
    table: dict[str, str] = {}
    for lemma in cues:
        verb, space, rest = lemma.partition(" ")
        ending = next((ending for ending in endings if verb.endswith(ending)), None)
        if ending is not None:
            stem = verb.removesuffix(ending)
            table.update((f"{stem}{other}{space}{rest}", lemma) for other in _listed(paradigms[ending]))
    return table


def declined(nouns: str, paradigms: Mapping[str, str]) -> frozenset[str]:
    """The nouns of a text (see :func:`words`) with their case forms, by the longest ending in ``paradigms`` that fits.

    The ending "" fits every noun.
    """
    endings = sorted(paradigms, key=len, reverse=True)
    found: set[str] = set()
    for noun in words(nouns):
        found.add(noun)
        ending = next((ending for ending in endings if noun.endswith(ending)), None)
        if ending is not None:
            stem = noun.removesuffix(ending)
            found.update(f"{stem}{other}" for other in words(paradigms[ending]))
    return frozenset(found)
