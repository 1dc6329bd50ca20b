"""Case endings of names, for languages that decline them: from a form to what all forms of the name share.

A name is compared by its stem: Путина, Путину, Путиным and Путин have one, as have Trumpa, Trumpem and Trump. No dictionary is
asked, because a dictionary has no foreign names.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

_CYRILLIC = (
    "ого", "его", "ому", "ему", "ыми", "ими", "ами", "ями", "ові", "еві", "єві", "ою", "ею", "єю", "ым", "им", "ом",
    "ем", "єм", "ам", "ям", "ах", "ях", "ой", "ей", "ої", "ій", "ий", "ый", "ая", "яя", "ую", "юю", "ие", "ые",
    "ію", "ия", "ії", "ію", "ія", "а", "я", "у", "ю", "ы", "и", "і", "ї", "е", "є", "о", "ь", "й",
)  # fmt: skip
_LATIN = (
    "iego", "ego", "iemu", "emu", "ach", "ami", "ymi", "imi", "ovi", "owi", "ech", "ich", "ym", "im", "om", "em",
    "ou", "ie", "ia", "ii", "ią", "ię", "iu", "io", "ej", "ho", "mu", "a", "ą", "e", "ę", "ě", "i", "í", "o", "u",
    "ů", "y", "ý", "á", "é",
)  # fmt: skip
CYRILLIC_LANGUAGES = ("ru", "uk", "be", "bg", "mk", "sr")
_NOMINATIVES = (("", "a", "ia", "y", "ý", "o", "e"), ("", "а", "я", "й", "ь", "о", "ий", "ый", "ой", "ия", "ія", "ій"))
"""Endings of names in the nominative, in Latin and in Cyrillic script."""
_GENITIVES = ("de", "nl", "sv", "da", "nb")
"""Languages that decline names in the genitive alone, which ends in s."""
_ENDINGS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(CYRILLIC_LANGUAGES, frozenset(_CYRILLIC)),
    **dict.fromkeys(("pl", "cs", "sk", "sl", "hr", "bs"), frozenset(_LATIN)),
    **dict.fromkeys(_GENITIVES, frozenset({"s"})),
}
_NONE: frozenset[str] = frozenset()
_LONGEST = 4
_ALTERNATIONS: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]] = {
    **dict.fromkeys(("pl", "cs", "sk", "hr", "sl", "bs"), ((("cz", "k"), "c"), (("dz", "g", "h"), "z"))),
    **dict.fromkeys(("uk", "be"), ((("к",), "ц"), (("г",), "з"), (("х",), "с"))),
}
"""By language the consonants that alternate at a stem's end, and the one that stands for all."""
_LOCATIVES: Mapping[str, tuple[tuple[str, str], ...]] = {"pl": (("dzie", "d"), ("cie", "t"), ("rze", "r"))}
"""Endings that change the consonant before them, with that of the nominative (Petersburg, Belgradzie, Egipcie, Paryżu)."""
_SOFT = "iиіїй"
_MIN_STEM = 3


def declines(language: str) -> bool:
    """Whether names of the language take case endings that this module knows."""
    return language in _ENDINGS


def bases(word: str, language: str) -> Iterator[str]:
    """The word as it stands, then what its dictionary form may be, by its endings."""
    yield word
    if language not in _ENDINGS:
        return
    lowered = word.lower()
    for length in range(min(_LONGEST, len(word) - _MIN_STEM), 0, -1):
        if lowered[-length:] in _ENDINGS[language]:
            rest = word[:-length]
            others = ("",) if language in _GENITIVES else _NOMINATIVES[language in CYRILLIC_LANGUAGES]
            yield from (rest + other for other in others)


@lru_cache(maxsize=65536)
def stem(key: str, language: str) -> str:
    """What is left of a folded word without its case ending; the word itself where the language declines no names.

    A consonant that changes before some endings (Polska, w Polsce; Прага, у Празі) comes in one form.
    """
    rest = without_ending(key, language)
    for sounds, one in _ALTERNATIONS.get(language, ()):
        if rest.endswith(sounds):
            return next(rest.removesuffix(sound) for sound in sounds if rest.endswith(sound)) + one
    return rest


def without_ending(key: str, language: str) -> str:
    """A folded word without its case ending, its last consonant as it stands in the nominative, as far as that is certain."""
    for ending, consonant in _LOCATIVES.get(language, ()):
        if key.endswith(ending) and len(key) - len(ending) >= _MIN_STEM:
            return key.removesuffix(ending) + consonant
    endings = _ENDINGS.get(language, _NONE)
    for length in range(min(_LONGEST, len(key) - _MIN_STEM), 0, -1) if endings else ():
        if key[-length:] in endings:
            rest = key[:-length]
            # Россию, России and Россией differ in more than the ending that was cut.
            return rest[:-1] if rest[-1] in _SOFT and len(rest) > _MIN_STEM else rest
    return key
