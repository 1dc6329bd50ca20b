"""The script of a text, by Unicode blocks, as ISO 15924 codes."""

import re
from collections import Counter
from functools import lru_cache

_SCRIPTS: dict[str, str] = {
    "Latn": r"A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff\u2160-\u2188\uff21-\uff3a\uff41-\uff5a",
    "Cyrl": r"\u0400-\u052f\u1c80-\u1c88\u2de0-\u2dff\ua640-\ua69f",
    "Grek": r"\u0370-\u03ff\u1f00-\u1fff",
    "Arab": r"\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "Hebr": r"\u0590-\u05ff\ufb1d-\ufb4f",
    "Hani": r"\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af",
    "Kana": r"\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f",
    "Hang": r"\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff",
    "Thai": r"\u0e00-\u0e7f",
    "Laoo": r"\u0e80-\u0eff",
    "Khmr": r"\u1780-\u17ff",
    "Mymr": r"\u1000-\u109f",
    "Deva": r"\u0900-\u097f",
    "Beng": r"\u0980-\u09ff",
    "Guru": r"\u0a00-\u0a7f",
    "Gujr": r"\u0a80-\u0aff",
    "Orya": r"\u0b00-\u0b7f",
    "Taml": r"\u0b80-\u0bff",
    "Telu": r"\u0c00-\u0c7f",
    "Knda": r"\u0c80-\u0cff",
    "Mlym": r"\u0d00-\u0d7f",
    "Sinh": r"\u0d80-\u0dff",
    "Tibt": r"\u0f00-\u0fff",
    "Geor": r"\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2f",
    "Armn": r"\u0530-\u058f",
    "Ethi": r"\u1200-\u139f",
    "Thaa": r"\u0780-\u07bf",
}
"""Letters of each script, as ranges of a regular expression."""
_RUNS = {code: re.compile(f"[{ranges}]+") for code, ranges in _SCRIPTS.items()}
_TRADITIONAL = frozenset(
    "們這國來說對時會為個學經發後裡產現點實過還進種當體與從問開間關門見車長東馬員報導總統議選舉戰爭區臺灣兩萬億機關聯應該將軍務該書記億權華"
)
_SIMPLIFIED = frozenset(
    "们这国来说对时会为个学经发后里产现点实过还进种当体与从问开间关门见车长东马员报导总统议选举战争区台湾两万亿机关联应该将军务该书记亿权华"
)


def scripts(text: str) -> dict[str, int]:
    """Number of letters of each script in the text, the commonest script first."""
    counts: dict[str, int] = {}
    for character, number in Counter(text).items():
        code = _script(character)
        if code is not None:
            counts[code] = counts.get(code, 0) + number
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))) if len(counts) > 1 else counts


@lru_cache(maxsize=8192)
def _script(character: str) -> str | None:
    return next((code for code, run in _RUNS.items() if run.match(character)), None)


def only(text: str, code: str) -> str:
    """The words of a text that are in one script."""
    return " ".join(_RUNS[code].findall(text))


def prevailing(text: str, counts: dict[str, int]) -> str | None:
    """ISO 15924 code of the script that most letters are of; Hans, Hant, Jpan and Kore for
    what Chinese, Japanese and Korean use.
    """
    if not counts:
        return None
    # Latin words stand in texts of every script, and an alphabet without vowels or a Han character carries more a letter.
    weights = {code: count * (1 if code == "Latn" else 2) for code, count in counts.items()}
    best = max(weights, key=lambda code: weights[code])
    if best in ("Hani", "Kana"):
        if counts.get("Kana", 0) * 10 > counts.get("Hani", 0):
            return "Jpan"
        return _han(text)
    return "Kore" if best == "Hang" else best


def _han(text: str) -> str:
    traditional = sum(character in _TRADITIONAL and character not in _SIMPLIFIED for character in text)
    simplified = sum(character in _SIMPLIFIED and character not in _TRADITIONAL for character in text)
    return "Hant" if traditional > simplified else "Hans"
