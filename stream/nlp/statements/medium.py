"""Through what a statement was made: a network, a press conference, an interview, a letter."""

import re
from functools import cache

from stream.nlp.languages import lexicon
from stream.nlp.statements.model import Report
from stream.nlp.statements.scene import Scene

_REACH = 1000
"""How far from the cue a medium is looked for, in code points."""


@cache
def _pattern(code: str) -> re.Pattern[str] | None:
    names = sorted(lexicon(code).media, key=lambda name: (-len(name), name))
    if not names:
        return None
    body = "(?:" + "|".join(map(re.escape, names)) + ")"
    return re.compile(rf"(?<!\w){body}(?!\w)" if lexicon(code).spaced else body, re.IGNORECASE)


def medium(scene: Scene, report: Report) -> str | None:
    """The medium that the reporting clause names, the most specific one; None where it names none."""
    pattern = _pattern(scene.lexicon.code)
    place = report.cue.start if report.cue is not None else report.start
    sentence = scene.sentence_at(place)
    if pattern is None or sentence is None:
        return None
    best: str | None = None
    low, high = max(sentence.start, place - _REACH), min(sentence.end, place + _REACH)
    for match in pattern.finditer(scene.text, low, high):
        inside = any(start <= match.start() < end for start, end in report.content)
        spoken = report.source is not None and report.source.start <= match.start() < report.source.end
        if not inside and not spoken and (best is None or len(match[0]) > len(best)):
            best = match[0]
    return scene.lexicon.media[best.lower()] if best is not None else None
