"""Who and where: the people, organisations, countries and places of an article."""

from typing import Literal

from pydantic import Field

from schemas.base import ContractModel
from schemas.span import Span

EntityType = Literal["person", "organization", "country", "place", "facility", "group", "event", "product"]
"""``group``: nationalities, armed groups, a party's members."""
MentionForm = Literal["name", "demonym", "nominal", "pronoun"]
"""``demonym``: Russian; ``nominal``: the Russian president; ``pronoun``: he."""


class Mention(Span):
    """One place where an entity is mentioned."""

    form: MentionForm = "name"
    """How it is mentioned."""


class Entity(ContractModel):
    """Somebody or something that the article mentions, under one identity."""

    id: str
    """Wikidata id (Q7747) where it is known, else "x:" and a key that is the same in every language and script."""
    name: str
    """Canonical English name where it is known, else the fullest form in the article."""
    type: EntityType
    """What it is."""
    wikidata: str | None = Field(default=None, pattern=r"^Q[1-9]\d*$")
    """Wikidata id, where it is known."""
    country: str | None = Field(default=None, pattern=r"^[A-Z]{2}$")
    """ISO 3166-1 alpha-2 of what it is, where it lies or whom it serves (XK for Kosovo)."""
    mentions: tuple[Mention, ...]
    """Where it is mentioned, title first, then in text order."""


class CountryMention(ContractModel):
    """How often a country is mentioned: by name, demonym, capital or place."""

    code: str = Field(pattern=r"^[A-Z]{2}$")
    """ISO 3166-1 alpha-2 (XK for Kosovo)."""
    name: str
    """English name."""
    mentions: int = Field(ge=1)
    """Number of mentions."""
