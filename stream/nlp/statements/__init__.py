"""Who said what: attributed statements of an article's documents.

:func:`extract` is the one entry. Its parts, each a module: ``quotation`` (marks), ``verbs``, ``phrases`` and ``labels`` (what
reports), ``indirect`` (reported clauses on a parse), ``direct`` (quotations to their cues), ``speakers``, ``addressee``,
``medium`` and ``confidence``. Words come from :mod:`stream.nlp.languages`.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import schemas
from schemas import Entity, Participant, Span, Statement, StatementKind
from stream.nlp.document import Document
from stream.nlp.languages import lexicon
from stream.nlp.statements import agreement, engine
from stream.nlp.statements.addressee import addressee
from stream.nlp.statements.confidence import confidence
from stream.nlp.statements.dialogue import spoken
from stream.nlp.statements.medium import medium
from stream.nlp.statements.model import BRIEF, Range, Report
from stream.nlp.statements.naming import without_names
from stream.nlp.statements.quotation import quotations
from stream.nlp.statements.scene import Scene
from stream.nlp.statements.speakers import Resolver

__all__ = ["extract"]


def extract(
    documents: Sequence[Document],
    entities: Sequence[Entity],
    article_id: str,
    genders: Mapping[str, Literal["m", "f"]],
) -> tuple[Statement, ...]:
    """The statements of an article in text order, those of the title first.

    ``documents`` are the article's fields, title before text; ``entities`` those of the whole article with all their
    mentions; ``genders`` maps entity ids to the gender of a person where it is known. The same input always gives the
    same statements, with the same ids.
    """
    resolver = Resolver(genders)
    return tuple(
        statement for document in documents for statement in _document(document, entities, article_id, resolver)
    )


def _document(
    document: Document, entities: Sequence[Entity], article_id: str, resolver: Resolver
) -> Iterator[Statement]:
    words = lexicon(document.language)
    quoted = without_names(document, words, quotations(document.text), entities)
    scene = Scene(document, words, spoken(document, words, quoted), entities)
    for report in engine.find(scene):
        yield _statement(scene, report, article_id, resolver)


def _statement(scene: Scene, report: Report, article_id: str, resolver: Resolver) -> Statement:
    speakers = _speakers(scene, report, resolver)
    content = tuple(scene.document.span(start, end) for start, end in report.content)
    quotes = tuple(_quotes(scene, report))
    cue = _cue(scene, report)
    told = addressee(scene, report)
    return Statement(
        id=schemas.statement_id(article_id, content, speakers[0].entity_id or speakers[0].name or "", cue),
        kind=_kind(report),
        content=content,
        quotes=quotes,
        cue=cue,
        act=report.cue.act if report.cue is not None else "state",
        negated=report.cue.negated if report.cue is not None else False,
        speaker=speakers[0],
        speakers=speakers if len(speakers) > 1 else (),
        addressee=resolver.speakers(scene, told)[0] if told is not None else None,
        medium=medium(scene, report),
        entity_ids=_entities(scene, report),
        confidence=confidence(scene, report, speakers[0]),
    )


def _speakers(scene: Scene, report: Report, resolver: Resolver) -> tuple[Participant, ...]:
    place = report.start if report.cue is None else max(report.start, report.cue.start)
    features = agreement.of_cue(scene, report.cue)
    if report.source is not None:
        found = resolver.speakers(scene, report.source, features)
        resolver.antecedents.remember(scene, found, report.source.start, features)
        if report.previous or report.source.carried:
            found = tuple(one.model_copy(update={"resolved_by": "context"}) for one in found)
        if found:
            return found
    dropped = report.source is None and report.cue is not None and scene.lexicon.drops_subjects
    if dropped and scene.lexicon.positional:
        dropped = report.previous
    if dropped and scene.lexicon.agreements:
        brief = report.construction in BRIEF
        previous = None if brief else resolver.antecedents.dropped(scene, place, features)
    else:
        previous = resolver.antecedents.previous(scene, place) if report.previous or dropped else None
    return (previous or Participant(field=scene.document.field),)


def _kind(report: Report) -> StatementKind:
    if not report.quotations:
        return "indirect"
    inner = {part for quotation in report.quotations for part in quotation.parts}
    return "direct" if all(part in inner for part in report.content) else "mixed"


def _quotes(scene: Scene, report: Report) -> Iterator[Span]:
    for quotation in report.quotations:
        for start, end in quotation.parts:
            if _inside((start, end), report.content):
                yield scene.document.span(start, end)


def _inside(part: Range, content: Sequence[Range]) -> bool:
    return any(start <= part[0] and part[1] <= end for start, end in content)


def _cue(scene: Scene, report: Report) -> schemas.Cue | None:
    cue = report.cue
    if cue is None:
        return None
    span = scene.document.span(cue.start, cue.end)
    return schemas.Cue(text=span.text, start=span.start, end=span.end, field=span.field, lemma=cue.lemma)


def _entities(scene: Scene, report: Report) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for start, end in report.content:
        for named in scene.mentions_within(start, end):
            found.setdefault(named.entity.id)
    return tuple(found)
