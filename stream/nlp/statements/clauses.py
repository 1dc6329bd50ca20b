"""Questions to a Universal Dependencies parse: who is the subject of a verb, how far does a phrase reach."""

from collections.abc import Iterator

from stream.nlp.document import Document, Token
from stream.nlp.languages import Lexicon

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
VERBAL = frozenset({"VERB", "AUX"})
_PHRASE = frozenset(
    [
        "det",
        "amod",
        "nummod",
        "nmod",
        "compound",
        "flat",
        "appos",
        "case",
        "fixed",
        "conj",
        "cc",
        "dep",
        "clf",
        "goeswith",
        "name",
        "nounmod",
        "list",
        "obl",
        "advmod",
        "punct",
    ]
)
_CLAUSE = frozenset(["acl", "advcl", "ccomp", "parataxis", "csubj", "xcomp"])
_MAX_CLIMB = 6
_MAX_PHRASE = 40


def base(token: Token) -> str:
    """The universal part of a token's relation (nsubj of nsubj:pass)."""
    return token.dep.partition(":")[0]


def dependents(document: Document, index: int, *relations: str) -> Iterator[Token]:
    """The dependents of a token in one of the relations, in text order."""
    for child in document.children[index]:
        token = document.tokens[child]
        if base(token) in relations:
            yield token


def is_passive(document: Document, verb: int) -> bool:
    """Whether a verb stands in the passive."""
    token = document.tokens[verb]
    if token.morph.get("Voice") == "Pass" and token.morph.get("VerbForm") != "Conv":
        return True
    return any(
        document.tokens[child].dep in ("nsubj:pass", "aux:pass", "csubj:pass") for child in document.children[verb]
    )


def agent(document: Document, verb: int) -> Token | None:
    """Who does what a passive verb says."""
    for child in document.children[verb]:
        if document.tokens[child].dep == "obl:agent":
            return document.tokens[child]
    return None


def own_subject(document: Document, verb: int) -> Token | None:
    """The subject that depends on the verb itself; a passive's agent."""
    if is_passive(document, verb):
        return agent(document, verb)
    found = list(dependents(document, verb, "nsubj"))
    return min(found, key=lambda token: abs(token.index - verb), default=None)


def grammatical_subject(document: Document, verb: int) -> Token | None:
    """The subject of a verb in either voice; None where it has none of its own."""
    return next(dependents(document, verb, "nsubj", "csubj"), None)


def subject(document: Document, lexicon: Lexicon, verb: int) -> Token | None:
    """Who does what a verb says, also where another verb shares its subject; None where the clause leaves it out.

    Goes up from co-ordinated verbs, infinitives and participles to the verb that has the subject, from a relative
    pronoun or a participle to the noun that it describes.
    """
    index = verb
    for _ in range(_MAX_CLIMB):
        token = document.tokens[index]
        found = own_subject(document, index)
        if found is not None:
            return _antecedent(document, lexicon, token, found)
        if is_passive(document, index) and index == verb and token.morph.get("VerbForm") != "Inf":
            return None
        head = document.tokens[token.head]
        relation = base(token)
        if relation == "acl" and head.pos in NOMINAL:
            return head if is_active_participle(token) else None
        if relation not in ("conj", "xcomp", "advcl", "ccomp", "parataxis", "aux", "cop") or token.head == index:
            return None
        if relation in ("ccomp", "parataxis") and token.morph.get("VerbForm", "Inf") == "Fin":
            return None
        index = token.head
    return None


def _antecedent(document: Document, lexicon: Lexicon, verb: Token, found: Token) -> Token:
    if found.text.lower() not in lexicon.relatives and found.morph.get("PronType") != "Rel":
        return found
    for _ in range(_MAX_CLIMB):
        if verb.dep == "acl:relcl" or base(verb) == "acl":
            return document.tokens[verb.head]
        if base(verb) not in ("conj", "xcomp", "ccomp") or verb.head == verb.index:
            return found
        verb = document.tokens[verb.head]
    return found


def is_active_participle(token: Token) -> bool:
    """Whether a verb form describes who does it (saying), not to whom it is done (said)."""
    form = token.morph.get("VerbForm", "Ger")
    if form == "Part" and "Voice" in token.morph:
        return token.morph["Voice"] == "Act"
    return form in ("Ger", "Conv") or (form == "Part" and token.morph.get("Tense") != "Past")


def is_asserted(document: Document, lexicon: Lexicon, verb: int) -> bool:
    """Whether the text says that something was done, rather than that it may, should or is yet to be done."""
    token = document.tokens[verb]
    if any(child.text.lower() in lexicon.conditions for child in dependents(document, verb, "mark")):
        return False
    auxiliaries = list(dependents(document, verb, "aux"))
    if any(child.lemma in lexicon.modals or child.text.lower() in lexicon.modals for child in auxiliaries):
        return False
    if token.morph.get("VerbForm") == "Inf":
        return any(child.lemma in lexicon.auxiliaries for child in auxiliaries if child.pos == "AUX")
    return True


def members(document: Document, head: Token) -> list[Token]:
    """The heads of co-ordinated noun phrases, the first included."""
    found = [head]
    found.extend(token for token in dependents(document, head.index, "conj") if token.pos in NOMINAL)
    return found


def phrase(document: Document, head: Token, *, joined: bool = True) -> tuple[int, int]:
    """First and last token (inclusive) of the noun phrase around its head, without clauses that describe it.

    ``joined`` tells whether co-ordinated phrases belong to it. A leading preposition is left out.
    """
    inside = {head.index}
    stack = [head.index]
    while stack and len(inside) < _MAX_PHRASE:
        for child in document.children[stack.pop()]:
            token = document.tokens[child]
            relation = base(token)
            if relation not in _PHRASE or (relation in ("conj", "cc") and not joined and token.head == head.index):
                continue
            if token.pos in VERBAL and relation in ("conj", "appos", "dep"):
                continue
            if relation in ("obl", "advmod") and child > head.index and token.pos == "ADV":
                continue
            inside.add(child)
            stack.append(child)
    first = last = head.index
    tokens = document.tokens
    while first > 0 and (first - 1 in inside or (tokens[first - 1].pos == "PUNCT" and first - 2 in inside)):
        first -= 1
    while last + 1 < len(tokens) and (last + 1 in inside or (tokens[last + 1].pos == "PUNCT" and last + 2 in inside)):
        last += 1
    while first < head.index and (
        base(tokens[first]) in ("case", "punct", "cc") or tokens[first].pos in ("PUNCT", "ADP")
    ):
        first += 1
    while last > head.index and (tokens[last].pos in ("PUNCT", "ADP", "CCONJ") and tokens[last].text != ")"):
        last -= 1
    return first, last


def clause_edges(document: Document) -> list[tuple[int, int]]:
    """For each token the first and last token (inclusive) of all that depends on it."""
    tokens = document.tokens
    order, stack = [], [token.index for token in tokens if token.head == token.index]
    while stack:
        index = stack.pop()
        order.append(index)
        stack.extend(document.children[index])
    first = list(range(len(tokens)))
    last = list(range(len(tokens)))
    for index in reversed(order):
        head = tokens[index].head
        first[head] = min(first[head], first[index])
        last[head] = max(last[head], last[index])
    return list(zip(first, last, strict=True))


def is_clause(token: Token) -> bool:
    """Whether a token heads a clause that depends on another."""
    return base(token) in _CLAUSE
