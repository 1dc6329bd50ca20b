"""One Apache Kafka node in KRaft mode, broker and controller in one process, on loopback."""

import base64
import os
import subprocess
import time
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.brokers.apache.distribution import HERE, java, libraries
from tests.brokers.ports import free_port

STARTED = b"Kafka Server started"
START_TIMEOUT = 120.0
STOP_TIMEOUT = 60.0
# One tier of compilation and one collector thread: half the time to start, and cores left for what is tested.
LOGGING = f"-Dlog4j2.configurationFile={HERE / 'log4j2.properties'}"
JVM = ("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", LOGGING)


class KafkaStartError(Exception):
    """Kafka did not start; the message ends with its log."""


class ApacheKafka:
    """A real broker that can be stopped, killed and started again with the same data and address.

    ``directory`` holds data, ``server.properties`` and ``kafka.log``; one that a former node left is used again.
    ``properties`` are added to or replace those of ``server.properties``; ``format_options`` go to Kafka's StorageTool
    (``--add-scram …``) when the data directory is new. As a context manager it is started on entry and stopped on exit.
    """

    def __init__(
        self,
        directory: Path,
        *,
        port: int = 0,
        properties: Mapping[str, str] | None = None,
        format_options: Sequence[str] = (),
    ) -> None:
        self.directory = directory.resolve()
        self.port = port or free_port()
        self.log = self.directory / "kafka.log"
        self._controller_port = free_port()
        self._properties = dict(properties or {})
        self._format_options = tuple(format_options)
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """``host:port`` for ``bootstrap.servers``."""
        return f"127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        """Id of the running process."""
        if self._process is None:
            raise KafkaStartError("Kafka is not running")
        return self._process.pid

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Start the node and wait until it serves.

        Raises:
            KafkaUnavailableError: Java is missing, or Kafka cannot be fetched.
            KafkaStartError: it exited or was not ready within ``START_TIMEOUT`` seconds.

        """
        self.directory.mkdir(parents=True, exist_ok=True)
        configuration = self.directory / "server.properties"
        configuration.write_text("".join(f"{key}={value}\n" for key, value in self._configuration().items()))
        if not (self.directory / "data" / "meta.properties").exists():
            self._format(configuration)
        seen = self.log.stat().st_size if self.log.exists() else 0
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                self.command("kafka.Kafka", str(configuration)),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=self.directory,
                start_new_session=True,  # Ctrl-C must not reach Kafka before its clients have ended
            )
        try:
            self._wait_until_ready(self._process, seen)
        except BaseException:  # Ctrl-C, too: Kafka is a process of its own
            self.kill()
            raise

    def stop(self) -> None:
        """Stop the node in order (SIGTERM); kill it if it takes longer than ``STOP_TIMEOUT`` seconds."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(STOP_TIMEOUT)
        except subprocess.TimeoutExpired:
            self.kill()
        self._process = None

    def wait(self) -> int:
        """Wait until the node ends by itself; its exit status."""
        if self._process is None:
            raise KafkaStartError("Kafka is not running")
        return self._process.wait()

    def kill(self) -> None:
        """Kill the node at once (SIGKILL), as a crash would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def _configuration(self) -> dict[str, str]:
        controller = f"127.0.0.1:{self._controller_port}"
        return {
            "process.roles": "broker,controller",
            "node.id": "1",
            "controller.quorum.voters": f"1@{controller}",
            "controller.listener.names": "CONTROLLER",
            "listeners": f"PLAINTEXT://{self.address},CONTROLLER://{controller}",
            "advertised.listeners": f"PLAINTEXT://{self.address}",
            "log.dirs": str(self.directory / "data"),
            "auto.create.topics.enable": "false",
            "default.replication.factor": "1",
            "offsets.topic.replication.factor": "1",
            "offsets.topic.num.partitions": "4",
            "transaction.state.log.replication.factor": "1",
            "transaction.state.log.min.isr": "1",
            "transaction.state.log.num.partitions": "4",
            "share.coordinator.state.topic.replication.factor": "1",
            "share.coordinator.state.topic.min.isr": "1",
            "group.initial.rebalance.delay.ms": "0",
            # Tests kill members and the broker itself, and want them missed soon.
            "group.min.session.timeout.ms": "1000",
            "broker.session.timeout.ms": "3000",
            "broker.heartbeat.interval.ms": "500",
        } | self._properties

    @staticmethod
    def command(main: str, *arguments: str) -> list[str]:
        """What runs one of Kafka's programs, a Java class by its full name."""
        return [java(), *JVM, "-cp", os.fspath(libraries() / "*"), main, *arguments]

    def _format(self, configuration: Path) -> None:
        cluster = base64.urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=")
        # As one argument: StorageTool takes an id with a leading dash for an option.
        given = (f"--cluster-id={cluster}", "--config", str(configuration), *self._format_options)
        command = self.command("kafka.tools.StorageTool", "format", *given)
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise KafkaStartError(f"Kafka did not format its data directory: {(done.stdout + done.stderr)[-2000:]}")

    def _wait_until_ready(self, process: subprocess.Popen[bytes], seen: int) -> None:
        deadline = time.monotonic() + START_TIMEOUT
        while STARTED not in (written := self.log.read_bytes()[seen:]):
            if process.poll() is not None or time.monotonic() > deadline:
                tail = written.decode(errors="replace")[-3000:]
                raise KafkaStartError(f"Kafka did not start (exit status {process.returncode}):\n{tail}")
            time.sleep(0.05)
