"""``communique publish``: articles from files and standard input into Kafka."""

import sys
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from typing import TYPE_CHECKING, Annotated

import typer

from stream.cli.formats import STDIN, Format
from stream.errors import CommuniqueError, UsageError

if TYPE_CHECKING:
    from schemas import Article
    from stream.cli.inputs import Inputs, Position
    from stream.client import Failure, Publisher, Receipt
    from stream.settings import BrokerSettings


def publish(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE",
            help="JSON Lines (.jsonl), JSON (.json), plain text (.txt), directories of these; - is standard input.",
        ),
    ] = None,
    format_: Annotated[Format, typer.Option("--format", help="What the files are, whatever they are called.")] = "auto",
    raw: Annotated[
        bool, typer.Option("--raw", help="Send every line as it is, unchecked: to see dead letters come.")
    ] = False,
) -> None:
    """Publish articles.

    Waits until the broker has each. What is refused is named with its file and line, and the exit code is then 1. Of a
    plain text, the first line is the title where an empty line follows it.
    """
    from stream.cli.context import load, run  # noqa: PLC0415
    from stream.cli.inputs import Inputs  # noqa: PLC0415
    from stream.settings import BrokerSettings  # noqa: PLC0415

    if not files and sys.stdin is not None and sys.stdin.isatty():
        raise UsageError("nothing to publish", hint="Name files, or - for standard input.")
    settings = load(BrokerSettings)
    limit = settings.max_message_bytes if raw else settings.max_article_bytes
    inputs = Inputs(files or [STDIN], limit=limit, nesting=settings.max_nesting, format=format_)
    if not run(_Run(settings, inputs, raw=raw).publish()):
        raise typer.Exit(1)


class _Run:
    """One run: the places of what is on its way, and what has become of the rest."""

    def __init__(self, settings: "BrokerSettings", inputs: "Inputs", *, raw: bool) -> None:
        from stream.cli.context import console  # noqa: PLC0415
        from stream.cli.progress import ProgressBar  # noqa: PLC0415

        self._settings = settings
        self._inputs = inputs
        self._raw = raw
        self._bar = ProgressBar(console(stderr=True), inputs.total)
        self._positions: deque[Position] = deque()
        self._published = 0
        self._refused = 0
        self._topic = ""

    async def publish(self) -> bool:
        """Publish everything; whether nothing was refused."""
        from stream.client import Publisher  # noqa: PLC0415

        async with Publisher(self._settings) as publisher:
            self._topic = publisher.topic
            try:
                with self._bar:
                    async with aclosing(self._results(publisher)) as results:
                        async for result in results:
                            self._note(result)
            finally:
                self._summarise()
        return self._refused == 0

    def _results(self, publisher: "Publisher") -> "AsyncGenerator[Receipt | Failure, None]":
        return publisher.publish_raw(self._lines()) if self._raw else publisher.publish_all(self._articles())

    async def _articles(self) -> "AsyncIterator[Article]":
        from stream.cli.inputs import Refused  # noqa: PLC0415
        from stream.cli.offthread import off_thread  # noqa: PLC0415

        async with aclosing(off_thread(self._inputs.articles())) as items:
            async for item in items:
                if isinstance(item, Refused):
                    self._refuse(item.position, item.error)
                else:
                    self._positions.append(item.position)
                    yield item.article

    async def _lines(self) -> AsyncIterator[bytes]:
        from stream.cli.inputs import Refused  # noqa: PLC0415
        from stream.cli.offthread import off_thread  # noqa: PLC0415

        async with aclosing(off_thread(self._inputs.lines())) as items:
            async for item in items:
                if isinstance(item, Refused):
                    self._refuse(item.position, item.error)
                else:
                    self._positions.append(item.position)
                    yield item.value

    def _note(self, result: "Receipt | Failure") -> None:
        from stream.client import Failure  # noqa: PLC0415

        position = self._positions.popleft()
        if isinstance(result, Failure):
            self._refuse(position, result.error)
        else:
            self._published += 1
        self._show()

    def _refuse(self, position: "Position", error: CommuniqueError) -> None:
        from stream.cli.visible import visible  # noqa: PLC0415

        self._refused += 1
        self._bar.print(f"{visible(str(position))}: {visible(str(error))}")
        self._show()

    def _show(self) -> None:
        self._bar.show(self._counts(), self._inputs.consumed)

    def _counts(self) -> str:
        return f"published {self._published}" + (f", refused {self._refused}" if self._refused else "")

    def _summarise(self) -> None:
        from stream.cli.visible import visible  # noqa: PLC0415

        noun = "line" if self._raw else "article"
        plural = "" if self._published == 1 else "s"
        refused = f"; {self._refused} refused" if self._refused else ""
        self._bar.print(f"published {self._published} {noun}{plural} to {visible(self._topic)}{refused}")
