"""The tables of one's own that are merged over the built-in ones: a file, or a folder of files.

A table is known by its header: people, things (organisations, places and the like), or names that several records share
on purpose.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from stream.errors import ConfigurationError
from stream.nlp.knowledge.entries import PEOPLE, THINGS
from stream.nlp.knowledge.tables import Row, Wrong, columns_of, read, refuse

SHARED: Final = ("key", "names")
"""Columns of a table of names that several records share on purpose."""
Columns = tuple[str, ...]
_KNOWN: Final = (PEOPLE, THINGS, SHARED)
_DIGITS: Final = 16
"""Hexadecimal digits of the digest: enough to tell any two states of the tables apart."""


@dataclass(frozen=True, slots=True)
class OwnTables:
    """Tables of one's own, by what they hold."""

    files: Mapping[Columns, tuple[Path, ...]]
    digest: str | None
    """What tells one state of the tables from another; None where there are none."""

    def rows(self, columns: Columns, wrong: Wrong = refuse) -> Iterator[Row]:
        """The lines of the tables with these columns; see :func:`stream.nlp.knowledge.tables.read`."""
        for file in self.files.get(columns, ()):
            yield from read(file, columns, name=str(file), wrong=wrong)


def own_tables(path: Path | None) -> OwnTables:
    """The tables of a file, or of the ``.tsv`` files in a folder, by name.

    Raises:
        ConfigurationError: the path cannot be read, no table is there, or a header is that of none.

    """
    files: dict[Columns, tuple[Path, ...]] = {}
    digest = hashlib.sha256()
    try:
        for file in _files(path) if path else ():
            columns = columns_of(file, str(file))
            if columns not in _KNOWN:
                raise ConfigurationError(f"{file}: its columns are those of no table", hint=_hint())
            files[columns] = (*files.get(columns, ()), file)
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    except OSError as error:
        raise ConfigurationError(f"{error.filename}: {error.strerror}", hint="Check COMMUNIQUE_KNOWLEDGE.") from None
    return OwnTables(files, digest.hexdigest()[:_DIGITS] if files else None)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(file for file in path.iterdir() if file.suffix == ".tsv" and not file.name.startswith("."))
    if not found:
        raise ConfigurationError(f"{path}: no table (.tsv) in it", hint="Check COMMUNIQUE_KNOWLEDGE.")
    return found


def _hint() -> str:
    listed = "; or ".join(", ".join(columns) for columns in _KNOWN)
    return f"The first line names them, separated by tabs: {listed}."
