"""A load run on real Kafka that accounts for every article.

``python -m tests.brokers.load --articles FILE.jsonl [--workers 2] [--kill-after N]`` publishes the file's articles
(objects with at least ``text``; ``id`` where there is one), lets workers enrich them, kills one with SIGKILL after N
enriched articles where asked, starts it again, and prints what came out as one JSON object.
"""

import argparse
import asyncio
import json
import os
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from schemas import Article, DeadLetter, EnrichedArticle
from stream import Publisher, Subscriber
from stream.client import Failure
from stream.kafka import topics
from stream.settings import TopicSettings
from tests.brokers.apache.node import ApacheKafka
from tests.brokers.worker import Worker

_QUIET = 60.0
"""Seconds without an event after which a run is over, complete or not."""


class Memory(threading.Thread):
    """Samples the resident memory of processes, in MiB, and keeps the peak of each."""

    def __init__(self, workers: list[Worker], kafka: int) -> None:
        super().__init__(daemon=True)
        self.peaks: dict[str, int] = {}
        self._workers = workers
        self._kafka = kafka
        self._done = threading.Event()

    def run(self) -> None:
        """Sample twice a second."""
        while not self._done.wait(0.5):
            self._note("kafka", self._kafka)
            for number, worker in enumerate(self._workers, 1):
                for pid in worker.processes() if worker.running else []:
                    name = "main" if pid == worker.pid else "process"
                    self._note(f"worker {number} {name} {pid}", pid)

    def stop(self) -> None:
        """End sampling."""
        self._done.set()
        self.join()

    def _note(self, name: str, pid: int) -> None:
        try:
            status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
        except OSError:
            return  # it has ended since it was listed
        for line in status.splitlines():
            if line.startswith("VmRSS:"):
                self.peaks[name] = max(self.peaks.get(name, 0), int(line.split()[1]) // 1024)


@dataclass
class Account:
    """What came out."""

    enriched: Counter[str] = field(default_factory=Counter)
    dead: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    statements: int = 0
    reasons: list[str] = field(default_factory=list)

    @property
    def finished(self) -> int:
        """Articles of which something came out."""
        return len(self.enriched) + sum(self.dead.values())


def read(path: Path, limit: int | None) -> list[Article]:
    """The articles of a file of JSON Lines; other fields than the contract's are left out, repeated ids numbered."""
    articles = []
    seen: Counter[str] = Counter()
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row = json.loads(line)
            name = str(row.get("id", number))
            seen[name] += 1
            name = name if seen[name] == 1 else f"{name}#{seen[name]}"
            articles.append(Article(id=name, title=row.get("title"), text=row["text"]))
    return articles[:limit]


async def publish(settings: TopicSettings, articles: list[Article]) -> None:
    """Publish all; every one must be acknowledged."""
    async with Publisher(settings) as publisher:
        async for result in publisher.publish_all(articles):
            if isinstance(result, Failure):
                raise result.error


async def collect(settings: TopicSettings, account: Account, expected: int) -> None:  # noqa: C901 -- two followers, one watch
    """Count what comes out until it is all there, or nothing more comes."""

    async def enriched() -> None:
        async with Subscriber(EnrichedArticle, settings, start="beginning") as events:
            async for event in events:
                account.enriched[str(event.article.id)] += 1
                account.languages[event.language.code] += 1
                account.statements += len(event.statements)

    async def dead() -> None:
        async with Subscriber(DeadLetter, settings, start="beginning") as letters:
            async for letter in letters:
                account.dead[letter.error] += 1
                account.reasons.append(f"{letter.topic}/{letter.partition}@{letter.offset}: {letter.message}")

    tasks = [asyncio.create_task(enriched()), asyncio.create_task(dead())]
    seen, quiet = 0, time.monotonic()
    while account.finished < expected and time.monotonic() - quiet < _QUIET:
        await asyncio.wait(tasks, timeout=0.5)
        if any(task.done() for task in tasks):
            break
        if account.finished != seen:
            seen, quiet = account.finished, time.monotonic()
    for task in tasks:
        task.cancel()
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        if isinstance(result, Exception):
            raise result


async def kill_after(account: Account, number: int, worker: Worker) -> None:
    """Kill a worker once so many articles are enriched, and start it again."""
    while len(account.enriched) < number:  # noqa: ASYNC110 -- counted elsewhere, looked at now and then
        await asyncio.sleep(0.2)
    await asyncio.to_thread(worker.kill)
    print(f"killed worker {worker.pid} after {len(account.enriched)} articles", flush=True)  # noqa: T201 -- a program
    await asyncio.to_thread(worker.start, wait=False)


async def run(arguments: argparse.Namespace, kafka: ApacheKafka, folder: Path) -> dict[str, object]:
    """The whole run; its account."""
    os.environ["COMMUNIQUE_BOOTSTRAP_SERVERS"] = kafka.address
    settings = TopicSettings()
    await topics.create(settings)
    articles = read(arguments.articles, arguments.limit)
    each = max(1, (os.cpu_count() or 1) // arguments.workers)
    environment = {"COMMUNIQUE_BOOTSTRAP_SERVERS": kafka.address, "COMMUNIQUE_PROCESSES": str(each)}
    workers = [Worker(folder / f"worker-{number}.log", environment) for number in range(1, arguments.workers + 1)]
    memory, account = Memory(workers, kafka.pid), Account()
    try:
        await asyncio.gather(*(asyncio.to_thread(worker.start) for worker in workers))
        memory.start()
        start = time.monotonic()
        counting = asyncio.create_task(collect(settings, account, len(articles)))
        await publish(settings, articles)
        published = time.monotonic() - start
        if arguments.kill_after is not None:
            killing = asyncio.create_task(kill_after(account, arguments.kill_after, workers[0]))
            await counting
            await killing
        else:
            await counting
        seconds = time.monotonic() - start
        memory.stop()
        ended = [worker.tail() for worker in workers if not worker.running]
        codes = [worker.terminate() if worker.running else worker.exit_code for worker in workers]
    finally:
        for worker in workers:
            worker.close()
    words = sum(len(article.text.split()) for article in articles)
    return {
        "published": len({article.id for article in articles}),
        "enriched_ids": len(account.enriched),
        "lost": len({str(article.id) for article in articles} - set(account.enriched)) - sum(account.dead.values()),
        "repeated": sum(count - 1 for count in account.enriched.values()),
        "dead_letters": dict(account.dead),
        "reasons": account.reasons[:20],
        "statements": account.statements,
        "languages": dict(account.languages.most_common()),
        "seconds": round(seconds, 1),
        "seconds_to_publish": round(published, 1),
        "articles_per_second": round(len(articles) / seconds, 1),
        "words_per_second": round(words / seconds),
        "peak_memory_mib": memory.peaks,
        "exit_codes": codes,
        "ended_by_themselves": ended,
    }


def main() -> None:
    """Read the arguments, run, print the account."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, required=True, help="JSON Lines with text and, where known, id")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--limit", type=int, help="only the first so many articles")
    parser.add_argument("--kill-after", type=int, help="kill the first worker after so many enriched articles")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="communique-load-") as name, ApacheKafka(Path(name, "kafka")) as kafka:
        account = asyncio.run(run(arguments, kafka, Path(name)))
    print(json.dumps(account, indent=2, ensure_ascii=False))  # noqa: T201 -- a program


if __name__ == "__main__":
    main()
