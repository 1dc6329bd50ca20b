"""What kind of thing a name names, by its words: a second opinion on the recogniser's, the only one where there is none."""

from schemas import EntityType
from stream.nlp.entities.evidence import known_parts
from stream.nlp.entities.inflection import stem
from stream.nlp.entities.lexicon import lexicon
from stream.nlp.entities.words import words
from stream.nlp.knowledge.cities import city

_GIVEN_NAME = 2
"""Name parts that stand for at least this many names of people are mostly given names, which come in both genders."""
_SMALL_MODELS = frozenset({"en"})
"""Languages whose recogniser takes many people for organisations."""
_FULL_NAME = (2, 3, 4)
"""Words of a person's full name."""


def noun_kind(name: str, language: str) -> EntityType | None:
    """The kind that a noun in the name tells: University of X, lac Y; None where there is no such noun."""
    known = lexicon(language)
    if not known.organizations:
        return None
    organizations, places = _stems(known.organizations, language), _stems(known.places, language)
    row = [stem(word.key, language) for word in words(name)]
    # The head says it: the last noun in Germanic languages and Turkish, the first one in the others.
    for key in reversed(row) if language in ("en", "de", "nl", "tr") else row:
        if key in organizations:
            return "organization"
        if key in places:
            return "place"
    return None


def revised(name: str, type_: EntityType, language: str) -> EntityType:
    """The kind that the recogniser gave, or another where the words of the name speak clearly against it."""
    if type_ not in ("person", "organization", "place"):
        return type_
    said = noun_kind(name, language)
    if said is not None:
        return said if type_ != "person" or len(name.split()) > 1 else type_
    if type_ == "organization" and city(name) is not None:
        return "place"
    if type_ == "organization" and language in _SMALL_MODELS and like_person(name):
        return "person"
    return type_


def like_person(name: str) -> bool:
    """Whether a name is made as a person's full name: known parts, the first one a given name."""
    parts = known_parts(name)
    return len(parts) in _FULL_NAME and all(parts) and parts[0] >= _GIVEN_NAME and not name.isupper()


def _stems(nouns: frozenset[str], language: str) -> frozenset[str]:
    known = _CACHE.get((language, nouns))
    if known is None:
        known = _CACHE[language, nouns] = frozenset(
            stem(word.key, language) for noun in nouns for word in words(noun)[:1]
        )
    return known


_CACHE: dict[tuple[str, frozenset[str]], frozenset[str]] = {}
