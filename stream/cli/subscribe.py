"""``communique subscribe``: events as a table for people, as JSON Lines for programs."""

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from stream.errors import UsageError

if TYPE_CHECKING:
    from schemas import ContractModel
    from stream.client import Received, Subscriber

TopicChoice = Literal["statements", "entities", "languages", "enriched", "dead-letters"]
Output = Literal["auto", "table", "json"]


def subscribe(  # noqa: PLR0913 - one parameter an option
    topic: Annotated[TopicChoice, typer.Argument(metavar="TOPIC", help="What to follow.")] = "statements",
    start: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="beginning|end|committed|TIME",
            help="Where to begin, by default at the beginning; a time is RFC 3339 or a date. With --group: where the "
            "group has no offset yet.",
        ),
    ] = None,
    group: Annotated[
        str | None, typer.Option(metavar="NAME", help="Consumer group: goes on where it stopped; members share.")
    ] = None,
    where: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KEY=VALUE,…",
            help="Filter, such as speaker=Putin or act=deny,reject or language!=en; all that are given must hold.",
        ),
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, metavar="NUMBER", help="Stop after so many events.")] = None,
    distinct: Annotated[
        bool, typer.Option("--distinct", help="Give each result once: leave out what a worker repeated after a crash.")
    ] = False,
    until_end: Annotated[bool, typer.Option("--until-end", help="Stop where the topic ends now.")] = False,
    output: Annotated[
        Output, typer.Option("--format", help="auto: a table on a terminal, JSON Lines elsewhere.")
    ] = "auto",
    skip_invalid: Annotated[
        bool, typer.Option("--skip-invalid", help="Leave out, with a warning, values that are not of the contract.")
    ] = False,
) -> None:
    """Follow what comes out.

    That is statements, entities, languages, whole enriched articles, or dead letters. With --group, an event counts as
    handled once it is written, and does not come again.

    Filters: article, language, country, entity; of statements also speaker, kind, act, negated; of dead letters article,
    error, stage, retriable.
    """
    from stream.cli.context import load, run  # noqa: PLC0415
    from stream.client import Subscriber, parse_start  # noqa: PLC0415
    from stream.settings import BrokerSettings  # noqa: PLC0415

    model = _model(topic)
    subscriber = Subscriber(
        model,
        load(BrokerSettings),
        start=None if start is None else parse_start(start),
        group=group,
        where=where or (),
        limit=limit,
        until_end=until_end,
        distinct=distinct,
        on_error="skip" if skip_invalid else "raise",
    )
    as_table = output == "table" or (output == "auto" and sys.stdout.isatty())
    run(_follow(subscriber, _table(model) if as_table else _json_lines()))


def _model(topic: TopicChoice) -> "type[ContractModel]":
    from schemas import TOPICS  # noqa: PLC0415

    found = next((known for known in TOPICS if known.name == f"articles.{topic}"), None)
    if found is None:
        raise UsageError(f"there is no topic {topic}")
    return found.model


async def _follow(subscriber: "Subscriber[Any]", show: "Callable[[Received[Any]], None]") -> None:
    async with subscriber:
        async for event in subscriber.records():
            show(event)


def _table(model: "type[ContractModel]") -> "Callable[[Received[Any]], None]":
    from stream.cli.columns import COLUMNS  # noqa: PLC0415
    from stream.cli.context import console  # noqa: PLC0415
    from stream.cli.rows import Rows  # noqa: PLC0415

    columns: Sequence[Any] = COLUMNS[model]
    return Rows(console(), columns).add


def _json_lines() -> "Callable[[Received[Any]], None]":
    from stream.cli.visible import visible_json  # noqa: PLC0415
    from stream.kafka.codec import encode  # noqa: PLC0415

    terminal = sys.stdout.isatty()

    def show(event: "Received[Any]") -> None:
        line = encode(event.value)
        sys.stdout.buffer.write((visible_json(line.decode()).encode() if terminal else line) + b"\n")
        sys.stdout.flush()

    return show
