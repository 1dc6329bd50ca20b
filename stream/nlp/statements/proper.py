"""The proper name beside an office or a word of respect, where its form shows it and no mention need be known."""

import re

from stream.nlp.document import Token
from stream.nlp.statements.model import Range
from stream.nlp.statements.scene import Scene

_RESPECTED = re.compile(r"(?:[㐀-鿿々]+[ぁ-ゖ]{0,4}|[゠-ヿA-Za-z=＝・.]+)$")
_FULL = re.compile(r"(?:(?<=の)[㐀-鿿々]{3,5}|^[㐀-鿿々]{4,5})(?<![県府都市町村区国省庁党州社院部局会団軍室課])$")
"""Family and given name in front of an office; what ends in a word for a place or body is none."""
_FOREIGN = re.compile(r"[゠-ヿA-Za-z=＝・.]+(?:[  ][゠-ヿA-Za-z・.]+)*$")
_HAN = re.compile(r"(?:[㐀-鿿]{2,4}|[㐀-鿿·•・-]{3,25})$")
_AGE = re.compile(r"[（(][^）)]*[）)]$")
_MARKS = " \t\u3000\xa0,،、，"
_COMMAS = ",،"
_ARTICLES = ("ال", "لل", "بال", "وال")
_MIN_WORDS = 2
_MAX_WORDS = 4


def without_age(scene: Scene, start: int, end: int) -> int:
    """The end of a mention without the age in brackets behind it."""
    found = _AGE.search(scene.text[start:end])
    return start + found.start() if found else end


def name(scene: Scene, start: int, end: int, noun: tuple[str, Range] | None) -> Range | None:
    """The proper name in a mention that a noun heads; None where its form does not show it."""
    end = without_age(scene, start, end)
    for word in scene.lexicon.honorifics:
        if scene.text.endswith(word, start + 1, end):
            return _matched(_RESPECTED, scene, start, end - len(word))
    if noun is None:
        return None
    low, high = noun[1]
    if scene.lexicon.cased:
        return _capitalised(scene, high, end)
    if scene.lexicon.spaced:
        return _beside_comma(scene, start, end, noun[1]) or _behind(scene, end, noun)
    if high < end:
        rest = scene.trim(high, end, _MARKS)
        return rest if _HAN.fullmatch(scene.text[slice(*rest)]) else None
    full = _matched(_FULL, scene, start, low) if noun[0] not in scene.lexicon.units else None
    return full or _matched(_FOREIGN, scene, start, low)


def _matched(pattern: re.Pattern[str], scene: Scene, start: int, end: int) -> Range | None:
    found = pattern.search(scene.text[start:end])
    return (start + found.start(), start + found.end()) if found else None


def _capitalised(scene: Scene, start: int, end: int) -> Range | None:
    """The words with a capital that end a mention."""
    tokens = [token for token in scene.tokens_within(start, end) if token.end <= end]
    if not tokens or not all(token.text[0].isupper() for token in tokens):
        return None
    return tokens[0].start, tokens[-1].end


def _beside_comma(scene: Scene, start: int, end: int, noun: Range) -> Range | None:
    """The part of a mention that a comma sets apart from the office (المتحدث، عادل منصور; نادر بهمنی، مدیرعامل …)."""
    comma = next((place for place in range(start, end) if scene.text[place] in _COMMAS), None)
    if comma is None or noun[0] <= comma < noun[1]:
        return None
    part = scene.trim(start, comma, _MARKS) if noun[0] > comma else scene.trim(comma + 1, end, _MARKS)
    count = len(scene.text[slice(*part)].split())
    return part if 1 <= count <= _MAX_WORDS and not set(scene.text[slice(*part)]) & set(_COMMAS) else None


def _behind(scene: Scene, end: int, noun: tuple[str, Range]) -> Range | None:
    """The words behind an Arabic office and what tells of what it is one, which has the article."""
    words = scene.lexicon
    if words.order != "vso" or noun[0] in words.anonymous:
        return None
    if noun[0] not in words.titles and words.referents.get(noun[0]) != "person":
        return None
    tokens = [token for token in scene.tokens_within(noun[1][1], end) if token.end <= end]
    while tokens and _describes(scene, tokens[0]):
        tokens.pop(0)
    plain = all(token.text.isalpha() and token.text not in words.openers for token in tokens)
    if not plain or not _MIN_WORDS <= len(tokens) <= _MAX_WORDS or _names_others(scene, tokens):
        return None
    return tokens[0].start, tokens[-1].end


def _describes(scene: Scene, token: Token) -> bool:
    """Whether a word goes on telling what an office is one of."""
    words, text = scene.lexicon, token.text
    known = text in words.demonyms or text in words.links or text in words.referents or text in words.bodies
    return known or text.startswith(_ARTICLES) or text in ("باسم", "في", "لدى")


def _names_others(scene: Scene, tokens: list[Token]) -> bool:
    """Whether the name of a country or body stands in the words, which then are no person's name alone."""
    inside = scene.mentions_within(tokens[0].start, tokens[-1].end)
    return any(named.entity.type != "person" for named in inside)
