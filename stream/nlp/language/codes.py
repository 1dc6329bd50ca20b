"""Language codes: every detector's own turned into ISO 639-1, or 639-3 where there is no two-letter code."""

from collections.abc import Mapping
from functools import lru_cache

_SAME: Mapping[str, str] = {
    "no": "nb",
    "sh": "hr",
    "iw": "he",
    "in": "id",
    "jw": "jv",
    "fil": "tl",
    "zh-cn": "zh",
    "wuu": "zh",
    "yue": "zh",
    "arz": "ar",
    "azb": "az",
    "pnb": "pa",
}
"""Old codes, and codes that stand for a written language of their own only in a detector's corpus."""


@lru_cache(maxsize=1024)
def canonical(code: str) -> str:
    """The contract's code for a detector's, or for the language subtag of a BCP 47 tag."""
    plain = code.replace("_", "-").lower()
    return _SAME.get(plain) or _SAME.get(plain.partition("-")[0]) or plain.partition("-")[0]
