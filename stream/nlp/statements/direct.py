"""Attaches quotations to what reports them: the verb before, after or between them, or a colon.

Works on places in the text, with or without a parse: parsers read quotations badly, since their inside is another's sentence.
"""

from collections.abc import Iterator, Sequence

from stream.nlp.statements import clauses, mention
from stream.nlp.statements.articled_subjects import Subjects
from stream.nlp.statements.beside import Beside
from stream.nlp.statements.carried import Carried
from stream.nlp.statements.model import Cue, Quotation, Report, Source
from stream.nlp.statements.scene import Scene
from stream.nlp.statements.sites import Site, site

_DASHES = "—–-―"
_MAX_GAP = 220
_MIN_WORDS_ALONE = 4
_MAX_LOST_WORDS = 8


class Attacher:
    """Walks through the quotations of a scene in order."""

    def __init__(self, scene: Scene, cues: Sequence[Cue], indirect: Sequence[Report]) -> None:
        self.scene = scene
        self.indirect = {report.cue.start: report for report in indirect if report.cue is not None}
        """The clause that each cue reports besides, by the cue's place."""
        self.text = scene.text
        self.beside = Beside(scene, cues)
        self.reports: list[Report] = []

    def attach(self, quotations: Sequence[Quotation]) -> list[Report]:
        """Reports for the quotations that no other report takes in."""
        for index, quotation in enumerate(quotations):
            before = quotations[index - 1].end if index else 0
            after = quotations[index + 1].start if index + 1 < len(quotations) else len(self.text)
            self._attach(site(self.scene, quotation, before, after))
        return self.reports

    def _attach(self, site: Site) -> None:
        following = self.beside.following(site)
        leading = self.beside.leading(site)
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
        elif leading is not None and self.beside.is_near(site, leading) and self._is_whole(site):
            self._add(site, leading, "verb, quote")
        elif leading is not None and self._describes(site, leading):
            return
        elif site.colon:
            self._announced(site)
        else:
            self._alone(site)

    def _follows_up(self, site: Site, leading: Cue | None, following: Cue) -> bool:
        """Whether the cue behind a quotation has a better claim to it than the one in front."""
        if site.colon and leading is not None and not self.beside.touches(site, following):
            return False
        return site.paused or site.leads or leading is None or not self.beside.is_near(site, leading)

    def _add(self, site: Site, cue: Cue, construction: str) -> None:
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

    def _joins(self, site: Site, cue: Cue) -> bool:
        """Whether the quotation is the second part of the one before it, which the same cue reports: then it is added."""
        last = self.reports[-1] if self.reports else None
        if last is None or last.cue is None or last.cue.start != cue.start or not last.quotations:
            return False
        last.content.extend(site.quotation.parts)
        last.quotations.append(site.quotation)
        return True

    def _extends(self, site: Site, cue: Cue) -> bool:
        """Whether the quotation ends the clause that the cue reports, of which the parser lost the end: then it is added."""
        report = self.indirect.get(cue.start)
        if report is None or report.end > site.quotation.start or report.end < cue.end:
            return False
        if len(self.text[report.end : site.quotation.start].split()) > _MAX_LOST_WORDS:
            return False
        report.content[-1] = (report.content[-1][0], site.quotation.end)
        report.quotations.append(site.quotation)
        return True

    def _describes(self, site: Site, cue: Cue) -> bool:
        """Whether the verb characterises something in quoted words (called the deal a "…"): then all of it is reported."""
        if cue.kind != "verb" or cue.source is None or cue.source.start > cue.start:
            return False
        end = site.quotation.end
        if site.goes_on and not site.paused:
            end = self._clause_end(end, self.beside.next_cue(end, site.high))
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

    def _clause_end(self, start: int, end: int) -> int:
        """The next mark that ends a clause, else ``end``."""
        return next((place for place in range(start, end) if self.text[place] in ",;:.!?—–()"), end)

    def _announced(self, site: Site) -> None:
        """A quotation that a colon introduces without a verb that reports: the sentence's first noun phrase speaks."""
        if not self._is_statement(site.quotation):
            return
        source = self._introducing(site)
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

    def _introducing(self, site: Site) -> Source | None:
        """Who is the subject of the clause in front of a colon."""
        if self.scene.document.parsed or not self.scene.lexicon.articled:
            return mention.main_subject(self.scene, site.low, site.quotation.start)
        sentence = self.scene.sentence_at(site.quotation.start)
        return Carried(self.scene, Subjects(self.scene)).leading(sentence) if sentence is not None else None

    def _alone(self, site: Site) -> None:
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

    def _latest(self, site: Site) -> Iterator[Report]:
        """The quotation before, then what the last cue in front of this one reports."""
        if self.reports:
            yield self.reports[-1]
        cue = self.beside.last_before(site.quotation.start)
        indirect = self.indirect.get(cue.start) if cue is not None else None
        if indirect is not None:
            yield indirect

    def _is_open(self, report: Report) -> bool:
        """Whether what a report holds can go on behind its cue: a quotation, or a clause in front of the cue."""
        return bool(report.quotations) or (report.cue is not None and report.start < report.cue.start)

    def _is_whole(self, site: Site) -> bool:
        """Whether a quotation is all that was said, not a word or two picked out of it."""
        return self._is_statement(site.quotation) or not site.goes_on or site.paused

    def _is_statement(self, quotation: Quotation) -> bool:
        text = self.text[slice(*quotation.inner)]
        if not self.scene.lexicon.spaced:
            return len(text) > 2 * _MIN_WORDS_ALONE
        return len(text.split()) >= _MIN_WORDS_ALONE

    def _follows(self, last: Report, site: Site) -> bool:
        """Whether only the end of the sentence that reports the quotation before stands between the two."""
        end = max(last.end, last.cue.end if last.cue else 0, last.source.end if last.source else 0)
        gap = self.text[end : site.quotation.start]
        if len(gap) >= _MAX_GAP or ";" in gap:
            return False
        if not self.scene.document.parsed:
            return "\n" not in gap and not any(mark in gap[:-2] for mark in ".!?")
        reporting, quoting = self.scene.sentence_at(end - 1), self.scene.sentence_at(site.quotation.start)
        if reporting is None or quoting is None:
            return False
        between = self.scene.document.sentences[reporting.index + 1 : quoting.index + 1]
        stretches = (self.text[sentence.start : site.quotation.start] for sentence in between)
        return not any(character.isalnum() for stretch in stretches for character in stretch)
