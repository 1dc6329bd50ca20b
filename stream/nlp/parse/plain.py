"""Words and sentences without a model, for every script.

Words are runs of letters, marks and digits, joined by apostrophes and hyphens inside; every other sign is a word of its own.
In Italian what an apostrophe elides is a word too (l'accordo is l' and accordo).
Scripts written without spaces (Han, kana, Thai, Lao, Khmer, Burmese) are cut by ICU's dictionaries (UAX #29,
https://www.unicode.org/reports/tr29/).
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

import icu  # type: ignore[import-untyped]

from schemas import ModelVersion
from stream.nlp.document import Token
from stream.nlp.parse.reading import Reading

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
)
_LAST_OF_ONE_UNIT = 0xFFFF
_LETTER = rf"(?:(?![{_UNSPACED}])[^\W_]|[\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0903\u093c-\u094f\u200c\u200d])"
_WORD = re.compile(
    rf"(?P<unspaced>[{_UNSPACED}]+)"
    rf"|{_LETTER}+(?:[\-‐‑'’ʼ·.]{_LETTER}+)*"
    r"|\S"
)
_ELIDED = re.compile(
    r"(?:[lLcCd]|[uU]n|(?:[dD][ea]|[nN]e|[sS]u|co|[aA])ll|[qQ]uest|[qQ]uell|com|dov|tutt|nient)['’](?=\w)"
)
"""Articles, prepositions and other short words that Italian joins to the next word by an apostrophe (l'accordo)."""
_ENDERS = frozenset(".!?…。！？؟۔।॥։")
_UNAMBIGUOUS = frozenset("。！？؟۔।॥։")
_CLOSERS = frozenset("\"'»”’›)]}」』）】》〉")
_DASHES = frozenset("—–―")
_OPENERS = frozenset("\"'«“„‘‹([{「『（【《〈-–—")


class PlainReader:
    """Reads any language by its script alone."""

    parsed = False

    def __init__(self, language: str) -> None:
        self.models: tuple[ModelVersion, ...] = ()
        self._language = language

    def read(self, texts: Sequence[str]) -> Iterator[Reading]:
        """See :class:`stream.nlp.parse.reading.Reader`."""
        for text in texts:
            tokens = [
                Token(
                    index,
                    text[start:end],
                    start,
                    end,
                    lemma=text[start:end].lower(),
                    pos=_part_of_speech(text[start:end]),
                )
                for index, (start, end) in enumerate(_words(text, self._language))
            ]
            yield Reading(tokens, list(_sentences(tokens)))


def _words(text: str, language: str) -> Iterator[tuple[int, int]]:
    for match in _WORD.finditer(text):
        if match["unspaced"]:
            yield from _dictionary_words(match[0], match.start(), language)
        else:
            elided = _ELIDED.match(match[0]) if language == "it" else None
            if elided is not None:
                yield match.start(), match.start() + elided.end()
            yield match.start() + (elided.end() if elided is not None else 0), match.end()


def _dictionary_words(text: str, offset: int, language: str) -> Iterator[tuple[int, int]]:
    iterator = _word_breaks(language if language in ("ja", "zh", "th", "lo", "km", "my") else "zh")
    # ICU counts UTF-16 units; a run without astral characters, the usual case, needs no conversion.
    astral = any(ord(character) > _LAST_OF_ONE_UNIT for character in text)
    units = _unit_offsets(text) if astral else None
    iterator.setText(icu.UnicodeString(text))
    start = 0
    for boundary in iterator:
        end = boundary if units is None else units[boundary]
        if end > start:
            yield offset + start, offset + end
        start = end


def _unit_offsets(text: str) -> dict[int, int]:
    offsets, units = {}, 0
    for index, character in enumerate(text):
        offsets[units] = index
        units += 1 if ord(character) <= _LAST_OF_ONE_UNIT else 2
    offsets[units] = len(text)
    return offsets


@cache
def _word_breaks(language: str) -> icu.BreakIterator:
    return icu.BreakIterator.createWordInstance(icu.Locale(language))


def _part_of_speech(word: str) -> str:
    if word.isdigit():
        return "NUM"
    if any(character.isalnum() for character in word):
        return "X"
    return "PUNCT" if unicodedata.category(word[0])[0] == "P" else "SYM"


def _sentences(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    first = index = 0
    while index < len(tokens):
        if tokens[index].text in _ENDERS and _ends_sentence(tokens, first, index):
            index += 1
            while index < len(tokens) and (tokens[index].text in _ENDERS or _closes(tokens, index)):
                index += 1
            yield first, index
            first = index
        else:
            index += 1
    if first < len(tokens):
        yield first, len(tokens)


def _closes(tokens: list[Token], index: int) -> bool:
    token = tokens[index]
    return token.text in _CLOSERS and tokens[index - 1].end == token.start


def _ends_sentence(tokens: list[Token], first: int, index: int) -> bool:
    token = tokens[index]
    if token.text in _UNAMBIGUOUS:
        return True
    following = index + 1
    while following < len(tokens) and (tokens[following].text in _ENDERS or _closes(tokens, following)):
        following += 1
    if following == len(tokens):
        return True
    after = tokens[following]
    if after.start == tokens[following - 1].end:
        return False
    if after.text[0].islower() and token.text in ".…":
        return False
    if after.text in _DASHES and following + 1 < len(tokens) and tokens[following + 1].text[0].islower():
        return False  # who asked follows between dashes
    return not (token.text == "." and index > first and _abbreviated(tokens[index - 1], token, after))


def _abbreviated(word: Token, stop: Token, after: Token) -> bool:
    """Whether a full stop belongs to the word before it: an initial (J.), a title (Mr., Dr., г.) or an ordinal (3. Mai)."""
    if word.end != stop.start:
        return False
    if word.text.isdigit():
        return len(word.text) <= 2 and after.text[0].isalpha()  # noqa: PLR2004 (a day or a rank)
    return (len(word.text) == 1 and word.text.isalpha()) or word.text.lower() in _ABBREVIATIONS


_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "sr",
        "sra",
        "st",
        "gen",
        "col",
        "lt",
        "sgt",
        "capt",
        "sen",
        "rep",
        "gov",
        "hon",
        "rev",
        "jr",
        "etc",
        "vs",
        "mm",
        "mme",
        "mlle",
        "me",
        "mgr",
        "hr",
        "fr",
        "frl",
        "dipl",
        "ing",
        "bzw",
        "ca",
        "geb",
        "nr",
        "str",
        "vgl",
        "zb",
        "dott",
        "sig",
        "ssa",
        "on",
        "avv",
        "arch",
        "dña",
        "fco",
        "gral",
        "cnel",
        "núm",
        "pág",
        "excmo",
        "ilmo",
        "г",
        "гг",
        "ул",
        "им",
        "тыс",
        "млн",
        "млрд",
        "проф",
        "акад",
        "ген",
        "см",
        "т.е",
        "т.д",
        "т.п",
        "ks",
        "im",
        "np",
        "płk",
        "gen",
        "tzw",
        "ok",
        "inż",
        "hab",
        "mjr",
        "por",
        "al",
    ]
)
