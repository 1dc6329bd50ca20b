"""From the data files to a knowledge base."""

from stream.nlp.knowledge.base import KnowledgeBase
from stream.nlp.knowledge.entries import people, things
from stream.nlp.knowledge.geography import countries, country_record
from stream.nlp.knowledge.institutions import institutions
from stream.nlp.knowledge.names import name_key
from stream.nlp.knowledge.records import Record
from stream.nlp.knowledge.tables import tables


def read_knowledge() -> KnowledgeBase:
    """Read all tables.

    Raises:
        ConfigurationError: a table is malformed.

    """
    known = list(countries())
    records: dict[str, Record] = {record.id: record for record in map(country_record, known)}
    for folder in ("places", "organizations"):
        for file in tables(folder):
            records |= {record.id: record for record in things(file)}
    written: dict[tuple[str, str], Record] = {}
    for record in records.values():
        if record.kind and record.country:
            written.setdefault((record.kind, record.country), record)
    records |= {record.id: record for record in institutions(known, written)}
    bodies = {name_key(record.name): record.id for record in records.values()}
    for file in tables("people"):
        records |= {record.id: record for record in people(file, bodies)}
    return KnowledgeBase(records.values(), known)
