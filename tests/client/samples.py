"""Events written for the tests."""

from collections.abc import Sequence
from typing import Any

from schemas import (
    Article,
    CountryMention,
    Cue,
    EnrichedArticle,
    Entity,
    Language,
    Mention,
    Participant,
    Provenance,
    Span,
    Statement,
    StatementExtracted,
)

TEXT = "Марен Оргуд отвергла обвинения. «Это ложь», — сказала она. Haldor Vint praised her."
ORGUD = Entity(
    id="x:orgud",
    name="Maren Orgud",
    type="person",
    country="NO",
    mentions=(Mention(text="Марен Оргуд", start=0, end=11, form="name"),),
)
VINT = Entity(id="Q999", name="Haldor Vint", type="person", wikidata="Q999", country="IS", mentions=())


def span(text: str) -> Span:
    """Where a text stands in the sample."""
    start = TEXT.index(text)
    return Span(text=text, start=start, end=start + len(text))


def statement(content: str = "Это ложь", **fields: Any) -> Statement:
    """A statement of Orgud's, unless told otherwise."""
    given: dict[str, Any] = {
        "id": "s1",
        "kind": "direct",
        "content": (span(content),),
        "cue": Cue(**span("сказала").model_dump(), lemma="сказать"),
        "speaker": Participant(text="она", start=54, end=57, entity_id=ORGUD.id, name=ORGUD.name, type="person"),
        "confidence": 0.9,
    }
    return Statement(**(given | fields))


def extracted(**fields: Any) -> StatementExtracted:
    """A statement event."""
    return StatementExtracted(
        article_id="a1", title="Оргуд", language="ru", statement=statement(**fields), entities=(ORGUD,)
    )


def enriched(*statements: Statement, entities: Sequence[Entity] = (ORGUD, VINT)) -> EnrichedArticle:
    """An enriched article with these statements."""
    return EnrichedArticle(
        article=Article(id="a1", title="Оргуд", text=TEXT),
        language=Language(code="ru", confidence=0.99, script="Cyrl", reliable=True),
        entities=tuple(entities),
        statements=statements,
        countries=(CountryMention(code="NO", name="Norway", mentions=2),),
        provenance=Provenance(pipeline_version="1"),
    )
