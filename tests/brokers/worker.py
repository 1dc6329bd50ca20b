"""The worker as a program of its own, as a service manager would run it."""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from tests.brokers.ports import free_port

READY_TIMEOUT = 240.0
END_TIMEOUT = 60.0
_FINISHED = re.compile(r"^communique_articles_total\{.*\} (\S+)$", re.MULTILINE)


class WorkerError(Exception):
    """The worker did not do as it must; the message ends with its log."""


class Worker:
    """``communique worker`` with settings of its own, between ``start`` and ``terminate``, ``kill`` or ``close``.

    ``command`` is the module that is run instead, and its arguments.
    """

    def __init__(
        self,
        log: Path,
        environment: Mapping[str, str] = MappingProxyType({}),
        command: Sequence[str] = ("stream.cli", "worker"),
    ) -> None:
        self.log = log
        self._command = command
        self.web = f"http://127.0.0.1:{(port := free_port())}"
        inherited = {key: value for key, value in os.environ.items() if not key.startswith("COMMUNIQUE_")}
        self._environment = inherited | dict(environment) | {"COMMUNIQUE_WEB_PORT": str(port)}
        self._process: subprocess.Popen[bytes] | None = None

    def configure(self, **settings: object) -> None:
        """Set ``COMMUNIQUE_…`` settings, given in lower case, for its next start."""
        self._environment |= {f"COMMUNIQUE_{name.upper()}": str(value) for name, value in settings.items()}

    @property
    def pid(self) -> int:
        """Id of the main process, also after its end."""
        if self._process is None:
            raise WorkerError("the worker was not started")
        return self._process.pid

    @property
    def running(self) -> bool:
        """Whether the main process lives."""
        return self._process is not None and self._process.poll() is None

    @property
    def exit_code(self) -> int:
        """Exit status of the main process, minus the signal's number where one ended it; 0 while it lives."""
        return 0 if self._process is None else self._process.poll() or 0

    def start(self, *, wait: bool = True) -> None:
        """Start it (again) and wait until it is ready: partitions assigned, models loaded."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", *self._command],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=self._environment,
                start_new_session=True,  # its group holds its processes, so that close() finds them all
            )
        if wait:
            self.wait_until_ready()

    def wait_until_ready(self) -> None:
        """Wait for 200 from ``/health/ready``."""
        deadline = time.monotonic() + READY_TIMEOUT
        while not self.ready():
            if not self.running:
                raise WorkerError(f"the worker ended before it was ready\n{self.tail()}")
            if time.monotonic() > deadline:
                raise WorkerError(f"the worker was not ready within {READY_TIMEOUT:.0f} s\n{self.tail()}")
            time.sleep(0.1)

    def ready(self) -> bool:
        """Whether it says so itself."""
        return self.get("/health/ready")[0] == 200

    def get(self, path: str) -> tuple[int, str]:
        """Status and body of a page of the web port; status 0 where nothing answers."""
        try:
            with urllib.request.urlopen(self.web + path, timeout=5) as answer:  # noqa: S310 - our own loopback address
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()
        except OSError:
            return 0, ""

    def finished(self) -> int:
        """Articles finished since it was started, as its metrics count them."""
        return sum(int(float(count)) for count in _FINISHED.findall(self.get("/metrics")[1]))

    def terminate(self) -> int:
        """SIGTERM; its exit status."""
        os.kill(self.pid, signal.SIGTERM)
        return self._end()

    def kill(self) -> int:
        """SIGKILL for the main process alone, as the kernel's out-of-memory killer does; its exit status."""
        os.kill(self.pid, signal.SIGKILL)
        return self._end()

    def close(self) -> None:
        """End whatever is left of it."""
        if self._process is None:
            return
        try:
            os.killpg(self._process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
        finally:
            self._process.wait()

    def processes(self) -> list[int]:
        """Ids of the main process and all below it that live."""
        listing = subprocess.run(["ps", "-A", "-o", "pid=,pgid=,stat="], capture_output=True, text=True, check=True)  # noqa: S607
        rows = (line.split() for line in listing.stdout.splitlines())
        return [int(pid) for pid, group, state in rows if int(group) == self.pid and not state.startswith("Z")]

    def tail(self, size: int = 4000) -> str:
        """The end of its log."""
        return self.log.read_bytes()[-size:].decode(errors="replace") if self.log.exists() else ""

    def _end(self) -> int:
        assert self._process is not None
        try:
            return self._process.wait(END_TIMEOUT)
        except subprocess.TimeoutExpired:
            raise WorkerError(f"the worker did not end within {END_TIMEOUT:.0f} s\n{self.tail()}") from None
