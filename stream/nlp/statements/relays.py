"""Media that only pass on what somebody else said: "…, заявил X, передаёт агентство Y", "Об этом заявил X, пишет Y".

What X said is the statement; that the agency brings it is no second one.
"""

from collections.abc import Sequence

from stream.nlp.statements.model import BRIEF, Report, length, overlap
from stream.nlp.statements.scene import Scene

_SHARE = 0.6
"""How much of what a medium passes on the words, cue and source of who said it take up, at least."""
_GAP = 3


def without_relays(scene: Scene, reports: Sequence[Report]) -> list[Report]:
    """The reports without those of media that pass on another one of them."""
    if not scene.lexicon.relays:
        return list(reports)
    kept = []
    for index, report in enumerate(reports):
        near = [*reports[max(0, index - _GAP) : index], *reports[index + 1 : index + 1 + _GAP]]
        if not (_relays(scene, report) and any(_passes_on(report, other) for other in near)):
            kept.append(report)
    return kept


def _relays(scene: Scene, report: Report) -> bool:
    """Whether a medium's verb or source phrase reports, and no person and nobody in whose house it was said."""
    cue, source = report.cue, report.source
    if cue is None or source is None or cue.lemma not in scene.lexicon.relays:
        return False
    before = scene.token_at(source.start) - 1
    if before >= 0 and cue.kind == "verb" and scene.document.tokens[before].text.lower() in scene.lexicon.inside:
        return False
    inside = scene.mentions_within(source.start, source.end)
    return not any(named.entity.type == "person" for named in inside)


def _passes_on(relay: Report, other: Report) -> bool:
    """Whether what a relay reports is above all another report: its words with the cue and the source."""
    cue, source = other.cue, other.source
    if cue is None or source is None or relay.cue is None or cue.kind == "noun" or other.construction in BRIEF:
        return False
    if not any(start <= cue.start and cue.end <= end for start, end in relay.content):
        return False
    places = sorted([*other.content, (cue.start, cue.end), (source.start, source.end)])
    if places[0][0] >= relay.start and places[-1][1] <= relay.end + 1:
        return overlap(relay.content, [(places[0][0], places[-1][1])]) >= _SHARE * length(relay.content)
    return other.construction == "anaphor"
