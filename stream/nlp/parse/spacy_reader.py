"""Reads with a spaCy pipeline (https://spacy.io)."""

from collections.abc import Iterator, Sequence

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from schemas import EntityType, ModelVersion
from stream.nlp.document import NamedSpan, Token
from stream.nlp.parse.clear import to_universal
from stream.nlp.parse.reading import Reading

NAME_TYPES: dict[str, EntityType] = {
    "PER": "person",
    "PERSON": "person",
    "persName": "person",
    "ORG": "organization",
    "orgName": "organization",
    "LOC": "place",
    "GPE": "place",
    "geogName": "place",
    "placeName": "place",
    "FAC": "facility",
    "NORP": "group",
    "EVENT": "event",
    "PRODUCT": "product",
}
"""Labels of the pipelines' recognisers (WikiNER, OntoNotes 5, NKJP); others (dates, numbers, MISC) are no names here."""

_BATCH = 32
_SPACES = {
    ord(space): " "
    for space in "\t\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
}


class SpacyReader:
    """A spaCy pipeline with tagger, parser and recogniser; labels of the CLEAR scheme are turned into UD's."""

    parsed = True

    def __init__(self, package: str) -> None:
        self._nlp = load(package)
        meta = self._nlp.meta
        self.models: tuple[ModelVersion, ...] = (
            ModelVersion(name=f"{meta['lang']}_{meta['name']}", version=str(meta["version"])),
        )
        self._clear = "dobj" in self._nlp.get_pipe("parser").labels  # type: ignore[attr-defined]

    def read(self, texts: Sequence[str]) -> Iterator[Reading]:
        """See :class:`stream.nlp.parse.reading.Reader`."""
        # A no-break space is a word of its own for spaCy; the translation keeps every offset.
        plain = [text.translate(_SPACES) for text in texts]
        # Without the zone, the vocabulary keeps every string that a long-running worker ever read.
        with self._nlp.memory_zone():
            for doc in self._nlp.pipe(plain, batch_size=_BATCH):
                yield self._reading(doc)

    def _reading(self, doc: Doc) -> Reading:
        words = [token for token in doc if not token.is_space]
        index = {token.i: number for number, token in enumerate(words)}
        tokens = []
        for number, word in enumerate(words):
            head = word.head
            while head.is_space and head.head is not head and head.head.i != head.i:
                head = head.head
            tokens.append(
                Token(
                    number,
                    word.text,
                    word.idx,
                    word.idx + len(word.text),
                    lemma=(word.lemma_ or word.text).lower(),
                    pos=word.pos_ or "X",
                    dep=word.dep_,
                    head=index.get(head.i, number),
                    morph=word.morph.to_dict(),
                )
            )
        if self._clear:
            to_universal(tokens)
        for token in tokens:
            if token.head == token.index:
                token.dep = "root"
        return Reading(tokens, _sentences(doc, index), _names(doc))


def load(package: str) -> Language:
    """The pipeline of a package, without the parts whose work is not used here.

    Raises:
        OSError: the package is not installed.

    """
    return spacy.load(package, exclude=["senter", "sentencizer"])


def _sentences(doc: Doc, index: dict[int, int]) -> list[tuple[int, int]]:
    ranges = []
    for sentence in doc.sents:
        inside = [index[token.i] for token in sentence if token.i in index]
        if inside:
            ranges.append((inside[0], inside[-1] + 1))
    return ranges


def _names(doc: Doc) -> list[NamedSpan]:
    names = []
    for span in doc.ents:
        kind = NAME_TYPES.get(span.label_)
        if kind is None:
            continue
        start, end = span.start_char, span.end_char
        while start < end and doc.text[start].isspace():
            start += 1
        while end > start and doc.text[end - 1].isspace():
            end -= 1
        if start < end:
            names.append(NamedSpan(start, end, kind))
    return names
