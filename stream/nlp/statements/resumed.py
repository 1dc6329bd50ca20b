"""Whom a noun takes up in a language without articles: "адвокат", of somebody who was named as one before.

An office is taken up where the same noun, or one for the same office, stands beside a name; another noun for a person or body
(the lawyer, the company) stands for the last source of its kind if nothing describes it further.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stream.nlp.document import Token
from stream.nlp.statements import described
from stream.nlp.statements.model import Range
from stream.nlp.statements.scene import Named, Scene

_BROAD = frozenset({"leader", "spokesperson", "minister"})
"""Codes of titles that several offices share."""
_MIN_STEM = 3
_MAX_ENDING = 3
_MIN_PART = 5
"""Shortest noun that ends a compound, in letters."""


@dataclass(frozen=True, slots=True)
class Often:
    """The last mention of somebody, with the number of mentions looked back over."""

    named: Named
    count: int


def holders(scene: Scene, noun: str, whole: Range) -> Iterator[Named]:
    """The people named before beside the noun that heads a mention, the last first."""
    rest = [token.text.lower() for token in others(scene, noun, whole)]
    title = scene.text[slice(*whole)].lower()
    if title in scene.lexicon.titles:
        noun, rest = title, []
    for named in described.people(scene, whole[0]):
        beside = described.beside(scene, named)
        if not (_is_same_office(scene, noun, beside) or any(_is_same(noun, word) for word in beside)):
            continue
        if not rest or any(_is_same(one, other) for one in rest for other in beside):
            yield named


def bodies(scene: Scene, noun: str, place: int, limit: int) -> Iterator[Named]:
    """The bodies named before right behind the same noun (агентство X … агентство), the last first."""
    for count, named in enumerate(scene.mentions_before(place)):
        if count >= limit:
            return
        before = scene.token_at(named.start) - 1
        if before < 0 or named.entity.type != "organization" or named.form == "demonym":
            continue
        token = scene.document.tokens[before - 1 if scene.document.tokens[before].text in '«“„"' else before]
        if noun in (token.lemma, token.text.lower()) or _is_same(noun, token.text.lower()):
            yield named


def others(scene: Scene, noun: str, whole: Range) -> Sequence[Token]:
    """The words of a mention besides its noun, determiners and adjectives of nationality."""
    lands = [(named.start, named.end) for named in scene.mentions_within(*whole) if named.form == "demonym"]
    return [
        token
        for token in scene.tokens_within(*whole)
        if token.text[-1].isalnum()
        and token.pos not in ("DET", "PRON", "ADP")
        and token.text.lower() not in scene.lexicon.determiners
        and noun not in (token.lemma, token.text.lower())
        and not any(start <= token.start < end for start, end in lands)
    ]


def body(scene: Scene, noun: str, place: int, limit: int) -> Often | None:
    """The body, no institution, that was named most often before a place, and not behind the noun for another kind of body."""
    counts: dict[str, int] = {}
    last: dict[str, Named] = {}
    for count, named in enumerate(scene.mentions_before(place)):
        if count >= limit:
            break
        if named.entity.type == "organization" and not is_institution(scene, (named.start, named.end)):
            counts[named.entity.id] = counts.get(named.entity.id, 0) + 1
            last.setdefault(named.entity.id, named)
    for identity in sorted(counts, key=lambda one: (-counts[one], -last[one].start)):
        before = scene.document.tokens[max(0, scene.token_at(last[identity].start) - 1)]
        kinds = [word for word in (before.lemma, before.text.lower()) if word in scene.lexicon.referents]
        if not kinds or any(_is_same(noun, word) for word in kinds):
            return Often(last[identity], counts[identity])
    return None


def is_institution(scene: Scene, whole: Range) -> bool:
    """Whether a mention has the noun of an institution: a ministry, a court, a parliament."""
    words = (word for token in scene.tokens_within(*whole) for word in (token.lemma, token.text.lower()))
    return any(word in scene.lexicon.bodies for word in words)


def _is_same_office(scene: Scene, title: str, beside: Sequence[str]) -> bool:
    """Whether a title and one beside a name are words for the same office."""
    code = scene.lexicon.titles.get(title)
    return code is not None and code not in _BROAD and code in described.titles(scene, beside)


def _is_same(first: str, second: str) -> bool:
    """Whether two words are forms of one, by their common beginning."""
    short, long = sorted((first, second), key=len)
    if len(short) >= _MIN_PART and long.endswith(short):
        return True  # авиакомпания, компания
    if len(long) - len(short) > _MAX_ENDING or len(short) < _MIN_STEM:
        return False
    stem = max(_MIN_STEM, len(short) - 2)
    return first[:stem] == second[:stem]
