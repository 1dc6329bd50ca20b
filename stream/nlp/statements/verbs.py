"""Reporting verbs and nouns of a parsed text."""

from collections.abc import Iterator, Mapping
from functools import cache

from stream.nlp.document import Token
from stream.nlp.languages import Lexicon, lexicon
from stream.nlp.statements import clauses, mention
from stream.nlp.statements.model import Cue
from stream.nlp.statements.scene import Scene

_EXPRESSION_REACH = 3
_NAME_MARKS = {"«": "»", "“": "”", "„": "“", '"': '"'}
_MAX_NAME = 8
"""Most words of a name in marks, the marks included."""


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
        predicate = token.pos in clauses.VERBAL or (token.pos == "ADJ" and token.text.lower() in words.forms)
        if not predicate or scene.quotation_at(token.start) is not None:
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
                source=(lemma in words.quoters and mention.of_object(scene, token, last))
                or mention.of_verb(scene, token),
                nominal=lemma in words.nominal,
            )


def _verb(scene: Scene, words: Lexicon, token: Token) -> tuple[str, Token] | None:
    if clauses.base(token) in ("amod", "det", "case", "cop"):
        return None
    lemma = words.forms.get(token.text.lower(), token.lemma)
    tokens = scene.document.tokens
    if token.index + 1 < len(tokens) and tokens[token.index + 1].text.lower() in words.enclitics:
        return None  # itself asked about (Russian: заявит ли)
    for rest in _expressions(words.code).get(lemma, ()):
        last = _match(_following(scene, token, len(rest) + _EXPRESSION_REACH), rest)
        if last is not None:
            return " ".join((lemma, *rest)), last
    return (lemma, token) if lemma in words.cues else None


def _following(scene: Scene, verb: Token, count: int) -> list[Token]:
    """So many words behind a verb, names in marks stepped over (приводит «X» слова Y)."""
    tokens = scene.document.tokens
    found: list[Token] = []
    index = verb.index + 1
    while index < len(tokens) and len(found) < count:
        closing = _NAME_MARKS.get(tokens[index].text) if scene.lexicon.names_in_marks else None
        if closing is not None and scene.quotation_at(tokens[index].start) is None:
            stretch = range(index + 1, min(len(tokens), index + _MAX_NAME))
            index = next((place + 1 for place in stretch if tokens[place].text == closing), index + 1)
            continue
        found.append(tokens[index])
        index += 1
    return found


def _match(following: list[Token], rest: tuple[str, ...]) -> Token | None:
    """The token that ends an expression whose words follow in order, with little between them."""
    wanted = 0
    for token in following:
        if rest[wanted] in (token.lemma, token.text.lower()):
            wanted += 1
            if wanted == len(rest):
                return token
        elif token.pos in ("PUNCT", "ADP"):
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
