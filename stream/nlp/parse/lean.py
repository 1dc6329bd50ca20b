"""Loads spaCy pipelines without what reading here never asks for: the same words out, in less time and memory.

The spellings of all words that vectors and tables know stay on the disk, since only their hashes are looked up; tables and
vector rows stand in hash maps of a fraction of a dictionary's size, and with them what was searched in lists.
"""

import warnings
from collections.abc import Iterable, Iterator
from typing import Any

import spacy
from preshed.maps import PreshMap  # type: ignore[import-untyped] # compiled
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.strings import get_string_id
from thinc.api import use_ops

from stream.nlp.parse.rules import quicken

_UNREAD = ("senter", "sentencizer")
"""Components whose work is not used here."""


def load(package: str) -> Language:
    """The pipeline of a package.

    Raises:
        OSError: the package is not installed.

    """
    # The components add the strings of their labels themselves.
    with (
        warnings.catch_warnings(),
        use_ops("numpy", use_blis=False),
    ):  # numpy's own multiplication takes a third of the time
        # A pipeline of spaCy 3.7 reads the same under 3.8, and says that it may not.
        warnings.filterwarnings("ignore", r"\[W095\]", UserWarning)
        nlp = spacy.load(package, exclude=[*_UNREAD, "strings"])
    for _, component in nlp.pipeline:
        if isinstance(component, Lemmatizer):
            component.lookups = _compact(component.lookups)
        elif isinstance(component, AttributeRuler):
            quicken(component)
    vectors = nlp.vocab.vectors
    if vectors.key2row:
        vectors.key2row = _Rows(vectors.key2row.items())
    return nlp


class _Rows(PreshMap):  # type: ignore[misc] # compiled
    """Hashes of words to numbers, as a dictionary of a tenth of the size."""

    def __init__(self, rows: Iterable[tuple[int, int]]) -> None:
        super().__init__()
        for key, row in rows:
            self[key] = row

    def get(self, key: int, default: Any = None) -> Any:
        """The number of a hash."""
        row = self[key]
        return default if row is None else row


class _Table:
    """Words to what stands for them: what a lemmatiser asks of :class:`spacy.lookups.Table`."""

    def __init__(self, entries: Iterable[tuple[str | int, Any]]) -> None:
        self._values: list[Any] = []
        numbers: dict[Any, int] = {}
        self._rows = _Rows(self._numbered(entries, numbers))

    def _numbered(self, entries: Iterable[tuple[str | int, Any]], numbers: dict[Any, int]) -> Iterator[tuple[int, int]]:
        """Each word's hash with the place of its value; equal values share one."""
        for key, value in entries:
            known = value if isinstance(value, (str, tuple)) else id(value)
            if known not in numbers:
                numbers[known] = len(self._values)
                self._values.append(value)
            yield get_string_id(key), numbers[known]

    def get(self, key: str | int, default: Any = None) -> Any:
        """What stands for a word, or for its hash."""
        row = self._rows.get(get_string_id(key))
        return default if row is None else self._values[row]

    def __contains__(self, key: str | int) -> bool:
        return get_string_id(key) in self._rows

    def __len__(self) -> int:
        return len(self._rows)


def _compact(lookups: Lookups) -> Lookups:
    small = Lookups()
    for name in lookups.tables:
        small.set_table(name, _entry(lookups.get_table(name), words=name == "lemma_index"))
    return small


def _entry(value: Any, *, words: bool) -> Any:
    """A table's entry in its smallest form; ``words``: a list is one of words to be found in."""
    if isinstance(value, dict):
        return _Table((key, _entry(inner, words=words)) for key, inner in value.items())
    if isinstance(value, str):
        return _copy(value)
    if not isinstance(value, list):
        return value
    if words:
        return _Table((word, True) for word in value)
    return tuple(map(_copy, value)) if all(isinstance(item, str) for item in value) else value


def _copy(word: str) -> str:
    """The word at a place of its own: kept where the loader put it, it would keep the memory around it from being given back."""
    return word.encode().decode()
