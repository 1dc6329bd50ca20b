"""What communique knows of the world before it reads: countries, people and their offices, organisations, places.

The facts are plain tables under ``stream/data``; this package reads them once and answers look-ups.
"""

from functools import cache

from stream.nlp.knowledge.base import KnowledgeBase
from stream.nlp.knowledge.loading import read_knowledge
from stream.nlp.knowledge.names import is_acronym, name_key, slug
from stream.nlp.knowledge.records import Country, Gender, Office, Record

__all__ = ["Country", "Gender", "KnowledgeBase", "Office", "Record", "is_acronym", "load", "name_key", "slug"]


@cache
def load() -> KnowledgeBase:
    """The knowledge base of the data files, read once per process.

    Raises:
        ConfigurationError: a data file is malformed; the message names file and line.

    """
    return read_knowledge()
