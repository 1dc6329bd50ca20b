"""The speaker that a particle marks: Japanese Xは."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stream.nlp.statements import nominals
from stream.nlp.statements.circumstances import MARKS, REACH, particle
from stream.nlp.statements.model import Cue, Source
from stream.nlp.statements.scene import Scene

_MAX_TOPICS = 4
_NEAR = 12
_STARTS = re.compile(r"[、。，,\n！？「」『』]|(?<=[」』])と")


@dataclass(frozen=True, slots=True)
class Topic:
    """A speaker and where the rest of its clause begins."""

    source: Source
    rest: int


def marked(scene: Scene, low: int, high: int) -> Topic | None:
    """The speaker whose particle stands in a clause in front of its verb."""
    strong: list[Topic] = []
    weak: list[Topic] = []
    for count, (start, end, after) in enumerate(_topics(scene, low, min(high, low + REACH))):
        source = nominals.speaker(scene, start, end)
        contrast = scene.text[after - 1] != "は"
        if source is None:
            if not contrast and count == 0:
                break  # the topic is what is spoken of
            continue
        if not contrast and not strong:
            strong.append(Topic(source, after))
        elif contrast and not weak and _is_person(scene, source):
            weak.append(Topic(source, after))
    return next(iter(strong or weak), None) or late(scene, low, high)


def late(scene: Scene, low: int, high: int) -> Topic | None:
    """A speaker right in front of the verb, behind what was said: 「…」と首相は述べた."""
    for start, end, after in _topics(scene, max(low, high - _NEAR * 3), high):
        source = nominals.speaker(scene, start, end)
        if source is not None and high - after <= _NEAR and scene.quotation_at(start - 2) is not None:
            return Topic(source, after)
    return None


def _topics(scene: Scene, low: int, high: int) -> Iterator[tuple[int, int, int]]:
    """Start and end of the phrases that a particle closes, outside quotations, and where the particle ends."""
    count = 0
    for match in particle(scene.lexicon.code).finditer(scene.text, low, high):
        if scene.quotation_at(match.start()) is not None:
            continue
        count += 1
        if count > _MAX_TOPICS:
            return
        start = low
        for edge in _STARTS.finditer(scene.text, low, match.start()):
            start = edge.end()
        start = _without_openers(scene, *scene.trim(start, match.start(), MARKS))
        if start < match.start():
            yield start, match.start(), match.end()


def _without_openers(scene: Scene, start: int, end: int) -> int:
    for word in sorted(scene.lexicon.openers | scene.lexicon.conjunctions, key=len, reverse=True):
        if scene.text.startswith(word, start) and start + len(word) < end:
            return scene.trim(start + len(word), end, MARKS)[0]
    return start


def _is_person(scene: Scene, source: Source) -> bool:
    """Whether a source is somebody and not a country or body that the speech may be about."""
    words = scene.lexicon
    if nominals.pronoun(scene, source.start, source.end) is not None or source.name is not None:
        return True
    if source.noun in words.titles or source.noun in words.anonymous or words.referents.get(source.noun) == "person":
        return True
    return any(one.entity.type == "person" for one in nominals.named(scene, source.start, source.end))


def attributive(scene: Scene, cue: Cue) -> Source | None:
    """The speaker whom the verb describes (「…」と話すXは)."""
    match = particle(scene.lexicon.code).search(scene.text, cue.end, cue.end + 30)
    if match is None or any(mark in scene.text[cue.end : match.start()] for mark in "、。「」\n"):
        return None
    return nominals.speaker(scene, cue.end, match.start())
