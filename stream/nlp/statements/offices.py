"""An office with what it is for, then the name, in a text without a parse: голова комітету з питань здоров'я X."""

from collections.abc import Sequence

from stream.nlp.document import Token
from stream.nlp.statements.model import Source
from stream.nlp.statements.scene import Named, Scene

_LEAD = 4
"""How many words into a phrase its office may stand."""


def titled(scene: Scene, tokens: Sequence[Token]) -> Source | None:
    """The source whose office and name have a preposition between them that opens no other phrase with the name."""
    head = _office(scene, tokens) if scene.lexicon.purposes else None
    if head is None:
        return None
    named = _last_person(scene, tokens, head)
    if named is None:
        return None
    between = [token for token in tokens if head.start < token.start < named.start]
    openers = [token for token in between if token.text.lower() in scene.lexicon.openers]
    if not openers or between[-1] is openers[-1]:
        return None
    rest = [token for token in between if token.start > openers[0].start]
    if any(_is_office(scene, token) for token in rest) or openers[0].text.lower() not in scene.lexicon.purposes:
        return None
    return Source(tokens[0].start, named.end, head.index)


def _office(scene: Scene, tokens: Sequence[Token]) -> Token | None:
    for token in tokens[:_LEAD]:
        if token.text.lower() in scene.lexicon.openers:
            return None
        if _is_office(scene, token):
            return token
    return None


def _is_office(scene: Scene, token: Token) -> bool:
    word, words = token.text.lower(), scene.lexicon
    return word in words.titles or words.referents.get(word) == "person"


def _last_person(scene: Scene, tokens: Sequence[Token], head: Token) -> Named | None:
    inside = scene.mentions_within(head.end, tokens[-1].end)
    people = [named for named in inside if named.entity.type == "person" and named.form == "name"]
    return people[-1] if people else None
