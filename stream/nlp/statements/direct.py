"""Attaches quotations to what reports them: the verb before, after or between them, or a colon.

Works on places in the text, with or without a parse: parsers read quotations badly, since their inside is another's sentence.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from stream.nlp.statements.model import Cue, Quotation, Report
from stream.nlp.statements.scene import Scene

_SENTENCE_END = frozenset(".!?…。！？؟۔")
_PAUSES = frozenset(",،、，—–-")
_COLONS = frozenset(":：")
_MAX_GAP_AFTER = 220
_MAX_GAP_BEFORE = 70
_MIN_WORDS_ALONE = 4
_MAX_LOST_WORDS = 8
_MAX_WORDS_TO_BARE_VERB = 6


@dataclass(frozen=True, slots=True)
class _Site:
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


class Attacher:
    """Walks through the quotations of a scene in order."""

    def __init__(self, scene: Scene, cues: Sequence[Cue], indirect: Sequence[Report]) -> None:
        self.scene = scene
        self.indirect = {report.cue.start: report for report in indirect if report.cue is not None}
        """The clause that each cue reports besides, by the cue's place."""
        self.text = scene.text
        self.cues = sorted(cues, key=lambda cue: cue.start)
        self._starts = [cue.start for cue in self.cues]
        self.reports: list[Report] = []

    def attach(self, quotations: Sequence[Quotation]) -> list[Report]:
        """Reports for the quotations that no other report takes in."""
        for index, quotation in enumerate(quotations):
            before = quotations[index - 1].end if index else 0
            after = quotations[index + 1].start if index + 1 < len(quotations) else len(self.text)
            self._attach(self._site(quotation, before, after))
        return self.reports

    def _attach(self, site: _Site) -> None:
        following = self._following(site)
        leading = self._leading(site)
        if site.colon and leading is not None:
            self._add(site, leading, "colon")
        elif following is not None and (site.paused or site.leads or leading is None):
            if not self._joins(site, following):
                self._add(site, following, "quote, verb")
        elif leading is not None:
            if not self._joins(site, leading) and not self._extends(site, leading):
                self._add(site, leading, "verb, quote")
        else:
            self._alone(site)

    def _add(self, site: _Site, cue: Cue, construction: str) -> None:
        self.reports.append(
            Report(list(site.quotation.parts), cue, construction, cue.source, quotations=[site.quotation])
        )

    def _extends(self, site: _Site, cue: Cue) -> bool:
        """Whether the quotation ends the clause that the cue reports, of which the parser lost the end: then it is added."""
        report = self.indirect.get(cue.start)
        if report is None or report.end > site.quotation.start or report.end < cue.end:
            return False
        if len(self.text[report.end : site.quotation.start].split()) > _MAX_LOST_WORDS:
            return False
        report.content[-1] = (report.content[-1][0], site.quotation.end)
        report.quotations.append(site.quotation)
        return True

    def _joins(self, site: _Site, cue: Cue) -> bool:
        """Whether the quotation is the second part of the one before it, which the same cue reports: then it is added."""
        last = self.reports[-1] if self.reports else None
        if last is None or last.cue is not cue or not last.quotations:
            return False
        last.content.extend(site.quotation.parts)
        last.quotations.append(site.quotation)
        return True

    def _alone(self, site: _Site) -> None:
        """A quotation without a cue: the speaker before it goes on, where it is a sentence of its own."""
        words = len(self.text[slice(*site.quotation.inner)].split())
        if not site.leads or site.goes_on or (words < _MIN_WORDS_ALONE and not site.quotation.mark.isspace()):
            return
        last = self.reports[-1] if self.reports else None
        if last is not None and last.quotations and self._follows(last, site):
            last.content.extend(site.quotation.parts)
            last.quotations.append(site.quotation)
            return
        self.reports.append(
            Report(list(site.quotation.parts), None, "alone", None, quotations=[site.quotation], previous=True)
        )

    def _follows(self, last: Report, site: _Site) -> bool:
        """Whether only the end of the sentence that reports the quotation before stands between the two."""
        end = max(last.end, last.cue.end if last.cue else 0, last.source.end if last.source else 0)
        gap = self.text[end : site.quotation.start]
        return "\n" not in gap and len(gap) < _MAX_GAP_AFTER and not any(mark in gap[:-2] for mark in ".!?;")

    def _site(self, quotation: Quotation, before: int, after: int) -> _Site:
        text = self.text
        place = quotation.start
        while place > before and text[place - 1].isspace():
            place -= 1
        colon = place > 0 and text[place - 1] in _COLONS
        leads = place == 0 or "\n" in text[place : quotation.start] or text[place - 1] in _SENTENCE_END
        sentence = self.scene.sentence_at(max(0, place - 1) if colon or not leads else quotation.start)
        low = max(before, min(sentence.start if sentence else 0, quotation.start))
        end = quotation.end
        inner_last = text[quotation.inner[1] - 1]
        while end < after and (text[end].isspace() or text[end] in _PAUSES) and text[end] != "\n":
            end += 1
        paused = inner_last in _PAUSES or any(mark in _PAUSES for mark in text[quotation.end : end])
        rest = text[end : end + 1]
        goes_on = bool(rest) and rest != "\n" and rest not in _SENTENCE_END
        if goes_on and not paused and inner_last in _SENTENCE_END and rest.isupper():
            goes_on = False  # a sentence of its own, another follows
        ending = self.scene.sentence_at(min(end, len(text) - 1))
        high = min(after, ending.end if ending and ending.end > quotation.end else quotation.end)
        return _Site(quotation, low, high, leads, paused, colon, goes_on)

    def _following(self, site: _Site) -> Cue | None:
        """The cue behind a quotation, in the same sentence."""
        index = bisect_left(self._starts, site.quotation.end)
        if index == len(self.cues):
            return None
        cue = self.cues[index]
        gap = self.text[site.quotation.end : cue.start]
        if cue.start >= site.high or len(gap) > _MAX_GAP_AFTER or "\n" in gap:
            return None
        if any(mark in gap for mark in ";:") or any(mark in gap.strip() for mark in "!?"):
            return None
        if cue.source is None and len(gap.split()) > _MAX_WORDS_TO_BARE_VERB:
            return None
        if not site.paused and not site.leads and cue.source is not None and cue.source.start < site.quotation.start:
            return None
        introduces_next = self.text[cue.end : site.high].rstrip().endswith(tuple(_COLONS))
        return None if introduces_next and not site.paused else cue

    def _leading(self, site: _Site) -> Cue | None:
        """The cue in front of a quotation, in the same sentence."""
        index = bisect_left(self._starts, site.quotation.start) - 1
        if index < 0:
            return None
        cue = self.cues[index]
        gap = self.text[cue.end : site.quotation.start]
        if cue.start < site.low or any(mark in gap.strip()[:-1] for mark in ".!?;"):
            return None
        if not site.colon and len(gap) > _MAX_GAP_BEFORE:
            return None
        return cue
