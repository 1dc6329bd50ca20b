import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from importlib.resources import files

import pytest

from stream.nlp.languages import Lexicon, codes

_MODULES = ("cues", "sources", "pronouns", "quotation")
_READ = frozenset(field.name.upper() for field in fields(Lexicon))


def lists(code: str) -> Iterator[str]:
    """The public constants that a language's modules define."""
    for module in _MODULES:
        path = files("stream.nlp.languages") / code / f"{module}.py"
        if path.is_file():
            for node in ast.parse(path.read_text("utf-8")).body:
                targets = node.targets if isinstance(node, ast.Assign) else ()
                yield from (each.id for each in targets if isinstance(each, ast.Name) and each.id[0] != "_")


@pytest.mark.parametrize("code", codes())
def test_each_list_of_words_is_read_and_stands_once(code: str) -> None:
    """A list under a name that nobody reads, or in two modules of a language, is a slip."""
    found = Counter(lists(code))
    assert found.keys() <= _READ
    assert max(found.values(), default=1) == 1
