"""Forms of Japanese verbs in the third person, plain and polite."""

_TE = ("た", "ている", "ていた", "ており", "て", "たうえで", "た上で", "ています")
_TE_DENIED = ("ていない", "ておらず")
_ICHIDAN = ("", "る", "ました", "ます", *_TE)
_ICHIDAN_DENIED = ("なかった", "ない", "ず", *_TE_DENIED)
_SURU_DENIED = ("せず", "しなかった", "しない", "していない", "しておらず")
_GODAN = {"る": ("っ", "り", "ら"), "う": ("っ", "い", "わ"), "く": ("い", "き", "か"), "す": ("し", "し", "さ")}
"""Last syllable of a verb of five grades -> its syllable before た, in the continuing form, before ない."""

Forms = tuple[list[str], list[str]]
"""Forms that affirm, forms that deny."""


def ichidan(verb: str) -> Forms:
    """The forms of a verb of one grade (述べる)."""
    stem = verb[:-1]
    return [stem + ending for ending in _ICHIDAN], [stem + ending for ending in _ICHIDAN_DENIED]


def godan(verb: str) -> Forms:
    """The forms of a verb of five grades (語る)."""
    stem = verb[:-1]
    past, continuing, negative = (stem + syllable for syllable in _GODAN[verb[-1]])
    said = [verb, continuing, f"{continuing}ました", f"{continuing}ます", *(past + ending for ending in _TE)]
    denied = [f"{negative}なかった", f"{negative}ない", f"{negative}ず", *(past + ending for ending in _TE_DENIED)]
    return said, denied


def suru(verb: str) -> Forms:
    """The forms of a noun with する (発表する)."""
    stem = verb.removesuffix("する")
    said = [f"{stem}する", f"{stem}し", f"{stem}します", f"{stem}しました", *(f"{stem}し{ending}" for ending in _TE)]
    return said, [stem + ending for ending in _SURU_DENIED]
