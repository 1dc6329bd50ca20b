"""Articles from files and standard input, one at a time, each with the place where it stands.

Formats: JSON Lines, a JSON array (or JSON objects one after the other), and plain text, one article a file. A file is
never held whole, save for plain text within the limit.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader, FileIO
from pathlib import Path

from schemas import Article
from stream.cli import jsonvalues
from stream.cli.formats import STDIN, SUFFIXES, Format
from stream.errors import CommuniqueError, InvalidArticleError, InvalidJSONError, RecordTooLargeError, UsageError
from stream.kafka.codec import decode_article, to_article
from stream.settings import MAX_NESTING

_STDIN_NAME = "<stdin>"
_LONGEST_TITLE = 300
_SNIFF = 1 << 16


@dataclass(frozen=True, slots=True)
class Position:
    """Where a value stands: written ``news.jsonl:12``."""

    name: str
    """File as it was named, or ``<stdin>``."""
    line: int
    """Line from 1; 0 for a file that is one article as a whole."""

    def __str__(self) -> str:
        return f"{self.name}:{self.line}" if self.line else self.name


@dataclass(frozen=True, slots=True)
class Accepted:
    """An article as it was read, with its id."""

    position: Position
    article: Article


@dataclass(frozen=True, slots=True)
class Refused:
    """What is not an article, and why."""

    position: Position
    error: CommuniqueError


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line as it is."""

    position: Position
    value: bytes


class Inputs:
    """Files, directories (their own files, not those further down) and ``-`` for standard input, in the order given.

    ``limit`` is the largest article in bytes; what is larger is refused without being held in memory. ``nesting`` is the
    deepest nesting of an article's metadata.

    Raises:
        UsageError: a path does not exist or cannot be read, a directory holds no article file, or a format is unknown.

    """

    def __init__(
        self,
        paths: Sequence[str],
        *,
        limit: int,
        nesting: int = MAX_NESTING,
        format: Format = "auto",  # noqa: A002 - as the option
    ) -> None:
        self._limit = limit
        self._nesting = nesting
        self._format = format
        self._files = [file for path in paths or (STDIN,) for file in _expand(path)]
        self._before = 0
        self.consumed = 0
        """Bytes read so far, for whoever shows it in another thread than the one that reads."""
        if self._files.count(STDIN) > 1:
            raise UsageError("standard input (-) can be read only once")

    @property
    def total(self) -> int | None:
        """Bytes in all, where they are known ahead: not for standard input and pipes."""
        paths = [Path(file) for file in self._files]
        if any(file == STDIN or not path.is_file() for file, path in zip(self._files, paths, strict=True)):
            return None
        return sum(path.stat().st_size for path in paths)

    def articles(self) -> Iterator[Accepted | Refused]:
        """The articles, and what had to be refused, in the order of the input."""
        for name, format_, file in self._opened():
            with _reading(name):
                if format_ == "text":
                    yield self._text(name, file)
                else:
                    split = jsonvalues.lines if format_ == "jsonl" else jsonvalues.values
                    for raw in split(file, self._limit):
                        self._count(file)
                        yield self._article(Position(name, raw.line), raw)

    def lines(self) -> Iterator[RawLine | Refused]:
        """Every line that is not blank, as it is and whatever it is."""
        for name, _format, file in self._opened():
            with _reading(name):
                for raw in jsonvalues.lines(file, self._limit):
                    self._count(file)
                    position = Position(name, raw.line)
                    yield (
                        Refused(position, _too_large(raw.size, self._limit))
                        if raw.size > self._limit
                        else RawLine(position, raw.value)
                    )

    def _opened(self) -> Iterator[tuple[str, Format, BufferedReader]]:
        for name in self._files:
            if name == STDIN:
                stdin = _stdin()
                yield _STDIN_NAME, self._format_of(_STDIN_NAME, stdin), stdin
                continue
            with _reading(name), _open(FileIO(name)) as file:
                yield name, self._format_of(name, file), file
                self._count(file)
            self._before = self.consumed

    def _count(self, file: BufferedReader) -> None:
        if file.seekable():
            self.consumed = self._before + file.tell()

    def _format_of(self, name: str, file: BufferedReader) -> Format:
        if self._format != "auto":
            return self._format
        known = SUFFIXES.get(Path(name).suffix.lower())
        if known in ("jsonl", "text"):
            return known
        start = file.peek(_SNIFF).removeprefix(b"\xef\xbb\xbf").lstrip()
        if start.startswith(b"{"):
            # An object that ends in its first line is one of several lines; else it is spread out over many.
            return "jsonl" if start.partition(b"\n")[0].rstrip().endswith(b"}") else "json"
        if known or start.startswith(b"["):
            return "json"
        if name == _STDIN_NAME or not start:
            return "jsonl"
        raise UsageError(f"{name}: cannot tell its format", hint="Say it with --format jsonl, json or text.")

    def _article(self, position: Position, raw: jsonvalues.RawValue) -> Accepted | Refused:
        if raw.fault:
            return Refused(position, InvalidJSONError(raw.fault))
        if raw.size > self._limit:
            return Refused(position, _too_large(raw.size, self._limit))
        try:
            return Accepted(position, decode_article(raw.value, limit=self._limit, nesting=self._nesting))
        except CommuniqueError as error:
            return Refused(position, error)

    def _text(self, name: str, file: BufferedReader) -> Accepted | Refused:
        position = Position(name, 0)
        value = file.read(self._limit + 1)
        if len(value) > self._limit:
            return Refused(position, _too_large(None, self._limit))
        try:
            title, text = _title_and_text(value.decode("utf-8-sig"))
            return Accepted(position, to_article({"title": title, "text": text}))
        except UnicodeDecodeError as error:
            fault = f"not UTF-8: byte 0x{value[error.start]:02x} at byte {error.start}"
            return Refused(position, InvalidArticleError(fault))
        except CommuniqueError as error:
            return Refused(position, error)


@contextmanager
def _reading(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UsageError(f"{name}: {error.strerror}") from None


def _stdin() -> BufferedReader:
    if sys.stdin is None:
        raise UsageError("standard input is closed")
    # A reader of its own: the interpreter could not end while a thread waits in that of sys.stdin.
    return _open(FileIO(sys.stdin.fileno(), closefd=False))


def _open(file: FileIO) -> BufferedReader:
    return BufferedReader(file, _SNIFF)


def _expand(path: str) -> list[str]:
    if path == STDIN:
        return [path]
    if not os.path.lexists(path):
        raise UsageError(f"{path}: no such file or directory")
    if not Path(path).is_dir():
        if not os.access(path, os.R_OK):
            raise UsageError(f"{path}: cannot be read")
        return [path]
    found = sorted(str(file) for file in Path(path).iterdir() if file.suffix.lower() in SUFFIXES and file.is_file())
    if not found:
        raise UsageError(f"{path}: no article file in it", hint=f"It looks for {', '.join(SUFFIXES)}")
    return found


def _too_large(size: int | None, limit: int) -> RecordTooLargeError:
    found = "more than that" if size is None else f"{size} bytes"
    return RecordTooLargeError(f"the limit of an article is {limit} bytes; this has {found}")


def _title_and_text(content: str) -> tuple[str | None, str]:
    """Headline and body of a plain text: its first line is the headline where an empty line follows it."""
    content = content.replace("\r\n", "\n").strip("\n")
    first, _, rest = content.partition("\n")
    if first.strip() and len(first) <= _LONGEST_TITLE and rest.startswith("\n") and rest.strip():
        return first.strip(), rest.strip("\n")
    return None, content
