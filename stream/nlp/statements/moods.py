"""Free indirect speech by the verb's mood alone: German Konjunktiv I, without a reporting verb."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from stream.nlp.document import Sentence
from stream.nlp.statements import subjects
from stream.nlp.statements.extent import EDGE_MARKS
from stream.nlp.statements.model import Cue, Range, Report, Source
from stream.nlp.statements.scene import Scene


def moods(scene: Scene, reports: Sequence[Report], cues: Sequence[Cue]) -> Iterator[Report]:
    """Sentences in reporting mood that no report covers, joined where they follow each other in a paragraph."""
    if not scene.lexicon.moods:
        return
    covered = _covered(scene, reports)
    sources = [cue.source for cue in sorted(cues, key=lambda cue: cue.start) if cue.source is not None]
    run: list[Sentence] = []
    for sentence in scene.document.sentences:
        joins = bool(run) and run[-1].index == sentence.index - 1 and run[-1].paragraph == sentence.paragraph
        if run and not joins:
            yield _report(scene, run, sources)
            run = []
        if sentence.index not in covered and _in_mood(scene, sentence):
            run.append(sentence)
        elif run:
            yield _report(scene, run, sources)
            run = []
    if run:
        yield _report(scene, run, sources)


def _covered(scene: Scene, reports: Sequence[Report]) -> set[int]:
    """The sentences in which a report has content or cue."""
    found: set[int] = set()
    for report in reports:
        places: list[Range] = [*report.content]
        if report.cue is not None:
            places.append((report.cue.start, report.cue.end))
        for start, end in places:
            first, last = scene.sentence_at(start), scene.sentence_at(end - 1)
            if first is not None and last is not None:
                found.update(range(first.index, last.index + 1))
    return found


def _in_mood(scene: Scene, sentence: Sentence) -> bool:
    return any(
        token.text.lower() in scene.lexicon.moods and scene.quotation_at(token.start) is None
        for token in scene.document.tokens[sentence.first : sentence.last]
    )


def _report(scene: Scene, run: Sequence[Sentence], sources: Sequence[Source]) -> Report:
    start, end = scene.trim(run[0].start, run[-1].end, EDGE_MARKS)
    source = _source(scene, run[0], sources)
    return Report([(start, end)], None, "mood", source, previous=source is None)


def _source(scene: Scene, first: Sentence, sources: Sequence[Source]) -> Source | None:
    """Whom the sentence before names as speaking, else whom it begins with; None where the two are far apart."""
    if first.index == 0:
        return None
    before = scene.document.sentences[first.index - 1]
    index = bisect_left(sources, first.start, key=lambda source: source.start) - 1
    if index >= 0 and sources[index].start >= before.start:
        return sources[index]
    return subjects.leading(scene, before) if before.paragraph >= first.paragraph - 1 else None
