"""``communique demo``: the whole way on this machine, with nothing else running.

Embedded broker, topics, one worker, the sample articles; shows what comes out and takes everything down again.
"""

import asyncio
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from stream.errors import BrokerError

if TYPE_CHECKING:
    from rich.console import Console
    from rich.status import Status

    from schemas import Article, DeadLetter, EnrichedArticle

_STOP: Final = 20.0
"""Seconds that the worker may take to stop."""
_LOG_TAIL: Final = 600
"""Characters of the worker's log that a failure shows."""


def demo(
    timeout: Annotated[
        float, typer.Option(min=1, metavar="SECONDS", help="Seconds to wait for the next article before giving up.")
    ] = 120,
) -> None:
    """Show the whole way on this machine.

    Starts a broker and a worker, publishes the sample articles, shows who said what, and stops everything. Settings in
    the environment do not count: it stands alone.
    """
    import os  # noqa: PLC0415 -- commands load what they need when they run

    from stream.cli.context import run  # noqa: PLC0415 -- as above
    from stream.cli.extras import require  # noqa: PLC0415 -- as above
    from stream.kafka.broker import EmbeddedBroker  # noqa: PLC0415 -- as above

    require("the demonstration", "worker", "local")
    with EmbeddedBroker() as broker:
        for name in [name for name in os.environ if name.startswith("COMMUNIQUE_")]:
            del os.environ[name]
        os.environ |= {"COMMUNIQUE_BOOTSTRAP_SERVERS": broker.address, "COMMUNIQUE_WEB_PORT": "0"}
        run(_Demo(broker.address, timeout).run())


def articles() -> "list[Article]":
    """The packaged sample articles, by file name."""
    from stream.kafka.codec import decode_article  # noqa: PLC0415 -- as above

    paths = sorted(
        (path for path in files("seeds").iterdir() if path.name.endswith(".json")), key=lambda path: path.name
    )
    return [decode_article(path.read_bytes(), limit=1 << 20) for path in paths]


