"""What communique knows of the world before it reads: countries, people and their offices, organisations, places.

The facts are plain tables under ``stream/data``; this package reads them once and answers look-ups.
"""

from functools import cache
from pathlib import Path

from stream.nlp.knowledge.base import KnowledgeBase
from stream.nlp.knowledge.loading import read_knowledge
from stream.nlp.knowledge.names import is_acronym, name_key, slug
from stream.nlp.knowledge.records import Country, Gender, Office, Record

__all__ = ["Country", "Gender", "KnowledgeBase", "Office", "Record", "is_acronym", "load", "name_key", "slug", "use"]

_own: list[Path] = []


@cache
def load() -> KnowledgeBase:
    """The knowledge base of the data files, and of those given to :func:`use`, read once per process.

    Raises:
        ConfigurationError: a data file is malformed; the message names file and line.

    """
    return read_knowledge(*_own)


def use(own: Path) -> None:
    """Merge a table of one's own, or a folder of such, over the built-in ones: before anything is loaded, for the whole process.

    Raises:
        RuntimeError: the knowledge base is loaded already.

    """
    if load.cache_info().currsize:
        raise RuntimeError("the knowledge base is loaded already")
    _own[:] = [own]
