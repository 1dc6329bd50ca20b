"""The formats that articles are read in. Apart from their reader, so that an option can name them before it is loaded."""

from typing import Final, Literal

Format = Literal["auto", "jsonl", "json", "text"]

SUFFIXES: Final[dict[str, Format]] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".txt": "text",
    ".text": "text",
}
"""File name suffixes and the formats they stand for; in a directory, files with others are left out."""
STDIN: Final = "-"
"""Stands for standard input among the file names."""
