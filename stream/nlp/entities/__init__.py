"""Who and what an article mentions: the recogniser's names and the knowledge base's, none overlapping another."""

from collections.abc import Sequence

from stream.nlp.document import Document
from stream.nlp.entities.candidates import Candidate
from stream.nlp.entities.gazetteer import Hit, gazetteer
from stream.nlp.entities.mending import mended
from stream.nlp.entities.overlaps import settle
from stream.nlp.entities.shapes import shaped
from stream.nlp.entities.words import words

__all__ = ["Candidate", "Hit", "find"]


def find(documents: Sequence[Document]) -> tuple[list[Candidate], list[Hit]]:
    """The mentions of an article's documents, and all that the gazetteer met, parts of longer names included."""
    candidates: list[Candidate] = []
    met: list[Hit] = []
    for number, document in enumerate(documents):
        row = words(document.text)
        hits = gazetteer(document.language).hits(document.text, row)
        met.extend(hits)
        names = mended(document) if document.parsed else shaped(document, row)
        candidates.extend(settle(number, document.text, row, names, hits))
    return candidates, met
