"""What must come out of the sample articles, and how an analysis is held against it.

``seeds/expected/<name>.json`` refers to the article by its own words, never by numbers. A reference is a string that
stands exactly once in its field; two pairs of marks make it precise:

- ``a-t-⟦il⟧ ajouté``: the words in the brackets are meant, the rest only says where they are;
- ``⟨whether ⟩insurers would join``: what stands in angle brackets at an edge may belong to the span or not.

Boundaries are compared by letters and digits: closing stops, spaces and marks at an edge are nobody's content.
"""

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from schemas import Act, Article, EntityType, FieldName, Resolution, Span, SpeakerType, StatementKind

SEEDS = Path(str(files("seeds")))
"""Folder of the sample articles."""

T = TypeVar("T")
OneOrMore = Annotated[
    tuple[T, ...], BeforeValidator(lambda value: value if isinstance(value, list | tuple) else (value,))
]
"""One value, or all those that are right."""
Level = Literal["required", "hard", "optional"]
"""``required`` must come out, ``hard`` should, ``optional`` may."""


class _Expected(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ExpectedEntity(_Expected):
    """Somebody or something that must be among the entities."""

    names: OneOrMore[str] = Field(min_length=1)
    """Accepted names; the first one is what statements refer to."""
    type: EntityType
    id: str | None = None
    """Wikidata id, where it is certain."""
    mentions: tuple[str, ...] = Field(min_length=1)
    """References; each must be a mention of the entity, at any of its places."""


class ExpectedSpeaker(_Expected):
    """Somebody who must be the source of a statement."""

    mention: str | None = None
    """Reference that the speaker's span must overlap; null where it is not checked."""
    entity: str | None = None
    """First name of the expected entity."""
    name: OneOrMore[str] = ()
    """Accepted names of somebody who is not among the expected entities."""
    type: OneOrMore[SpeakerType]
    resolved_by: OneOrMore[Resolution] = ()
    """What may have led to the name; empty where it is not checked."""
    role: str | None = None
    """Words that the role must hold."""
    optional: bool = False
    """Whether it may be left out, as the organisation beside its spokesperson; only after those that may not."""


class ExpectedStatement(_Expected):
    """A statement that must come out, or may."""

    level: Level
    kind: OneOrMore[StatementKind]
    content: tuple[str, ...] = Field(min_length=1)
    """References, one for each span."""
    cue: str | None
    """Reference that the cue must overlap; null where it is not checked."""
    act: OneOrMore[Act]
    field: FieldName = "text"
    negated: bool = False
    split: bool = False
    """Whether each span may be a statement of its own instead."""
    speakers: tuple[ExpectedSpeaker, ...] = Field(min_length=1)
    addressee: str | None = None
    """First name of an expected entity; null where it is not checked."""
    medium: OneOrMore[str | None] = (None,)
    """Accepted media; null where there is none."""
    note: str | None = None

    def parts(self) -> tuple["ExpectedStatement", ...]:
        """The statement in as many as it has spans: what goes on after the first has no cue of its own."""
        first, *rest = self.content
        free: dict[str, object] = {"cue": None, "act": ("state", *self.act), "medium": (None, *self.medium)}
        speakers = tuple(each.model_copy(update={"mention": None, "resolved_by": ()}) for each in self.speakers)
        return (
            self.model_copy(update={"content": (first,), "split": False}),
            *(self.model_copy(update={"content": (x,), "split": False, "speakers": speakers, **free}) for x in rest),
        )


class Expectation(_Expected):
    """All that is expected of one article."""

    note: str
    """What the article shows."""
    language: str
    script: str
    level: Literal["required", "hard"] = "required"
    """Level of countries and entities: hard in a language that the product has no words of."""
    countries: tuple[str, ...]
    """Exactly these codes."""
    closed: bool
    """Whether nothing else may come out as a statement."""
    entities: tuple[ExpectedEntity, ...]
    statements: tuple[ExpectedStatement, ...]

    def entity(self, name: str) -> ExpectedEntity:
        """The expected entity of that first name. :raises KeyError: where there is none."""
        for entity in self.entities:
            if entity.names[0] == name:
                return entity
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class Seed:
    """A sample article with what is expected of it."""

    name: str
    article: Article
    expected: Expectation


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reference points: the letters that must be covered, and those that may be."""

    start: int
    end: int
    required: frozenset[int]
    allowed: frozenset[int]

    def covered_by(self, letters: frozenset[int]) -> bool:
        """Whether a span with these letters has the right boundaries."""
        return self.required <= letters <= self.allowed


def load() -> tuple[Seed, ...]:
    """All sample articles, by name. :raises ValueError: where a file breaks its format (pydantic says what)."""
    return tuple(
        Seed(
            path.stem,
            Article.model_validate_json(path.read_bytes()),
            Expectation.model_validate(json.loads((SEEDS / "expected" / path.name).read_text("utf-8"))),
        )
        for path in sorted(SEEDS.glob("*.json"))
    )


def letters(text: str, start: int, end: int) -> frozenset[int]:
    """Positions of letters, digits and combining marks between two offsets."""
    return frozenset(i for i in range(start, end) if unicodedata.category(text[i])[0] in "LNM")


def span_letters(article: Article, span: Span) -> frozenset[int]:
    """Positions of the letters of a span of the contract."""
    return letters(article.title or "" if span.field == "title" else article.text, span.start, span.end)


def places(reference: str, text: str) -> Iterator[Place]:
    """Every place in the text that a reference fits. :raises ValueError: where its marks do not pair."""
    plain, at = _unmarked(reference)
    inner = at.get("⟦", [0])[0], at.get("⟧", [len(plain)])[0]
    edges = list(zip(at.get("⟨", ()), at.get("⟩", ()), strict=True))
    found = text.find(plain)
    while found >= 0:
        start, end = found + inner[0], found + inner[1]
        allowed = letters(text, start, end)
        yield Place(start, end, allowed.difference(*(range(found + a, found + b) for a, b in edges)), allowed)
        found = text.find(plain, found + 1)


def place(reference: str, text: str) -> Place:
    """The one place of a reference. :raises LookupError: where the text has none, or several."""
    found = list(places(reference, text))
    if len(found) != 1:
        raise LookupError(f"{reference!r} stands {len(found)} times in the text, not once")
    return found[0]


def fold(text: str | None) -> str:
    """A name without case, accents and the look of its dashes and apostrophes."""
    flat = unicodedata.normalize("NFKD", text or "").translate({0x2019: "'", 0x2010: "-", 0x2011: "-"})
    return "".join(c for c in flat if not unicodedata.combining(c)).casefold().strip()


def field_text(article: Article, field: FieldName) -> str:
    """One field of the article."""
    return article.text if field == "text" else article.title or ""


def _unmarked(reference: str) -> tuple[str, dict[str, list[int]]]:
    plain, at = "", dict[str, list[int]]()
    for character in reference:
        if character in "⟦⟧⟨⟩":
            at.setdefault(character, []).append(len(plain))
        else:
            plain += character
    if len(at.get("⟦", ())) != len(at.get("⟧", ())) or len(at.get("⟨", ())) != len(at.get("⟩", ())):
        raise ValueError(f"{reference!r}: marks do not pair")
    return plain, at
