"""A worker with stand-ins for the models, as a program of its own, and what it puts on the topics."""

import asyncio
import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from pathlib import Path

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, ConsumerRecord

from schemas import ARTICLES, DEAD_LETTERS, ENRICHED, DeadLetter, Topic
from stream.kafka.headers import Headers

_MAIN = Path(__file__).with_name("worker_main.py")
_WEB = re.compile(r"health and metrics at (http://\S+)")
_READY = 60.0
_END = 60.0
_LARGE = 64 * 1024 * 1024


class Running:
    """A worker on its own topics and in its own group, named by a prefix."""

    def __init__(self, address: str, prefix: str, log: Path, **settings: str) -> None:
        self.address = address
        self.prefix = prefix
        self.log = log
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("COMMUNIQUE_")},
            "PYTHONPATH": f"{_MAIN.parent}{os.pathsep}{_MAIN.parents[3]}",  # this tree's code, whatever is installed
            "COMMUNIQUE_BOOTSTRAP_SERVERS": address,
            "COMMUNIQUE_TOPIC_PREFIX": prefix,
            "COMMUNIQUE_GROUP": f"{prefix}group",
            "COMMUNIQUE_WEB_PORT": "0",
            "COMMUNIQUE_PROCESSES": "2",
            **{f"COMMUNIQUE_{name.upper()}": value for name, value in settings.items()},
        }
        self.process: subprocess.Popen[bytes] | None = None

    def start(self, *, ready: bool = True, create: bool = True) -> None:
        """Start it, again perhaps; and wait until it is ready."""
        arguments = ["--create-topics"] if create else []
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, str(_MAIN), *arguments], env=self._environment, stderr=log, start_new_session=True
            )
        if ready:
            self.wait_for(lambda: self.get("/health/ready")[0] == 200)

    def wait_for(self, condition: Callable[[], bool]) -> None:
        """Wait until a condition holds, as long as the worker lives."""
        deadline = time.monotonic() + _READY
        while not condition():
            ended = self.process is None or self.process.poll() is not None
            assert not ended, f"the worker ended:\n{self.text()}"
            assert time.monotonic() < deadline, f"the worker took too long:\n{self.text()}"
            time.sleep(0.05)

    def get(self, path: str) -> tuple[int, str]:
        """Status and body of a page of its web port; 0 where nothing answers."""
        web = _WEB.search(self.text())
        if web is None:
            return 0, ""
        try:
            with urllib.request.urlopen(web[1] + path, timeout=5) as answer:  # noqa: S310 - our own loopback address
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()
        except OSError:
            return 0, ""

    def text(self) -> str:
        """Its log."""
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def signal(self, number: signal.Signals) -> int:
        """Send a signal to the worker alone; its exit code."""
        assert self.process is not None
        self.process.send_signal(number)
        return self.process.wait(_END)

    def close(self) -> None:
        """End what is left of it."""
        if self.process is not None and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(_END)

    async def publish(self, *values: tuple[bytes | None, bytes | None], headers: Headers | None = None) -> None:
        """Put records, key and value, on its source topic."""
        producer = AIOKafkaProducer(bootstrap_servers=self.address, max_request_size=_LARGE)
        await producer.start()
        try:
            topic = self.prefix + ARTICLES.name
            sent = [await producer.send(topic, value, key=key, headers=headers) for key, value in values]
            await asyncio.gather(*sent)
        finally:
            await producer.stop()

    async def read(
        self, topic: Topic, enough: Callable[[Sequence[ConsumerRecord]], bool], *, within: float = 60
    ) -> list[ConsumerRecord]:
        """Everything on one of its topics, from the beginning until it is enough; fails where that takes too long."""
        consumer = AIOKafkaConsumer(
            self.prefix + topic.name,
            bootstrap_servers=self.address,
            auto_offset_reset="earliest",
            max_partition_fetch_bytes=_LARGE,
        )
        found: list[ConsumerRecord] = []
        await consumer.start()
        try:
            async with asyncio.timeout(within):
                while not enough(found):
                    for records in (await consumer.getmany(timeout_ms=200)).values():
                        found += records
        except TimeoutError:
            raise AssertionError(f"only {len(found)} records came:\n{self.text()}") from None
        finally:
            await consumer.stop()
        return found

    async def enriched(self, keys: set[bytes], *, within: float = 60) -> list[ConsumerRecord]:
        """The enriched articles of these keys, when each is there."""
        found = await self.read(ENRICHED, lambda records: keys <= {record.key for record in records}, within=within)
        return [record for record in found if record.key in keys]

    async def letters(self, keys: set[bytes | None], *, within: float = 60) -> dict[bytes | None, DeadLetter]:
        """The last dead letter of each of these keys, when each is there."""
        found = await self.read(DEAD_LETTERS, lambda records: keys <= {record.key for record in records}, within=within)
        return {record.key: DeadLetter.model_validate_json(record.value) for record in found if record.key in keys}
