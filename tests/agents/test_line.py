"""Side by side in the work, in order in the delivery."""

import asyncio
from collections.abc import Mapping, Sequence

import pytest
from making import make_record

from stream.agents.line import Line
from stream.agents.suspects import Partition, Suspects
from stream.agents.work import Outcome
from stream.errors import DeliveryError
from stream.kafka.offsets import Position
from stream.kafka.records import Record

ZERO, ONE = Partition("articles", 0), Partition("articles", 1)


class Scene:
    """A line whose work and deliveries are in the test's hands."""

    def __init__(self, limit: int = 10) -> None:
        self.works: dict[tuple[int, int], asyncio.Future[Outcome]] = {}
        self.delivered: list[tuple[int, int]] = []
        self.failures: list[str] = []
        self.committed: list[dict[Partition, int]] = []
        self.faults: list[BaseException] = []
        self.open = asyncio.Event()
        self.open.set()
        self.error: Exception | None = None
        self.noted: list[dict[Partition, Position]] = []
        self.moved_on = False
        self.line = self.make(limit, 3600)

    def make(self, limit: int, commit_interval: float) -> Line:
        """A line with this scene around it."""
        return Line(
            self.work,
            self,
            limit=limit,
            suspects=Suspects(reach=2 * limit, attempts=3),
            failed=self.faults.append,
            commit_interval=commit_interval,
        )

    async def work(self, record: Record) -> Outcome:
        """Wait for the test to finish it."""
        future = self.works[record.partition, record.offset] = asyncio.get_running_loop().create_future()
        return await future

    async def begin(self, partitions: set[Partition]) -> None:
        """Nothing is to be prepared."""

    async def end(self) -> None:
        """Nothing is to be given up."""

    async def deliver(self, finished: Sequence[tuple[Record, Outcome]]) -> bool:
        """Note what is delivered, when the test lets it."""
        await self.open.wait()
        if self.error is not None:
            raise self.error
        self.delivered += [(record.partition, record.offset) for record, _ in finished]
        self.failures += [outcome.failure.error for _, outcome in finished if outcome.failure]
        return True

    async def commit(self, positions: Mapping[Partition, Position]) -> bool:
        """Note what is committed."""
        self.committed.append({partition: position.offset for partition, position in positions.items()})
        return True

    async def note(self, positions: Mapping[Partition, Position]) -> bool:
        """Note what is noted, unless the group has moved on."""
        self.noted.append(dict(positions))
        return not self.moved_on

    async def finish(self, *places: tuple[int, int]) -> None:
        """Finish the work on these records."""
        for place in places:
            self.works[place].set_result(Outcome())
        await settle()


async def settle() -> None:
    """Let everything happen that can."""
    for _ in range(20):
        await asyncio.sleep(0)


@pytest.fixture
async def scene() -> Scene:
    made = Scene()
    made.line.start()
    return made


async def test_records_of_a_partition_are_delivered_in_their_order(scene: Scene) -> None:
    """Whatever is finished first waits for those before it; other partitions do not wait."""
    for partition, offset in [(0, 5), (0, 6), (1, 3), (0, 7)]:
        await scene.line.take(make_record(partition=partition, offset=offset))
    await settle()
    await scene.finish((0, 7), (0, 6), (1, 3))
    assert scene.delivered == [(1, 3)]
    await scene.finish((0, 5))
    assert scene.delivered == [(1, 3), (0, 5), (0, 6), (0, 7)]
    await scene.line.stop()


async def test_only_what_is_delivered_is_committed(scene: Scene) -> None:
    """The offset is the one after the last of an unbroken row, and is not committed twice."""
    for offset in (5, 6, 7):
        await scene.line.take(make_record(offset=offset))
    await settle()
    await scene.finish((0, 7), (0, 5))
    await scene.line.commit()
    await scene.line.commit()
    assert scene.committed == [{ZERO: 6}]
    await scene.finish((0, 6))
    await scene.line.commit()
    assert scene.committed == [{ZERO: 6}, {ZERO: 8}]
    await scene.line.stop()


async def test_nothing_is_committed_before_its_delivery_is_over(scene: Scene) -> None:
    """Not while the broker has yet to acknowledge."""
    scene.open.clear()
    await scene.line.take(make_record(offset=1))
    await settle()
    await scene.finish((0, 1))
    await scene.line.commit()
    assert scene.committed == []
    scene.open.set()
    await settle()
    await scene.line.commit()
    assert scene.committed == [{ZERO: 2}]
    await scene.line.stop()


