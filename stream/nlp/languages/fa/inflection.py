"""Forms of the Persian verbs that reporting expressions are made with."""

from collections.abc import Iterator, Sequence

LIGHT = {
    "کرد": "کن",
    "داد": "ده",
    "داشت": "دار",
    "گفت": "گوی",
    "نوشت": "نویس",
    "افزود": "افزای",
    "خواست": "خواه",
    "پرسید": "پرس",
    "زد": "زن",
    "ساخت": "ساز",
    "آورد": "آور",
    "رساند": "رسان",
    "شمرد": "شمار",
    "خواند": "خوان",
    "دانست": "دان",
    "گرفت": "گیر",
    "شد": "شو",
}
"""Past stem -> present stem."""

_ENDINGS = ("د", "ند")


def said(past: str) -> Iterator[str]:
    """Third-person forms that affirm: گفت, گفتند, می‌گوید, گفته است, گفته‌اند."""
    for mi in ("می‌", "می "):
        yield from (f"{mi}{LIGHT[past]}{ending}" for ending in _ENDINGS)
        yield from (f"{mi}{past}{ending}" for ending in ("", "ند"))
    yield from (
        past,
        f"{past}ند",
        f"{past}ه است",
        f"{past}ه‌است",
        f"{past}ه‌اند",
        f"{past}ه اند",
        f"{past}ه بود",
        f"{past}ه بودند",
        f"{past}ه",
    )


def denied(past: str) -> Iterator[str]:
    """Third-person forms that deny: نگفت, نمی‌گوید, نگفته است."""
    for mi in ("نمی‌", "نمی "):
        yield from (f"{mi}{LIGHT[past]}{ending}" for ending in _ENDINGS)
    negative = "نی" + past if past.startswith(("ا", "آ")) else "ن" + past
    yield from (negative, f"{negative}ند", f"{negative}ه است", f"{negative}ه‌اند", f"{negative}ه بود")


def compound(nouns: Sequence[str], verb: str) -> Iterator[str]:
    """Expressions of a noun and a verb (اعلام کرد)."""
    return (f"{noun} {verb}" for noun in nouns)
