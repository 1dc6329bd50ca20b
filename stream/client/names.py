"""When a name that a person typed is meant by a name in an article."""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"\w+")


def name_matches(typed: str, name: str) -> bool:
    """Whether the typed words stand in the name, whole and one after the other.

    Case, accents and punctuation do not count. In scripts written without spaces (Chinese, Japanese) and in Korean,
    where particles hang on to the name, the typed characters may stand anywhere in it.
    """
    wanted, found = _words(typed), _words(name)
    if not wanted:
        return False
    if any(unicodedata.east_asian_width(character) == "W" for word in wanted for character in word):
        return "".join(wanted) in "".join(found)
    return any(found[at : at + len(wanted)] == wanted for at in range(len(found) - len(wanted) + 1))


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[str, ...]:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(character for character in decomposed if not unicodedata.combining(character))
    return tuple(_WORD.findall(plain))