async def test_the_line_takes_no_more_than_its_limit() -> None:
    """The next record waits until one is delivered: the memory in use is bounded."""
    scene = Scene(limit=2)
    scene.line.start()
    for offset in (1, 2):
        await scene.line.take(make_record(offset=offset))
    third = asyncio.ensure_future(scene.line.take(make_record(offset=3)))
    await settle()
    assert not third.done()
    assert scene.line.in_flight == 2
    await scene.finish((0, 1))
    await asyncio.wait_for(third, 1)
    assert (0, 3) not in scene.delivered
    await scene.line.stop()


async def test_the_line_is_bounded_in_bytes() -> None:
    """Two huge records are not in flight together; one alone is, however huge."""
    scene = Scene()
    scene.line.start()
    huge = b"x" * (40 * 1024 * 1024)
    await scene.line.take(make_record(offset=1, value=huge))
    second = asyncio.ensure_future(scene.line.take(make_record(offset=2, value=huge)))
    await settle()
    assert not second.done()
    await scene.finish((0, 1))
    await asyncio.wait_for(second, 1)
    await scene.line.stop()


async def test_a_record_that_is_no_longer_current_is_left_out(scene: Scene) -> None:
    """Whoever has its partition now will read it."""
    await scene.line.take(make_record(offset=1), lambda: False)
    assert scene.line.in_flight == 0
    await scene.line.stop()


async def test_a_partition_is_released_when_its_records_are_delivered(scene: Scene) -> None:
    """What was in flight is finished and committed before somebody else reads on."""
    await scene.line.take(make_record(offset=1))
    await settle()
    release = asyncio.ensure_future(scene.line.release([ZERO], within=10))
    await settle()
    assert not release.done()
    await scene.finish((0, 1))
    await release
    assert scene.committed == [{ZERO: 2}]
    assert scene.line.positions == {}
    await scene.line.stop()


async def test_what_is_not_finished_in_time_is_dropped(scene: Scene) -> None:
    """It is not delivered later, when somebody else may be further on; other partitions go on."""
    for partition, offset in [(0, 1), (0, 2), (1, 1)]:
        await scene.line.take(make_record(partition=partition, offset=offset))
    await settle()
    await scene.finish((0, 1))
    await scene.line.release([ZERO], within=0.05)
    assert scene.works[0, 2].cancelled()
    assert scene.committed == [{ZERO: 2}]
    await scene.finish((1, 1))
    assert scene.delivered == [(0, 1), (1, 1)]
    assert scene.line.in_flight == 0
    await scene.line.stop()


async def test_a_delivery_under_way_does_not_touch_a_new_assignment(scene: Scene) -> None:
    """The partition may come back while an old delivery still waits for the broker."""
    scene.open.clear()
    await scene.line.take(make_record(offset=8))
    await settle()
    await scene.finish((0, 8))
    await scene.line.release([ZERO], within=0.05)
    await scene.line.take(make_record(offset=5))
    scene.open.set()
    await settle()
    await scene.line.commit()
    assert scene.committed == []
    assert scene.line.in_flight == 1
    await scene.line.stop()


async def test_a_failed_delivery_stops_the_worker_and_commits_nothing(scene: Scene) -> None:
    """Rather a worker that stops than an article that is lost."""
    scene.error = DeliveryError("no")
    await scene.line.take(make_record(offset=1))
    await settle()
    await scene.finish((0, 1))
    assert scene.faults == [scene.error]
    await scene.line.commit()
    assert scene.committed == []
    await scene.line.stop()


async def test_a_fault_of_the_work_stops_the_worker(scene: Scene) -> None:
    """What the work raises is no article's fault."""
    await scene.line.take(make_record(offset=1))
    await settle()
    fault = RuntimeError("bug")
    scene.works[0, 1].set_exception(fault)
    await settle()
    assert scene.faults == [fault]
    assert scene.delivered == []
    await scene.line.stop()


async def test_a_commit_that_hangs_holds_nobody_up(monkeypatch: pytest.MonkeyPatch, scene: Scene) -> None:
    """A broker that is away does not keep a worker from stopping, nor from letting go of partitions."""

    async def hang(_offsets: object) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr(scene, "commit", hang)
    monkeypatch.setattr("stream.agents.line._COMMIT_TIMEOUT", 0.05)
    await scene.line.take(make_record(offset=1))
    await settle()
    await scene.finish((0, 1))
    assert not await asyncio.wait_for(scene.line.settle(within=1), 1)
    await scene.line.stop()


