"""Reporting verbs that share a subject, though the parser hung the later one into what the earlier one reports.

X said relations *have improved* and *confirmed* that …: the parser joins "confirmed" to "have improved". Agreement in
number and tense, and whether the nearer subject can speak at all, tell where it belongs.
"""

from collections.abc import Sequence
from dataclasses import replace

from stream.nlp.document import Token
from stream.nlp.statements import clauses, mention
from stream.nlp.statements.model import Cue
from stream.nlp.statements.scene import Scene

_MAX_CLIMB = 8


def raised(scene: Scene, cues: Sequence[Cue]) -> dict[int, int]:
    """Token of each such verb -> token of the reporting verb whose subject it shares."""
    verbs = {cue.token for cue in cues}
    found: dict[int, int] = {}
    for cue in cues:
        token = scene.document.tokens[cue.token]
        if clauses.base(token) != "conj" or any(clauses.dependents(scene.document, cue.token, "nsubj")):
            continue
        governor = _governor(scene, token, verbs)
        if governor is not None and not _fits(scene, token, governor):
            found[cue.token] = governor
    return found


def shared(cues: Sequence[Cue], governors: dict[int, int]) -> list[Cue]:
    """The cues, each raised one with the source of its governor."""
    sources = {cue.token: cue.source for cue in cues}
    result = []
    for cue in cues:
        if cue.token in governors:
            sources[cue.token] = sources[governors[cue.token]]
            result.append(replace(cue, source=sources[cue.token]))
        else:
            result.append(cue)
    return result


def _governor(scene: Scene, token: Token, verbs: set[int]) -> int | None:
    """The reporting verb inside whose content a verb stands."""
    tokens = scene.document.tokens
    index = token.head
    for _ in range(_MAX_CLIMB):
        head = tokens[index].head
        if head == index:
            return None
        if clauses.base(tokens[index]) in ("ccomp", "xcomp", "advcl") and head in verbs and head < token.index:
            return head
        index = head
    return None


def _fits(scene: Scene, verb: Token, governor: int) -> bool:
    """Whether a verb can share the subject of the verb that it is co-ordinated with, rather than that of the governor."""
    document = scene.document
    sister = document.tokens[verb.head]
    subject = clauses.grammatical_subject(document, sister.index)
    if subject is None:
        return True
    number = _number(scene, verb)
    if number is not None and subject.morph.get("Number", number) != number:
        return False
    if not mention.can_speak(scene, subject):
        return False
    own, near, far = (_tense(scene, token) for token in (verb, sister, document.tokens[governor]))
    return not (own == far and own != near)


def _number(scene: Scene, verb: Token) -> str | None:
    for child in clauses.dependents(scene.document, verb.index, "aux"):
        if "Number" in child.morph:
            return child.morph["Number"]
    return verb.morph.get("Number") if verb.morph.get("VerbForm") == "Fin" else None


def _tense(scene: Scene, verb: Token) -> tuple[str, ...]:
    """What tells a verb's tense: its own form and the auxiliaries in front of it."""
    auxiliaries = (child.lemma for child in clauses.dependents(scene.document, verb.index, "aux"))
    return (verb.morph.get("Tense", ""), verb.morph.get("VerbForm", ""), *auxiliaries)
