"""The words of a text as names are matched by: case and accents folded, with their place in the text.

Apostrophes, hyphens and dots part words (l'Ukraine, Jong-un, U.S.), and each sign of a script written without spaces is a
word, so that one matcher serves all scripts and no tokeniser's habits matter.
"""

import re
from dataclasses import dataclass

from stream.nlp.knowledge import name_key

UNSPACED = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff"
    r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
)
"""Scripts without spaces between words, as a range of a regular expression."""
FIRST_NOT_LATIN = "\u0370"
"""The first letter in the order of Unicode that is not of the Latin script."""
_MARKS = r"\u0300-\u036f\u064b-\u065f\u0670\u0640\u200c\u200d\u0900-\u0dff"
_WORD = re.compile(rf"[{UNSPACED}]|(?:(?![{UNSPACED}])(?:[^\W_]|[{_MARKS}]))+")
_JOINT = re.compile(r"[ \u00a0\u202f]?[-‐‑‒–’'ʼ´`.・·•‧&/][ \u00a0\u202f]?|[ \u00a0\u202f]{1,2}|")
"""What may stand between the words of one name."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text."""

    text: str
    start: int
    end: int
    key: str
    """Folded form; the text itself where nothing is left of it."""

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital, or its script has none."""
        first = self.text[0]
        return first.isupper() or first.istitle() or first.lower() == first.upper()


def words(text: str) -> list[Word]:
    """All words of a text, in order."""
    keys: dict[str, str] = {}
    found = []
    for match in _WORD.finditer(text):
        form = match[0]
        key = keys.get(form)
        if key is None:
            key = keys[form] = name_key(form) or form
        found.append(Word(form, match.start(), match.end(), key))
    return found


def joined(text: str, first: Word, second: Word) -> bool:
    """Whether two neighbouring words may belong to one name: only a space, a hyphen, an apostrophe or a dot parts them."""
    return _JOINT.fullmatch(text, first.end, second.start) is not None
