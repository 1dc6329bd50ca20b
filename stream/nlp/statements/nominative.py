"""The subject of a verb by its case, where the parser hung it elsewhere; for languages whose nouns show case."""

from collections.abc import Iterator

from stream.nlp.document import Token
from stream.nlp.statements import clauses
from stream.nlp.statements.scene import Scene

_REACH = 12
"""How many words in front of a verb its subject is looked for."""
_MARKS = frozenset(',;:.!?…«»“”„"()—–')
_AGREEING = ("Number", "Gender")


def beside(scene: Scene, verb: Token) -> Token | None:
    """The noun in the nominative that stands in front of a finite verb in its clause and agrees with it."""
    morph = verb.morph
    if (
        morph.get("VerbForm") != "Fin"
        or morph.get("Person", "3") != "3"
        or clauses.is_passive(scene.document, verb.index)
    ):
        return None
    found = [token for token in _before(scene, verb) if _is_nominative(token) and _agrees(token, verb)]
    return found[-1] if found else None


def _before(scene: Scene, verb: Token) -> Iterator[Token]:
    """The words between the mark or verb in front of a verb and the verb, from right to left."""
    tokens, sentence = scene.document.tokens, scene.sentence_of(verb.index)
    for index in range(verb.index - 1, max(sentence.first, verb.index - _REACH) - 1, -1):
        if tokens[index].text in _MARKS or tokens[index].pos in clauses.VERBAL:
            return
        yield tokens[index]


def _is_nominative(token: Token) -> bool:
    return token.morph.get("Case") == "Nom" and token.pos in clauses.NOMINAL


def _agrees(noun: Token, verb: Token) -> bool:
    """Whether number and gender, where both words show them, are the same."""
    shared = (name for name in _AGREEING if name in noun.morph and name in verb.morph)
    return all(noun.morph[name] == verb.morph[name] for name in shared)
