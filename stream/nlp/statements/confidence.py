"""How likely a statement is right: how far its construction and the way to its speaker can be trusted."""

from collections.abc import Mapping

from schemas import Participant, Resolution
from stream.nlp.statements.model import Report

_CONSTRUCTIONS: Mapping[str, float] = {
    "colon": 0.96,
    "quote, verb": 0.97,
    "verb, quote": 0.93,
    "source phrase": 0.95,
    "hesitant phrase": 0.75,
    "clause": 0.96,
    "bare clause": 0.93,
    "ended": 0.92,
    "unmarked clause": 0.75,
    "noun": 0.75,
    "described": 0.8,
    "after colon": 0.75,
    "beside": 0.9,
    "inside": 0.9,
    "infinitive": 0.85,
    "noun phrase": 0.75,
    "label": 0.85,
    "alone": 0.7,
    "near": 0.5,
    "anaphor": 0.9,
    "mood": 0.8,
}
_OTHER = 0.6
_RESOLUTIONS: Mapping[Resolution | None, float] = {
    "name": 0.98,
    "title": 0.97,
    "pronoun": 0.9,
    "context": 0.8,
    None: 0.6,
}
_UNPARSED = 0.85
_ATTITUDE = 0.8


def confidence(report: Report, speaker: Participant, *, parsed: bool) -> float:
    """Estimated probability that content and speaker are right, rounded to two digits."""
    value = _CONSTRUCTIONS.get(report.construction, _OTHER) * _RESOLUTIONS[speaker.resolved_by]
    if not parsed:
        value *= _UNPARSED
    if report.cue is not None and report.cue.act == "other":
        value *= _ATTITUDE
    return round(value, 2)
