"""Identities of names that the knowledge base does not have: the same for one name in every script.

A person's name goes part by part to the identity of that part: rigour maps the name parts of Wikidata across scripts (Путин,
Poutine, بوتين and 普京 share a symbol). A part that it does not know goes by its sound as far as romanisation gives it. A city
goes by its English name in GeoNames, every other name by its letters in romanisation.
"""

import re
from functools import lru_cache

from normality import ascii_text
from rigour.names import Name, NameTypeTag, SymbolCategory, analyze_names

from schemas import EntityType, digest
from stream.nlp.entities.evidence import City, city, name_parts
from stream.nlp.entities.inflection import bases
from stream.nlp.entities.words import words
from stream.nlp.knowledge import name_key, slug

_SOUNDS = (
    ("shch|sch|tsch", "S"),
    ("tch|tsh|ch|cz|ts|tz|zh|dj|j(?=[aeiou])|sh|sz|dz", "S"),
    ("ph", "f"), ("kh|gh|h", ""), ("ck|q|c|g", "k"), ("x", "ks"), ("w", "v"), ("z", "s"),
    ("[^a-zS]", ""), ("(?<=.)[aeiouyj]", ""), (r"(.)\1+", r"\1"),
)  # fmt: skip
_SOUND_RULES = tuple((re.compile(pattern), replacement) for pattern, replacement in _SOUNDS)
_KEY_LENGTH = 16


def identity(name: str, type_: EntityType, language: str) -> str:
    """The ``x:`` id of a name of that type, as it is written in that language."""
    if type_ == "person":
        parts = [part for word in words(name) if (part := dictionary_form(word.text, language))]
        # A digest, because the parts' own keys are numbers or skeletons that say nothing to a reader.
        return f"x:{digest('person', person_key(' '.join(parts) or name))[:_KEY_LENGTH]}"
    found = city_of(name, language) if type_ == "place" else None
    plain = found.name if found else name
    return f"x:{slug(ascii_text(plain) or plain) or slug(plain) or 'name'}"


def city_of(name: str, language: str) -> City | None:
    """The city that the name, in whatever case, is one of."""
    return next((found for base in bases(name, language) if (found := city(base))), None)


@lru_cache(maxsize=8192)
def dictionary_form(word: str, language: str) -> str:
    """The nominative of a part of a person's name: of the forms that it may have, the one that most people are called by."""
    forms = list(dict.fromkeys(bases(word, language)))
    return max(forms, key=lambda form: sum(name_parts(form))) if len(forms) > 1 else word


@lru_cache(maxsize=8192)
def person_key(name: str) -> str:
    """Key of a person's name, whatever the order of its parts."""
    # The analysis gives no name back only for a text without a letter.
    parts = [
        key for analysed in analyze_names(NameTypeTag.PER, [name], phonetics=False) for key in _part_keys(analysed)
    ]
    return "-".join(sorted(parts)) or slug(name) or "name"


def _part_keys(analysed: Name) -> list[str]:
    symbols: dict[int, list[str]] = {}
    for span in analysed.spans:
        if span.symbol.category == SymbolCategory.NAME and len(span.parts) == 1:
            symbols.setdefault(span.parts[0].index, []).append(str(span.symbol.id))
    return [
        min(symbols[part.index], key=_commonest).lower() if part.index in symbols else sound(part.form)
        for part in analysed.parts
    ]


def _commonest(symbol: str) -> tuple[int, str]:
    """Wikidata's low numbers are the names that were entered first: those known in most languages."""
    return (int(symbol[1:]), symbol) if symbol[1:].isdigit() else (0, symbol)


def sound(part: str) -> str:
    """A rough consonant skeleton of a name part, the same for the usual romanisations of one name."""
    key = name_key(ascii_text(part) or "")
    for pattern, replacement in _SOUND_RULES:
        key = pattern.sub(replacement, key)
    return key or slug(part) or "name"
