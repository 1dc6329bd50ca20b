"""``communique letter``: one dead letter, whole."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from stream.errors import UsageError

if TYPE_CHECKING:
    from datetime import datetime

    from schemas import DeadLetter
    from stream.client import Received

_PLACE = re.compile(r"(?P<topic>.+)/(?P<partition>\d+)@(?P<offset>\d+)")
_LABEL = 11
"""Width of the labels."""


def letter(
    place: Annotated[
        str,
        typer.Argument(
            metavar="TOPIC/PARTITION@OFFSET",
            help="Where the record was read, as replay and the table of dead letters show it: articles/0@17.",
        ),
    ],
) -> None:
    """Show one dead letter whole.

    That is why and where it failed, how often it was tried, how it failed before it was replayed, its key, its headers and
    its original bytes; what could steer a terminal is shown as its code. A letter is also found by where it failed before.
    """
    from stream.cli.context import run  # noqa: PLC0415 -- commands load what they need when they run

    found = _PLACE.fullmatch(place)
    if not found:
        raise UsageError(f"{place} is no place of a record", hint="It looks like articles/0@17.")
    received = run(_last((found["topic"], int(found["partition"]), int(found["offset"]))))
    if received is None:
        raise UsageError(
            f"there is no dead letter of {place}",
            hint="See which there are with: communique subscribe dead-letters --until-end",
        )
    for line in _lines(received):
        typer.echo(line)


async def _last(place: tuple[str, int, int]) -> "Received[DeadLetter] | None":
    """The last letter of a record; None where there is none."""
    from schemas import DeadLetter  # noqa: PLC0415 -- as above
    from stream.cli.context import load  # noqa: PLC0415 -- as above
    from stream.client import Subscriber  # noqa: PLC0415 -- as above
    from stream.settings import BrokerSettings  # noqa: PLC0415 -- as above

    last = None
    letters = Subscriber(DeadLetter, load(BrokerSettings), start="beginning", until_end=True, on_error="skip")
    async with letters:
        async for received in letters.records():
            if place in _places(received.value):
                last = received
    return last


def _places(found: "DeadLetter") -> set[tuple[str, int, int]]:
    """Where the record was read, this time and before."""
    before = {(earlier.topic, earlier.partition, earlier.offset) for earlier in found.history}
    return {(found.topic, found.partition, found.offset)} | before


def _lines(received: "Received[DeadLetter]") -> Iterator[str]:
    found = received.value
    yield _row("record", f"{found.topic}/{found.partition}@{found.offset}")
    yield _row("letter", f"{received.topic}/{received.partition}@{received.offset}")
    yield _row("error", f"{found.error} ({found.stage})")
    yield _row("message", found.message)
    yield _row("retriable", "yes" if found.retriable else "no")
    yield _row("tried", f"{found.attempts}×, last {_when(found.failed_at)}")
    for earlier in found.history:
        place = f"{earlier.topic}/{earlier.partition}@{earlier.offset}"
        failure = f"{earlier.error} ({earlier.stage}): {earlier.message}"
        yield _row("before", f"{_when(earlier.failed_at)}, {place}, tried {earlier.attempts}×, {failure}")
    yield _row("key", _text(found.key))
    for header in found.headers:
        yield _row("header", f"{header.key}: {_text(header.value)}")
    yield from _original(found)


def _original(found: "DeadLetter") -> Iterator[str]:
    if found.truncated:
        yield _row("value", f"{found.size} bytes, too large for a letter: they are still where the record was read")
        return
    yield _row("value", "(none)" if found.value is None else f"{found.size} bytes")
    if found.value is not None:
        from stream.cli.visible import exact  # noqa: PLC0415 -- as above

        yield from map(exact, _text(found.value).split("\n"))


def _row(label: str, text: str) -> str:
    from stream.cli.visible import exact  # noqa: PLC0415 -- as above

    return f"{label:<{_LABEL}}{exact(text)}"


def _text(value: bytes | None) -> str:
    r"""Bytes as text, those that are not UTF-8 as ``\xNN``."""
    return "(none)" if value is None else value.decode("utf-8", "backslashreplace")


def _when(time: "datetime") -> str:
    return f"{time:%Y-%m-%d %H:%M:%S %Z}"
