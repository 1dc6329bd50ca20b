"""What came out of a run, held against what went in, record by record."""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import orjson
from aiokafka import ConsumerRecord

from schemas import DEAD_LETTERS, ENRICHED, ENTITIES, LANGUAGES, STATEMENTS, Topic, event_id
from stream.client.distinct import Distinct

_WHEN = re.compile(rb'"(enriched|failed)_at":"[^"]*"')


class Place(NamedTuple):
    """Where an article's record stands."""

    partition: int
    offset: int


@dataclass
class Account:
    """The verdict; ``lost``, ``differing`` and ``disordered`` hold what must be empty."""

    published: int = 0
    enriched: int = 0
    dead: Counter[str] = field(default_factory=Counter)
    events: int = 0
    lost: list[str] = field(default_factory=list)
    """What should be on a topic and is not, or is something else than it should be."""
    repeated: int = 0
    """Events beyond the first of their id."""
    differing: list[str] = field(default_factory=list)
    """Ids whose repetitions are not the same bytes."""
    disordered: list[str] = field(default_factory=list)
    """Articles whose versions are out of order, or whose last result is not of the last version, for a subscriber that
    leaves repetitions out."""
    late: list[str] = field(default_factory=list)
    """The same for one that takes every record as it comes."""
    strange: list[str] = field(default_factory=list)
    """Events that no record explains."""


def account(records: Mapping[Topic, Sequence[ConsumerRecord]], sources: Iterable[ConsumerRecord]) -> Account:
    """Hold the event topics' records against the records of ``articles`` (``sources``).

    A source's header ``expected`` names the code of the dead letter that it must become; without one it is enriched.
    """
    result = Account()
    expected = {Place(source.partition, source.offset): source for source in sources}
    result.published = len(expected)
    enriched = {place: value for value in map(orjson.loads, _values(records[ENRICHED])) if (place := _origin(value))}
    letters = {
        Place(value["partition"], value["offset"]): value for value in map(orjson.loads, _values(records[DEAD_LETTERS]))
    }
    wanted: set[str] = set()
    for place, source in expected.items():
        code = dict(source.headers).get("expected", b"").decode()
        if code:
            result.dead[code] += 1
            if letters.get(place, {}).get("error") != code:
                result.lost.append(
                    f"{place} should be the dead letter {code}, is {letters.get(place, {}).get('error')}"
                )
            wanted.add(event_id(DEAD_LETTERS.event_type, f"{source.topic}/{source.partition}", str(source.offset)))
        elif place not in enriched:
            result.lost.append(f"{place} is not enriched (dead letter: {letters.get(place)})")
        else:
            result.enriched += 1
            wanted |= _ids(source, enriched[place])
    _identify(result, records, wanted)
    distinct = Distinct()
    once = [record for record in records[ENRICHED] if not distinct.repeats(record.headers, _place(record), record.key)]
    result.disordered = _disordered(once)
    result.late = _disordered(records[ENRICHED])
    return result


def _identify(result: Account, records: Mapping[Topic, Sequence[ConsumerRecord]], wanted: set[str]) -> None:
    """Each event that must be there is there, and repetitions are the same bytes."""
    versions: defaultdict[str, Counter[bytes]] = defaultdict(Counter)
    for topic in records:
        for record in records[topic]:
            identity = dict(record.headers)["ce_id"].decode()
            versions[identity][timeless(record)] += 1
            result.events += 1
    result.lost += [f"the event {identity}" for identity in wanted - versions.keys()]
    result.strange = [f"the event {identity}" for identity in versions.keys() - wanted]
    result.repeated = sum(sum(count.values()) - 1 for count in versions.values())
    result.differing = [identity for identity, count in versions.items() if len(count) > 1]


def _ids(source: ConsumerRecord, enriched: dict[str, object]) -> set[str]:
    """Ids of all events that an article's record must give."""
    article = orjson.loads(source.value)["id"]
    read = hashlib.sha256(source.value).hexdigest()[:32]
    statements = (statement["id"] for statement in enriched["statements"])  # type: ignore[attr-defined]
    return {event_id(topic.event_type, article, read) for topic in (LANGUAGES, ENTITIES, ENRICHED)} | {
        event_id(STATEMENTS.event_type, article, statement) for statement in statements
    }


def _disordered(records: Sequence[ConsumerRecord]) -> list[str]:
    """Keys where a version came first after a later one, or the last result is not of the last version."""
    seen: defaultdict[bytes, list[int]] = defaultdict(list)
    for record in records:
        seen[record.key].append(orjson.loads(record.value)["provenance"]["offset"])
    wrong = []
    for key, offsets in seen.items():
        first = list(dict.fromkeys(offsets))
        if first != sorted(first) or offsets[-1] != max(offsets):
            wrong.append(f"{key.decode()}: offsets {offsets}")
    return wrong


def _place(record: ConsumerRecord) -> tuple[int, int]:
    return record.partition, record.offset


def _origin(value: dict[str, dict[str, int]]) -> Place:
    origin = value["provenance"]
    return Place(origin["partition"], origin["offset"])


def _values(records: Sequence[ConsumerRecord]) -> list[bytes]:
    return [record.value for record in records]


def timeless(record: ConsumerRecord) -> bytes:
    """The record's bytes without the one part that may differ when an article is processed again."""
    headers = b"".join(name.encode() + b"=" + value + b";" for name, value in record.headers)
    return b"%s|%s|%s" % (record.key, headers, _WHEN.sub(b"", record.value))
