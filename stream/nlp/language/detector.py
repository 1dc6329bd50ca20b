"""Which language a text is in: two fast detectors, and a third for what they cannot tell apart."""

import re
from functools import lru_cache

from stream.nlp.language.detectors import Scores, eld, fasttext, lingua
from stream.nlp.language.marks import weighed
from stream.nlp.language.script import prevailing, scripts

SAMPLE = 1_500
"""Code points that are looked at."""
MIN_LETTERS = 12
"""Fewer letters of an alphabet (a third of it in Han, kana or Hangul) are too few to tell."""
_SURE = 0.7
"""fastText's score above which a language is taken where both fast detectors name it."""
_NEAR = frozenset({"hr", "bs", "sr", "id", "ms", "nb", "nn", "da", "zu", "xh", "st", "tn", "nl", "af"})
"""Languages with a near relative that the fast detectors take them for."""
_RARE = frozenset({"lg", "mi", "sn", "st", "tn", "ts", "xh", "zu", "yo", "so", "sw", "af", "la", "eo", "cy", "ga"})
"""Languages in Latin script that a fast detector does not know or hardly finds."""
_RELATIVES: dict[str, frozenset[str]] = {
    code: group
    for group in map(
        frozenset,
        (
            ("hr", "bs", "sr", "sl"),
            ("id", "ms", "tl"),
            ("nb", "nn", "da", "sv"),
            ("cs", "sk"),
            ("nl", "af"),
            ("es", "ca", "pt"),
            ("hi", "mr"),
            ("mk", "bg", "sr"),
            ("zu", "xh"),
            ("ar", "fa", "ur"),
        ),
    )
    for code in group
}
_NOISE = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|[@#]\w+|[\d\W_]{8,}")
_BY_SCRIPT = {
    "Grek": "el",
    "Hebr": "he",
    "Hang": "ko",
    "Kore": "ko",
    "Jpan": "ja",
    "Thai": "th",
    "Laoo": "lo",
    "Khmr": "km",
    "Mymr": "my",
    "Beng": "bn",
    "Guru": "pa",
    "Gujr": "gu",
    "Orya": "or",
    "Taml": "ta",
    "Telu": "te",
    "Knda": "kn",
    "Mlym": "ml",
    "Sinh": "si",
    "Tibt": "bo",
    "Geor": "ka",
    "Armn": "hy",
    "Thaa": "dv",
    "Hans": "zh",
    "Hant": "zh",
}
"""Scripts that one language has (nearly) for itself."""


def scores(text: str, hint: str | None = None) -> tuple[Scores, str | None]:
    """Languages with their estimated probability, best first (none where the text is too short or in none), and the script.

    Args:
        text: the text, or enough of it.
        hint: language code that the publisher gave; weighed only between languages that the text allows.

    """
    sample = _NOISE.sub(" ", text[:SAMPLE])
    counts = scripts(sample)
    script = prevailing(sample, counts)
    letters = sum(counts.values())
    dense = counts.get("Hani", 0) + counts.get("Kana", 0) + counts.get("Hang", 0)
    if script is None or letters + 3 * dense < MIN_LETTERS:
        return {}, script
    alone = _BY_SCRIPT.get(script)
    if alone is not None:
        return {alone: 0.99}, script
    sample = " ".join(sample.split())
    if sample.isupper():
        sample = sample.lower()
    found = _normalised(weighed(_fast(sample), sample))
    if hint is None or hint not in found:
        return found, script
    return _normalised({code: score * (3.0 if code == hint else 1.0) for code, score in found.items()}), script


@lru_cache(maxsize=512)
def _fast(sample: str) -> Scores:
    first, second = fasttext(sample), eld(sample)
    best = next(iter(first), None)
    score = first.get(best, 0.0) if best else 0.0
    if best is not None and best == next(iter(second), None) and score > _SURE and best not in _NEAR:
        return _normalised(first)
    among = (
        frozenset(list(first)[:3]) | frozenset(list(second)[:2]) | _RARE
        if sample.isascii() or score < _SURE
        else frozenset(list(first)[:3]) | frozenset(list(second)[:2])
    )
    among |= frozenset().union(*(_RELATIVES.get(code, frozenset()) for code in list(first)[:2]))
    settled = lingua(sample, among)
    if not settled:
        return _normalised(first)
    return _normalised(settled)


def _normalised(found: Scores) -> Scores:
    total = sum(found.values())
    if total <= 0:
        return {}
    return dict(sorted(((code, score / total) for code, score in found.items()), key=lambda item: (-item[1], item[0])))
