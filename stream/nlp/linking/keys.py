"""Identities of names that the knowledge base does not have: the same for one name in every script.

A person's name goes by its sound, a city by its English name in GeoNames, every other name by its letters in romanisation,
without the endings that it takes in sentences.
"""

from normality import ascii_text

from schemas import EntityType, digest
from stream.nlp.entities.inflection import bases, without_ending
from stream.nlp.entities.words import words
from stream.nlp.knowledge import name_key, slug
from stream.nlp.knowledge.cities import City, city
from stream.nlp.knowledge.sounds import skeleton

_KEY_LENGTH = 16
_VOWELS = "aeiouy"
_MIN_WORD = 4


def identity(name: str, type_: EntityType, language: str) -> str:
    """The ``x:`` id of a name of that type, as it is written in that language."""
    if type_ == "person":
        # A digest, because a name's consonants say nothing to a reader.
        return f"x:{digest('person', skeleton(name, language) or slug(name) or 'name')[:_KEY_LENGTH]}"
    found = city_of(name, language) if type_ == "place" else None
    if found:
        return f"x:{slug(found.name)}"
    return f"x:{'-'.join(filter(None, (_word(word.key, language) for word in words(name)))) or slug(name) or 'name'}"


def _word(key: str, language: str) -> str:
    """A folded word in Latin letters, without the ending that it may have in another case or language."""
    rest = without_ending(key, language)
    plain = name_key(ascii_text(rest) or rest)
    return plain.rstrip(_VOWELS) if len(plain.rstrip(_VOWELS)) >= _MIN_WORD else plain


def city_of(name: str, language: str) -> City | None:
    """The city that the name, in whatever case, is one of."""
    return next((found for base in bases(name, language) if (found := city(base))), None)
