"""``communique replay``, killed with SIGKILL at a point of its work: ``python -m tests.brokers.interrupted POINT NUMBER …``.

What follows are arguments of the command. The points: ``acknowledged`` (the originals of the NUMBERth batch are on the
topic, its offsets are not yet sent), ``offsets`` (they are, but not committed), ``committing`` (the commit is on its
way), ``committed`` (it is done, and nothing has been told). ``never`` lets it run.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Coroutine
from typing import Any, Final

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer

from stream.cli.app import run

POINTS: Final = ("acknowledged", "offsets", "committing", "committed")
_ON_ITS_WAY: Final = 0.003
"""Seconds in which a request is written to its socket, and may be answered or not."""
Call = Callable[..., Coroutine[Any, Any, Any]]


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _at(number: int, call: Call, *, before: bool = False, during: bool = False) -> Call:
    """The call, which the process does not survive the ``number``th time."""
    count = 0

    async def counted(*arguments: Any, **options: Any) -> Any:
        nonlocal count
        count += 1
        last = count == number
        if last and before:
            _die()
        if last and during:
            asyncio.get_running_loop().call_later(_ON_ITS_WAY, _die)
        result = await call(*arguments, **options)
        if last and not during:
            _die()
        return result

    return counted


def main(point: str, number: int, *arguments: str) -> int:
    """Run the command, to its end or to the point."""
    offsets, commit = AIOKafkaProducer.send_offsets_to_transaction, AIOKafkaProducer.commit_transaction
    match point:
        case "acknowledged":
            AIOKafkaProducer.send_offsets_to_transaction = _at(number, offsets, before=True)
            AIOKafkaConsumer.commit = _at(number, AIOKafkaConsumer.commit, before=True)
        case "offsets":
            AIOKafkaProducer.send_offsets_to_transaction = _at(number, offsets)
        case "committing":
            AIOKafkaProducer.commit_transaction = _at(number, commit, during=True)
        case "committed":
            AIOKafkaProducer.commit_transaction = _at(number, commit)
    return run(["replay", *arguments])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), *sys.argv[3:]))
