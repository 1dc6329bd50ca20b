"""The ways that articles are read side by side: bare models, the command, the brokers, textacy."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from importlib.util import find_spec
from typing import IO, Protocol

from schemas import Article

_ENVIRONMENT = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "COMMUNIQUE_ARTICLE_TIMEOUT": "600",
}
"""One thread a process, as the product has it; and time to load the models on a busy machine."""


class Way(Protocol):
    """One way, ready to read; its processes live until it is closed."""

    name: str
    unread: frozenset[str]
    """Languages that it does not read."""

    @property
    def roots(self) -> Sequence[int]:
        """The processes that do the work, those below them counted with them."""
        ...

    def read(self, batch: Sequence[Article]) -> None:
        """Read articles of one language; back when all are read."""
        ...

    def close(self) -> None:
        """End it."""
        ...


class Piped:
    """Programs that read articles as JSON Lines on standard input and answer each with a line.

    Articles are dealt to the programs in turn. ``ends``: a blank line tells that a batch is complete.
    """

    def __init__(
        self, name: str, command: Sequence[str], *, programs: int = 1, ends: bool = False, unread: Sequence[str] = ()
    ) -> None:
        self.name = name
        self.unread = frozenset(unread)
        self._ends = b"\n" if ends else b""
        self._programs = [
            subprocess.Popen(
                [sys.executable, "-m", *command],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=os.environ | _ENVIRONMENT,
                start_new_session=True,
            )
            for _ in range(programs)
        ]

    @property
    def roots(self) -> Sequence[int]:
        """See :class:`Way`."""
        return [program.pid for program in self._programs]

    def read(self, batch: Sequence[Article]) -> None:
        """See :class:`Way`."""
        shares = [batch[number :: len(self._programs)] for number in range(len(self._programs))]
        # Written beside the reading: a program may answer before it has read all.
        writers = [
            threading.Thread(target=self._write, args=(program.stdin, share))
            for program, share in zip(self._programs, shares, strict=True)
            if share
        ]
        for writer in writers:
            writer.start()
        for program, share in zip(self._programs, shares, strict=True):
            for _ in share:
                if program.stdout is None or not program.stdout.readline():
                    raise RuntimeError(f"{self.name} ended with code {program.wait()}")
        for writer in writers:
            writer.join()

    def close(self) -> None:
        """See :class:`Way`."""
        for program in self._programs:
            program.communicate()

    def _write(self, stream: IO[bytes], share: Sequence[Article]) -> None:
        lines = [json.dumps({"id": article.id, "text": article.text}) for article in share]
        stream.write("".join(f"{line}\n" for line in lines).encode() + self._ends)
        stream.flush()


def bare(processes: int) -> Way:
    """The models alone."""
    return Piped("models alone", ["tests.bench.reader", "bare"], programs=processes, ends=True)


def enrich(processes: int) -> Way:
    """The command line, without a broker."""
    return Piped("communique enrich", ["stream.cli", "enrich", "--processes", str(processes), "-"])


def textacy(processes: int) -> Way:
    """Another program on the same models.

    Raises:
        LookupError: it is not installed.

    """
    if find_spec("textacy") is None:
        raise LookupError("textacy is not installed")
    return Piped("textacy", ["tests.bench.reader", "textacy"], programs=processes, ends=True, unread=["ru"])
