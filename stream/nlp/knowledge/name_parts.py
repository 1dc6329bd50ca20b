"""What people are called: the given names and surnames of the world's locales, as Faker keeps them.

Faker (https://faker.readthedocs.io) makes up people for tests; its providers hold lists of real names for some 90 locales,
as plain attributes of classes. Only names in scripts with capitals are kept: where there are none, nobody asks.
"""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Final

from stream.nlp.knowledge.names import name_key

FAMILY: Final = 1
GIVEN: Final = 2
_PREFIXES: Final = {"first_names": GIVEN, "last_names": FAMILY}


def name_part(word: str) -> int:
    """:data:`GIVEN` for a given name, :data:`FAMILY` for a word that is a surname only, 0 for what nobody is called.

    Args:
        word: a folded word, as :func:`~stream.nlp.knowledge.names.name_key` makes it.

    """
    given, family = _table()
    return GIVEN if word in given else FAMILY if word in family else 0


@cache
def _table() -> tuple[frozenset[str], frozenset[str]]:
    found: dict[int, set[str]] = {GIVEN: set(), FAMILY: set()}
    for part, name in _names():
        if name[:1].isupper():
            found[part].update(name_key(name).split())
    return frozenset(found[GIVEN]), frozenset(found[FAMILY] - found[GIVEN])


def _names() -> Iterator[tuple[int, str]]:
    people = import_module("faker.providers.person")
    for module in iter_modules(people.__path__):
        provider = import_module(f"{people.__name__}.{module.name}").Provider
        for attribute, names in vars(provider).items():
            part = next((part for prefix, part in _PREFIXES.items() if attribute.startswith(prefix)), None)
            if part is not None and isinstance(names, (tuple, list, dict)):
                yield from ((part, name) for name in names if isinstance(name, str))
