"""Which language a text is in: a fast detector, and two slower ones for what it does not know or cannot tell apart."""

import re
from functools import lru_cache
from math import exp

from stream.nlp.language.detectors import Scores, eld, fasttext, lingua, lingua_languages
from stream.nlp.language.marks import weighed
from stream.nlp.language.script import only, prevailing, scripts

SAMPLE = 1_000
"""Code points that are looked at."""
MIN_LETTERS = 10
"""Fewer letters of an alphabet (a third of it in Han, kana or Hangul) are too few to tell."""
_SHORT = 300
"""Code points that the slow detectors are given: more of a text does not make them surer."""
_COUNTED = 100
"""Characters of a longer sample, spread over it, whose script is counted."""
_GROUPS: dict[str, frozenset[str]] = {
    code: group
    for group in map(
        frozenset,
        (("hr", "bs"), ("id", "ms"), ("nb", "nn"), ("nl", "af"), ("mk", "bg", "sr"), ("hi", "mr")),
    )
    for code in group
}
"""Relatives that the n-grams of 60 languages take for each other, since they know one of them alone or hardly part them."""
_UNCOMMON = {
    "Latn": frozenset(
        {"af", "cy", "eo", "ga", "id", "la", "lg", "mi", "sn", "so", "st", "sw", "tn", "ts", "xh", "yo", "zu"}
    ),
    "Cyrl": frozenset({"kk", "mk", "mn"}),
}
"""Languages of a script that the n-grams of 60 languages do not know or hardly find."""
_PER_LETTER = 0.25
"""How much of a lead a letter is worth, as a logarithm of odds."""
_TOLD = 0.97
"""Likelihood by words and letters of its own above which one of a group of relatives is taken at once."""
_UNKNOWN = "әғқңұһөүӘҒҚҢҰҺӨҮ"
"""Cyrillic letters of languages that the n-grams do not know."""
_SURE = 0.6
"""FastText's score above which a language is taken that no other detector knows."""
_ENOUGH = 100
"""Code points that such a language must be told from."""
_NOISE = re.compile(r"(?:https?://|www\.)\S+|\S{1,64}@\S+|[@#]\w+|[\d\W_]{8,}")
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
    sample = text[:SAMPLE]
    if "@" in sample or "#" in sample or "://" in sample or "www." in sample:
        sample = _NOISE.sub(" ", sample)
    counts = scripts(sample if len(sample) <= _SHORT else sample[:: len(sample) // _COUNTED])
    script = prevailing(sample, counts)
    letters = sum(counts.values())
    dense = counts.get("Hani", 0) + counts.get("Kana", 0) + counts.get("Hang", 0)
    if script is None or letters + 3 * dense < MIN_LETTERS:
        return {}, script
    alone = _BY_SCRIPT.get(script)
    if alone is not None:
        return {alone: 0.99}, script
    sample = only(sample, script) if len(counts) > 1 else sample
    if sample.isupper():
        sample = sample.lower()
    found = _found(sample, script)
    if hint is None or hint not in found:
        return found, script
    return _normalised({code: score * (3.0 if code == hint else 1.0) for code, score in found.items()}), script


@lru_cache(maxsize=512)
def _found(sample: str, script: str) -> Scores:
    """N-grams of 60 languages first, which are right where they are sure; the slow ones for what they cannot know."""
    first, reliable = ({}, False) if script == "Cyrl" and any(letter in sample for letter in _UNKNOWN) else eld(sample)
    best = next(iter(first), None)
    if best is not None and reliable and best not in _GROUPS:
        scale = _PER_LETTER * len(sample)
        return _normalised({code: exp(scale * (score - first[best])) for code, score in first.items()})
    short = _cut(" ".join(sample.split()))
    if best is not None and reliable:
        return _parted(first, best, sample, short)
    second = fasttext(short)
    other = next(iter(second), None)
    if (
        other is not None
        and second[other] > _SURE
        and len(sample) >= _ENOUGH
        and other not in first
        and other not in lingua_languages()
    ):
        return _normalised(second)
    among = frozenset([*list(first)[:3], *list(second)[:3]]) | _UNCOMMON.get(script, frozenset())
    if best in _GROUPS:
        among |= _GROUPS[best]
    return _normalised(weighed(lingua(short, among) or second, sample))


def _parted(first: Scores, best: str, sample: str, short: str) -> Scores:
    """A group of relatives settled by what one of them alone writes, else by lingua restricted to them."""
    group = _GROUPS[best]
    told = weighed(dict.fromkeys(group, 1 / len(group)), sample)
    if max(told.values()) > _TOLD:
        return _normalised(told)
    return _normalised(weighed(lingua(short, group) or first, sample))


def _cut(sample: str) -> str:
    """Enough of a sample for the slow detectors, ended between two words where there is a space."""
    if len(sample) <= _SHORT:
        return sample
    return sample[:_SHORT].rpartition(" ")[0] or sample[:_SHORT]


def _normalised(found: Scores) -> Scores:
    total = sum(found.values())
    if total <= 0:
        return {}
    return dict(sorted(((code, score / total) for code, score in found.items()), key=lambda item: (-item[1], item[0])))
