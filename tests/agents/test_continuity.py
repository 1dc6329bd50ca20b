"""Records that are left out below are gone back to."""

import pytest

from stream.agents.continuity import Continuity
from stream.agents.suspects import Partition

PARTITION = Partition("articles", 1)


@pytest.fixture
def sought() -> list[int]:
    return []


@pytest.fixture
def continuity(sought: list[int]) -> Continuity:
    async def seek(partition: Partition, offset: int) -> None:
        assert partition == PARTITION
        sought.append(offset)

    made = Continuity(seek)
    made.begin({PARTITION: 5})
    return made


async def admitted(continuity: Continuity, *offsets: int) -> list[int]:
    return [offset for offset in offsets if await continuity.admits(PARTITION, offset)]


async def test_records_in_order_are_admitted(continuity: Continuity, sought: list[int]) -> None:
    """Each once: what comes again is left out, as is what comes before the group's offset."""
    assert await admitted(continuity, 3, 4, 5, 6, 6, 5, 7) == [5, 6, 7]
    assert sought == []


async def test_a_missing_record_is_gone_back_to(continuity: Continuity, sought: list[int]) -> None:
    """Nothing behind it is admitted before it has come; what was read ahead comes again in its turn."""
    assert await admitted(continuity, 5, 8, 9, 10) == [5]
    assert sought == [6]
    assert await admitted(continuity, 6, 7, 8, 9, 10, 11) == [6, 7, 8, 9, 10, 11]
    assert sought == [6]


async def test_an_offset_without_a_record_is_passed(continuity: Continuity, sought: list[int]) -> None:
    """The broker, asked for it, gives the one behind it; but not one behind that, which was only read ahead."""
    assert await admitted(continuity, 5, 8, 9) == [5]
    assert await admitted(continuity, 8, 9) == [8, 9]
    assert sought == [6]


async def test_a_record_that_is_gone_is_not_waited_for_for_ever(continuity: Continuity, sought: list[int]) -> None:
    """Retention may have deleted even the record that showed the gap: it is asked again, and goes on with what is there."""
    assert await admitted(continuity, 8, 20) == []
    await continuity.again(PARTITION)
    assert await admitted(continuity, 20, 20, 21) == [20, 21]
    assert sought == [5, 5, 5]


async def test_partitions_of_others_are_left_alone(continuity: Continuity, sought: list[int]) -> None:
    """After a rebalance only the new share counts."""
    continuity.begin({})
    assert await admitted(continuity, 5) == []
    assert sought == []
