"""Free indirect speech behind a verb of reply: X has answered Y. The "deal" would be a trap."""

from collections.abc import Iterator, Sequence

from stream.nlp.document import Sentence
from stream.nlp.statements.extent import EDGE_MARKS
from stream.nlp.statements.model import BRIEF, Cue, Report
from stream.nlp.statements.scene import Scene


def replies(scene: Scene, cues: Sequence[Cue], reports: Sequence[Report]) -> Iterator[Report]:
    """The sentence behind each verb of reply that has no content of its own, where its words are partly quoted."""
    reporting = {report.cue.start for report in reports if report.cue is not None}
    whole = {report.cue.start for report in reports if report.cue is not None and report.construction not in BRIEF} | {
        cue.start for cue in cues if cue.start not in reporting
    }
    starts = sorted(whole)
    for cue in cues:
        if cue.kind != "verb" or cue.source is None or cue.start in reporting or cue.lemma not in scene.lexicon.replies:
            continue
        following = _following(scene, cue)
        if following is None or any(following.start <= start < following.end for start in starts):
            continue
        quoted = list(scene.quotations_within(following.start, following.end))
        start, end = scene.trim(following.start, following.end, EDGE_MARKS)
        if quoted and quoted[0].start > following.start and quoted[-1].end <= following.end:
            yield Report([(start, end)], cue, "next sentence", cue.source)


def _following(scene: Scene, cue: Cue) -> Sentence | None:
    """The next sentence of the paragraph, where the cue's own has no quotation, colon or question."""
    sentences = scene.document.sentences
    own = scene.sentence_of(cue.token)
    if own.index + 1 == len(sentences) or sentences[own.index + 1].paragraph != own.paragraph:
        return None
    rest = scene.text[cue.end : own.end]
    if ":" in rest or "?" in rest or scene.quotations_within(own.start, own.end):
        return None
    return sentences[own.index + 1]
