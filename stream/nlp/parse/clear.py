"""Dependencies of the CLEAR scheme turned into Universal Dependencies.

spaCy's English models speak CLEAR (Choi & Palmer 2012, "Guidelines for the CLEAR Style Constituent to Dependency
Conversion"); everything above the parsers speaks Universal Dependencies 2. What differs in more than the label is hung anew:
prepositions become case markers of their objects, the copula a dependent of its complement, and co-ordination is headed by
the first conjunct. Names keep ``compound`` to their last word, which UD also allows.
"""

from stream.nlp.document import Token

_LABELS = {
    "ROOT": "root",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "dobj": "obj",
    "dative": "iobj",
    "attr": "xcomp",
    "acomp": "xcomp",
    "oprd": "xcomp",
    "relcl": "acl:relcl",
    "poss": "nmod:poss",
    "prt": "compound:prt",
    "neg": "advmod",
    "npadvmod": "obl:npmod",
    "quantmod": "advmod",
    "predet": "det:predet",
    "preconj": "cc:preconj",
    "intj": "discourse",
    "meta": "dep",
}
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET"})
_PREPOSITIONS = frozenset({"prep", "agent", "dative"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NO_SUBJECTS = frozenset({"ADV", "INTJ"})


def to_universal(tokens: list[Token]) -> None:
    """Change heads and relations of one parsed text in place; indexes and heads count within ``tokens``."""
    dependents: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            dependents[token.head].append(token.index)
    # From the last word to the first, an inner preposition (according *to*) has its object before its outer one asks for it.
    for token in reversed(tokens):
        if token.dep in _PREPOSITIONS:
            _hang_preposition(tokens, dependents, token)
    for token in tokens:
        if token.dep in ("attr", "acomp") and tokens[token.head].lemma == "be":
            _hang_copula(tokens, dependents, token)
    _hang_conjuncts(tokens, dependents)
    for token in tokens:
        if token.dep in _SUBJECTS and token.pos in _NO_SUBJECTS and token.text[0].isupper():
            token.pos = "PROPN"  # the tagger guessed at a name that it does not know; the parser saw what it does
        token.dep = _LABELS.get(token.dep, token.dep)


def _move(tokens: list[Token], dependents: list[list[int]], index: int, head: int) -> None:
    dependents[tokens[index].head].remove(index)
    tokens[index].head = head
    dependents[head].append(index)


def _hang_preposition(tokens: list[Token], dependents: list[list[int]], marker: Token) -> None:
    """Make the object of a preposition the dependent of its head, and the preposition its case."""
    inner = [tokens[index] for index in dependents[marker.index]]
    thing = next((t for t in inner if t.dep in ("pobj", "obl", "nmod") and t.index > marker.index), None)
    clause = next((t for t in inner if t.dep in ("pcomp", "advcl", "acl") and t.index > marker.index), None)
    object_ = thing or clause
    if object_ is None or (object_.dep not in ("pobj", "pcomp") and object_.index < marker.index):
        marker.dep = "advmod" if marker.dep != "dative" else marker.dep
        return
    head = tokens[marker.head]
    if thing is not None:
        relation = "obl:agent" if marker.dep == "agent" else "nmod" if head.pos in _NOMINAL else "obl"
        role = "case"
    else:
        relation = "acl" if head.pos in _NOMINAL else "advcl"
        role = "mark"
    _move(tokens, dependents, object_.index, head.index)
    object_.dep = relation
    for token in inner:
        if token is not object_:
            _move(tokens, dependents, token.index, object_.index)
    _move(tokens, dependents, marker.index, object_.index)
    marker.dep = role


def _hang_copula(tokens: list[Token], dependents: list[list[int]], complement: Token) -> None:
    """Make the complement of "be" the head of its clause, as in UD, and the verb its copula."""
    verb = tokens[complement.head]
    root = verb.head == verb.index
    relation, above = verb.dep, verb.head
    for index in list(dependents[verb.index]):
        if index != complement.index:
            _move(tokens, dependents, index, complement.index)
    dependents[verb.index].remove(complement.index)
    if root:
        complement.head = complement.index
    else:
        complement.head = above
        dependents[above].remove(verb.index)
        dependents[above].append(complement.index)
    complement.dep = relation
    verb.head, verb.dep = complement.index, "cop"
    dependents[complement.index].append(verb.index)


def _hang_conjuncts(tokens: list[Token], dependents: list[list[int]]) -> None:
    """Hang all conjuncts from the first one, and each conjunction from the conjunct after it."""
    for token in tokens:
        if token.dep == "cc":
            after = [i for i in dependents[token.head] if i > token.index and tokens[i].dep == "conj"]
            if after:
                _move(tokens, dependents, token.index, min(after))
    for token in tokens:
        while token.dep == "conj" and tokens[token.head].dep == "conj":
            _move(tokens, dependents, token.index, tokens[token.head].head)
