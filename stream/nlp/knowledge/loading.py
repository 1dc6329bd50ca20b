"""From the data files to a knowledge base."""

from collections.abc import Iterable
from pathlib import Path

from stream.nlp.knowledge.base import KnowledgeBase
from stream.nlp.knowledge.entries import PEOPLE, THINGS, people, person, thing, things
from stream.nlp.knowledge.geography import countries, country_record
from stream.nlp.knowledge.institutions import institutions
from stream.nlp.knowledge.merging import Records
from stream.nlp.knowledge.own import own_tables
from stream.nlp.knowledge.records import Record
from stream.nlp.knowledge.tables import tables


def read_knowledge(own: Path | None = None) -> KnowledgeBase:
    """Read all tables.

    Args:
        own: a table of one's own, or a folder of such, merged over the built-in ones.

    Raises:
        ConfigurationError: a table is malformed.

    """
    more = own_tables(own)
    known = list(countries())
    records = Records(map(country_record, known))
    for folder in ("places", "organizations"):
        for file in tables(folder):
            records.add(things(file))
    records.merge((row, thing(row)) for row in more.rows(THINGS))
    records.generate(institutions(known, _written(records)))
    bodies = records.bodies()
    for file in tables("people"):
        records.add(people(file, bodies))
    records.merge((row, person(row, bodies)) for row in more.rows(PEOPLE))
    return KnowledgeBase(records, known, more.digest)


def _written(records: Iterable[Record]) -> dict[tuple[str, str], Record]:
    """The records that stand in a table, by kind and country; of several, the first."""
    written: dict[tuple[str, str], Record] = {}
    for record in records:
        if record.kind and record.country:
            written.setdefault((record.kind, record.country), record)
    return written
