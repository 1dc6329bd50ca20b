"""Reading the data files: tab-separated tables with a header line."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from stream.errors import ConfigurationError

DATA: Final[Traversable] = files("stream") / "data"
"""The folder of the data files."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table."""

    place: str
    """File and line, for messages."""
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def several(self, column: str) -> tuple[str, ...]:
        """The cell's entries, which bars separate."""
        return split(self.cells[column])

    def error(self, message: str) -> ConfigurationError:
        """What is wrong with this line, as an error that says where it is."""
        return ConfigurationError(f"{self.place}: {message}", hint="The format is described in stream/data/README.md.")


def split(cell: str) -> tuple[str, ...]:
    """Entries of a cell, which bars separate, without the blanks around them."""
    return tuple(entry for part in cell.split("|") if (entry := part.strip()))


def read(file: Traversable, columns: tuple[str, ...]) -> Iterator[Row]:
    """The lines of a table, in order.

    Lines may be shorter than the header: the last cells are empty then. Blank lines and those that start with # are
    left out.

    Raises:
        ConfigurationError: the header is not that of ``columns``, or a line has more cells than it.

    """
    header: tuple[str, ...] | None = None
    for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = tuple(cells)
            if header != columns:
                raise ConfigurationError(f"{file.name}:{number}: the columns are {header}, expected {columns}")
            continue
        row = Row(f"{file.name}:{number}", dict.fromkeys(columns, ""))
        if len(cells) > len(columns):
            raise row.error(f"{len(cells)} cells, at most {len(columns)} expected")
        row.cells.update(zip(columns, map(str.strip, cells), strict=False))
        yield row


def tables(folder: str) -> Iterator[Traversable]:
    """The tables of a data folder, by name."""
    return iter(sorted((file for file in (DATA / folder).iterdir() if file.name.endswith(".tsv")), key=_name))


def _name(file: Traversable) -> str:
    return file.name


def parse_date(text: str, *, last: bool) -> date | None:
    """A year, month or day in ISO 8601 form: its first day, or its ``last``; None for no text.

    Raises:
        ValueError: it is no such date.

    """
    if not text:
        return None
    year, month, day = ([int(part) for part in text.split("-")] + [0, 0])[:3]
    if day:
        return date(year, month, day)
    if not last:
        return date(year, month or 1, 1)
    following = date(year + 1, 1, 1) if month in (0, 12) else date(year, month + 1, 1)
    return following - timedelta(days=1)
