"""A table of strings that takes little memory: some 15 bytes a string besides its letters, where a dict takes 200.

The strings stand one behind another in one piece of memory, in UTF-8; they are found by hashing with linear probing
(Knuth, The Art of Computer Programming 3, 6.4, algorithm L).
"""

from array import array
from collections.abc import Collection, Iterator
from typing import Final
from zlib import crc32

_SPARSE: Final = 2
"""Slots for each string, at least: with half of them empty, few strings are compared."""


class StringTable:
    """Distinct strings, each with its place; fixed once it is made."""

    __slots__ = ("_letters", "_mask", "_slots", "_starts")

    def __init__(self, strings: Collection[str]) -> None:
        self._mask = mask = (1 << (_SPARSE * len(strings)).bit_length()) - 1
        self._slots = slots = array("I", bytes(4 * (mask + 1)))
        self._starts = starts = array("I", [0])
        letters = bytearray()
        for place, string in enumerate(strings, start=1):
            encoded = string.encode()
            letters += encoded
            starts.append(len(letters))
            slot = crc32(encoded) & mask
            while slots[slot]:
                slot = (slot + 1) & mask
            slots[slot] = place
        self._letters = bytes(letters)

    def find(self, string: str) -> int | None:
        """The string's place, counted from 0; None for a string that is not in the table."""
        encoded = string.encode("utf-8", "surrogatepass")
        slot = crc32(encoded) & self._mask
        while place := self._slots[slot]:
            if self._letters[self._starts[place - 1] : self._starts[place]] == encoded:
                return place - 1
            slot = (slot + 1) & self._mask
        return None

    def __getitem__(self, place: int) -> str:
        """The string in that place."""
        return self._letters[self._starts[place] : self._starts[place + 1]].decode()

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __iter__(self) -> Iterator[str]:
        """All strings, in the order in which they were given."""
        return map(self.__getitem__, range(len(self)))
