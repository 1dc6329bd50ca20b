"""The comparison itself: a perfect analysis has no difference, and each fault is seen under its name."""

from dataclasses import replace
from typing import Any

import pytest

from schemas import CountryMention, Cue, Entity, Language, Mention, Participant, Span, Statement
from stream.nlp.analysis import Analysis
from tests.seeds.comparison import compare
from tests.seeds.expectations import (
    ExpectedEntity,
    ExpectedSpeaker,
    ExpectedStatement,
    Seed,
    field_text,
    load,
    place,
    places,
)

SAMPLES = load()
INTERVIEW = next(seed for seed in SAMPLES if seed.name == "seed-en-grain")
DIRECT, NEGATED, POST = 2, 6, 10
"""Statements of that sample: an interrupted quotation, one that was not made, a post."""


def spans(seed: Seed, statement: ExpectedStatement) -> tuple[Span, ...]:
    text = field_text(seed.article, statement.field)
    found = [place(reference, text) for reference in statement.content]
    return tuple(Span(text=text[x.start : x.end], start=x.start, end=x.end, field=statement.field) for x in found)


def ideal_entity(seed: Seed, wanted: ExpectedEntity) -> Entity:
    mentions = [
        Mention(text=text[found.start : found.end], start=found.start, end=found.end, field=field)
        for field in ("title", "text")
        for text in [field_text(seed.article, field)]
        for reference in wanted.mentions
        for found in places(reference, text)
    ]
    key = wanted.id or f"x:{wanted.names[0]}"
    return Entity(id=key, name=wanted.names[0], type=wanted.type, wikidata=wanted.id, mentions=tuple(mentions))


def ideal_speaker(seed: Seed, wanted: ExpectedSpeaker, statement: ExpectedStatement) -> Participant:
    name = wanted.entity or next(iter(wanted.name), None)
    entity = seed.expected.entity(wanted.entity) if wanted.entity else None
    text = field_text(seed.article, statement.field)
    found = place(wanted.mention, text) if wanted.mention else None
    return Participant(
        text=text[found.start : found.end] if found else None,
        start=found.start if found else None,
        end=found.end if found else None,
        field=statement.field,
        entity_id=(entity.id or f"x:{entity.names[0]}") if entity else None,
        name=name,
        type=wanted.type[0],
        role=wanted.role,
        resolved_by=next(iter(wanted.resolved_by), None),
    )


def ideal_statement(seed: Seed, wanted: ExpectedStatement) -> Statement:
    text = field_text(seed.article, wanted.field)
    cue = place(wanted.cue, text) if wanted.cue else None
    speakers = tuple(ideal_speaker(seed, speaker, wanted) for speaker in wanted.speakers)
    return Statement(
        id=wanted.content[0],
        kind=wanted.kind[0],
        content=spans(seed, wanted),
        cue=Cue(text=text[cue.start : cue.end], start=cue.start, end=cue.end, field=wanted.field, lemma="")
        if cue
        else None,
        act=wanted.act[0],
        negated=wanted.negated,
        speaker=speakers[0],
        speakers=speakers if len(speakers) > 1 else (),
        addressee=Participant(name=wanted.addressee) if wanted.addressee else None,
        medium=wanted.medium[0],
        confidence=1.0,
    )


def ideal(seed: Seed) -> Analysis:
    """The analysis that says exactly what is expected."""
    wanted = seed.expected
    return Analysis(
        language=Language(code=wanted.language, confidence=1.0, script=wanted.script, reliable=True),
        entities=tuple(ideal_entity(seed, entity) for entity in wanted.entities),
        statements=tuple(ideal_statement(seed, statement) for statement in wanted.statements),
        countries=tuple(CountryMention(code=code, name=code, mentions=1) for code in wanted.countries),
        models=(),
    )


def spoilt(index: int, **change: object) -> Analysis:
    """The ideal analysis of one sample with one statement changed."""
    analysis = ideal(INTERVIEW)
    statements = list(analysis.statements)
    statements[index] = statements[index].model_copy(update=change)
    return replace(analysis, statements=tuple(statements))


def parts(analysis: Analysis) -> set[str]:
    return {difference.part for difference in compare(INTERVIEW, analysis)}


def shortened(statement: Statement) -> tuple[Span, ...]:
    first, *rest = statement.content
    cut = Span(text=first.text[6:], start=first.start + 6, end=first.end, field=first.field)
    return (cut, *rest)


@pytest.mark.parametrize("seed", SAMPLES, ids=lambda seed: seed.name)
def test_what_is_expected_has_no_difference(seed: Seed) -> None:
    """Every expectation can be met: an analysis made from it differs in nothing."""
    assert [str(difference) for difference in compare(seed, ideal(seed))] == []


