"""The recogniser's names with its known faults mended.

The models take articles, titles and the possessive into a name, leave the last word of a long one out, and take the capital at
the beginning of a sentence for a name's.
"""

from bisect import bisect_left
from collections.abc import Sequence

from stream.nlp.document import Document, NamedSpan, Token
from stream.nlp.entities.evidence import known_parts
from stream.nlp.entities.kinds import revised
from stream.nlp.entities.lexicon import NOUNS_CAPITALISED, lexicon
from stream.nlp.entities.words import FIRST_NOT_LATIN
from stream.nlp.knowledge.cities import city

_POSSESSIVES = frozenset({"'s", "’s", "'", "’", "´s"})
_SPEECH = frozenset('«“„"‚‘:')
"""Marks after which a sentence begins."""
_PROPER = frozenset({"PROPN", "X", "NUM"})


def mended(document: Document) -> list[NamedSpan]:
    """The document's names, in text order, none overlapping another."""
    starts = [token.start for token in document.tokens]
    firsts = {sentence.first for sentence in document.sentences}
    names: list[NamedSpan] = []
    for name in sorted(document.names, key=lambda name: (name.start, -name.end)):
        first, last = bisect_left(starts, name.start), bisect_left(starts, name.end)
        words = document.tokens[first:last]
        words = _trimmed(words, name, document.language, initial=first in firsts)
        words = _extended(document, words, name)
        if not words or _no_name(document, words, firsts):
            continue
        if names and words[0].start < names[-1].end:
            continue
        start, end = words[0].start, words[-1].end
        names.append(NamedSpan(start, end, revised(document.text[start:end], name.type, document.language)))
    return names


def _trimmed(words: list[Token], name: NamedSpan, language: str, *, initial: bool) -> list[Token]:
    known = lexicon(language)
    titles = known.honorifics if name.type == "person" else frozenset()
    first, last = 0, len(words)
    while first < last:
        word = words[first]
        plain = word.text.lower() if initial and first == 0 else word.text
        if (
            plain in known.articles
            or word.pos == "PUNCT"
            or ((word.lemma in titles or word.text.lower().rstrip(".") in titles) and _capital_after(words, first))
        ):
            first += 1
        else:
            break
    while last > first and (words[last - 1].text in _POSSESSIVES or words[last - 1].text in ",;:"):
        last -= 1
    return words[first:last]


def _capital_after(words: Sequence[Token], index: int) -> bool:
    return index + 1 < len(words) and words[index + 1].text[0].isupper()


def _extended(document: Document, words: list[Token], name: NamedSpan) -> list[Token]:
    """With the proper nouns that belong to it by the parse and stand beside it."""
    if not words:
        return words
    tokens = document.tokens
    taken = [other for other in document.names if other is not name]
    while True:
        following = words[-1].index + 1
        if following == len(tokens) or not _belongs(document, tokens[following], words, taken):
            return words
        words = [*words, tokens[following]]


def _belongs(document: Document, token: Token, words: Sequence[Token], taken: Sequence[NamedSpan]) -> bool:
    last = words[-1]
    if not token.text[0].isupper() or token.start - last.end > 1:
        return False
    if any(other.start < token.end and token.start < other.end for other in taken):
        return False
    if _beside(document, last, token):
        return True
    inside = {word.index for word in words}
    return token.pos == "PROPN" and (token.head in inside or any(word.head == token.index for word in words))


def _beside(document: Document, last: Token, token: Token) -> bool:
    """Whether nothing but a space parts two words that both have a capital, where that makes a name.

    It makes none of an acronym and what follows it (NBA Finals), of a century (Europe XX), nor of words of two scripts.
    """
    return (
        document.language not in NOUNS_CAPITALISED
        and document.text[last.end : token.start] in {" ", "\u00a0"}
        and last.text.istitle()
        and token.text.istitle()
        and (last.text < FIRST_NOT_LATIN) == (token.text < FIRST_NOT_LATIN)
    )


def _no_name(document: Document, words: Sequence[Token], firsts: set[int]) -> bool:
    if not any(character.isalpha() for word in words for character in word.text):
        return True
    if all(word.text.islower() for word in words if word.text[0].isalpha()):
        return True
    if len(words) == 1 and _bare_noun(document, words[0], firsts):
        return True
    capitals = sum(word.text[0].isupper() for word in words)
    if capitals > 1 or any(word.pos in _PROPER for word in words) or not _initial(document, words[0], firsts):
        return False
    return len(words) > 1 or (not any(known_parts(words[0].text)) and city(words[0].text) is None)


def _bare_noun(document: Document, word: Token, firsts: set[int]) -> bool:
    """Whether it is a noun such as État, or a word that nobody and no city is called by, at the beginning of speech."""
    known = lexicon(document.language)
    plain = word.text.lower()
    if plain in known.organizations | known.places | known.common:
        return not word.text.isupper()
    if any(known_parts(word.text)) or city(word.text) is not None or word.text.isupper():
        return False
    spoken = word.index > 0 and document.tokens[word.index - 1].text in _SPEECH
    return spoken and not _seen_inside(document, word, firsts)


def _seen_inside(document: Document, word: Token, firsts: set[int]) -> bool:
    """Whether the word has its capital in the middle of a sentence too."""
    return any(
        token.text == word.text and token.index not in firsts and document.tokens[token.index - 1].text not in _SPEECH
        for token in document.tokens
        if token.index != word.index
    )


def _initial(document: Document, word: Token, firsts: set[int]) -> bool:
    """Whether only punctuation stands before it in its sentence, so that it has a capital in any case."""
    index = word.index
    while index not in firsts:
        index -= 1
        if document.tokens[index].pos != "PUNCT":
            return False
    return True
