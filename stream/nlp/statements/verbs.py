"""Reporting verbs and nouns of a parsed text."""

from collections.abc import Iterator, Mapping
from functools import cache

from stream.nlp.document import Token
from stream.nlp.languages import Lexicon, lexicon
from stream.nlp.statements import clauses
from stream.nlp.statements.model import Cue, Source
from stream.nlp.statements.scene import Scene

_EXPRESSION_REACH = 3
_SOURCE_MARKS = "-‐–—,;:.!?…\"'’«»“”„()[] "


@cache
def _expressions(code: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """First word of each reporting expression -> its other words, longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for key in lexicon(code).cues:
        first, *rest = key.split()
        if rest:
            table.setdefault(first, []).append(tuple(rest))
    return {first: tuple(sorted(rests, key=len, reverse=True)) for first, rests in table.items()}


def verbs(scene: Scene) -> Iterator[Cue]:
    """The reporting verbs outside quotations, in text order, with the source that their clause names."""
    words = scene.lexicon
    for token in scene.document.tokens:
        if token.pos not in clauses.VERBAL or scene.quotation_at(token.start) is not None:
            continue
        found = _verb(scene, words, token)
        if found is not None:
            lemma, last = found
            yield Cue(
                start=token.start,
                end=last.end,
                lemma=lemma,
                act=words.cues[lemma],
                kind="verb",
                token=token.index,
                negated=_negated(scene, token),
                source=source_of(scene, token),
                nominal=lemma in words.nominal,
            )


def _verb(scene: Scene, words: Lexicon, token: Token) -> tuple[str, Token] | None:
    if clauses.base(token) in ("amod", "det", "case", "cop"):
        return None
    lemma = words.forms.get(token.text.lower(), token.lemma)
    tokens = scene.document.tokens
    for rest in _expressions(words.code).get(lemma, ()):
        last = _match(tokens[token.index + 1 : token.index + 1 + len(rest) + _EXPRESSION_REACH], rest)
        if last is not None:
            return " ".join((lemma, *rest)), last
    return (lemma, token) if lemma in words.cues else None


def _match(following: list[Token], rest: tuple[str, ...]) -> Token | None:
    """The token that ends an expression whose words follow in order, with little between them."""
    wanted = 0
    for token in following:
        if rest[wanted] in (token.lemma, token.text.lower()):
            wanted += 1
            if wanted == len(rest):
                return token
        elif token.pos == "PUNCT":
            return None
    return None


def _negated(scene: Scene, verb: Token) -> bool:
    """Whether the verb, or the verb that governs its infinitive, is denied."""
    document, negations = scene.document, scene.lexicon.negations
    places = [verb.index]
    if clauses.base(verb) == "xcomp":
        places.append(verb.head)
    return any(
        document.tokens[child].text.lower() in negations
        and clauses.base(document.tokens[child]) in ("advmod", "det", "neg")
        for place in places
        for child in document.children[place]
    )


def source_of(scene: Scene, verb: Token) -> Source | None:
    """The mention that a reporting verb's clause names as its subject or agent."""
    inverted = _inverted(scene, verb)
    if inverted is not None:
        return inverted
    head = clauses.subject(scene.document, scene.lexicon, verb.index)
    if head is not None and scene.quotation_at(head.start) is not None:
        return None  # who speaks inside a quotation is not who reports it
    if head is None or head.index == verb.index or clauses.base(head) == "expl":
        return None
    return source_at(scene, head, verb)


def _inverted(scene: Scene, verb: Token) -> Source | None:
    """The pronoun joined to a verb or its auxiliary by a hyphen (French: a-t-il ajouté, dit-elle)."""
    tokens = scene.document.tokens
    for token in tokens[max(0, verb.index - _EXPRESSION_REACH) : verb.index + _EXPRESSION_REACH]:
        word = token.text.lower()
        pronoun = word.removeprefix("-t").removeprefix("-")
        joined = word.startswith("-") or (token.start > 0 and scene.text[token.start - 1] in "-‐")
        if joined and pronoun in scene.lexicon.pronouns and scene.quotation_at(token.start) is None:
            return Source(token.end - len(pronoun), token.end, token.index)
    return None


def source_at(scene: Scene, head: Token, verb: Token | None = None) -> Source | None:
    """The mention around the head of a noun phrase, cut where the verb stands; None where nothing is left of it."""
    if head.pos not in clauses.NOMINAL and head.pos not in ("ADJ", "X", "DET"):
        return None
    document = scene.document
    first, last = clauses.phrase(document, head)
    if verb is not None and first <= verb.index <= last:
        first, last = (verb.index + 1, last) if head.index > verb.index else (first, verb.index - 1)
    start, end = scene.trim(document.tokens[first].start, document.tokens[last].end, _SOURCE_MARKS)
    if scene.text[start : start + 2].lower() == "t-":  # French: a-t-il
        start += 2
    if start >= end:
        return None
    parts = clauses.members(document, head)
    members: tuple[tuple[int, int], ...] = ()
    if len(parts) > 1:
        spans = [clauses.phrase(document, part, joined=False) for part in parts]
        members = tuple(scene.trim(document.tokens[a].start, document.tokens[b].end, _SOURCE_MARKS) for a, b in spans)
    return Source(start, end, head.index, members)
