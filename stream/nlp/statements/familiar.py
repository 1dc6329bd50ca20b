"""Whom a part of a name or an office takes up, where no parse shows what heads a mention."""

from collections.abc import Iterator

from stream.nlp.statements import nominals
from stream.nlp.statements.model import Range
from stream.nlp.statements.scene import Named, Scene

_MAX_BACK = 60
"""How many mentions are looked back over."""
_MARKS = " \u3000,،、，;:"
_BESIDE = 30
"""How far from a name its office may stand, in code points."""


def namesake(scene: Scene, name: Range) -> Named | None:
    """The last person mentioned before whose name begins or ends with a name (岩屋 of 岩屋毅, ウォン of ペニー・ウォン)."""
    text = scene.text[slice(*name)]
    for named in _people(scene, name[0]):
        known = scene.text[named.start : named.end]
        if len(text) < len(known) and (known.startswith(text) or known.endswith(text)):
            return named
    return None


def holder(scene: Scene, noun: str, place: int) -> Named | None:
    """The last person mentioned before with an office beside the name, in the words in which it is taken up."""
    for named in _people(scene, place):
        low, high = max(0, named.start - _BESIDE), min(place, named.end + _BESIDE)
        before = nominals.lower(scene.lexicon.code, _clause(scene.text[low : named.start], last=True))
        after = nominals.lower(scene.lexicon.code, _clause(scene.text[named.end : high].lstrip(" ,،"), last=False))
        if noun in before or noun in after:
            return named
    return None


def office(scene: Scene, whole: Range, name: Range) -> str | None:
    """The title beside a name in a mention: before it, else behind it."""
    for start, end in ((whole[0], name[0]), (name[1], whole[1])):
        place = scene.trim(start, end, _MARKS)
        if place[0] < place[1] and any(True for _ in nominals.nouns(scene, *place)):
            return scene.text[slice(*place)]
    return None


def _people(scene: Scene, place: int) -> Iterator[Named]:
    for count, named in enumerate(scene.mentions_before(place)):
        if count >= _MAX_BACK:
            return
        if named.entity.type == "person" and named.form == "name" and named.end <= place:
            yield named


def _clause(text: str, *, last: bool) -> str:
    """The part of a text on the side of a name, up to the next mark."""
    for mark in ",،，.。؛;\n、":
        text = text.rsplit(mark, 1)[-1] if last else text.split(mark, 1)[0]
    return text
