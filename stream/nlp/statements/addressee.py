"""To whom a statement was made: told X, said to X, a répondu à X, thanked X."""

from schemas import Act
from stream.nlp.document import Token
from stream.nlp.statements import clauses, mention
from stream.nlp.statements.model import Report, Source
from stream.nlp.statements.scene import Scene

_TO_OBJECT: frozenset[Act] = frozenset({"thank", "praise", "accuse", "threaten", "warn", "ask", "demand"})
"""Acts whose direct object is the person spoken to, where it is a person or a body."""


def addressee(scene: Scene, report: Report) -> Source | None:
    """The mention of whom the report's verb addresses; None where the clause does not say."""
    cue = report.cue
    if cue is None or cue.kind != "verb" or not scene.document.parsed:
        return None
    document = scene.document
    for child in document.children[cue.token]:
        token = document.tokens[child]
        if _addressed(scene, token, cue.act, report) and token.pos in clauses.NOMINAL:
            found = mention.at(scene, token)
            if found is not None and not (report.source and found.start == report.source.start):
                return found
    return None


def _addressed(scene: Scene, token: Token, act: Act, report: Report) -> bool:
    relation = clauses.base(token)
    if relation == "iobj":
        return True
    if relation == "obj":
        outside = all(not start <= token.start < end for start, end in report.content)
        return (outside or act in _TO_OBJECT) and _is_somebody(scene, token)
    if relation == "obl":
        cases = {case.text.lower() for case in clauses.dependents(scene.document, token.index, "case")}
        return bool(cases & scene.lexicon.toward) and _is_somebody(scene, token)
    return False


def _is_somebody(scene: Scene, token: Token) -> bool:
    if token.text.lower() in scene.lexicon.pronouns or token.lemma in scene.lexicon.titles:
        return True
    window = scene.mentions_within(token.start - 60, token.end + 60)
    return any(
        named.start <= token.start < named.end
        and (named.entity.type in ("person", "organization", "group") or named.form == "nominal")
        for named in window
    )
