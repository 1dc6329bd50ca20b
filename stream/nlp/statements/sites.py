"""What surrounds a quotation: the sentence that it opens or stands in, and the marks beside it."""

from dataclasses import dataclass

from stream.nlp.statements.model import Quotation
from stream.nlp.statements.scene import Scene

SENTENCE_END = frozenset(".!?…。！？؟۔")
PAUSES = frozenset(",،、，—–-")
COLONS = ":："


@dataclass(frozen=True, slots=True)
class Site:
    """What surrounds a quotation."""

    quotation: Quotation
    low: int
    """Start of the text that may introduce it."""
    high: int
    """End of the text that may follow it up."""
    leads: bool
    """Whether it opens its sentence."""
    paused: bool
    """Whether a comma or dash, in it or behind it, joins what follows."""
    colon: bool
    """Whether a colon introduces it."""
    goes_on: bool
    """Whether the sentence goes on after it."""


def site(scene: Scene, quotation: Quotation, before: int, after: int) -> Site:
    """What surrounds a quotation between the one before, which ends at ``before``, and the next, which starts at ``after``."""
    text = scene.text
    place = quotation.start
    while place > before and text[place - 1].isspace():
        place -= 1
    colon = place > 0 and text[place - 1] in COLONS
    leads = place == 0 or "\n" in text[place : quotation.start] or text[place - 1] in SENTENCE_END
    sentence = scene.sentence_at(max(0, place - 1) if colon or not leads else quotation.start)
    low = max(before, min(sentence.start if sentence else 0, quotation.start))
    end = quotation.end
    inner_last = text[quotation.inner[1] - 1]
    while end < after and (text[end].isspace() or text[end] in PAUSES) and text[end] != "\n":
        end += 1
    paused = inner_last in PAUSES or any(mark in PAUSES for mark in text[quotation.end : end])
    rest = text[end : end + 1]
    goes_on = bool(rest) and rest != "\n" and rest not in SENTENCE_END
    if goes_on and not paused and inner_last in SENTENCE_END and rest.isupper():
        goes_on = False  # a sentence of its own, another follows
    ending = scene.sentence_at(min(end, len(text) - 1))
    high = min(after, ending.end if ending and ending.end > quotation.end else quotation.end)
    return Site(quotation, low, high, leads, paused, colon, goes_on)
