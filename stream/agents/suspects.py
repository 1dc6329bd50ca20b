"""Articles that may have ended the worker which read them, remembered by the group itself.

A process of the pool that dies over an article is replaced, and the article's attempts are counted in memory. Where an
article takes the whole worker along (a container out of memory ends as one), nothing in memory is left. So a note goes
with each offset that is committed: how far this worker may have gone on from there. A worker that lets go of a partition
takes the note back. Who finds one knows that the last owner did not, and takes what that may have had in hand as suspect:
each such article is read alone, while the worker does nothing else, and with its offset it is noted before that it is
tried. So after one more death it is known which it was, and how often.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from stream.errors import WorkerProcessError
from stream.kafka.dead_letters import Failure
from stream.kafka.offsets import Position

_NOTE: Final = re.compile(r"(open|closed) until=(\d{1,19}) alone=(\d{1,9})", re.ASCII)


class Partition(NamedTuple):
    """A partition of a topic."""

    topic: str
    partition: int


@dataclass(slots=True)
class _State:
    """One partition."""

    start: int
    """Where reading began."""
    suspect: int
    """Records before this offset are suspect."""
    at: int
    """The record that was read alone."""
    alone: int
    """How often, the present time included."""
    trying: bool = False
    """Whether it is being read alone now."""
    reach: int = 0
    """Records before this offset may be taken: a committed note says so."""


class Suspects:
    """What is known of each partition that the worker has.

    ``reach`` is how many offsets beyond the committed one may be in hand; ``attempts`` after how many deaths an article
    is given up. The first is never enough: it may have been a neighbour's.
    """

    def __init__(self, *, reach: int, attempts: int) -> None:
        self._reach = reach
        self._attempts = max(attempts, 2)
        self._states: dict[Partition, _State] = {}

    def begin(self, starts: Mapping[Partition, Position]) -> dict[Partition, Position]:
        """Take these partitions and no others, as their last owners left them; what is to be committed before reading."""
        self._states = {partition: _state(position) for partition, position in starts.items()}
        return {partition: self.position(partition, state.start) for partition, state in self._states.items()}

    def forget(self, partition: Partition) -> None:
        """It is given up."""
        self._states.pop(partition, None)

    def suspected(self, partition: Partition, offset: int) -> bool:
        """Whether a record is to be read alone."""
        state = self._states.get(partition)
        return state is not None and offset < state.suspect

    def verdict(self, partition: Partition, offset: int) -> Failure | None:
        """Why a record is not to be read any more; None where it is."""
        state = self._states.get(partition)
        if state is None or state.at != offset or state.alone + 1 < self._attempts:
            return None
        deaths = state.alone + 1
        return Failure.of("enrich", WorkerProcessError(f"the worker that read it ended, {deaths} times")).after(deaths)

    def isolate(self, partition: Partition, offset: int) -> Position:
        """Count that a record is read alone; what is to be committed before."""
        state = self._states[partition]
        state.alone = state.alone + 1 if state.at == offset else 1
        state.at, state.trying = offset, True
        return self.position(partition, offset)

    def cleared(self, partition: Partition) -> None:
        """The record that was read alone has been delivered."""
        if partition in self._states:
            self._states[partition].trying = False

    def position(self, partition: Partition, offset: int) -> Position:
        """The offset with the note that goes with it while this worker reads on from there."""
        state = self._states.get(partition)
        if state is None:
            return Position(offset)
        until = state.suspect if offset < state.suspect else offset + self._reach
        return Position(offset, f"open until={until} alone={state.alone if state.at == offset else 0}")

    def closing(self, partition: Partition, offset: int | None) -> Position:
        """The offset (None: where reading began) with the note that is left to the next owner."""
        state = self._states[partition]
        offset = state.start if offset is None else offset
        if offset >= state.suspect:
            return Position(offset)
        alone = state.alone - state.trying if state.at == offset else 0
        return Position(offset, f"closed until={state.suspect} alone={alone}")

    def committed(self, partition: Partition, position: Position) -> None:
        """The broker has it."""
        state, found = self._states.get(partition), _NOTE.fullmatch(position.note)
        if state is not None and found is not None:
            state.reach = max(state.reach, int(found[2]))

    def within_reach(self, partition: Partition, offset: int) -> bool:
        """Whether a committed note tells that this record may be in hand."""
        state = self._states.get(partition)
        return state is None or offset < state.reach

    @property
    def partitions(self) -> list[Partition]:
        """Those that the worker has."""
        return list(self._states)


def _state(position: Position) -> _State:
    """From what the last owner has left; a note of anybody else says nothing."""
    offset, note = position
    found = _NOTE.fullmatch(note)
    if found is None:
        return _State(start=offset, suspect=offset, at=offset, alone=0)
    return _State(start=offset, suspect=max(int(found[2]), offset), at=offset, alone=int(found[3]))
