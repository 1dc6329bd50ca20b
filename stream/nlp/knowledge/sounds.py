"""How a person's name sounds, whatever script and spelling it is written in.

A name part is romanised and cut down to the consonants that its spellings have in common: Schröder and Шрёдер, Johnson and
Джонсон, Wałęsa and Валенса differ in letters, hardly in these. It is the idea of Soundex (Russell 1918) and of its kin for
names that crossed borders (Daitch & Mokotoff 1985), with coarser classes, since a name may come through two alphabets.
Case endings fall off with the vowels, so that inflected forms have the key of the name.
"""

import re
from functools import lru_cache
from typing import Final

from normality import ascii_text

from stream.nlp.knowledge.names import name_key

_LETTERS: Final = str.maketrans({
    "ж": "zh", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ю": "yu", "я": "ya", "ы": "y", "э": "e", "є": "ye",
    "ї": "yi", "ґ": "g", "ў": "u", "џ": "dzh", "љ": "l", "њ": "n", "ђ": "dzh", "ћ": "ch", "ъ": "a", "ь": "", "й": "y",
    "š": "sh", "č": "ch", "ž": "zh", "ć": "ch", "ś": "sh", "ź": "zh", "ż": "zh", "ş": "sh", "ș": "sh", "ţ": "ts",
    "ț": "ts", "ç": "s", "ř": "rzh", "ğ": "", "ñ": "n", "ä": "e", "ö": "e", "ü": "u", "ß": "s", "ã": "an", "õ": "on",
    "خ": "h", "غ": "g", "ش": "sh", "چ": "ch", "ج": "j", "ژ": "zh", "ث": "s", "ذ": "z", "ظ": "z", "ض": "d", "ق": "k",
    "ع": "a", "ئ": "", "ء": "", "و": "u", "پ": "p", "گ": "g", "ڤ": "v",
})  # fmt: skip
"""Letters whose romanisation, or whose sound without the accent, would be another."""
_V: Final = "aeiouy"
_RULES: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"(.)\1+", r"\1"),
        # Case endings with a consonant: Путиным, Зеленскому, Макрону, Bidenowi.
        (rf"(?<=[^{_V}])(?:y?[oe]vi|owi|i?ego|ogo|i?emu|omu|yoyu)$", ""),
        (rf"^(.*[^{_V}].*[^{_V}])[{_V}]{{1,2}}m$", r"\1"),
        (r"(?<=i)er$", ""),
        (r"ch(?=ae|r[^aeiouy]?i|[lt])|kk", "k"),
        (r"kh", ""),
        (
            r"^(?:ge?o(?=r)|gi(?=[aou]))|dg(?=e)|g(?=e$)|dzh|zh|dj|d?sch|tsch|tch|tsh|sh|cz|sz|ch|ts|tz|dz|c(?=[eiy])|(?<=[vdlsjh]i)c$",
            "s",
        ),
        (rf"^j(?=[{_V}])|(?<=.)j(?=[{_V}])|^x(?=[iu])", "s"),
        (r"x", "ks"),
        (rf"ph|^w|^u(?=[{_V}])|v|w(?=[{_V}]|sk)|(?<=[^rh][oe])w$", "f"),
        (rf"n[gk](?![{_V}])", "n"),
        (r"ck|q|c|g", "k"),
        (r"z", "s"),
        (r"b", "p"),
        (r"[^a-z]|[hjw]", ""),
        (rf"^(.*[{_V}].*[^{_V}])[{_V}]+$", r"\1"),
        (r"[eiy][aeiouy]*", "i"),
        (r"[aou][aeiouy]*", "a"),
        (r"(.)\1+", r"\1"),
    )
)
_VOWEL: Final = re.compile(r"(?<=.)[ai]")
_LEADING: Final = re.compile(r"^[ai]")
_DOUBLED: Final = re.compile(r"(.)\1+")
_PARTICLES: Final = frozenset(["al", "el", "as", "ash", "bin", "ben", "ibn", "bint"])
_SERVANT: Final = re.compile(r"\babd(?:[aeu]l)?\b[ -]?(?:[aeu][lr]\b)?[ -]?(?=\w)")
"""Abdel Fattah, Abdul Fattah, Abd al-Fattah: of two, three or one word."""
_PATRONYMIC: Final = re.compile(
    r"\w*(?:[oe]v[iy]ch|(?:ily?|kuzm|fom|luk)ich|yevich|[oe]vna|yevna|ichna|ivna)(?:a|u|em|om|e|i|oy|oyu)?"
)
_MARRIED: Final = re.compile(r"(?<=\w\w)ov(?:á|é|ou)\b")
_CZECH: Final = frozenset({"cs", "sk"})
_HAN: Final = re.compile(r"[\u4e00-\u9fff]{2,4}")
_WAW: Final = re.compile(r"(?<=ا)و(?=\w)")
"""The letter waw where it is a consonant."""
_ARTICLE: Final = re.compile(r"\bال(?=\w{2})")
_BETWEEN: Final = re.compile(r"[\W_]+")
DISTINCT: Final = 5
"""So many consonants tell most names apart."""
_NAMES: Final = 2
"""Parts that a full name has at least."""


@lru_cache(maxsize=16384)
def skeleton(name: str, language: str = "") -> str:
    """Key of a person's name by its sound, whatever the order of its parts; "" where nothing is left.

    It keeps the kind of the vowels (front or back) where so few consonants are left that others would share them.
    """
    heard = sorted(filter(None, map(sound, parts(name, language))))
    bare = sorted(_DOUBLED.sub(r"\1", _VOWEL.sub("", _LEADING.sub("a", part))) for part in heard)
    return "-".join(bare if sum(map(len, bare)) >= DISTINCT else heard)


def parts(name: str, language: str = "") -> list[str]:
    """The parts of a person's name in Latin letters, without those that one article gives and another leaves out.

    Articles, initials and patronymics go where enough is left; the Czech ending of a woman's surname goes.
    """
    if _HAN.fullmatch(name):
        # A Chinese name: the family's, then the given one, which other scripts write as one word.
        return [romanised(name[:1]), romanised(name[1:])]
    if language in _CZECH:
        name = _MARRIED.sub("", name)
    plain = _SERVANT.sub("abdul", romanised(_WAW.sub("w", _ARTICLE.sub("", name))))
    found = [part for part in _BETWEEN.split(plain) if part]
    for superfluous in (_particle, _patronymic):
        kept = [part for part in found if not superfluous(part)]
        found = kept if len(kept) >= _NAMES else found
    return found


@lru_cache(maxsize=16384)
def sound(part: str) -> str:
    """What the usual spellings of one name part have in common: classes of consonants, between them vowels, front or back."""
    for pattern, replacement in _RULES:
        part = pattern.sub(replacement, part)
    return part


@lru_cache(maxsize=16384)
def romanised(name: str) -> str:
    """A name in plain Latin letters, near to its sound; its words parted as they were."""
    lowered = name.lower().translate(_LETTERS)
    return name_key(lowered if lowered.isascii() else ascii_text(lowered) or "")


def _particle(part: str) -> bool:
    return len(part) == 1 or part in _PARTICLES


def _patronymic(part: str) -> bool:
    return _PATRONYMIC.fullmatch(part) is not None
