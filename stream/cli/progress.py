"""How far a long run is, on standard error: a bar on a terminal, nothing elsewhere."""

import time
from types import TracebackType
from typing import Final, Self

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

_PATIENCE: Final = 0.7
"""Seconds before a bar appears: short runs do without."""
_INTERVAL: Final = 0.1


class ProgressBar:
    """A bar that appears once the work takes longer than a moment, and leaves nothing behind."""

    def __init__(self, console: Console, total: int | None) -> None:
        self._console = console
        self._bar = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            auto_refresh=True,
        )
        self._task = self._bar.add_task("", total=total)
        self._due = time.monotonic() + _PATIENCE
        self._started = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._started:
            self._bar.stop()

    def show(self, text: str, completed: int) -> None:
        """Say how far the work is; on a terminal, ten times a second at most."""
        now = time.monotonic()
        if now < self._due or not self._console.is_terminal:
            return
        if not self._started:
            self._bar.start()
            self._started = True
        self._due = now + _INTERVAL
        self._bar.update(self._task, description=text, completed=completed)

    def print(self, line: str) -> None:
        """Write a line above the bar."""
        self._console.print(line, soft_wrap=True)
