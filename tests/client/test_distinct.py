"""Each result once."""

from stream.client.distinct import Distinct
from stream.kafka.headers import Headers


def named(identity: str, place: str | None = None) -> Headers:
    return [("ce_id", identity.encode()), *([("ce_sequence", place.encode())] if place else [])]


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


def test_an_older_version_after_a_newer_one_is_left_out() -> None:
    """By where the article's record stands; also where that version was never seen. Each article counts for itself."""
    distinct = Distinct()
    assert not distinct.repeats(named("new", "0-20"), (0, 1), b"a")
    assert not distinct.repeats(named("also new", "0-20"), (0, 2), b"a")
    assert distinct.repeats(named("old", "0-10"), (0, 3), b"a")
    assert not distinct.repeats(named("another article", "0-10"), (0, 4), b"b")
    assert not distinct.repeats(named("newest", "0-30"), (0, 5), b"a")


def test_an_older_version_that_is_read_again_is_given_again() -> None:
    """At its own place: its handling had failed."""
    distinct = Distinct()
    assert not distinct.repeats(named("old", "0-10"), (0, 1), b"a")
    assert not distinct.repeats(named("new", "0-20"), (0, 2), b"a")
    assert not distinct.repeats(named("old", "0-10"), (0, 1), b"a")


def test_versions_in_different_partitions_are_not_compared() -> None:
    """Partitions were added: offsets begin anew."""
    distinct = Distinct()
    assert not distinct.repeats(named("old", "0-10"), (0, 1), b"a")
    assert not distinct.repeats(named("new", "7-03"), (0, 2), b"a")


def test_memory_of_versions_is_bounded() -> None:
    """As that of ids."""
    distinct = Distinct(window=3)
    for number in range(9):
        distinct.repeats(named(str(number), "0-10"), (0, number), b"%d" % number)
    assert len(distinct._newest) == 3
