"""From the mentions of an article to its entities."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from schemas import Entity, EntityType, Mention
from stream.nlp.document import Document
from stream.nlp.entities import Candidate, Found, OfficeMention
from stream.nlp.entities.aliases import Entry
from stream.nlp.entities.inflection import stem
from stream.nlp.entities.words import words
from stream.nlp.knowledge import Record
from stream.nlp.linking.cluster import Cluster, Key, Place
from stream.nlp.linking.holders import holder
from stream.nlp.linking.keys import city_of, identity
from stream.nlp.linking.people import People, initialled

Slot = str | Key
_MAX_ACRONYM = 8


def link(found: Found, documents: Sequence[Document], published: date | None) -> tuple[Entity, ...]:
    """The entities of an article, in the order of their first mention.

    Args:
        found: the mentions.
        documents: the article's documents, in the order that the mentions count them.
        published: the day that titles of office are read at.

    """
    linker = _Linker(found.candidates, documents)
    linker.name_people()
    linker.name_others()
    linker.resolve_offices(found.offices, published)
    return linker.entities()


class _Linker:
    """One article's clusters as they grow."""

    def __init__(self, candidates: Sequence[Candidate], documents: Sequence[Document]) -> None:
        self._documents = documents
        self._language = documents[0].language if documents else ""
        self._keyed = [(candidate, self._key(candidate)) for candidate in candidates]
        self._context = _context(candidates)
        self._clusters: dict[Slot, Cluster] = {}
        self._people = People()
        self._of: dict[Candidate, Cluster] = {}

    def _key(self, candidate: Candidate) -> Key:
        return tuple(stem(word.key, self._language) for word in words(candidate.text)) or (candidate.text,)

    def name_people(self) -> None:
        """Make a cluster of each person that is named in full."""
        for candidate, key in self._keyed:
            if candidate.type != "person" or candidate.form != "name" or len(key) == 1 or initialled(key):
                continue
            record = _best(candidate.entries, self._context)
            cluster = self._cluster(record.id if record else ("person", *key), record, key)
            self._people.add(cluster, key)
            self._of[candidate] = cluster

    def name_others(self) -> None:
        """Give every mention by name or demonym its cluster, in text order."""
        acronyms = self._acronyms()
        for candidate, key in self._keyed:
            cluster = self._of.get(candidate) or acronyms.get(key) or self._attached(candidate, key)
            self._of[candidate] = cluster
            cluster.add(candidate)

    def _attached(self, candidate: Candidate, key: Key) -> Cluster:
        """The cluster of a mention that is no full name of a person."""
        surname = candidate.type == "person" or self._may_be_surname(candidate, key)
        if surname and (known := self._people.named(key)) is not None:
            return known
        record = _best(candidate.entries, self._context)
        family = "person" if candidate.type == "person" else "thing"
        return self._cluster(record.id if record else (family, *key), record, key)

    def _may_be_surname(self, candidate: Candidate, key: Key) -> bool:
        """Whether a name of one word, that nothing known is called by, has only been taken for a place or a firm."""
        unknown = len(key) == 1 and candidate.form == "name" and not candidate.entries and not candidate.text.isupper()
        return unknown and city_of(candidate.text, self._language) is None

    def _cluster(self, slot: Slot, record: Record | None, key: Key) -> Cluster:
        return self._clusters.setdefault(slot, Cluster(record, key))

    def _acronyms(self) -> dict[Key, Cluster]:
        """Acronyms that the article explains: World Meteorological Organisation (WMO)."""
        explained: dict[Key, Cluster] = {}
        for (name, key), (short, short_key) in zip(self._keyed, self._keyed[1:], strict=False):
            between = self._documents[name.document].text[name.end : short.start]
            if name.document != short.document or between != " (" or not short.text.isupper():
                continue
            if short.entries or name.type == "person" or len(short.text) > _MAX_ACRONYM or len(key) == 1:
                continue
            record = _best(name.entries, self._context)
            explained[short_key] = self._cluster(record.id if record else ("thing", *key), record, key)
        return explained

    def resolve_offices(self, offices: Sequence[OfficeMention], published: date | None) -> None:
        """Give titles without a name to whom the article, else the knowledge base, says that they belong."""
        held: dict[tuple[str, str], Cluster] = {}
        present = [c.record for c in self._clusters.values() if c.record and c.record.type == "person" and c.mentions]
        for office in offices:
            if office.beside is not None:
                held[office.country, office.role] = self._of[office.beside]
        for office in offices:
            if office.beside is not None:
                continue
            cluster = held.get((office.country, office.role))
            if cluster is None:
                record = holder(office.country, office.role, published, present)
                if record is None:
                    continue
                cluster = self._cluster(record.id, record, tuple(word.key for word in words(record.name)))
            cluster.mentions.append(Place(office.document, office.start, office.end, "nominal"))

    def entities(self) -> tuple[Entity, ...]:
        """What the clusters have become."""
        clusters = [cluster for cluster in self._clusters.values() if cluster.mentions]
        for cluster in clusters:
            cluster.mentions.sort(key=lambda mention: mention.place)
        made: dict[str, Entity] = {}
        for cluster in sorted(clusters, key=lambda cluster: cluster.mentions[0].place):
            entity = self._entity(cluster)
            known = made.get(entity.id)
            made[entity.id] = entity if known is None else _merged(known, entity)
        return tuple(made.values())

    def _entity(self, cluster: Cluster) -> Entity:
        mentions = tuple(
            Mention(**self._documents[m.document].span(m.start, m.end).model_dump(), form=m.form)
            for m in cluster.mentions
        )
        record = cluster.record
        if record is not None:
            return Entity(
                id=record.id,
                name=record.name,
                type=record.type,
                wikidata=record.wikidata,
                country=record.country,
                mentions=mentions,
            )
        kind: EntityType = Counter(m.type for m in cluster.candidates).most_common(1)[0][0]
        name = _fullest(cluster.candidates)
        city = city_of(name, self._language) if kind == "place" else None
        return Entity(
            id=identity(name, kind, self._language),
            name=city.name if city else name,
            type=kind,
            country=city.country if city else None,
            mentions=mentions,
        )


def _merged(one: Entity, other: Entity) -> Entity:
    """Two clusters that turned out to have one identity: Moscow in two spellings."""
    order = {"title": 0, "text": 1}
    mentions = sorted((*one.mentions, *other.mentions), key=lambda m: (order[m.field], m.start, m.end))
    return one.model_copy(update={"mentions": tuple(mentions)})


def _context(candidates: Sequence[Candidate]) -> Counter[str]:
    """Record ids and countries that the article names without doubt, by number of mentions."""
    counts: Counter[str] = Counter()
    for candidate in candidates:
        records = {entry.record.id: entry.record for entry in candidate.entries}
        if len(records) == 1 and not all(entry.surname for entry in candidate.entries):
            record = next(iter(records.values()))
            counts[record.id] += 1
            if record.country:
                counts[record.country] += 1
    return counts


def _best(entries: Sequence[Entry], context: Counter[str]) -> Record | None:
    """The record that fits the article best; of equals the one that the knowledge base names first."""
    if not entries:
        return None
    return max(
        (entry.record for entry in entries), key=lambda record: (context[record.id], context[record.country or ""])
    )


def _fullest(candidates: Sequence[Candidate]) -> str:
    """The longest form in words, of those the commonest, of those the first."""
    forms = Counter(" ".join(candidate.text.split()) for candidate in candidates)
    return max(forms, key=lambda form: (len(words(form)), forms[form]))
