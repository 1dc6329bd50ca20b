"""From a scene to its reports: the constructions in turn, then quotations taken in, then doubles dropped."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain

from stream.nlp.statements.anaphors import anaphors
from stream.nlp.statements.articled import ArticledSurface
from stream.nlp.statements.articled_phrases import Phrases
from stream.nlp.statements.clause_after import ClauseAfter
from stream.nlp.statements.direct import Attacher
from stream.nlp.statements.extent import EDGE_MARKS
from stream.nlp.statements.indirect import Governor
from stream.nlp.statements.labels import labels
from stream.nlp.statements.model import BRIEF, Cue, Quotation, Range, Report, length, overlap
from stream.nlp.statements.moods import moods
from stream.nlp.statements.near import near
from stream.nlp.statements.nouns import nouns
from stream.nlp.statements.phrases import phrases
from stream.nlp.statements.relays import without_relays
from stream.nlp.statements.replies import replies
from stream.nlp.statements.scene import Scene
from stream.nlp.statements.signatures import signatures
from stream.nlp.statements.source_phrases import phrases as source_phrases
from stream.nlp.statements.surface import Surface
from stream.nlp.statements.surface_phrases import phrases as surface_phrases
from stream.nlp.statements.verb_final import VerbFinal
from stream.nlp.statements.verbs import verbs

_ATTITUDES = frozenset({"other", "agree", "reject", "announce"})
"""Acts that need no words: told by another source, they are part of what that source says."""
_SAME = 0.6
_MAX_BACK = 12
_TRUST = (
    "colon",
    "quote, verb",
    "verb, quote",
    "label",
    "signature",
    "source phrase",
    "clause",
    "bare clause",
    "ended",
    "beside",
    "inside",
    "near",
)


def find(scene: Scene) -> list[Report]:
    """The reports of a scene in text order."""
    cues, reports = _parsed(scene) if scene.document.parsed else _plain(scene)
    labelled = [*labels(scene), *signatures(scene)]
    free = _take_in(scene, reports)
    free = [quotation for quotation in free if not any(_holds(report, quotation) for report in labelled)]
    attached = Attacher(scene, cues, reports).attach(free)
    if not scene.document.parsed:
        attached = [
            report for report in attached if report.source is not None or report.cue is not None or report.previous
        ]
    found = _distinct(sorted(chain(reports, labelled, attached), key=lambda report: (report.start, -report.end)))
    found = without_relays(scene, found)
    if scene.document.parsed or scene.lexicon.positional:
        found = _own(found, labelled)
    found.extend(moods(scene, found, cues))
    return sorted(found, key=lambda report: (report.start, -report.end))


def _parsed(scene: Scene) -> tuple[list[Cue], list[Report]]:
    governor = Governor(scene, list(verbs(scene)))
    plain = _with_anaphors(scene, governor.cues, governor.reports())
    cues, reports = _joined(governor.cues, chain(plain, nouns(scene)), phrases(scene))
    return cues, [*reports, *replies(scene, cues, reports)]


def _plain(scene: Scene) -> tuple[list[Cue], list[Report]]:
    if scene.lexicon.articled:
        articled = ArticledSurface(scene)
        return _joined(articled.cues, articled.reports(), Phrases(scene, articled.subjects, articled.cues).find())
    if not scene.lexicon.cues:
        return [], list(near(scene))
    if scene.lexicon.positional:
        found = VerbFinal(scene) if scene.lexicon.quotative else ClauseAfter(scene)
        return _joined(found.cues, found.reports(), source_phrases(scene))
    surface = Surface(scene)
    return _joined(surface.cues, _with_anaphors(scene, surface.cues, surface.reports()), surface_phrases(scene))


def _with_anaphors(scene: Scene, cues: Sequence[Cue], reports: Iterable[Report]) -> list[Report]:
    """The reports with those of anaphors, which a clause of the same cue's own outdoes."""
    found = list(reports)
    clauses = {report.cue.start for report in found if report.cue is not None and report.construction == "clause"}
    taken = [report for report in anaphors(scene, cues) if report.cue is None or report.cue.start not in clauses]
    places = {report.cue.start for report in taken if report.cue is not None}
    return [*(report for report in found if report.cue is None or report.cue.start not in places), *taken]