@pytest.mark.parametrize(
    ("index", "change", "part"),
    [
        (DIRECT, {"kind": "indirect"}, "kind"),
        (DIRECT, {"act": "deny"}, "act"),
        (DIRECT, {"cue": None}, "cue"),
        (DIRECT, {"content": shortened(ideal(INTERVIEW).statements[DIRECT])}, "boundaries"),
        (DIRECT, {"content": ideal(INTERVIEW).statements[DIRECT].content[1:]}, "boundaries"),
        (DIRECT, {"content": ideal(INTERVIEW).statements[NEGATED].content}, "missing"),
        (DIRECT, {"medium": "television"}, "medium"),
        (NEGATED, {"negated": False}, "negated"),
        (POST, {"medium": None}, "medium"),
    ],
)
def test_a_wrong_statement_is_seen(index: int, change: dict[str, object], part: str) -> None:
    """A statement that is wrong in one point is reported under that point."""
    assert part in parts(spoilt(index, **change))


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"name": "Vladimir Putin"}, "speaker name"),
        ({"entity_id": None}, "speaker id"),
        ({"type": "organization"}, "speaker type"),
        ({"resolved_by": "pronoun"}, "resolved by"),
        ({"text": None, "start": None, "end": None}, "speaker mention"),
    ],
)
def test_a_wrong_speaker_is_seen(change: dict[str, object], part: str) -> None:
    """A speaker that is wrong in one point is reported under that point alone."""
    speaker = ideal(INTERVIEW).statements[DIRECT].speaker.model_copy(update=change)
    assert parts(spoilt(DIRECT, speaker=speaker)) == {part}


def test_a_second_source_that_is_lost_is_seen() -> None:
    """One speaker where two are expected is a difference."""
    index = next(i for i, x in enumerate(INTERVIEW.expected.statements) if len(x.speakers) > 1)
    assert parts(spoilt(index, speakers=())) == {"speakers"}


def test_quotation_marks_around_direct_content_are_seen() -> None:
    """Direct content that keeps its opening mark has the right letters, but not the contract's form."""
    first, *rest = ideal(INTERVIEW).statements[DIRECT].content
    text = INTERVIEW.article.text
    marked = Span(text=text[first.start - 1 : first.end], start=first.start - 1, end=first.end)
    assert parts(spoilt(DIRECT, content=(marked, *rest))) == {"quotation marks"}


def test_a_statement_too_many_is_seen_in_a_closed_article() -> None:
    """What nobody said is a difference where the expectation is closed, here a ship's name in marks."""
    analysis = ideal(INTERVIEW)
    start = INTERVIEW.article.text.index("Aurora Star")
    name = Span(text="Aurora Star", start=start, end=start + 11)
    more = analysis.statements[DIRECT].model_copy(update={"content": (name,)})
    assert parts(replace(analysis, statements=(*analysis.statements, more))) == {"extra"}


def test_a_continued_quotation_may_be_two_statements() -> None:
    """A quotation that goes on after its cue is right as one statement and as two."""
    index = next(i for i, x in enumerate(INTERVIEW.expected.statements) if x.split)
    analysis = ideal(INTERVIEW)
    whole = analysis.statements[index]
    first, second = (whole.model_copy(update={"content": (span,)}) for span in whole.content)
    rest = [statement for i, statement in enumerate(analysis.statements) if i != index]
    later = second.model_copy(update={"cue": None})
    assert parts(replace(analysis, statements=(*rest, first, later))) == set()


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"language": ideal(INTERVIEW).language.model_copy(update={"code": "fr"})}, "language"),
        ({"countries": ideal(INTERVIEW).countries[1:]}, "countries"),
        ({"entities": ideal(INTERVIEW).entities[1:]}, "entity missing"),
    ],
)
def test_a_wrong_article_is_seen(change: dict[str, Any], part: str) -> None:
    """A wrong language, a missing country and a missing entity are reported as such."""
    assert part in parts(replace(ideal(INTERVIEW), **change))


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"type": "group"}, "entity type"),
        ({"name": "Somebody", "id": "Q1"}, "entity name"),
        ({"id": "Q1"}, "entity id"),
    ],
)
def test_a_wrong_entity_is_seen(change: dict[str, object], part: str) -> None:
    """A wrong type, name or id of an entity is reported as such."""
    analysis = ideal(INTERVIEW)
    first, *rest = analysis.entities
    assert part in parts(replace(analysis, entities=(first.model_copy(update=change), *rest)))


@pytest.mark.parametrize("reference", ["Ankara ⟦talks", "⟨no end"])
def test_a_reference_with_half_a_pair_of_marks_is_refused(reference: str) -> None:
    """A slip in an expectation is an error, not a silent mismatch."""
    with pytest.raises(ValueError, match="do not pair"):
        list(places(reference, "Ankara talks no end"))
