"""How likely a statement is right, content and speaker: factors measured on independently annotated news.

Each factor is the share of right statements (content overlapping the annotated one by half or more, right speaker): the
tables of constructions hold for a known speaker, a finite verb and at least eight words; what departs from that costs the
share by which such statements are right more seldom.
"""

from collections.abc import Mapping

from schemas import Participant, Resolution
from stream.nlp.statements.model import Report, length
from stream.nlp.statements.scene import Scene

_PARSED: Mapping[str, float] = {
    "quote, verb": 0.97,
    "signature": 0.95,
    "bare clause": 0.9,
    "clause": 0.88,
    "colon": 0.88,
    "inside": 0.87,
    "label": 0.86,
    "anaphor": 0.85,
    "verb, quote": 0.84,
    "source phrase": 0.83,
    "beside": 0.83,
    "hesitant phrase": 0.8,
    "noun phrase": 0.75,
    "infinitive": 0.7,
    "noun clause": 0.6,
    "described": 0.57,
    "ended": 0.55,
    "continued": 0.5,
    "next sentence": 0.5,
    "unmarked clause": 0.5,
    "after colon": 0.3,
    "near": 0.3,
    "alone": 0.2,
}
_UNPARSED: Mapping[str, float] = {
    "source phrase": 0.88,
    "colon": 0.88,
    "quote, verb": 0.8,
    "anaphor": 0.8,
    "clause": 0.72,
    "ended": 0.7,
    "bare clause": 0.6,
    "verb, quote": 0.5,
    "mood": 0.5,
    "unmarked clause": 0.5,
    "near": 0.4,
    "alone": 0.3,
    "after colon": 0.2,
    "noun phrase": 0.2,
}
_OTHER = 0.6
"""A construction in no table."""
_RESOLUTIONS: Mapping[Resolution | None, float] = {
    "name": 1.0,
    "title": 1.0,
    "pronoun": 1.0,
    "context": 0.75,
    None: 0.62,
}
_ORGANIZATION = 0.93
_FORMS: Mapping[str, float] = {"Part": 0.93, "Ger": 0.93, "Conv": 0.93, "Inf": 0.7}
"""A reporting verb that is not finite; participles behind an auxiliary are as good as finite."""
_ATTITUDE = 0.8
_TOLD = 0.35
"""A statement that another statement tells of."""
_SIZES = ((20, 0.45), (45, 0.85))
"""Content of less than so many code points."""
_UNSPACED = 3
"""How many code points of an alphabet one sign of a script without spaces stands for."""


def confidence(scene: Scene, report: Report, speaker: Participant) -> float:
    """Estimated probability that content and speaker are right, rounded to two digits."""
    table = _PARSED if scene.document.parsed else _UNPARSED
    value = table.get(report.construction, _OTHER) * _RESOLUTIONS[speaker.resolved_by] * _size(scene, report)
    if speaker.type == "organization":
        value *= _ORGANIZATION
    if report.told:
        value *= _TOLD
    if report.cue is not None and report.cue.act == "other":
        value *= _ATTITUDE
    return round(value * _form(scene, report), 2)


def _size(scene: Scene, report: Report) -> float:
    size = length(report.content) * (1 if scene.lexicon.spaced else _UNSPACED)
    return next((factor for limit, factor in _SIZES if size < limit), 1.0)


def _form(scene: Scene, report: Report) -> float:
    cue = report.cue
    if cue is None or cue.kind != "verb" or cue.token < 0 or not scene.document.parsed:
        return 1.0
    document = scene.document
    if any(document.tokens[child].dep.startswith("aux") for child in document.children[cue.token]):
        return 1.0
    return _FORMS.get(document.tokens[cue.token].morph.get("VerbForm", ""), 1.0)
