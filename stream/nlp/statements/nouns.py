"""Reporting nouns of a parsed text: X's claim that …, a warning by X that …, X's announcement of a thing."""

from collections.abc import Iterator

from schemas import Act
from stream.nlp.document import Token
from stream.nlp.statements import clauses, mention
from stream.nlp.statements.extent import EDGE_MARKS
from stream.nlp.statements.model import Cue, Report, Source
from stream.nlp.statements.scene import Scene

_REACH = 10
"""How many words behind the noun its clause opens at most."""
_DEEDS: frozenset[Act] = frozenset({"announce", "accuse", "condemn", "deny", "demand", "promise", "threaten", "warn"})
"""Acts whose noun takes what was said as a noun phrase too (the announcement of new rules)."""


def nouns(scene: Scene) -> Iterator[Report]:
    """What the reporting nouns outside quotations hold, in text order, where the text says whose words they are."""
    for token in scene.document.tokens:
        act = scene.lexicon.nouns.get(token.lemma) if token.pos == "NOUN" else None
        if act is None or scene.quotation_at(token.start) is not None:
            continue
        source = _source(scene, token)
        content = _clause(scene, token) or (_thing(scene, token) if act in _DEEDS else None)
        if source is None or content is None:
            continue
        start, end = scene.trim(
            scene.document.tokens[content[0]].start, scene.document.tokens[content[1]].end, EDGE_MARKS
        )
        if not (source.start < end and start < source.end):
            cue = Cue(token.start, token.end, token.lemma, act, "noun", token=token.index, source=source)
            yield Report([(start, end)], cue, "noun clause", source)


def _source(scene: Scene, noun: Token) -> Source | None:
    """Whose words the noun stands for: a possessor, a maker (by X), the subject of the verb that utters it."""
    document = scene.document
    for owner in clauses.dependents(document, noun.index, "nmod", "obl"):
        cases = {case.text.lower() for case in clauses.dependents(document, owner.index, "case")}
        if (owner.dep == "nmod:poss" or cases & scene.lexicon.makers) and mention.can_speak(scene, owner):
            return mention.at(scene, owner)
    verb = document.tokens[noun.head]
    if clauses.base(noun) != "obj" or verb.lemma not in scene.lexicon.utter:
        return None
    return mention.of_verb(scene, verb)


def _clause(scene: Scene, noun: Token) -> tuple[int, int] | None:
    """First and last token of the clause or infinitive behind the noun, without the word that opens it."""
    tokens = scene.document.tokens
    stop = scene.sentence_of(noun.index).last
    for index in range(noun.index + 1, min(noun.index + _REACH, stop - 1)):
        token = tokens[index]
        head = tokens[token.head]
        if token.pos == "PUNCT":
            return None
        if token.text.lower() in scene.lexicon.complementizers and head.index > index:
            if head.dep == "acl:relcl" or head.head > noun.index or clauses.base(token) == "nsubj":
                return None
            return index + 1, scene.edges[head.index][1]
        if token.pos in clauses.VERBAL:
            infinitive = token.morph.get("VerbForm") == "Inf" and token.head == noun.index
            return (scene.edges[index][0], scene.edges[index][1]) if infinitive else None
    return None


def _thing(scene: Scene, noun: Token) -> tuple[int, int] | None:
    """The noun phrase that says what was announced, where a possessor or maker is named besides."""
    document = scene.document
    for thing in clauses.dependents(document, noun.index, "nmod"):
        cases = {case.text.lower() for case in clauses.dependents(document, thing.index, "case")}
        if thing.index > noun.index and cases & scene.lexicon.topics:
            first, last = scene.edges[thing.index]
            return max(first, noun.index + 1) + 1, last
    return None
