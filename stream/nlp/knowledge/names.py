"""Names as keys: what the same name has in common however it is written in one script.

Case, accents, Arabic vowel signs and letter variants, apostrophes, dots and the various hyphens and middle dots do not
tell names apart; the letters do. Across scripts names are joined by the knowledge base, not by transliteration.
"""

import unicodedata
from typing import Final

ACRONYM_LETTERS: Final = 7
"""Longest acronym: a name in capitals of at most this many letters must also be met in capitals."""

_GONE: Final = "'’‘ʼʻ`´.\u200c\u200d\u200e\u200f\u0640"
"""Apostrophes, dots, joiners, direction marks, Arabic tatweel."""
_GAPS: Final = "-‐‑‒–—·・•‧_\u00a0\u202f"
"""Hyphens, dashes, middle dots of Chinese and Japanese foreign names, unbreakable spaces."""
_LETTERS: Final = {
    "ё": "е", "Ё": "Е", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "İ": "I", "ß": "ss",
    "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ə": "a", "Ə": "A", "ð": "d", "þ": "th",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه", "ە": "ه",
}  # fmt: skip
_MARKS: Final = (range(0x300, 0x370), range(0x64B, 0x660), range(0x670, 0x671))
"""Combining accents; Arabic vowel signs and hamza above."""
_ACCENTED: Final = (range(0xC0, 0x250), range(0x1E00, 0x1F00))


def _fold() -> dict[int, str | None]:
    table: dict[int, str | None] = {ord(mark): None for mark in _GONE}
    table |= {ord(gap): " " for gap in _GAPS}
    table |= {code: None for marks in _MARKS for code in marks}
    for code in (code for block in _ACCENTED for code in block):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base != chr(code):
            table[code] = base
    return table | {ord(letter): base for letter, base in _LETTERS.items()}


_FOLD: Final = _fold()


def name_key(name: str) -> str:
    """The name without what varies in writing: folded case, no accents, single spaces."""
    return " ".join(name.casefold().translate(_FOLD).split())


def is_acronym(name: str) -> bool:
    """Whether the name is an acronym (US, ООН), which is no name at all in lower case (us, who)."""
    return len(name) <= ACRONYM_LETTERS and name.isupper() and " " not in name


def slug(name: str) -> str:
    """Identity of a name without a Wikidata id: lower-case words joined by hyphens ("x:" is put before it)."""
    return "-".join("".join(letter if letter.isalnum() else " " for letter in name_key(name)).split())


def split_name(entry: str) -> tuple[str, str | None]:
    """A name as the data files write it, and the part after its star: the surname that may stand alone.

    ``Vladimir *Putin`` is ("Vladimir Putin", "Putin"); ``Kim Jong-un`` is ("Kim Jong-un", None).
    """
    before, star, surname = entry.partition("*")
    return (before + surname, surname.strip()) if star and before else (entry.lstrip("*"), None)
