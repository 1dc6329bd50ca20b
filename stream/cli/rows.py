"""Tables that grow: rows are written as they come, in columns that fit the terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from stream.cli.columns import Column
from stream.cli.visible import LONGEST, visible

_GAP = 2
_TALLEST = 40
"""Lines of a cell, about: what is longer is cut."""
_NARROWEST = 10
"""Cells that a shared column wants at least; in a terminal still narrower, all columns shrink."""


class Rows:
    """Writes rows under headings, which stand before the first row."""

    def __init__(self, console: Console, columns: Sequence[Column]) -> None:
        self._console = console
        self._columns = columns
        self._begun = False

    def add(self, event: object) -> None:
        """Write one event's row. Long text is wrapped in its column; what is unsafe for a terminal is written as code."""
        if not self._begun:
            self._begun = True
            self._write([Text(column.heading, "bold underline") for column in self._columns])
        limits = (min(LONGEST, width * _TALLEST) for width in self._widths())
        self._write(
            [
                Text(visible(column.cell(event), limit), column.style)
                for column, limit in zip(self._columns, limits, strict=True)
            ]
        )

    def _write(self, cells: Sequence[Text]) -> None:
        table = Table(box=None, show_header=False, show_edge=False, pad_edge=False, padding=(0, _GAP, 0, 0))
        for width in self._widths():
            table.add_column(width=width, overflow="fold")
        table.add_row(*cells)
        self._console.print(table)

    def _widths(self) -> list[int]:
        fixed = sum(column.width for column in self._columns)
        shared = sum(not column.width for column in self._columns)
        left = self._console.width - fixed - _GAP * (len(self._columns) - 1)
        return [column.width or max(left // max(shared, 1), _NARROWEST) for column in self._columns]
