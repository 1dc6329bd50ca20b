"""What the form of a reporting verb tells of its subject: заявила, of a woman or of a body with a feminine noun."""

from collections.abc import Mapping
from typing import Literal

from stream.nlp.statements.model import Cue
from stream.nlp.statements.scene import Scene

ALL = "mfnsp"
"""Letters of every gender and number (see :attr:`stream.nlp.languages.Lexicon.pronouns`)."""
GENDERS: Mapping[str, Literal["m", "f"]] = {"ms": "m", "fs": "f"}
"""Letters of what only a man or only a woman can be -> the gender."""
_THINGS = "n"
"""Letters of what no person is: a body or document in which it is said."""
_MAX_ENDING = 5


def of_cue(scene: Scene, cue: Cue | None) -> str:
    """Letters of the genders and numbers that a subject of the cue can have."""
    if cue is None or cue.kind != "verb" or cue.token < 0 or not scene.lexicon.agreements:
        return ALL
    word = scene.document.tokens[cue.token].text.lower()
    if word in scene.lexicon.passives:
        return _THINGS
    endings = (word[-length:] for length in range(min(_MAX_ENDING, len(word)), 0, -1))
    return next((scene.lexicon.agreements[ending] for ending in endings if ending in scene.lexicon.agreements), ALL)


def fits(features: str, kind: str, gender: str | None, *, plural: bool) -> bool:
    """Whether somebody of a type, gender and number can be the subject; a body speaks in either number and any gender."""
    if kind == "person":
        if plural or "s" not in features:
            return plural and "p" in features
        return gender in features if gender is not None else "m" in features or "f" in features
    return "p" in features if plural else True
