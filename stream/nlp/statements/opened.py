"""Whose is a clause that a word of its own opens: the reporting verb's, or that of a noun or verb between them."""

from stream.nlp.document import Token
from stream.nlp.statements import clauses
from stream.nlp.statements.model import Cue
from stream.nlp.statements.scene import Scene

_COMPLEMENTS = ("ccomp", "xcomp", "advcl", "acl", "obj", "obl", "parataxis", "dep", "csubj")
_OPENERS = frozenset({"SCONJ", "CCONJ", "PRON", "PART", "ADV", "ADP", "X", "DET"})
_NO_OPENERS = frozenset({"nsubj", "obj", "det"})
_MAX_CLIMB = 3


def belongs(scene: Scene, cue: Cue, opener: Token, clause: Token) -> bool:
    """Whether a clause opened by ``opener`` is governed by the cue and not by a noun or verb between them."""
    tokens = scene.document.tokens
    if _is_elsewhere(scene, opener):
        return False
    owners = range(cue.token, scene.token_at(cue.end))
    plain = clauses.base(opener) not in _NO_OPENERS
    if scene.lexicon.agreements and all(token.text == "," for token in tokens[owners[-1] + 1 : opener.index]):
        return True  # the comma that Slavic puts in front of every clause
    if opener.index == owners[-1] + 1 and opener.pos in _OPENERS:
        return plain or clause.head in owners
    noun = tokens[clause.head]
    if plain and clauses.base(clause) == "acl" and noun.text.lower() in scene.lexicon.correlatives:
        return noun.head in owners
    return plain and (_hangs_low(scene, opener, clause, owners) or _is_governed(tokens, clause, owners))


def _is_elsewhere(scene: Scene, opener: Token) -> bool:
    """Whether a word for when or how belongs to the word in front of its comma (after, how; in the year, when)."""
    words, tokens = scene.lexicon, scene.document.tokens
    before = opener.index - 1
    if before > 0 and tokens[before].text == ",":
        before -= 1
    return opener.text.lower() in words.interrogatives and tokens[before].text.lower() in words.no_complements


def _is_governed(tokens: list[Token], clause: Token, owners: range) -> bool:
    index = clause.index
    for _ in range(_MAX_CLIMB):
        if tokens[index].head in owners:
            return clauses.base(clause) in _COMPLEMENTS and clauses.base(tokens[index]) != "nsubj"
        if clauses.base(tokens[index]) not in ("conj", "ccomp"):
            return False
        index = tokens[index].head
    return False


def _hangs_low(scene: Scene, opener: Token, clause: Token, owners: range) -> bool:
    """Whether the parser hung the clause on a noun that only tells where it was said (confirmed in a letter that …)."""
    noun = scene.document.tokens[clause.head]
    if clauses.base(clause) != "acl" or opener.dep != "mark" or noun.head not in owners or len(owners) > 1:
        return False
    if clauses.base(noun) != "obl" or noun.lemma in scene.lexicon.nouns:
        return False
    return clauses.grammatical_subject(scene.document, clause.index) is not None
