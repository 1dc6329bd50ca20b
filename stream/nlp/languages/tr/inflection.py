"""Third-person forms of Turkish verbs, by vowel harmony."""

from dataclasses import dataclass

_HIGH = {"a": "ı", "ı": "ı", "e": "i", "i": "i", "o": "u", "u": "u", "ö": "ü", "ü": "ü"}
_BACK = frozenset("aıou")
_HARD = frozenset("fstkçşhp")
_SOFTENING = frozenset({"et", "kaydet", "reddet"})
"""Stems whose t becomes d before a vowel."""


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of one verb that a press text has."""

    said: tuple[str, ...]
    """Finite forms and converbs (söyledi, söylüyor, söyleyerek)."""
    participles: tuple[str, ...]
    """Forms whose subject follows (söyleyen)."""
    denied: tuple[str, ...]
    """Finite forms that deny (söylemedi)."""


def inflect(stem: str) -> Forms:
    """The forms of a verb, given as its stem, with the words of its expression before it (ifade et)."""
    vowel = _last_vowel(stem)
    high, low = _HIGH[vowel], "a" if vowel in _BACK else "e"
    wide = _HIGH[low]
    soft = stem[:-1] + "d" if stem.rsplit(maxsplit=1)[-1] in _SOFTENING else stem
    past = stem + ("t" if stem[-1] in _HARD else "d") + high
    ends_open = soft[-1] in _HIGH
    joined = soft + "y" if ends_open else soft
    narrow = soft[:-1] + _HIGH[_last_vowel(soft[:-1])] if ends_open else soft + high
    plural = f"l{low}r"
    return Forms(
        said=(
            past,
            past + plural,
            f"{narrow}yor",
            f"{narrow}yorlar",
            f"{stem}m{high}ş",
            f"{stem}m{high}şt{high}",
            f"{stem}m{low}kt{low}",
            f"{joined}{low}r{low}k",
        ),
        participles=(f"{joined}{low}n",),
        denied=(
            f"{stem}m{low}d{wide}",
            f"{stem}m{low}d{wide}{plural}",
            f"{stem}m{high}yor",
            f"{stem}m{high}yorlar",
            f"{stem}m{low}m{wide}şt{wide}",
        ),
    )


def _last_vowel(text: str) -> str:
    return next(letter for letter in reversed(text) if letter in _HIGH)
