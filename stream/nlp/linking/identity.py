"""From the mentions of an article to its entities."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from schemas import Entity, EntityType, Mention
from stream.nlp.document import Document
from stream.nlp.entities.candidates import Candidate
from stream.nlp.entities.gazetteer import Entry
from stream.nlp.entities.inflection import stem
from stream.nlp.entities.words import words
from stream.nlp.knowledge import Record
from stream.nlp.linking.keys import identity

Key = tuple[str, ...]


@dataclass(slots=True)
class Cluster:
    """The mentions of one identity."""

    record: Record | None
    key: Key
    """Stems of the name's words; the fullest form's, where it is unknown."""
    mentions: list[Candidate] = field(default_factory=list)


class _People:
    """The full names of an article's people, for those who are named by surname or first name alone."""

    def __init__(self) -> None:
        self._by_part: dict[str, list[Cluster]] = defaultdict(list)

    def add(self, cluster: Cluster, key: Key) -> None:
        for part in (key[-1], key[0]):
            if cluster not in self._by_part[part]:
                self._by_part[part].append(cluster)

    def named(self, key: Key) -> list[Cluster]:
        """Whom a single name may be, those by surname first."""
        return sorted(self._by_part.get(key[-1], ()), key=lambda cluster: cluster.key[-1] != key[-1])


def link(candidates: Sequence[Candidate], documents: Sequence[Document]) -> tuple[Entity, ...]:
    """The entities of an article, in the order of their first mention."""
    language = documents[0].language if documents else ""
    keyed = [(candidate, _key(candidate, language)) for candidate in candidates]
    full_people = [(c, k) for c, k in keyed if c.type == "person" and c.form == "name" and len(k) > 1]
    context = _context(candidates)
    clusters: dict[str | Key, Cluster] = {}
    people = _People()
    chosen: dict[int, Cluster] = {}
    for candidate, key in full_people:
        record = _best(candidate.entries, context)
        cluster = clusters.setdefault(record.id if record else ("person", *key), Cluster(record, key))
        people.add(cluster, key)
        chosen[id(candidate)] = cluster
    for candidate, key in keyed:
        cluster = chosen.get(id(candidate)) or _attach(candidate, key, clusters, people, context)
        cluster.mentions.append(candidate)
    return tuple(_entity(cluster, documents) for cluster in clusters.values() if cluster.mentions)


def _key(candidate: Candidate, language: str) -> Key:
    return tuple(stem(word.key, language) for word in words(candidate.text)) or (candidate.text,)


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


def _attach(
    candidate: Candidate, key: Key, clusters: dict[str | Key, Cluster], people: _People, context: Counter[str]
) -> Cluster:
    """The cluster of a mention that is no full name of a person."""
    if candidate.type == "person" and len(key) == 1:
        known = people.named(key)
        if known:
            return _nearest(known)
    record = _best(candidate.entries, context)
    slot: str | Key = record.id if record else (_family(candidate.type), *key)
    return clusters.setdefault(slot, Cluster(record, key))


def _family(type_: EntityType) -> str:
    return "person" if type_ == "person" else "thing"


def _nearest(clusters: Sequence[Cluster]) -> Cluster:
    """Of several people of one name, the one mentioned last; before any mention, the first named in full."""
    mentioned = [cluster for cluster in clusters if cluster.mentions]
    if not mentioned:
        return clusters[0]
    return max(mentioned, key=lambda cluster: (cluster.mentions[-1].document, cluster.mentions[-1].start))


def _entity(cluster: Cluster, documents: Sequence[Document]) -> Entity:
    mentions = tuple(
        Mention(**documents[m.document].span(m.start, m.end).model_dump(), form=m.form) for m in cluster.mentions
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
    kind = Counter(m.type for m in cluster.mentions).most_common(1)[0][0]
    name = _fullest(cluster.mentions)
    return Entity(id=identity(name, kind), name=name, type=kind, mentions=mentions)


def _fullest(mentions: Sequence[Candidate]) -> str:
    """The longest form in words, of those the commonest, of those the first; in its dictionary form."""
    forms = Counter(" ".join((m.lemma or m.text).split()) for m in mentions)
    return max(forms, key=lambda form: (len(words(form)), forms[form]))
