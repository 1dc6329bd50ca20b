"""Short forms in which the language modules write their words."""

from typing import get_args

from schemas import Act


def words(text: str) -> frozenset[str]:
    """The words of a text, separated by white space; an underscore stands for a space inside an expression."""
    return frozenset(word.replace("_", " ") for word in text.split())


def by_act(**lists: str) -> dict[str, Act]:
    """A table word -> act from one list of words (see :func:`words`) for each act.

    Raises ValueError where a word stands in two lists or an act does not exist.
    """
    table: dict[str, Act] = {}
    for act in get_args(Act):
        for word in words(lists.pop(act, "")):
            if word in table:
                raise ValueError(f"{word!r} is both {table[word]} and {act}")
            table[word] = act
    if lists:
        raise ValueError(f"no such act: {', '.join(lists)}")
    return table


def inflected(table: dict[str, str]) -> dict[str, str]:
    """A table form -> lemma from a table lemma -> forms (see :func:`words`); the lemma itself is not a form."""
    return {form: lemma.replace("_", " ") for lemma, forms in table.items() for form in words(forms)}
