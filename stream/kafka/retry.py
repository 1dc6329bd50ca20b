"""Another attempt, where it may help."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import TypeVar

from stream.errors import CommuniqueError

T = TypeVar("T")
Operation = Callable[[int], Awaitable[T]]
"""What is attempted; it is told the number of the attempt, from 1."""


def retriable(error: CommuniqueError) -> bool:
    """Whether the error says of itself that another attempt may help."""
    return error.retriable


@dataclass(frozen=True, slots=True)
class Retry:
    """How often, and how long in between."""

    attempts: int | None
    """Attempts in all; None for as many as it takes."""
    backoff: float
    """Seconds before the second attempt; doubled for each one more."""
    longest: float = 30.0
    """Longest wait in seconds."""
    when: Callable[[CommuniqueError], bool] = retriable
    """Which errors deserve another attempt."""
    told: Callable[[CommuniqueError, int, float], None] = lambda _error, _attempt, _wait: None
    """Called before each wait with the error, the number of the attempt that failed and the seconds to wait."""

    async def run(self, operation: Operation[T]) -> T:
        """The operation's result, after as many attempts as that takes; else the error of its last attempt."""
        waits = self._waits()
        for attempt in count(1):
            try:
                return await operation(attempt)
            except CommuniqueError as error:
                if attempt == self.attempts or not self.when(error):
                    raise
                wait = next(waits)
                self.told(error, attempt, wait)
                await asyncio.sleep(wait)
        raise AssertionError("attempts are counted without end")

    def _waits(self) -> Iterator[float]:
        wait = min(self.backoff, self.longest)
        while True:
            yield wait
            wait = min(wait * 2, self.longest)
