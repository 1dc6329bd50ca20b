"""Each result once."""

from stream.client.distinct import Distinct
from stream.kafka.headers import Headers


def named(identity: str) -> Headers:
    return [("ce_id", identity.encode())]


def test_an_id_is_told_once() -> None:
    """However often it comes; others in between do not matter."""
    distinct = Distinct()
    seen = [distinct.repeats(named(name), (0, offset)) for offset, name in enumerate("abacba")]
    assert seen == [False, False, True, False, True, True]


def test_an_event_that_is_read_again_is_no_repetition() -> None:
    """Its handling had failed: it must come again."""
    distinct = Distinct()
    assert not distinct.repeats(named("a"), (1, 5))
    assert not distinct.repeats(named("a"), (1, 5))
    assert distinct.repeats(named("a"), (1, 6))


def test_an_event_without_an_id_is_no_repetition() -> None:
    """Nothing says that it is."""
    distinct = Distinct()
    assert not any(distinct.repeats([], (0, offset)) for offset in range(3))


def test_memory_is_bounded() -> None:
    """Only the latest ids are remembered; one that comes again counts as late."""
    distinct = Distinct(window=3)
    for offset, name in enumerate("abcad"):
        distinct.repeats(named(name), (0, offset))
    assert len(distinct._seen) == 3
    assert distinct.repeats(named("a"), (0, 9))
    assert not distinct.repeats(named("b"), (0, 10))
