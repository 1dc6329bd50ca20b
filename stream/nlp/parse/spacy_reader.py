"""Reads with a spaCy pipeline (https://spacy.io)."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import pairwise

from spacy.attrs import IDS  # type: ignore[import-not-found] # compiled
from spacy.pipeline import Lemmatizer
from spacy.strings import StringStore
from spacy.tokens import Doc

from schemas import EntityType, ModelVersion
from stream.nlp.document import NamedSpan, Token
from stream.nlp.parse.clear import to_universal
from stream.nlp.parse.lean import load
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
_KEPT = 20_000
"""Words that the vocabulary keeps: those met first, since they are mostly the commonest. Later ones go with their article."""
_COLUMNS = [IDS[name] for name in ("IDX", "LENGTH", "LEMMA", "POS", "DEP", "HEAD", "MORPH", "IS_SPACE", "SENT_START")]
_HEAD, _SPACE, _SENTENCE_START = 5, 7, 8
_UNSIGNED = 2**64 - 1
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
        self._lemmatizers = [part for _, part in self._nlp.pipeline if isinstance(part, Lemmatizer)]
        self._labels: dict[int, str] = {}
        self._morphs: dict[int, dict[str, str]] = {}
        self._clear = "dobj" in self._nlp.get_pipe("parser").labels  # type: ignore[attr-defined]

    def read(self, texts: Sequence[str]) -> Iterator[Reading]:
        """See :class:`stream.nlp.parse.reading.Reader`."""
        # A no-break space is a word of its own for spaCy; the translation keeps every offset.
        plain = [text.translate(_SPACES) for text in texts]
        with self._memory():
            for doc in self._nlp.pipe(plain, batch_size=_BATCH):
                yield self._reading(doc)

    def _memory(self) -> AbstractContextManager[object]:
        """Outside a zone the vocabulary keeps every string that it reads: good for common words, too much for ever."""
        for lemmatizer in self._lemmatizers:
            if len(lemmatizer.cache) > _KEPT:
                lemmatizer.cache.clear()
        return self._nlp.memory_zone() if len(self._nlp.vocab) > _KEPT else nullcontext()

    def _reading(self, doc: Doc) -> Reading:
        text, strings = doc.text, doc.vocab.strings
        # One row a word of the model; white space of several signs is one, too, and is left out.
        rows: list[list[int]] = doc.to_array(_COLUMNS).astype("int64").tolist()
        places = [place for place, row in enumerate(rows) if not row[_SPACE]]
        index = {place: number for number, place in enumerate(places)}
        tokens = []
        for number, place in enumerate(places):
            start, length, lemma, pos, dep, _, morph, *_ = rows[place]
            word = text[start : start + length]
            tokens.append(
                Token(
                    number,
                    word,
                    start,
                    start + length,
                    lemma=(strings[lemma & _UNSIGNED] or word).lower() if lemma else word.lower(),
                    pos=self._label(strings, pos) or "X",
                    dep=self._label(strings, dep),
                    head=index.get(_head(rows, place), number),
                    morph=self._features(doc, place, morph),
                )
            )
        if self._clear:
            to_universal(tokens)
        for token in tokens:
            if token.head == token.index:
                token.dep = "root"
        return Reading(tokens, _sentences(rows, index), _names(doc, text))

    def _label(self, strings: StringStore, key: int) -> str:
        known = self._labels.get(key)
        if known is None:
            known = self._labels[key] = strings[key & _UNSIGNED]
        return known

    def _features(self, doc: Doc, place: int, key: int) -> dict[str, str]:
        """A word's universal features: one dictionary for all words that have the same."""
        known = self._morphs.get(key)
        if known is None:
            known = self._morphs[key] = doc[place].morph.to_dict()
        return known


def _head(rows: Sequence[Sequence[int]], place: int) -> int:
    """The place of a word's head: of the next one above that is no white space."""
    head = place + rows[place][_HEAD]
    while rows[head][_SPACE] and rows[head][_HEAD]:
        head += rows[head][_HEAD]
    return head


def _sentences(rows: Sequence[Sequence[int]], index: dict[int, int]) -> list[tuple[int, int]]:
    starts = [0, *(place for place in range(1, len(rows)) if rows[place][_SENTENCE_START] == 1), len(rows)]
    ranges = []
    for start, end in pairwise(starts):
        inside = [index[place] for place in range(start, end) if place in index]
        if inside:
            ranges.append((inside[0], inside[-1] + 1))
    return ranges


def _names(doc: Doc, text: str) -> list[NamedSpan]:
    names = []
    for span in doc.ents:
        kind = NAME_TYPES.get(span.label_)
        if kind is None:
            continue
        start, end = span.start_char, span.end_char
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            names.append(NamedSpan(start, end, kind))
    return names
