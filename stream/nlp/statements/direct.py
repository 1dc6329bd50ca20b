"""Attaches quotations to what reports them: the verb before, after or between them, or a colon.

Works on places in the text, with or without a parse: parsers read quotations badly, since their inside is another's sentence.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stream.nlp.statements import clauses, mention
from stream.nlp.statements.model import Cue, Quotation, Report, Source
from stream.nlp.statements.scene import Scene

_SENTENCE_END = frozenset(".!?…。！？؟۔")
_PAUSES = frozenset(",،、，—–-")
_COLONS = ":："
_DASHES = "—–-―"
_MAX_GAP_AFTER = 220
_MAX_GAP_BEFORE = 70
_NEAR = 4
"""Most words between a cue and the quotation that is all of what it reports."""
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
        if following is not None and self._follows_up(site, leading, following):
            if not self._joins(site, following):
                self._add(site, following, "quote, verb")
            return
        if leading is not None and site.colon:
            self._add(site, leading, "colon")
        elif leading is not None and (
            self._joins(site, leading) or self._extends(site, leading) or self._is_reduced(leading)
        ):
            return
        elif leading is not None and self._is_near(site, leading) and self._is_whole(site):
            self._add(site, leading, "verb, quote")
        elif leading is not None and self._describes(site, leading):
            return
        elif site.colon:
            self._announced(site)
        else:
            self._alone(site)

    def _follows_up(self, site: _Site, leading: Cue | None, following: Cue) -> bool:
        """Whether the cue behind a quotation has a better claim to it than the one in front."""
        if site.colon and leading is not None and not self._touches(site, following):
            return False
        return site.paused or site.leads or leading is None or not self._is_near(site, leading)

    # -- what becomes of a quotation

    def _add(self, site: _Site, cue: Cue, construction: str) -> None:
        self.reports.append(
            Report(
                list(site.quotation.parts),
                cue,
                construction,
                cue.source,
                quotations=[site.quotation],
                previous=cue.source is None and self.scene.lexicon.drops_subjects,
            )
        )

    def _joins(self, site: _Site, cue: Cue) -> bool:
        """Whether the quotation is the second part of the one before it, which the same cue reports: then it is added."""
        last = self.reports[-1] if self.reports else None
        if last is None or last.cue is None or last.cue.start != cue.start or not last.quotations:
            return False
        last.content.extend(site.quotation.parts)
        last.quotations.append(site.quotation)
        return True

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

    def _describes(self, site: _Site, cue: Cue) -> bool:
        """Whether the verb characterises something in quoted words (called the deal a "…"): then all of it is reported."""
        if cue.kind != "verb" or cue.source is None or cue.source.start > cue.start:
            return False
        end = site.quotation.end
        if site.goes_on and not site.paused:
            end = self._clause_end(end, self._next_cue(end, site.high))
        start, end = self.scene.trim(cue.end, end, ",;:.")
        self.reports.append(Report([(start, end)], cue, "described", cue.source, quotations=[site.quotation]))
        return True

    def _is_reduced(self, cue: Cue) -> bool:
        """Whether the cue is a past participle alone, which describes a noun (the talks, compared to a "circus")."""
        if not self.scene.document.parsed or cue.token < 0:
            return False
        token = self.scene.document.tokens[cue.token]
        if token.morph.get("VerbForm") != "Part" or token.morph.get("Tense") != "Past":
            return False
        return not any(clauses.dependents(self.scene.document, cue.token, "aux"))

    def _next_cue(self, start: int, end: int) -> int:
        """The next cue with the conjunction in front of it, else ``end``."""
        index = bisect_left(self._starts, start)
        if index == len(self._starts) or self._starts[index] >= end:
            return end
        before = self.scene.tokens_within(start, self._starts[index])
        joined = before and before[-1].text.lower() in self.scene.lexicon.conjunctions
        return before[-1].start if joined else self._starts[index]

    def _clause_end(self, start: int, end: int) -> int:
        """The next mark that ends a clause, else ``end``."""
        return next((place for place in range(start, end) if self.text[place] in ",;:.!?—–()"), end)

    def _announced(self, site: _Site) -> None:
        """A quotation that a colon introduces without a verb that reports: the sentence's first noun phrase speaks."""
        if not self._is_statement(site.quotation):
            return
        source = mention.main_subject(self.scene, site.low, site.quotation.start)
        self.reports.append(
            Report(
                list(site.quotation.parts),
                None,
                "after colon",
                source,
                quotations=[site.quotation],
                previous=source is None,
            )
        )

    def _alone(self, site: _Site) -> None:
        """A quotation without a cue: the speaker before it goes on, where it is a sentence of its own."""
        if not site.leads or site.goes_on:
            return
        last = next((report for report in self._latest(site) if self._follows(report, site)), None)
        resumed = last is not None and (site.quotation.mark in _DASHES or self._is_open(last))
        if not resumed and not self._is_statement(site.quotation):
            return
        if last is not None and self._is_open(last):
            last.content.extend(site.quotation.parts)
            last.quotations.append(site.quotation)
            return
        self.reports.append(
            Report(
                list(site.quotation.parts),
                None,
                "alone" if last is None else "continued",
                last.source if last is not None else None,
                quotations=[site.quotation],
                previous=True,
            )
        )

    def _latest(self, site: _Site) -> Iterator[Report]:
        """The quotation before, then what the last cue in front of this one reports."""
        if self.reports:
            yield self.reports[-1]
        index = bisect_left(self._starts, site.quotation.start) - 1
        indirect = self.indirect.get(self._starts[index]) if index >= 0 else None
        if indirect is not None:
            yield indirect

    def _is_open(self, report: Report) -> bool:
        """Whether what a report holds can go on behind its cue: a quotation, or a clause in front of the cue."""
        return bool(report.quotations) or (report.cue is not None and report.start < report.cue.start)

    def _is_whole(self, site: _Site) -> bool:
        """Whether a quotation is all that was said, not a word or two picked out of it."""
        return self._is_statement(site.quotation) or not site.goes_on or site.paused

    def _is_statement(self, quotation: Quotation) -> bool:
        text = self.text[slice(*quotation.inner)]
        if not self.scene.lexicon.spaced:
            return len(text) > 2 * _MIN_WORDS_ALONE
        return len(text.split()) >= _MIN_WORDS_ALONE

    def _follows(self, last: Report, site: _Site) -> bool:
        """Whether only the end of the sentence that reports the quotation before stands between the two."""
        end = max(last.end, last.cue.end if last.cue else 0, last.source.end if last.source else 0)
        gap = self.text[end : site.quotation.start]
        if len(gap) >= _MAX_GAP_AFTER or ";" in gap:
            return False
        if not self.scene.document.parsed:
            return "\n" not in gap and not any(mark in gap[:-2] for mark in ".!?")
        reporting, quoting = self.scene.sentence_at(end - 1), self.scene.sentence_at(site.quotation.start)
        if reporting is None or quoting is None:
            return False
        between = self.scene.document.sentences[reporting.index + 1 : quoting.index + 1]
        stretches = (self.text[sentence.start : site.quotation.start] for sentence in between)
        return not any(character.isalnum() for stretch in stretches for character in stretch)

    # -- what surrounds it

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

    def _touches(self, site: _Site, cue: Cue) -> bool:
        """Whether nothing but marks and auxiliaries stands between a quotation and the cue behind it."""
        gap = self.scene.tokens_within(site.quotation.end, cue.start)
        return all(
            not token.text[-1].isalnum() or token.text.lower() in self.scene.lexicon.auxiliaries for token in gap
        )

    def _is_near(self, site: _Site, cue: Cue) -> bool:
        """Whether a cue in front of a quotation leads to it without a thing between that it could report instead."""
        gap = self.text[cue.end : site.quotation.start]
        if gap.rstrip().endswith(tuple(_PAUSES)) or cue.kind == "phrase":
            return True
        words = gap.split()
        if len(words) > _NEAR:
            return False
        tokens = self.scene.tokens_within(cue.end, site.quotation.start)
        return not any(token.pos in ("NOUN", "PROPN") for token in tokens) or self._addressed(site, cue)

    def _addressed(self, site: _Site, cue: Cue) -> bool:
        """Whether what stands between cue and quotation is the source or the person spoken to."""
        gap_mentions = self.scene.mentions_within(cue.end, site.quotation.start)
        return any(named.entity.type in ("person", "organization") for named in gap_mentions)

    def _following(self, site: _Site) -> Cue | None:  # noqa: PLR0911 -- one return a reason against
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
        if self.text[cue.end : site.high].rstrip().endswith(tuple(_COLONS)) and not site.paused:
            return None
        if not site.paused and (self._is_agentless(cue) or not (site.leads or self._touches(site, cue))):
            return None
        return self._sourced(cue, site)

    def _is_agentless(self, cue: Cue) -> bool:
        """Whether a verb stands in the passive without an agent: what stands in front of it is no speech ("A" was shown)."""
        parsed = self.scene.document.parsed and cue.kind == "verb" and cue.source is None
        return parsed and clauses.is_passive(self.scene.document, cue.token)

    def _sourced(self, cue: Cue, site: _Site) -> Cue:
        """The cue with a source on its own side of the quotation, where its clause has one there."""
        if not self.scene.document.parsed or cue.kind != "verb":
            return cue
        if cue.source is not None and cue.source.start >= site.quotation.end and self._is_person(cue.source):
            return cue
        sentence = self.scene.sentence_at(cue.start)
        end = max(site.high, sentence.end if sentence else 0)
        found: Source | None = None
        if self._touches(site, cue):
            found = mention.after(self.scene, cue.end, end)
        else:
            found = mention.before(self.scene, site.quotation.end, cue.start)
        return replace(cue, source=found) if found is not None else cue

    def _is_person(self, source: Source) -> bool:
        return source.head < 0 or not mention.is_idle(self.scene, self.scene.document.tokens[source.head])

    def _leading(self, site: _Site) -> Cue | None:
        """The cue in front of a quotation, in the same sentence."""
        index = bisect_left(self._starts, site.quotation.start) - 1
        if index < 0:
            return None
        cue = self.cues[index]
        gap = self.text[cue.end : site.quotation.start]
        if cue.start < site.low or any(mark in gap for mark in ";!?"):
            return None
        if site.leads and not site.colon and gap.rstrip().endswith(tuple(_SENTENCE_END)):
            return None  # a sentence of its own
        if not site.colon and len(gap) > _MAX_GAP_BEFORE:
            return None
        return self._introduced(cue, site)

    def _introduced(self, cue: Cue, site: _Site) -> Cue:
        """The cue with the source that follows it, where it is inverted (as X puts it) or has none in front of it."""
        if not self.scene.document.parsed or cue.kind != "verb":
            return cue
        if (
            cue.source is not None
            and self.scene.quotation_at(cue.source.start) is None
            and not self._is_comparison(cue)
        ):
            return cue
        found = mention.after(self.scene, cue.end, site.quotation.start) or mention.before(
            self.scene, site.low, cue.start
        )
        return replace(cue, source=found) if found is not None else cue

    def _is_comparison(self, cue: Cue) -> bool:
        """Whether the cue stands in "as X says", which French inverts (comme le dit X)."""
        before = self.scene.tokens_within(max(0, cue.start - 12), cue.start)[-2:]
        return any(token.text.lower() in self.scene.lexicon.comparisons for token in before)