async def test_offsets_are_committed_now_and_then() -> None:
    """Without anybody asking."""
    scene = Scene()
    scene.line = scene.make(10, 0.01)
    scene.line.start()
    await scene.line.take(make_record(offset=1))
    await settle()
    await scene.finish((0, 1))
    await asyncio.sleep(0.1)
    assert scene.committed == [{ZERO: 2}]
    await scene.line.stop()


async def test_settling_waits_for_everything(scene: Scene) -> None:
    """As a worker does that is told to stop; it says whether time was enough."""
    await scene.line.take(make_record(offset=1))
    await scene.line.take(make_record(partition=1, offset=1))
    await settle()
    await scene.finish((0, 1))
    assert not await scene.line.settle(within=0.05)
    assert scene.committed == [{ZERO: 2}]
    await scene.finish((1, 1))
    assert await scene.line.settle(within=1)
    assert scene.committed == [{ZERO: 2}, {ONE: 2}]
    await scene.line.stop()


async def begun(scene: Scene, *notes: str, start: int = 0) -> Scene:
    """The partitions from 0 on begin at an offset, each with a note of its last owner."""
    await scene.line.begin({Partition("articles", number): Position(start, note) for number, note in enumerate(notes)})
    return scene


async def test_no_more_is_in_hand_than_the_committed_note_says() -> None:
    """What lies beyond waits for a commit: so whoever comes after a crash knows which records are suspect."""
    scene = await begun(Scene(limit=2), "")
    scene.line.start()
    assert scene.noted == [{ZERO: Position(0, "open until=4 alone=0")}]
    for offset in range(4):
        await scene.line.take(make_record(offset=offset))
        await settle()
        await scene.finish((0, offset))
    await asyncio.wait_for(scene.line.take(make_record(offset=4)), 1)
    assert max(position[ZERO] for position in scene.committed) >= 1
    await scene.line.stop()


async def test_a_gap_between_offsets_holds_nothing_up(scene: Scene) -> None:
    """Transactions and compaction leave some; the next record may be far away."""
    await begun(scene, "")
    await asyncio.wait_for(scene.line.take(make_record(offset=1000)), 1)
    assert scene.noted[-1] == {ZERO: Position(1000, "open until=1020 alone=0")}
    await scene.line.stop()


async def test_letting_go_takes_the_note_back(scene: Scene) -> None:
    """Whoever comes next has nothing to suspect."""
    await begun(scene, "", "")
    await scene.line.take(make_record(offset=0))
    await settle()
    await scene.finish((0, 0))
    await scene.line.release([ZERO, ONE], within=1)
    assert scene.noted[-1] == {ZERO: Position(1, ""), ONE: Position(0, "")}
    await scene.line.stop()


async def test_suspects_are_read_alone(scene: Scene) -> None:
    """Nothing else is in flight meanwhile, and it is committed before that this one is tried."""
    await begun(scene, "open until=2 alone=0", "")
    await scene.line.take(make_record(partition=1, offset=0))
    suspect = asyncio.ensure_future(scene.line.take(make_record(offset=0)))
    await settle()
    assert (0, 0) not in scene.works
    await scene.finish((1, 0))
    assert scene.noted[-1] == {ZERO: Position(0, "open until=2 alone=1")}
    assert not suspect.done()
    await scene.finish((0, 0))
    await asyncio.wait_for(suspect, 1)
    assert scene.committed[-1][ZERO] == 1
    await scene.line.stop()


async def test_a_suspect_that_was_read_alone_too_often_is_not_read_again(scene: Scene) -> None:
    """It becomes a dead letter; the one after it is read."""
    await begun(scene, "open until=2 alone=2")
    await asyncio.wait_for(scene.line.take(make_record(offset=0)), 1)
    assert (scene.works, scene.failures) == ({}, ["process-died"])
    taking = asyncio.ensure_future(scene.line.take(make_record(offset=1)))
    await settle()
    await scene.finish((0, 1))
    await taking
    assert scene.delivered == [(0, 0), (0, 1)]
    await scene.line.stop()


async def test_a_suspect_is_left_to_others_where_the_group_has_moved_on(scene: Scene) -> None:
    """It cannot be noted that it is tried, so it is not tried."""
    await begun(scene, "open until=2 alone=0")
    scene.moved_on = True
    await asyncio.wait_for(scene.line.take(make_record(offset=0)), 1)
    assert scene.works == {}
    await scene.line.stop()
