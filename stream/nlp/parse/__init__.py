"""From text to documents: the language's model where there is one, else words and sentences by script."""

from collections.abc import Sequence
from itertools import islice

from schemas import FieldName
from stream.nlp.document import Document
from stream.nlp.parse.assemble import assemble
from stream.nlp.parse.reading import chunks
from stream.nlp.parse.registry import choose, reader

__all__ = ["choose", "parse", "reader"]


def parse(fields: Sequence[tuple[FieldName, str]], language: str) -> tuple[Document, ...]:
    """One document per field of an article, read in one go by the reader of ``language``."""
    model = reader(language)
    parts = [(name, text, list(chunks(text))) for name, text in fields]
    readings = iter(list(model.read([chunk.text for _, _, stretches in parts for chunk in stretches])))
    return tuple(
        assemble(
            text,
            name,
            language,
            zip(stretches, islice(readings, len(stretches)), strict=True),
            parsed=model.parsed,
        )
        for name, text, stretches in parts
    )
