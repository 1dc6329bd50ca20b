"""What a person does with the command line, and what they see."""

import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

PROGRAM = (sys.executable, "-m", "stream.cli")
NOBODY = "127.0.0.1:1"
"""An address where no broker answers."""
PATIENCE = 280.0
"""Seconds for anything that is waited for: far more than it takes, for slow machines."""
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Done:
    """A command that has ended."""

    code: int
    out: str
    """What it wrote to standard output."""
    err: str
    """What it wrote to standard error."""

    @property
    def complaint(self) -> str:
        """The one line of an error; fails where there are more lines, or something else was written."""
        assert self.out == ""
        (line,) = self.err.splitlines()
        assert line.startswith("communique: ")
        assert "Traceback" not in line
        return line.removeprefix("communique: ")


@dataclass(frozen=True, slots=True)
class Screen:
    """What stood on a terminal when the command on it had ended."""

    code: int
    raw: str
    """Everything that was written, escapes and all."""
    left: list[int]
    """Processes that it started and that were still there."""

    @property
    def text(self) -> str:
        """Without escapes."""
        return _ESCAPE.sub("", self.raw).replace("\r\n", "\n")

    @property
    def coloured(self) -> bool:
        """Whether anything stood in a colour."""
        return any(re.search(r"[\[;](3[0-7]|9[0-7])[;m]", escape) for escape in _COLOUR.findall(self.raw))


def at_terminal(
    *arguments: str,
    environment: Mapping[str, str],
    columns: int = 100,
    interrupt: Callable[[str], bool] = lambda _text: False,
) -> Screen:
    """Run the command on a terminal of its own; Ctrl-C as soon as ``interrupt`` says so of what stands there."""
    ours, theirs = pty.openpty()
    try:
        termios.tcsetwinsize(theirs, (40, columns))
        process = subprocess.Popen(
            [*PROGRAM, *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment,
            start_new_session=True,  # so that Ctrl-C reaches it as from a terminal, and not the tests
        )
    finally:
        os.close(theirs)
    try:
        return _watch(process, ours, interrupt)
    finally:
        for pid in _session(process.pid):
            os.kill(pid, signal.SIGKILL)
        process.wait()
        os.close(ours)


def _watch(process: subprocess.Popen[bytes], terminal: int, interrupt: Callable[[str], bool]) -> Screen:
    written = b""
    pressed = False
    deadline = time.monotonic() + PATIENCE
    while (found := _read(terminal)) is not None:
        written += found
        assert time.monotonic() < deadline, written.decode(errors="replace")
        if not pressed and interrupt(written.decode(errors="replace")):
            pressed = True
            os.killpg(process.pid, signal.SIGINT)
    return Screen(process.wait(PATIENCE), written.decode(), _session(process.pid))


def _session(leader: int) -> list[int]:
    """Ids of the processes that a terminal's session has left."""
    listing = subprocess.run(["ps", "-A", "-o", "pid=,sess=,stat="], capture_output=True, text=True, check=True)  # noqa: S607
    rows = (line.split() for line in listing.stdout.splitlines())
    return [int(pid) for pid, session, state in rows if int(session) == leader and not state.startswith("Z")]


def _read(terminal: int) -> bytes | None:
    """What has come within a moment; None once the other side is closed."""
    ready, _, _ = select.select([terminal], [], [], 0.2)
    if not ready:
        return b""
    try:
        return os.read(terminal, 1 << 16) or None
    except OSError:  # Linux says so where macOS gives an empty read
        return None


def words(value: object) -> str | None:
    """Arguments as they are typed, for the name of a test; what they lead to stays out of it."""
    return " ".join(value) if isinstance(value, tuple) else ""