def _joined(
    cues: Sequence[Cue], reports: Iterable[Report], phrased: Iterable[tuple[Cue, Report | None]]
) -> tuple[list[Cue], list[Report]]:
    """Verbs and source phrases together, with what they report."""
    both = list(phrased)
    found = [*reports, *(report for _, report in both if report is not None)]
    return [*cues, *(cue for cue, _ in both)], found


def _holds(report: Report, quotation: Quotation) -> bool:
    return report.start <= quotation.inner[0] and quotation.inner[1] <= report.end


def _take_in(scene: Scene, reports: Sequence[Report]) -> list[Quotation]:
    """Fits reports and quotations to each other; returns the quotations that no report takes in."""
    taken: set[int] = set()
    for report in reports:
        content: list[Range] = []
        for part in report.content:
            content.extend(_fit(scene, report, part, taken))
        report.content = content
    return [quotation for quotation in scene.quotations if quotation.start not in taken]


def _fit(scene: Scene, report: Report, part: Range, taken: set[int]) -> list[Range]:
    start, end = part
    opened = scene.quotation_at(start)
    inside = [*([opened] if opened and opened.start < start else []), *scene.quotations_within(start, end)]
    for quotation in inside:
        before = scene.text[start : quotation.start].rstrip()
        if before.endswith((":", "：")):
            # What a colon introduces is quoted for itself; the clause before it stays reported.
            return [scene.trim(start, quotation.start, EDGE_MARKS)]
        if quotation.start <= start and scene.text[quotation.end : quotation.end + 1] == ",":
            # What the comma adds to a quoted complement is the article's own.
            end = min(end, quotation.end)
        taken.add(quotation.start)
        report.quotations.append(quotation)
        start = min(start, quotation.start)
        end = max(end, quotation.end)
        if not _has_words(scene, start, quotation.start) and not _has_words(scene, quotation.end, end):
            return list(quotation.parts)
    return [(start, end)]


def _has_words(scene: Scene, start: int, end: int) -> bool:
    return any(character.isalnum() for character in scene.text[start:end])


def _distinct(reports: Sequence[Report]) -> list[Report]:
    """The reports without those whose content another one, found by a surer construction, has too."""
    kept: list[Report] = []
    for report in reports:
        if not report.content:
            continue
        rival = next((other for other in reversed(kept[-_MAX_BACK:]) if _same(other, report)), None)
        if rival is None:
            kept.append(report)
        elif _rank(report) < _rank(rival):
            kept[kept.index(rival)] = report
    return kept


def _own(reports: Sequence[Report], labelled: Sequence[Report]) -> list[Report]:
    """The reports without attitudes and deeds that another source tells of, and without what stands in a transcript's speech."""
    contents = _Inside(part for report in reports for part in report.content)
    spoken = _Inside(part for report in labelled for part in report.content)
    kept = []
    for report in reports:
        report.told = report.cue is not None and contents.holds(report.cue.start)
        brief = report.construction in BRIEF or (report.cue is not None and report.cue.act in _ATTITUDES)
        if report.cue is None or not (spoken.holds(report.cue.start) or (report.told and brief)):
            kept.append(report)
    return kept


class _Inside:
    """Ranges, for the question whether one of them holds a place."""

    def __init__(self, ranges: Iterable[Range]) -> None:
        ordered = sorted(ranges)
        self.starts = [start for start, _ in ordered]
        self.ends = list(accumulate((end for _, end in ordered), max))

    def holds(self, place: int) -> bool:
        """Whether ``place`` lies in one of the ranges."""
        index = bisect_right(self.starts, place) - 1
        return index >= 0 and place < self.ends[index]


def _same(first: Report, second: Report) -> bool:
    common = overlap(first.content, second.content)
    if common <= _SAME * (length(first.content) + length(second.content) - common):
        return False
    return not (_reports_cue(first, second) or _reports_cue(second, first))


def _reports_cue(outer: Report, inner: Report) -> bool:
    """Whether one statement reports that the other was made."""
    cue = inner.cue
    return cue is not None and any(start <= cue.start and cue.end <= end for start, end in outer.content)


def _rank(report: Report) -> int:
    return _TRUST.index(report.construction) if report.construction in _TRUST else len(_TRUST)
