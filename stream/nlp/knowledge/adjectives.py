"""What stands in the blanks of the institutions' patterns: a country's name, adjective or genitive in a language.

Blanks: ``name``, ``adj`` (English), ``m``, ``f``, ``n`` (singular by gender), ``p``, ``pf`` (plural, feminine plural),
``pl`` (plural of all genders), ``stem`` (German, without ending), ``gen`` (genitive of the name).
"""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Final

from stream.nlp.knowledge.records import Country

LANGUAGES: Final = ("en", "fr", "ru", "es", "de", "it", "pt", "uk", "pl", "ar", "fa", "tr", "zh", "ja")
"""The project's languages: those that have a package under stream/nlp/languages."""

Fillings = Mapping[str, tuple[str, ...]]


def fillings(language: str, country: Country) -> Fillings:
    """Blank to the words for it; a blank without a word is missing."""
    names = country.names.get(language, ())[:2]
    words = _ADJECTIVES[language](_adjectives(language).get(country.code, ())) if language in _ADJECTIVES else {}
    if language == "en":
        words = {"adj": words.get("adj", names[:1])}
    genitives = _genitives(language, country.code, names)
    return {"name": names, "gen": genitives, **{blank: forms for blank, forms in words.items() if forms}}


@cache
def _adjectives(language: str) -> Mapping[str, tuple[str, ...]]:
    adjectives: Mapping[str, tuple[str, ...]] = import_module(f"stream.nlp.languages.{language}.demonyms").ADJECTIVES
    return adjectives


def _genitives(language: str, code: str, names: tuple[str, ...]) -> tuple[str, ...]:
    if language != "ru" or not names:
        return ()
    module = import_module("stream.nlp.languages.ru.demonyms")
    if code in module.GENITIVES:
        return tuple(module.GENITIVES[code].split("|"))
    return (module.genitive(names[0]),) if " " not in names[0] else ()


def _english(words: tuple[str, ...]) -> Fillings:
    return {"adj": words[:1]}


def _french(words: tuple[str, ...]) -> Fillings:
    module = import_module("stream.nlp.languages.fr.demonyms")
    pairs = [module.masculine_and_feminine(word) for word in words[:1]]
    return {
        "m": tuple(masculine for masculine, _ in pairs),
        "f": tuple(feminine for _, feminine in pairs),
        "p": tuple(masculine if masculine.endswith("s") else f"{masculine}s" for masculine, _ in pairs),
        "pf": tuple(f"{feminine}s" for _, feminine in pairs),
    }


def _slavic(masculine: str, endings: Mapping[str, str]) -> Callable[[tuple[str, ...]], Fillings]:
    """Forms of the adjectives, which end in -ский and the like: the ending of the masculine gives way to the others."""

    def forms(words: tuple[str, ...]) -> Fillings:
        stems = [word.removesuffix(masculine) for word in words if word.endswith(f"к{masculine}")][:1]
        stems += [word.removesuffix(masculine) for word in words if word.endswith(f"k{masculine}")][:1]
        return {blank: tuple(stem + ending for stem in stems) for blank, ending in endings.items()}

    return forms


def _german(words: tuple[str, ...]) -> Fillings:
    return {"stem": tuple(word for word in words if word.endswith("sch"))[:2]}


def _romance(language: str) -> Callable[[tuple[str, ...]], Fillings]:
    """Forms by the language's own inflection, whose order is masculine, feminine, plural, feminine plural."""

    def forms(words: tuple[str, ...]) -> Fillings:
        inflect = import_module(f"stream.nlp.languages.{language}.demonyms").inflect
        found: dict[str, tuple[str, ...]] = {}
        for word in words[:2]:
            listed = list(dict.fromkeys(inflect(word)))
            four = {1: [0, 0, 0, 0], 2: [0, 0, 1, 1], 3: [0, 0, 1, 2]}.get(len(listed), [0, 1, 2, 3])
            for blank, index in zip(("m", "f", "p", "pf"), four, strict=True):
                found[blank] = (*found.get(blank, ()), listed[index])
        return found

    return forms


def _arabic(words: tuple[str, ...]) -> Fillings:
    """Definite forms; a country of two words (كوري شمالي) has the article twice."""
    plain = [word.split(" ") for word in words if not word.startswith("+")][:2]
    return {
        "m": tuple(" ".join(f"ال{part}" for part in parts) for parts in plain),
        "f": tuple(" ".join(f"ال{part}ة" for part in parts) for parts in plain),
    }


_ADJECTIVES: Final[Mapping[str, Callable[[tuple[str, ...]], Fillings]]] = {
    "en": _english,
    "fr": _french,
    "ru": _slavic("ий", {"m": "ий", "f": "ая", "n": "ое", "pl": "ие"}),
    "uk": _slavic("ий", {"m": "ий", "f": "а", "n": "е", "pl": "і"}),
    "pl": _slavic("i", {"m": "i", "f": "a", "n": "ie", "pl": "ie"}),
    "de": _german,
    "es": _romance("es"),
    "it": _romance("it"),
    "pt": _romance("pt"),
    "ar": _arabic,
}