class _Demo:
    """One run of the demonstration against a broker that is up."""

    def __init__(self, address: str, timeout: float) -> None:
        from stream.cli.context import console, load  # noqa: PLC0415 -- as above
        from stream.settings import TopicSettings  # noqa: PLC0415 -- as above

        self._address = address
        self._timeout = timeout
        self._settings = load(TopicSettings)
        self._console: Console = console()
        self._languages: Counter[str] = Counter()
        self._countries: Counter[str] = Counter()
        self._speakers: Counter[str] = Counter()
        self._statements = 0

    async def run(self) -> None:
        """Publish, follow until every article has come out, sum up."""
        from stream.client import Publisher  # noqa: PLC0415 -- as above
        from stream.kafka import topics  # noqa: PLC0415 -- as above

        samples = articles()
        self._say(f"broker   {self._address} (in memory)")
        self._say(f"topics   {', '.join(await topics.create(self._settings))}")
        async with _worker() as worker:
            async with Publisher(self._settings) as publisher:
                for article in samples:
                    await publisher.publish(article)
            self._say(f"articles {len(samples)} published; the worker loads its models")
            with self._console.status("") as status:  # it shows on terminals alone
                await self._follow({str(article.id) for article in samples}, worker, status)
                status.update("stopping")
                await worker.stop()
        self._sum_up()

    async def _follow(self, expected: set[str], worker: "_Worker", status: "Status") -> None:
        """Show each enriched article as it comes; raises :class:`BrokerError` where one does not come out."""
        from schemas import DeadLetter, EnrichedArticle  # noqa: PLC0415 -- as above
        from stream.client import Subscriber  # noqa: PLC0415 -- as above

        async with (
            Subscriber(EnrichedArticle, self._settings, start="beginning") as enriched,
            Subscriber(DeadLetter, self._settings, start="beginning") as refused,
        ):
            failure = asyncio.create_task(self._refused(refused))
            ended = asyncio.create_task(worker.ended())
            try:
                while expected:
                    status.update(f"{sum(self._languages.values())} articles read, {len(expected)} to come")
                    arrival = asyncio.ensure_future(anext(enriched))
                    done, _ = await asyncio.wait(
                        {arrival, failure, ended}, timeout=self._timeout, return_when=asyncio.FIRST_COMPLETED
                    )
                    if arrival not in done:
                        arrival.cancel()
                        reason = next((task.result() for task in done), f"nothing came for {self._timeout:g} s")
                        raise BrokerError(f"the demonstration failed: {reason}", hint=worker.log())
                    article = arrival.result()
                    expected.discard(str(article.article.id))
                    self._show(article)
            finally:
                for task in (failure, ended):
                    task.cancel()
                await asyncio.gather(failure, ended, return_exceptions=True)

    async def _refused(self, letters: "AsyncIterator[DeadLetter]") -> str:
        letter = await anext(letters)
        return f"an article became a dead letter: {letter.error}: {letter.message}"

    def _show(self, enriched: "EnrichedArticle") -> None:
        from rich.padding import Padding  # noqa: PLC0415 -- as above
        from rich.text import Text  # noqa: PLC0415 -- as above

        from stream.cli.columns import act, named, said, speakers  # noqa: PLC0415 -- as above
        from stream.cli.visible import visible  # noqa: PLC0415 -- as above

        self._count(enriched)
        heading = visible(enriched.article.title or str(enriched.article.id))
        codes = visible(" ".join(country.code for country in enriched.countries))
        self._console.print()
        self._console.print(
            Text.assemble((visible(enriched.language.code), "cyan"), "  ", (heading, "bold"), f"  [{codes}]")
        )
        for statement in enriched.statements:
            line = Text.assemble(
                (visible(speakers(statement)), "bold green"), (f" {act(statement)}: ", "cyan"), visible(said(statement))
            )
            self._console.print(Padding(line, (0, 0, 0, 4)))
        if enriched.entities:
            self._console.print(Padding(Text(visible(named(enriched.entities)), "dim"), (0, 0, 0, 4)))

    def _count(self, enriched: "EnrichedArticle") -> None:
        self._languages[enriched.language.code] += 1
        self._statements += len(enriched.statements)
        for country in enriched.countries:
            self._countries[country.name] += country.mentions
        for statement in enriched.statements:
            if statement.speaker.entity_id is not None and statement.speaker.name is not None:
                self._speakers[statement.speaker.name] += 1

    def _sum_up(self) -> None:
        self._console.print()
        articles_read = sum(self._languages.values())
        self._say(f"{articles_read} articles in {len(self._languages)} languages, {self._statements} statements")
        self._say(f"most quoted:    {_most(self._speakers)}")
        self._say(f"most mentioned: {_most(self._countries)}")
        self._say(
            "next: communique broker, communique worker --create-topics, communique publish FILE, communique subscribe"
        )

    def _say(self, line: str) -> None:
        from stream.cli.visible import visible  # noqa: PLC0415 -- as above

        self._console.print(visible(line))


class _Worker:
    """A worker in a process of its own, and its log."""

    def __init__(self, process: asyncio.subprocess.Process, log: Path) -> None:
        self._process = process
        self._log = log

    async def ended(self) -> str:
        """Wait for it to end; how it did."""
        return f"the worker ended with code {await self._process.wait()}"

    def log(self) -> str:
        """The end of its log."""
        return self._log.read_text(encoding="utf-8", errors="replace").strip()[-_LOG_TAIL:]

    async def stop(self) -> None:
        """Let it finish; end it where it does not."""
        if self._process.returncode is not None:
            return
        self._process.terminate()
        try:
            await asyncio.wait_for(self._process.wait(), _STOP)
        except TimeoutError:
            self._process.kill()
            await self._process.wait()


@asynccontextmanager
async def _worker() -> AsyncIterator[_Worker]:
    with tempfile.TemporaryDirectory(prefix="communique-demo-") as folder:
        log = Path(folder, "worker.log")
        with open(log, "wb") as output:  # noqa: ASYNC230, PTH123 -- a small local file, opened once
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "stream.cli", "worker"),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                process_group=0,  # Ctrl-C goes to the demonstration, which stops the worker in its turn
            )
        worker = _Worker(process, log)
        try:
            yield worker
        finally:
            await worker.stop()


def _most(counts: Counter[str]) -> str:
    return ", ".join(f"{name} ({number})" for name, number in counts.most_common(6)) or "nobody"
