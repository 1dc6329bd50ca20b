"""Where the values of a JSON file begin and end: a scanner that holds one value at a time, however long the file is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_CHUNK = 1 << 16
_BLANK = b" \t\r\n\xef\xbb\xbf"
_MARK = re.compile(rb'\\.|["{}\[\],]', re.DOTALL)


@dataclass(frozen=True, slots=True)
class RawValue:
    """One value of a file, still as bytes."""

    line: int
    """Line that it begins in, from 1."""
    value: bytes
    """Its bytes; only the first ones where it is longer than the limit."""
    size: int
    """Its whole length in bytes."""
    fault: str = ""
    """What is wrong with the file here."""


def lines(file: BinaryIO, limit: int) -> Iterator[RawValue]:
    """The lines that are not blank (JSON Lines), without their line ends.

    A line longer than ``limit`` bytes is read past and given with its size and its beginning alone.
    """
    number = 0
    while line := file.readline(limit + 2):
        number += 1
        size, end = len(line), line
        while not end.endswith(b"\n") and (end := file.readline(_CHUNK)):
            size += len(end)
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip() or size > len(line):
            value = line.rstrip(b"\r\n") if size == len(line) else line
            yield RawValue(number, value, size if size > len(line) else len(value))


def values(file: BinaryIO, limit: int) -> Iterator[RawValue]:
    """The elements of a JSON array, or JSON objects one after the other with or without blanks between them.

    Only brackets, braces, commas and quotation marks are looked at: a value that is broken inside is given as it is,
    and the next one is found again where its brackets are balanced.
    """
    return _Scanner(file, limit).values()


class _Scanner:
    """State of the scan: the value being read, its depth of nesting, and whether that is inside a string."""

    def __init__(self, file: BinaryIO, limit: int) -> None:
        self._file = file
        self._limit = limit
        self._line = 1
        self._in_array = False
        self._array_ended = False
        self._start()

    def _start(self) -> None:
        self._value = bytearray()
        self._size = 0
        self._first_line = 0
        self._depth = 0
        self._in_string = False

    def values(self) -> Iterator[RawValue]:
        rest = b""
        while chunk := self._file.read(_CHUNK):
            data, rest = _whole_escapes(rest + chunk)
            yield from self._scan(data)
        self._add(rest)
        yield from self._end()
        if self._in_array:
            yield RawValue(self._line, b"", 0, "the array does not end: the file is cut off")

    def _scan(self, data: bytes) -> Iterator[RawValue]:
        at = 0
        for mark in _MARK.finditer(data):
            symbol = mark[0]
            if symbol == b'"':
                self._in_string = not self._in_string
            elif self._in_string:
                continue
            elif self._depth == 0:
                self._add(data[at : mark.start()])
                separates = self._is_separator(symbol)
                if separates or (symbol in b"{[" and not self._in_array):
                    yield from self._end()
                self._depth = int(symbol in b"{[" and not separates)
                at = mark.end() if separates else mark.start()
            else:
                self._depth += 1 if symbol in b"{[" else -1 if symbol in b"}]" else 0
                if self._depth == 0 and not self._in_array:
                    self._add(data[at : mark.end()])
                    yield from self._end()
                    at = mark.end()
        self._add(data[at:])

    def _is_separator(self, symbol: bytes) -> bool:
        """Whether a mark outside of all values divides them: the array's own brackets and its commas."""
        if symbol == b"[" and not self._in_array and self._size == 0 and not self._array_ended:
            self._in_array = True
            return True
        if symbol == b"]" and self._in_array:
            self._in_array, self._array_ended = False, True
            return True
        return symbol == b"," and self._in_array

    def _add(self, data: bytes) -> None:
        if self._size == 0:
            text = data.lstrip(_BLANK)
            self._line += data.count(b"\n", 0, len(data) - len(text))
            data = text
            if data:
                self._first_line = self._line
        self._size += len(data)
        self._line += data.count(b"\n")
        room = self._limit + 1 - len(self._value)
        self._value += data[: max(room, 0)]

    def _end(self) -> Iterator[RawValue]:
        if self._size:
            whole = self._size == len(self._value)
            value = bytes(self._value.rstrip(_BLANK) if whole else self._value)
            yield RawValue(self._first_line, value, len(value) if whole else self._size)
        self._start()


def _whole_escapes(data: bytes) -> tuple[bytes, bytes]:
    """The data up to a backslash that may belong to the next chunk, and the rest."""
    backslashes = len(data) - len(data.rstrip(b"\\"))
    return (data[:-1], data[-1:]) if backslashes % 2 else (data, b"")
