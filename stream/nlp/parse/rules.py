"""spaCy's attribute ruler by look-up instead of search.

Nearly all rules of a pipeline's ruler begin with a tag or a word. spaCy's matcher tries each rule on every word; here a word is
looked up, and only the rules that begin like it are tried. The words get the same attributes.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, cast

from spacy.attrs import IDS  # type: ignore[import-not-found] # compiled
from spacy.pipeline import AttributeRuler
from spacy.strings import get_string_id
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs

_ATTRIBUTES: Final = ("LOWER", "ORTH", "DEP", "IS_SPACE", "TAG", "POS")
"""What rules may ask of a word, the most telling first. A rule is looked up by the first that its first word has values of."""
_REMEMBERED: Final = 20_000
"""Words of which a regular expression's answer is remembered."""

Row = Sequence[int]
Test = Callable[[Row], bool]


class UnknownPatternError(ValueError):
    """A pattern asks what these rules do not know."""


@dataclass(frozen=True, slots=True)
class _Rule:
    number: int
    """Place in the ruler's order: a later rule overrules an earlier one."""
    words: tuple[tuple[Test, ...], ...]
    """What each word of the pattern must fulfil."""
    target: int
    """Which of the words gets the attributes."""


class Rules:
    """The rules of a ruler.

    Raises:
        UnknownPatternError: a pattern holds an operator, or an attribute beyond ``_ATTRIBUTES``.

    """

    def __init__(self, ruler: AttributeRuler) -> None:
        self._strings = ruler.vocab.strings
        self._attributes = ruler.attrs
        self._keyed: tuple[dict[int, list[_Rule]], ...] = tuple(defaultdict(list) for _ in _ATTRIBUTES)
        self._free: list[_Rule] = []
        for number, entry in enumerate(cast("list[dict[str, Any]]", ruler.patterns)):
            for pattern in entry["patterns"]:
                self._add(pattern, number, entry["index"])

    def match(self, doc: Doc) -> list[tuple[int, int]]:
        """Rules that fit, by number, each with the word that gets its attributes."""
        rows: list[list[int]] = doc.to_array([IDS[name] for name in _ATTRIBUTES]).tolist()
        found: set[tuple[int, int]] = set()
        for start, row in enumerate(rows):
            for keyed, value in zip(self._keyed, row, strict=True):
                if value in keyed:
                    found.update(self._fitting(keyed[value], rows, start))
            found.update(self._fitting(self._free, rows, start))
        return sorted(found)

    def set_annotations(self, doc: Doc, matches: Sequence[tuple[int, int]]) -> None:
        """Give the words their attributes."""
        for number, place in matches:
            set_token_attrs(doc[place], self._attributes[number])

    @staticmethod
    def _fitting(rules: Sequence[_Rule], rows: Sequence[Row], start: int) -> Iterator[tuple[int, int]]:
        for rule in rules:
            ahead = rows[start : start + len(rule.words)]
            if len(ahead) == len(rule.words) and all(
                test(row) for row, tests in zip(ahead, rule.words, strict=True) for test in tests
            ):
                yield rule.number, start + rule.target

    def _add(self, pattern: Sequence[Mapping[str, Any]], number: int, target: int) -> None:
        key = next((name for name in _ATTRIBUTES if name in pattern[0] and _values(pattern[0][name])), None)
        # What the key says need not be tested again.
        first, *others = (
            {k: v for k, v in token.items() if k != key} if at == 0 else token for at, token in enumerate(pattern)
        )
        words = tuple(tuple(self._tests(token)) for token in (first, *others))
        rule = _Rule(number, words, target % len(words))
        if key is None:
            self._free.append(rule)
            return
        for value in _values(pattern[0][key]):
            self._keyed[_ATTRIBUTES.index(key)][value].append(rule)

    def _tests(self, token: Mapping[str, Any]) -> Iterator[Test]:
        for name, wanted in token.items():
            if name not in _ATTRIBUTES:
                raise UnknownPatternError(name)
            yield self._test(_ATTRIBUTES.index(name), wanted)

    def _test(self, at: int, wanted: Any) -> Test:
        values = _values(wanted)
        if len(values) == 1:
            (only,) = values
            return lambda row: row[at] == only
        if values:
            return lambda row: row[at] in values
        match wanted:
            case {"NOT_IN": others, **rest} if not rest:
                forbidden = frozenset(map(get_string_id, others))
                return lambda row: row[at] not in forbidden
            case {"REGEX": str(pattern), **rest} if not rest:
                search, strings = re.compile(pattern).search, self._strings
                found = lru_cache(_REMEMBERED)(lambda value: search(str(strings[value])) is not None)
                return lambda row: found(row[at])
        raise UnknownPatternError(str(wanted))


def _values(wanted: Any) -> frozenset[int]:
    """The values that a pattern names for an attribute; none where it describes them otherwise."""
    match wanted:
        case bool() | int():
            return frozenset((int(wanted),))
        case str():
            return frozenset((get_string_id(wanted),))
        case {"IN": values, **rest} if not rest:
            return frozenset(map(get_string_id, values))
    return frozenset()


def quicken(ruler: AttributeRuler) -> None:
    """Have a ruler look its rules up, where all that they ask is known here."""
    try:
        rules = Rules(ruler)
    except UnknownPatternError:
        return
    ruler.match = rules.match  # type: ignore[method-assign]
    ruler.set_annotations = rules.set_annotations  # type: ignore[method-assign]
