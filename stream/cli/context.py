"""What the commands have in common: settings, running, warnings and errors told in one line."""

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, TypeVar

import typer

from stream.errors import CommuniqueError, ConfigurationError

if TYPE_CHECKING:
    from types import TracebackType

    from pydantic import ValidationError
    from rich.console import Console

    from stream.settings import BrokerSettings

SettingsT = TypeVar("SettingsT", bound="BrokerSettings")
ResultT = TypeVar("ResultT")

TERMINATED = 128 + signal.SIGTERM


def override(variable: str, value: str | None) -> None:
    """Let an option stand above the environment, for this process and those that it starts (workers, their pools)."""
    if value is not None:
        os.environ[variable] = value


def load(settings: type[SettingsT]) -> SettingsT:
    """Settings from the environment.

    Raises:
        ConfigurationError: one is wrong; the message names its variable.

    """
    from pydantic import ValidationError  # noqa: PLC0415

    try:
        return settings()
    except ValidationError as error:
        raise ConfigurationError(_wrong_settings(error)) from None


def _wrong_settings(error: "ValidationError") -> str:
    faults = []
    for fault in error.errors(include_url=False, include_input=False, include_context=False):
        variable = "_".join(["COMMUNIQUE", *(str(part).upper() for part in fault["loc"][:1])])
        message = fault["msg"].removeprefix("Value error, ")
        faults.append(f"{variable}: {message}" if fault["loc"] else message)
    return "; ".join(faults)


def run(work: Coroutine[Any, Any, ResultT]) -> ResultT:
    """Run a coroutine to its end.

    SIGTERM, or the end of its terminal, ends it as Ctrl-C does: what is open is closed, what is handled committed.
    """

    async def until_terminated() -> ResultT:
        task = asyncio.current_task()
        if task is not None:
            for number in (signal.SIGTERM, signal.SIGHUP):
                asyncio.get_running_loop().add_signal_handler(number, task.cancel)
        return await work

    try:
        return asyncio.run(until_terminated())
    except asyncio.CancelledError:
        raise typer.Exit(TERMINATED) from None


def console(*, stderr: bool = False) -> "Console":
    """A console for people: colour only on a terminal, nothing in the text taken for markup."""
    from rich.console import Console  # noqa: PLC0415

    return Console(stderr=stderr, markup=False, emoji=False, highlight=False, soft_wrap=False)


def complain(error: CommuniqueError) -> None:
    """Tell an error in one line on standard error: what is wrong, and what to do."""
    from stream.kafka.escape import escape  # noqa: PLC0415

    advice = f" ({error.advice})" if error.advice else ""
    say(escape(f"communique: {error}{advice}", 1500))


def say(line: str) -> None:
    """Write a line to standard error; where that is closed, there is nobody to tell."""
    if sys.stderr is not None:
        print(line, file=sys.stderr, flush=True)  # noqa: T201


def show_traceback(kind: type[BaseException], error: BaseException, trace: "TracebackType | None") -> None:
    """Show a fault of the program as Python does, but harmless: its message may quote an article."""
    import traceback  # noqa: PLC0415

    from stream.kafka.escape import escape  # noqa: PLC0415

    for part in traceback.format_exception(kind, error, trace):
        for line in part.splitlines():
            say(escape(line, 1500))


def log_to_stderr(*, verbose: bool) -> None:
    """Send warnings of the clients to standard error, one line each; with ``verbose`` what the libraries log, too.

    The libraries log what becomes an error of ours as well: without ``verbose`` it would be told twice.
    """
    from stream.kafka.escape import HarmlessFormatter  # noqa: PLC0415

    handler = logging.StreamHandler()
    if verbose:
        handler.setFormatter(HarmlessFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        logging.getLogger().addHandler(handler)
        logging.getLogger().setLevel(logging.INFO)
        return
    handler.setFormatter(HarmlessFormatter("communique: %(message)s"))
    ours = logging.getLogger("stream")
    ours.addHandler(handler)
    ours.propagate = False
    logging.getLogger().addHandler(logging.NullHandler())
