"""Reads Russian with slovnet's compact models (https://github.com/natasha/slovnet) and pymorphy2's lemmas."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.metadata import version
from typing import Any

from natasha import MorphVocab, data
from navec import Navec
from razdel import sentenize, tokenize
from slovnet import NER, Morph, Syntax

from schemas import EntityType, ModelVersion
from stream.nlp.document import NamedSpan, Token
from stream.nlp.parse.reading import Reading

_TYPES: dict[str, EntityType] = {"PER": "person", "ORG": "organization", "LOC": "place"}
_BATCH = 32
_REMEMBERED = 50_000
"""Forms whose lemma is remembered."""


class RussianReader:
    """slovnet's tagger, parser and recogniser over razdel's words and sentences."""

    parsed = True

    def __init__(self) -> None:
        vectors = Navec.load(data.NEWS_EMBEDDING)
        self._tagger = Morph.load(data.NEWS_MORPH, batch_size=_BATCH)
        self._parser = Syntax.load(data.NEWS_SYNTAX, batch_size=_BATCH)
        self._recogniser = NER.load(data.NEWS_NER, batch_size=_BATCH)
        for model in (self._tagger, self._parser, self._recogniser):
            model.navec(vectors)
        self._vocabulary = MorphVocab()
        self._lemma = lru_cache(_REMEMBERED)(self._look_up)
        self.models: tuple[ModelVersion, ...] = (ModelVersion(name="natasha", version=version("natasha")),)

    def read(self, texts: Sequence[str]) -> Iterator[Reading]:
        """See :class:`stream.nlp.parse.reading.Reader`."""
        sentences = [
            (number, sentence.start, sentence.text) for number, text in enumerate(texts) for sentence in sentenize(text)
        ]
        words = [[(word.start, word.stop, word.text) for word in tokenize(text)] for _, _, text in sentences]
        forms = [[text for _, _, text in sentence] for sentence in words]
        filled = [form for form in forms if form]
        tagged = iter(self._tagger.map(filled))
        parsed = iter(self._parser.map(filled))
        readings = [Reading([], []) for _ in texts]
        for (number, offset, _), sentence in zip(sentences, words, strict=True):
            if sentence:
                self._append(readings[number], offset, sentence, next(tagged).tokens, next(parsed).tokens)
        for text, markup, reading in zip(texts, self._recogniser.map(texts), readings, strict=True):
            reading.names = [
                NamedSpan(span.start, span.stop, _TYPES[span.type])
                for span in markup.spans
                if span.type in _TYPES and text[span.start : span.stop].strip()
            ]
            yield reading

    def _append(
        self,
        reading: Reading,
        offset: int,
        words: list[tuple[int, int, str]],
        tags: Sequence[Any],
        relations: Sequence[Any],
    ) -> None:
        base = len(reading.tokens)
        heads = _heads(relations)
        for index, ((start, end, text), tag) in enumerate(zip(words, tags, strict=True)):
            root = heads[index] == index
            reading.tokens.append(
                Token(
                    base + index,
                    text,
                    offset + start,
                    offset + end,
                    lemma=self._lemma(text, tag.pos, *tag.feats.items()),
                    pos=tag.pos,
                    dep="root" if root else relations[index].rel,
                    head=base + heads[index],
                    morph=dict(tag.feats),
                )
            )
        reading.sentences.append((base, base + len(words)))

    def _look_up(self, word: str, pos: str, *features: tuple[str, str]) -> str:
        return str(self._vocabulary.lemmatize(word, pos, dict(features)))


def _heads(relations: Sequence[Any]) -> list[int]:
    """Heads as indexes. The parser does not promise a tree: a cycle is cut at its first word, further roots
    hang from the first.
    """
    number = {relation.id: index for index, relation in enumerate(relations)}
    heads = [number.get(relation.head_id, index) for index, relation in enumerate(relations)]
    state = [0] * len(heads)  # 0 unseen, 1 on the path, 2 done
    for start in range(len(heads)):
        path, index = [], start
        while state[index] == 0:
            state[index] = 1
            path.append(index)
            index = heads[index]
        if state[index] == 1:
            heads[index] = index
        for seen in path:
            state[seen] = 2
    roots = [index for index, head in enumerate(heads) if head == index]
    for extra in roots[1:]:
        heads[extra] = roots[0]
    return heads
