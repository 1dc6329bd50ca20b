"""Who and what an article mentions: the recogniser's names and the knowledge base's, none overlapping another."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stream.nlp.document import Document
from stream.nlp.entities.candidates import Candidate
from stream.nlp.entities.gazetteer import Hit, gazetteer
from stream.nlp.entities.mending import mended
from stream.nlp.entities.offices import OfficeMention, offices
from stream.nlp.entities.overlaps import Scene, settle
from stream.nlp.entities.shapes import shaped
from stream.nlp.entities.words import words

__all__ = ["Candidate", "Found", "Hit", "OfficeMention", "find"]


@dataclass(frozen=True, slots=True)
class Found:
    """What an article mentions, before it is known whose the mentions are."""

    candidates: list[Candidate]
    """Names and demonyms in text order, title first, none overlapping another."""
    offices: list[OfficeMention]
    """Titles of office with a country."""
    lands: list[Hit]
    """Countries, capitals and demonyms, those inside longer names included."""


def _outside(hits: Iterable[Hit], candidates: Sequence[Candidate]) -> list[Hit]:
    """The hits that none of the candidates, which are in text order and do not overlap, has a part of."""
    ends = [candidate.end for candidate in candidates]
    free = []
    for hit in hits:
        index = bisect_right(ends, hit.start)
        if index == len(ends) or candidates[index].start >= hit.end:
            free.append(hit)
    return free


def _with_lands(number: int, document: Document, candidates: list[Candidate], lands: Sequence[Hit]) -> list[Candidate]:
    """The candidates, and the countries by name that none of them covers: that of the minister of X."""
    free = _outside((hit for hit in lands if hit.kind == "name"), candidates)
    more = [
        Candidate(number, h.start, h.end, document.text[h.start : h.end], "country", "name", h.entries) for h in free
    ]
    return sorted([*candidates, *more], key=lambda candidate: candidate.start) if more else candidates


def find(documents: Sequence[Document]) -> Found:
    """The mentions of an article's documents."""
    found = Found([], [], [])
    rows = [words(document.text) for document in documents]
    hits = [
        gazetteer(document.language).hits(document.text, row) for document, row in zip(documents, rows, strict=True)
    ]
    firm = {hit.entries[0].record.id for listed in hits for hit in listed if not hit.weak and hit.kind == "name"}
    for number, (document, row, met) in enumerate(zip(documents, rows, hits, strict=True)):
        names = mended(document) if document.parsed else shaped(document, row, met)
        candidates = settle(Scene(number, document, row, names, met, firm))
        people = [candidate for candidate in candidates if candidate.type == "person"]
        # Paris of Paris Hilton is no place.
        lands = _outside(gazetteer(document.language).lands(document.text, row, met), people)
        titles = list(offices(number, document, row, lands, candidates))
        # The recogniser takes a minister for the ministry.
        inside = [c for c in candidates if c.entries or not any(t.start <= c.start and c.end <= t.end for t in titles)]
        found.candidates.extend(_with_lands(number, document, inside, lands))
        found.offices.extend(titles)
        found.lands.extend(lands)
    return found
