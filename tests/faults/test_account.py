"""The account sees what is wrong: it is what the promises are measured with."""

import dataclasses
import hashlib
from collections.abc import Sequence

import orjson
import pytest
from aiokafka import ConsumerRecord

from schemas import DEAD_LETTERS, ENRICHED, ENTITIES, LANGUAGES, STATEMENTS, Topic, event_id
from tests.faults.account import Account, account

Records = dict[Topic, list[ConsumerRecord]]


def record(
    topic: str, offset: int, key: bytes, value: object, headers: Sequence[tuple[str, bytes]] = ()
) -> ConsumerRecord:
    data = value if isinstance(value, bytes) else orjson.dumps(value)
    return ConsumerRecord(topic, 0, offset, 0, 0, key, data, None, len(key), len(data), tuple(headers))


def source(offset: int, key: str = "a") -> ConsumerRecord:
    return record("articles", offset, key.encode(), {"id": key, "text": f"version {offset}"})


def broken(offset: int) -> ConsumerRecord:
    return record("articles", offset, b"bad", b"{", [("expected", b"invalid-json")])


def event(topic: Topic, origin: ConsumerRecord, distinct: str, value: object) -> ConsumerRecord:
    identity = event_id(topic.event_type, origin.key.decode(), distinct)
    return record(topic.name, 0, origin.key, value, [("ce_id", identity.encode())])


def results(*origins: ConsumerRecord) -> Records:
    """What must come of articles with one statement each."""
    found: Records = {topic: [] for topic in (LANGUAGES, ENTITIES, STATEMENTS, ENRICHED, DEAD_LETTERS)}
    for origin in origins:
        read = hashlib.sha256(origin.value).hexdigest()[:32]
        place = {"partition": origin.partition, "offset": origin.offset}
        statement = f"s{origin.offset}"
        whole = {
            "statements": [{"id": statement}],
            "provenance": place | {"enriched_at": f"2026-03-01T08:30:0{len(found[ENRICHED])}Z"},
        }
        found[LANGUAGES].append(event(LANGUAGES, origin, read, {}))
        found[ENTITIES].append(event(ENTITIES, origin, read, {}))
        found[STATEMENTS].append(event(STATEMENTS, origin, statement, {}))
        found[ENRICHED].append(event(ENRICHED, origin, read, whole))
    return found


def in_a_row(found: Records) -> Records:
    """The same records at places of their own."""
    return {
        topic: [dataclasses.replace(one, offset=place) for place, one in enumerate(records)]
        for topic, records in found.items()
    }


def letter(origin: ConsumerRecord, code: str = "invalid-json") -> ConsumerRecord:
    identity = event_id(DEAD_LETTERS.event_type, "articles/0", str(origin.offset))
    value = {"partition": 0, "offset": origin.offset, "error": code, "failed_at": "2026-03-01T08:30:00Z"}
    return record(DEAD_LETTERS.name, 0, origin.key, value, [("ce_id", identity.encode())])


def clean(found: Account) -> bool:
    return not (found.lost or found.differing or found.disordered or found.strange)


def test_a_whole_run_is_clean() -> None:
    """Two versions of an article and a dead letter; the first version was done twice."""
    one, two, bad = source(0), source(1), broken(2)
    records = results(one, one, two)
    records[DEAD_LETTERS].append(letter(bad))
    found = account(records, [one, two, bad])
    assert clean(found)
    assert (found.published, found.enriched, dict(found.dead), found.repeated) == (3, 2, {"invalid-json": 1}, 4)


@pytest.mark.parametrize("topic", [LANGUAGES, ENTITIES, STATEMENTS, ENRICHED], ids=lambda topic: topic.name)
def test_a_missing_event_is_seen(topic: Topic) -> None:
    """Of each topic."""
    records = results(source(0), source(1, "b"))
    records[topic].pop()
    assert account(records, [source(0), source(1, "b")]).lost


def test_a_wrong_or_missing_dead_letter_is_seen() -> None:
    """Also where an article that should be enriched became one."""
    records = results()
    assert account(records, [broken(0)]).lost
    records[DEAD_LETTERS].append(letter(broken(0), "too-large"))
    assert account(records, [broken(0)]).lost
    records[DEAD_LETTERS] = [letter(source(0))]
    assert account(records, [source(0)]).lost


def test_a_repetition_with_other_bytes_is_seen() -> None:
    """One that differs in the time of the work alone is not."""
    records = results(source(0), source(0))
    assert account(records, [source(0)]).differing == []
    records[STATEMENTS][1] = event(STATEMENTS, source(0), "s0", {"another": 1})
    assert len(account(records, [source(0)]).differing) == 1


@pytest.mark.parametrize("order", [(1, 0), (0, 1, 0)])
def test_versions_out_of_order_are_seen(order: Sequence[int]) -> None:
    """A later version before an earlier one, and an earlier one again at the end."""
    found = account(results(*(source(offset) for offset in order)), [source(0), source(1)])
    assert len(found.late) == 1


def test_a_version_that_overtook_an_older_one_is_seen() -> None:
    """Also by a subscriber that leaves repetitions out: neither came before."""
    assert len(account(results(source(1), source(0)), [source(0), source(1)]).disordered) == 1


def test_an_older_version_that_is_repeated_last_is_seen_by_some() -> None:
    """By who takes every record as it comes, not by who leaves repetitions out."""
    found = account(in_a_row(results(source(0), source(1), source(0))), [source(0), source(1)])
    assert (len(found.late), found.disordered) == (1, [])


def test_a_part_done_again_as_a_whole_is_in_order() -> None:
    """After a crash the same versions come again in their order."""
    found = account(results(source(0), source(1), source(0), source(1)), [source(0), source(1)])
    assert (found.disordered, found.late) == ([], [])


def test_an_event_that_nobody_asked_for_is_seen() -> None:
    """It has no source."""
    assert account(results(source(0), source(1)), [source(0)]).strange
