"""What the knowledge base knows: people, organisations, places and countries."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from schemas import EntityType

Gender = Literal["m", "f"]


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person holds or held, of a country or of an organisation."""

    country: str | None
    """ISO 3166-1 alpha-2 of the country served; EU and UN stand for those; None for another organisation's office."""
    role: str
    """Role code (head-of-state, foreign-minister, secretary-general …); the README of the data lists them."""
    start: date | None
    """First day; None where unknown."""
    end: date | None
    """Last day; None where it goes on, or where its end is unknown."""
    organization: str | None = None
    """Record id of the organisation served, where it is not a country."""

    def covers(self, on: date) -> bool:
        """Whether the office was held on that day, as far as known."""
        return (self.start is None or self.start <= on) and (self.end is None or on <= self.end)


@dataclass(frozen=True, slots=True)
class Record:
    """Somebody or something known, under one identity."""

    id: str
    """Wikidata id where it is certain, else "x:" and the slug of the canonical English name."""
    name: str
    """Canonical English name."""
    type: EntityType
    wikidata: str | None
    country: str | None
    """ISO 3166-1 alpha-2 of what it is, where it lies or whom it serves."""
    gender: Gender | None
    aliases: tuple[str, ...]
    """All ways of writing it, in all languages, the canonical name first."""
    offices: tuple[Office, ...] = ()
    surnames: tuple[str, ...] = ()
    """Those aliases that are a surname alone, and so may be another person's."""
    kind: str | None = None
    """For organisations: what it is (foreign-ministry, parliament, news-agency, alliance …)."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory."""

    code: str
    """ISO 3166-1 alpha-2; XK for Kosovo."""
    name: str
    """Canonical English name."""
    wikidata: str
    sovereign: bool
    """Whether it has a government of its own: a state, not a territory of one."""
    names: Mapping[str, tuple[str, ...]]
    """Language code to its names there, the commonest first."""
    demonyms: Mapping[str, tuple[str, ...]]
    """Language code to the forms of its adjective and its people there, lower case."""
    capitals: Mapping[str, tuple[str, ...]]
    """Language code to the names of its seat of government there."""
