"""From a language's table of demonyms to all their forms.

A table has one country a line: its code, then words. The rules that make a word's forms are the language's own and
stand beside its table.
"""

from collections.abc import Callable, Iterable, Mapping

Inflect = Callable[[str], Iterable[str]]


def parse(table: str) -> dict[str, tuple[str, ...]]:
    """The words of each country: code to words, as they stand, underscores read as blanks.

    Raises:
        ValueError: a code comes twice.

    """
    words: dict[str, tuple[str, ...]] = {}
    for line in filter(None, map(str.strip, table.splitlines())):
        code, *listed = line.split()
        if code in words:
            raise ValueError(f"{code} comes twice")
        words[code] = tuple(word.replace("_", " ") for word in listed)
    return words


def forms(words: Mapping[str, Iterable[str]], inflect: Inflect) -> dict[str, str]:
    """Lower-case form to country code. A form of two countries is that of the one that comes first."""
    found: dict[str, str] = {}
    for code, listed in words.items():
        for word in listed:
            for form in inflect(word):
                found.setdefault(form.lower(), code)
    return found
