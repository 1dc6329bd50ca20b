"""Reading the data files: tab-separated tables with a header line."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final, NoReturn

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


def refuse(error: ConfigurationError) -> NoReturn:
    """What is done about a faulty line where nobody collects them."""
    raise error


Wrong = Callable[[ConfigurationError], None]
"""Is told of each faulty line, which is then left out."""


def read(file: Traversable, columns: tuple[str, ...], *, name: str = "", wrong: Wrong = refuse) -> Iterator[Row]:
    """The lines of a table, in order.

    Lines may be shorter than the header: the last cells are empty then. Blank lines and those that start with # are
    left out.

    Args:
        file: the table.
        columns: its header.
        name: what messages call the file, where it is not by its name alone.
        wrong: is told what is wrong with a line, or with the header; the default raises it.

    Raises:
        ConfigurationError: the header is not that of ``columns``, a line has more cells than it, or is not UTF-8.

    """
    name = name or file.name
    header: tuple[str, ...] | None = None
    for number, cells in _lines(file, name, wrong):
        if header is None:
            header = cells
            if header != columns:
                wrong(ConfigurationError(f"{name}:{number}: the columns are {header}, expected {columns}"))
                return
            continue
        row = Row(f"{name}:{number}", dict.fromkeys(columns, ""))
        if len(cells) > len(columns):
            wrong(row.error(f"{len(cells)} cells, at most {len(columns)} expected"))
            continue
        row.cells.update(zip(columns, map(str.strip, cells), strict=False))
        yield row


def columns_of(file: Traversable, name: str = "") -> tuple[str, ...]:
    """The header of a table; empty for a file without one."""
    return next((cells for _, cells in _lines(file, name or file.name, refuse)), ())


def _lines(file: Traversable, name: str, wrong: Wrong) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Number and cells of the lines that say something."""
    with file.open("rb") as stream:
        for number, raw in enumerate(stream, start=1):
            try:
                line = raw.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
            except UnicodeDecodeError as error:
                fault = f"{name}:{number}: not UTF-8: byte 0x{raw[error.start]:02x}"
                wrong(ConfigurationError(fault, hint="Save the table as UTF-8."))
                continue
            if line.strip() and not line.startswith("#"):
                yield number, tuple(line.split("\t"))


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
