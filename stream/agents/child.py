"""A process of the pool: reads a task, does it, answers; ends when the worker does.

The fork server imports this module once, so that its processes start at once and share what it has loaded.
"""

import contextlib
import ctypes
import errno
import gc
import logging
import resource
import signal
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stream.agents import frames
from stream.agents.recipe import Recipe
from stream.agents.work import prepare
from stream.kafka.escape import HarmlessFormatter, escape

OUT_OF_MEMORY = errno.ENOMEM
"""Exit code of a process that ran out of memory without being killed for it."""
_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True, slots=True)
class Ready:
    """First message of a process: it has loaded what it needs, or why it could not."""

    fault: str = ""
    missing: bool = False
    """Whether a package is not installed."""


@dataclass(frozen=True, slots=True)
class Raised:
    """Answer to a task that raised."""

    error: Exception


def serve(connection: socket.socket, work: Callable[[Any, Recipe], Any], recipe: Recipe) -> None:
    """Do tasks until the other end of the connection is closed."""
    _outlive_signals()
    _die_with_parent()
    _log_harmlessly()
    with connection, connection.makefile("rb") as stream, contextlib.suppress(EOFError, ConnectionError):
        try:
            prepare(recipe)
        except Exception as error:  # noqa: BLE001 - told to the worker, which stops
            fault = f"{type(error).__name__}: {escape(str(error), 300)}"
            connection.sendall(frames.pack(Ready(fault, isinstance(error, ModuleNotFoundError))))
            return
        _settle()
        _bound_memory(recipe.memory)
        connection.sendall(frames.pack(Ready()))
        try:
            while True:
                connection.sendall(frames.pack(_answer(work, frames.read(stream), recipe)))
        except MemoryError:
            sys.exit(OUT_OF_MEMORY)


def _answer(work: Callable[[Any, Recipe], Any], task: Any, recipe: Recipe) -> Any:
    try:
        return work(task, recipe)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - raised again in the worker
        return Raised(error)


def _bound_memory(more: int) -> None:
    """Let the process take so many bytes beyond what it has now, on Linux: an article that wants more ends it alone.

    Else the kernel would choose what to end; in a container that may be all of it.
    """
    if not more or sys.platform != "linux":
        return
    data = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5]) * resource.getpagesize()
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    limit = data + more
    resource.setrlimit(resource.RLIMIT_DATA, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))


def _settle() -> None:
    """What is loaded now stays: the collector need not go through it again and again, and scraps go back to the system."""
    gc.collect()
    gc.freeze()
    if sys.platform == "linux":
        with contextlib.suppress(AttributeError):  # glibc alone has it
            ctypes.CDLL(None).malloc_trim(0)


def _log_harmlessly() -> None:
    """What a library logs or warns of may quote the article that it was given."""
    handler = logging.StreamHandler()
    handler.setFormatter(HarmlessFormatter("%(levelname)s %(name)s: %(message)s"))
    logging.getLogger().handlers[:] = [handler]
    logging.captureWarnings(capture=True)


def _outlive_signals() -> None:
    """Ctrl-C and a service manager's SIGTERM reach the whole group: the worker alone decides when its processes end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)


def _die_with_parent() -> None:
    """A worker that is killed takes its fork server with it, and that one its processes; on Linux."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
