"""``communique enrich``: articles in, enriched articles out, without a broker."""

import os
import sys
from collections.abc import Iterator
from contextlib import aclosing
from typing import TYPE_CHECKING, Annotated

import typer

from stream.cli.formats import STDIN, Format
from stream.errors import UsageError

if TYPE_CHECKING:
    import asyncio

    from schemas import Article
    from stream.agents.pool import Pool
    from stream.cli.inputs import Accepted, Position, Refused
    from stream.settings import WorkerSettings

_AHEAD = 4
"""Articles read ahead for each process: enough to keep it busy, few enough to hold."""


def enrich(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE",
            help="JSON Lines (.jsonl), JSON (.json), plain text (.txt), directories of these; - is standard input.",
        ),
    ] = None,
    format_: Annotated[Format, typer.Option("--format", help="What the files are, whatever they are called.")] = "auto",
    processes: Annotated[
        int, typer.Option(min=0, metavar="NUMBER", help="Processes that run the models; 0 for one per core.")
    ] = 0,
) -> None:
    """Enrich articles without a broker.

    Writes one enriched article a line (JSON Lines), in the order of the input. What cannot be read is named on standard
    error with its file and line; the exit code is then 1.
    """
    from stream.cli.context import load, run  # noqa: PLC0415 -- commands load what they need when they run
    from stream.cli.extras import require  # noqa: PLC0415 -- as above
    from stream.cli.inputs import Inputs  # noqa: PLC0415 -- as above
    from stream.settings import WorkerSettings  # noqa: PLC0415 -- as above

    if not files and sys.stdin is not None and sys.stdin.isatty():
        raise UsageError("nothing to enrich", hint="Name files, or - for standard input.")
    settings = load(WorkerSettings)
    require("enriching", "worker")
    inputs = Inputs(files or [STDIN], limit=settings.max_article_bytes, nesting=settings.max_nesting, format=format_)
    size = processes or settings.processes or os.cpu_count() or 1
    if not run(_enrich(inputs.articles(), settings, size)):
        raise typer.Exit(1)


async def _enrich(articles: "Iterator[Accepted | Refused]", settings: "WorkerSettings", size: int) -> bool:
    """Enrich all articles; whether none was refused. Never more than a few articles a process are held."""
    import asyncio  # noqa: PLC0415 -- as above

    from stream.cli.inputs import Refused  # noqa: PLC0415 -- as above
    from stream.cli.offthread import off_thread  # noqa: PLC0415 -- as above

    whole = True
    # The articles at work, in the order of the input; the head is written as soon as it is done.
    line: asyncio.Queue[tuple[Position, asyncio.Task[bytes]] | None] = asyncio.Queue(_AHEAD * size)

    async def read() -> None:
        nonlocal whole
        try:
            async with aclosing(off_thread(articles)) as each:
                async for found in each:
                    if isinstance(found, Refused):
                        whole = False
                        _refuse(found.position, found.error)
                    else:
                        await line.put((found.position, asyncio.create_task(pool.run(found.article))))
        finally:
            await line.put(None)

    async with _pool(settings, size) as pool:
        reading = asyncio.create_task(read())
        try:
            while (head := await line.get()) is not None:
                whole &= await _write(*head)
            await reading
        finally:
            reading.cancel()
    return whole


def _pool(settings: "WorkerSettings", size: int) -> "Pool[Article, bytes]":
    from stream.agents.pool import Pool  # noqa: PLC0415 -- as above
    from stream.agents.recipe import Recipe  # noqa: PLC0415 -- as above
    from stream.agents.work import enrich  # noqa: PLC0415 -- as above

    # A short run waits for nothing that its articles do not need.
    recipe = Recipe.of(settings, loader="stream.nlp:check")
    return Pool(enrich, recipe, size=size, timeout=settings.article_timeout)


async def _write(position: "Position", task: "asyncio.Task[bytes]") -> bool:
    from stream.errors import EnrichmentError  # noqa: PLC0415 -- as above

    try:
        enriched = await task
    except EnrichmentError as error:
        _refuse(position, error)
        return False
    sys.stdout.buffer.write(enriched + b"\n")
    sys.stdout.buffer.flush()
    return True


def _refuse(position: "Position", error: Exception) -> None:
    from stream.cli.context import say  # noqa: PLC0415 -- as above
    from stream.kafka.escape import escape  # noqa: PLC0415 -- as above

    say(escape(f"communique: {position}: {error}", 1500))
