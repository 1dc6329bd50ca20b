"""Another attempt, where it may help."""

import asyncio
import itertools

import pytest

from stream.errors import BrokerUnreachableError, CommuniqueError, DeliveryError, InvalidJSONError
from stream.kafka.retry import Retry


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The waits that were asked for; none is waited."""
    asked: list[float] = []

    async def sleep(seconds: float) -> None:
        asked.append(seconds)

    monkeypatch.setattr(asyncio, "sleep", sleep)
    return asked


def failing(*errors: CommuniqueError) -> tuple[list[int], object]:
    """An operation that raises these errors, then succeeds; and the attempts that it was told."""
    attempts: list[int] = []
    queue = iter(errors)

    async def operation(attempt: int) -> str:
        attempts.append(attempt)
        error = next(queue, None)
        if error is not None:
            raise error
        return "done"

    return attempts, operation


async def test_a_retriable_error_is_tried_again_with_growing_waits(waits: list[float]) -> None:
    """The wait doubles, up to the longest."""
    attempts, operation = failing(*[BrokerUnreachableError("x")] * 5)
    assert await Retry(attempts=None, backoff=1, longest=5).run(operation) == "done"
    assert attempts == [1, 2, 3, 4, 5, 6]
    assert waits == [1, 2, 4, 5, 5]


async def test_attempts_are_bounded(waits: list[float]) -> None:
    """The last attempt's error is the one that is raised."""
    last = DeliveryError("last")
    attempts, operation = failing(DeliveryError("first"), last)
    with pytest.raises(DeliveryError) as caught:
        await Retry(attempts=2, backoff=1).run(operation)
    assert caught.value is last
    assert attempts == [1, 2]
    assert waits == [1]


async def test_what_cannot_be_retried_is_raised_at_once(waits: list[float]) -> None:
    """The error itself says whether another attempt may help."""
    attempts, operation = failing(InvalidJSONError("x"))
    with pytest.raises(InvalidJSONError):
        await Retry(attempts=5, backoff=1).run(operation)
    assert attempts == [1]
    assert waits == []


async def test_each_wait_is_told(waits: list[float]) -> None:
    """For the log: the error, the attempt that failed, the seconds to wait."""
    told: list[tuple[str, int, float]] = []
    _, operation = failing(DeliveryError("a"), DeliveryError("b"))
    await Retry(attempts=3, backoff=2, told=lambda error, attempt, wait: told.append((str(error), attempt, wait))).run(
        operation
    )
    assert told == [("a", 1, 2), ("b", 2, 4)]
    assert waits == [2, 4]


async def test_cancellation_ends_the_wait() -> None:
    """A worker that stops does not wait for a broker that is away."""
    count = itertools.count()

    async def operation(_attempt: int) -> None:
        next(count)
        raise BrokerUnreachableError("x")

    with pytest.raises(TimeoutError):
        await asyncio.wait_for(Retry(attempts=None, backoff=60).run(operation), 0.05)
    assert next(count) == 1
