"""People by the office that stands beside their names, in a language with articles and without a recogniser.

El ministro de Defensa, X; el canciller alemán X; X, portavoz de Y; X, de 61 años. A surname alone is the person's whose full
name the document has.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from stream.nlp.document import Document, NamedSpan
from stream.nlp.entities.kinds import noun_kind
from stream.nlp.knowledge import name_key
from stream.nlp.knowledge.cities import city
from stream.nlp.languages import Lexicon, lexicon

_FULL_NAME = range(2, 6)
"""How many words a person's full name has."""
_NEAR = 3
"""How many words in front of a name its office may stand (el canciller alemán X)."""
_MAX_STRETCH = 10
"""Longest office in front of a comma, in words."""
_BEHIND = 3
"""How many words behind the comma the office may stand."""
_STOPS = re.compile(r"[.;:!?…«»“”\"()\n,–—]")
_FORMER = re.compile(r"^(?:ex|vice|sub|co)-?")
_MIN_SURNAME = 3


def titled(document: Document, names: Sequence[NamedSpan]) -> list[NamedSpan]:
    """The names with the people among them as people; those of a language without articles as they are."""
    words = lexicon(document.language)
    if not words.articled:
        return list(names)
    found = [
        replace(name, type="person") if _is_unclear(document, name) and _has_office(document, words, name) else name
        for name in names
    ]
    surnames = set(_surnames(document, found))
    return [
        replace(name, type="person") if name_key(document.text[name.start : name.end]) in surnames else name
        for name in found
    ]


def is_office(words: Lexicon, word: str) -> bool:
    """Whether a word in lower case is an office or a noun for one person, former and deputy ones too."""
    bare = _FORMER.sub("", word)
    return any(one in words.titles or words.referents.get(one) == "person" for one in (word, bare))


def _is_unclear(document: Document, name: NamedSpan) -> bool:
    text = document.text[name.start : name.end]
    if name.type == "person" or text.isupper() or noun_kind(text, document.language) is not None:
        return False
    return city(text) is None


def _surnames(document: Document, names: Sequence[NamedSpan]) -> Iterator[str]:
    """The parts of full names by which their bearers are called alone."""
    for name in names:
        parts = name_key(document.text[name.start : name.end]).split()
        if name.type == "person" and len(parts) in _FULL_NAME:
            yield from (part for part in parts[1:] if len(part) >= _MIN_SURNAME)
            yield from (" ".join(parts[place:]) for place in range(1, len(parts) - 1))


def _has_office(document: Document, words: Lexicon, name: NamedSpan) -> bool:
    single = " " not in document.text[name.start : name.end]
    before = _before(document.text, name.start)
    if before and not before.endswith(","):
        near = _stretch(before)[-_NEAR:]
        linked = any(word in words.openers or word in words.links or word in words.determiners for word in near[-1:])
        return not linked and any(_opens(words, near[place:]) for place in range(len(near)))
    if single:
        return False
    return (bool(before) and _is_apposed(words, _stretch(before[:-1]))) or _is_described(document.text, words, name.end)


def _before(text: str, start: int) -> str:
    return text[max(0, start - 120) : start].rstrip()


def _stretch(before: str) -> list[str]:
    """The words up to a mark, in lower case, the last ones."""
    return _STOPS.split(before)[-1].lower().split()[-_MAX_STRETCH:]


def _opens(words: Lexicon, near: Sequence[str]) -> bool:
    """Whether words are an office and adjectives alone."""
    rest = near[1:]
    return is_office(words, near[0]) and not any(word in words.openers or word in words.forms for word in rest)


def _is_apposed(words: Lexicon, stretch: Sequence[str]) -> bool:
    """Whether the words in front of a comma end in an office with what it is an office of."""
    for place in range(len(stretch) - 1, -1, -1):
        if is_office(words, stretch[place]):
            return not any(word in words.forms for word in stretch[place + 1 :])
    return False


def _is_described(text: str, words: Lexicon, end: int) -> bool:
    """Whether a comma adds an office or an age to a name."""
    after = text[end : end + 60]
    if not after.startswith(","):
        return False
    stretch = _STOPS.split(after[1:])[0].lower().split()
    aged = len(stretch) > _BEHIND - 1 and stretch[0] in words.links and stretch[1].isdigit()
    near = [word for word in stretch[:_BEHIND] if word not in words.determiners]
    return aged or (bool(near) and is_office(words, near[0]) and " " in text[end - 60 : end].strip())
