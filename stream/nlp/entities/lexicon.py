"""A language's words in and around names, from its package under :mod:`stream.nlp.languages`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import MappingProxyType, ModuleType

NOUNS_CAPITALISED = frozenset({"de", "lb"})
"""Languages that write every noun with a capital."""
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words of one language, in lower case; all empty for a language without a package."""

    articles: frozenset[str] = _NONE
    honorifics: frozenset[str] = _NONE
    """Forms of address, ranks and one-word titles of office."""
    organizations: frozenset[str] = _NONE
    places: frozenset[str] = _NONE
    generics: frozenset[str] = _NONE
    """Nouns that are a part of the place's name after them (golfe de Guinée)."""
    teams: frozenset[str] = _NONE
    """Nouns that make a country's name that of its team."""
    plurals: frozenset[str] = _NONE
    """Articles of the plural, where the language names teams by a noun and a place."""
    gatherings: frozenset[str] = _NONE
    """Nouns with a capital that are events, people or papers of a place, not its team."""
    links: frozenset[str] = _NONE
    """Folded words between such a noun and the name."""
    locatives: frozenset[str] = _NONE
    """Prepositions that mostly stand before the name of a place."""
    former: frozenset[str] = _NONE
    """Words before a title of office that its holder no longer, or does not yet, has."""
    common: frozenset[str] = _NONE
    """Words that are never a name's first: articles, pronouns, conjunctions."""
    nouns: frozenset[str] = _NONE
    """Common nouns for those who speak without a name, which are no names at a sentence's beginning."""
    portfolios: frozenset[str] = _NONE
    """Nouns of offices behind which "of" leads to what their holders are responsible for, with a capital."""
    titles: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Titles of office to their role codes."""


@cache
def lexicon(language: str) -> Lexicon:
    """The words of a language."""
    names, offices = _module(language, "names"), _module(language, "titles")
    titles: dict[str, str] = offices.TITLES if offices else {}
    single = {title for title in titles if " " not in title}
    if names is None:
        return Lexicon(honorifics=frozenset(single), common=_stop_words(language), titles=titles)
    return Lexicon(
        articles=names.ARTICLES,
        honorifics=names.HONORIFICS | single,
        organizations=names.ORGANIZATIONS,
        places=names.PLACES,
        generics=getattr(names, "GENERICS", _NONE),
        teams=getattr(names, "TEAMS", _NONE),
        plurals=getattr(names, "PLURALS", _NONE),
        gatherings=getattr(names, "GATHERINGS", _NONE),
        links=getattr(names, "LINKS", _NONE),
        locatives=names.LOCATIVES,
        former=names.FORMER,
        nouns=getattr(offices, "ANONYMOUS", _NONE),
        portfolios=getattr(names, "PORTFOLIOS", _NONE),
        common=_stop_words(language) | names.ARTICLES | names.LOCATIVES,
        titles=titles,
    )


def _stop_words(language: str) -> frozenset[str]:
    """SpaCy's list for the language."""
    package = f"spacy.lang.{language}"
    if not language.isalpha() or find_spec(package) is None or find_spec(f"{package}.stop_words") is None:
        return _NONE
    return frozenset(import_module(f"{package}.stop_words").STOP_WORDS)


def _module(language: str, name: str) -> ModuleType | None:
    package = f"stream.nlp.languages.{language}"
    if not language.isalpha() or find_spec(package) is None or find_spec(f"{package}.{name}") is None:
        return None
    return import_module(f"{package}.{name}")
