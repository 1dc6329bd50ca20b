"""Records that are no articles, and what the worker must say of them."""

import re
from dataclasses import dataclass

MEGABYTES = 1024 * 1024
DEEP = 10_000


@dataclass(frozen=True, slots=True)
class Faulty:
    """A record's value and the dead letter that it must become."""

    value: bytes | None
    error: str
    """Stable code."""
    message: re.Pattern[str]
    """What the message must name: the fault and its place."""


def _faulty(value: bytes | None, error: str, message: str) -> Faulty:
    return Faulty(value, error, re.compile(message))


FAULTY = {
    "broken JSON": _faulty(b'{"title": "Cut off", "text": "The mini', "invalid-json", r"line 1, column \d+"),
    "array": _faulty(b'[{"text": "An article in a list."}]', "not-an-object", "array"),
    "number": _faulty(b"42", "not-an-object", "number"),
    "null": _faulty(b"null", "not-an-object", "null"),
    "no text": _faulty(b'{"id": "no-text", "title": "Headline only"}', "invalid-article", "text: .*required"),
    "blank text": _faulty(b'{"text": " \\n\\t\\u00a0 "}', "invalid-article", "text: is blank"),
    "wrong types": _faulty(b'{"text": 7, "title": ["a"], "url": {}}', "invalid-article", "(?s)url.*title.*text"),
    "20 MB of text": _faulty(
        b'{"text": "' + b"The minister said so. " * (20 * MEGABYTES // 22) + b'"}', "too-large", r"\d{8} bytes"
    ),
    "invalid UTF-8": _faulty(b'{"text": "caf\xe9 au lait"}', "invalid-json", "UTF-8.*0xe9.* 13"),
    "lone surrogates": _faulty(b'{"text": "Half \\ud83d of a pair."}', "invalid-json", "surrogate.*line 1, column"),
    "NUL bytes": _faulty(b'{"text": "A NUL \\u0000 in it."}', "invalid-article", r"text: .*NUL.* 6"),
    "deep nesting": _faulty(
        b'{"text": "Deep.", "metadata": ' + b'{"a":' * DEEP + b"1" + b"}" * (DEEP + 1),
        "invalid-json",
        "(?i)recursion|deep|depth",
    ),
    "no value": _faulty(None, "invalid-json", "no value"),
    "raw NUL bytes": _faulty(b'{"text": "A raw \0 in it."}', "invalid-json", "line 1, column"),
    "deep arrays": _faulty(b"[" * DEEP + b"]" * DEEP, "invalid-json", "(?i)recursion|deep|depth"),
    "nested too deep to write": _faulty(
        b'{"text": "Deep.", "metadata": {"a": ' + b"[" * 500 + b"]" * 500 + b"}}", "invalid-article", "metadata: .*deep"
    ),
}
"""The twelve kinds of bad input that are promised to be survived, and some more."""
