"""The speaker at the head of a verb-final clause, and where the clause's own circumstances end.

A particle marks the speaker (Japanese は), or its place at the head of the sentence and a comma do (Turkish).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from stream.nlp.document import Token
from stream.nlp.languages import lexicon
from stream.nlp.statements import nominals
from stream.nlp.statements.model import Cue, Source
from stream.nlp.statements.scene import Scene

_MARKS = " \t\u3000\xa0,;:.…—–-。，、：；"
_COMMAS = ",、，،"
_MAX_TOPIC = 400
_MAX_TOPICS = 4
_MAX_SEGMENTS = 5
_MAX_NAME = 8
_MAX_SURNAMES = 3
_NEAR = 12
_LOCATIVES = tuple(f"{mark}{ending}" for mark in "'’" for ending in ("da", "de", "ta", "te", "nda", "nde"))
"""Case endings of a place, written to its name."""
_STARTS = re.compile(r"[、。，,\n！？「」『』]|(?<=[」』])と")


@dataclass(frozen=True, slots=True)
class Topic:
    """A speaker and where the rest of its clause begins."""

    source: Source
    rest: int


def leading(scene: Scene, low: int, high: int) -> Topic | None:
    """The speaker in a clause in front of its verb; None where the clause leaves it out."""
    if scene.lexicon.particles:
        return _marked(scene, low, high)
    return _first(scene, low, high)


# -- a particle marks it


@cache
def _particle(code: str) -> re.Pattern[str]:
    # What follows で, に, と … is a phrase's own particle (では, には), what follows a verb's ending joins clauses (したが).
    return re.compile(r"(?<![でにとへだたるいすり])(?:" + "|".join(map(re.escape, lexicon(code).particles)) + ")")


def _marked(scene: Scene, low: int, high: int) -> Topic | None:
    strong: list[Topic] = []
    weak: list[Topic] = []
    for count, (start, end, after) in enumerate(_topics(scene, low, min(high, low + _MAX_TOPIC))):
        source = nominals.speaker(scene, start, end)
        contrast = scene.text[after - 1] != "は"
        if source is None:
            if not contrast and count == 0:
                break  # the topic is what is spoken of
            continue
        if not contrast and not strong:
            strong.append(Topic(source, after))
        elif contrast and not weak and _is_person(scene, source):
            weak.append(Topic(source, after))
    return next(iter(strong or weak), None) or late(scene, low, high)


def late(scene: Scene, low: int, high: int) -> Topic | None:
    """A speaker right in front of the verb, behind what was said: 「…」と首相は述べた."""
    for start, end, after in _topics(scene, max(low, high - _NEAR * 3), high):
        source = nominals.speaker(scene, start, end)
        if source is not None and high - after <= _NEAR and scene.quotation_at(start - 2) is not None:
            return Topic(source, after)
    return None


def _topics(scene: Scene, low: int, high: int) -> Iterator[tuple[int, int, int]]:
    """Start and end of the phrases that a particle closes, outside quotations, and where the particle ends."""
    count = 0
    for match in _particle(scene.lexicon.code).finditer(scene.text, low, high):
        if scene.quotation_at(match.start()) is not None:
            continue
        count += 1
        if count > _MAX_TOPICS:
            return
        start = low
        for edge in _STARTS.finditer(scene.text, low, match.start()):
            start = edge.end()
        start = _without_openers(scene, *scene.trim(start, match.start(), _MARKS))
        if start < match.start():
            yield start, match.start(), match.end()


def _without_openers(scene: Scene, start: int, end: int) -> int:
    for word in sorted(scene.lexicon.openers | scene.lexicon.conjunctions, key=len, reverse=True):
        if scene.text.startswith(word, start) and start + len(word) < end:
            return scene.trim(start + len(word), end, _MARKS)[0]
    return start


def _is_person(scene: Scene, source: Source) -> bool:
    """Whether a source is somebody and not a country or body that the speech may be about."""
    words = scene.lexicon
    if nominals.pronoun(scene, source.start, source.end) is not None or source.name is not None:
        return True
    if source.noun in words.titles or source.noun in words.anonymous or words.referents.get(source.noun) == "person":
        return True
    return any(one.entity.type == "person" for one in nominals.named(scene, source.start, source.end))


# -- its place marks it


def _first(scene: Scene, low: int, high: int) -> Topic | None:
    inside = scene.quotations_within(low, high)
    limit = min(inside[0].start if inside else high, low + _MAX_TOPIC)
    for start, end, comma in _segments(scene, low, limit):
        tokens = _free(scene, start, end)
        if not tokens:
            continue
        if comma and not is_setting(scene, tokens[0].start, end) and not _inflected(tokens[-1]):
            source = _whole(scene, tokens)
            if source is not None:
                return Topic(source, end)
        found = _run(scene, tokens)
        if found is not None:
            return found
    return None


def _segments(scene: Scene, low: int, high: int) -> Iterator[tuple[int, int, bool]]:
    """The stretches between commas, and whether a comma ends each."""
    start = low
    for _ in range(_MAX_SEGMENTS):
        end = next((place for place in range(start, high) if scene.text[place] in _COMMAS), high)
        yield start, end, end < high
        if end >= high:
            return
        start = end + 1


def _free(scene: Scene, start: int, end: int) -> list[Token]:
    """The words of a segment without what joins it to the text before; none where an adverbial opens it."""
    words = scene.lexicon
    tokens = [token for token in scene.tokens_within(start, end) if token.text[-1].isalnum() or token.text[0].isalnum()]
    while tokens and _lower(scene, tokens[0]) in words.conjunctions:
        tokens.pop(0)
    return [] if tokens and _lower(scene, tokens[0]) in words.openers else tokens


def _lower(scene: Scene, token: Token) -> str:
    return nominals.lower(scene.lexicon.code, token.text)


def _inflected(token: Token) -> bool:
    """Whether a case ending is written to a name (Ankara'da)."""
    return any(mark in token.text[1:-1] for mark in "'’")


def is_name(scene: Scene, start: int, end: int) -> bool:
    """Whether a stretch is a name of a few capitalised words, the last with a case ending (Demir'e)."""
    tokens = [token for token in scene.tokens_within(start, end) if token.text[0].isalnum()]
    return 0 < len(tokens) <= _MAX_NAME and all(token.text[0].isupper() for token in tokens) and _inflected(tokens[-1])


def _whole(scene: Scene, tokens: list[Token]) -> Source | None:
    """The segment as a speaker: by what is known in it, else as a name of a few capitalised words."""
    start, end = tokens[0].start, tokens[-1].end
    found = nominals.speaker(scene, start, end)
    if found is not None and _ends_in(scene, found, tokens[-1]):
        return found
    capitals = len(tokens) <= _MAX_NAME and all(token.text[0].isupper() for token in tokens)
    several = len(tokens) > 1 or tokens[0].index != scene.sentence_of(tokens[0].index).first
    return Source(start, end) if capitals and several else None


def _ends_in(scene: Scene, source: Source, last: Token) -> bool:
    """Whether the name or noun that can speak ends its phrase, as its head does in a verb-final language."""
    if any(one.end == last.end for one in nominals.named(scene, source.start, source.end)) or source.name is not None:
        return True
    if any(high == last.end for _, (_, high) in nominals.nouns(scene, source.start, source.end)):
        return True
    return nominals.pronoun(scene, source.start, source.end) is not None


def _run(scene: Scene, tokens: list[Token]) -> Topic | None:
    """The speaker that a segment begins with: names, titles and known nouns, before the first other word."""
    known = {
        place for _, (low, high) in nominals.nouns(scene, tokens[0].start, tokens[-1].end) for place in (low, high)
    }
    best: Topic | None = None
    for token in tokens[: 2 * _MAX_NAME]:
        inside = token.text[0].isupper() or token.start in known or token.end in known
        if not inside and _lower(scene, token) not in scene.lexicon.links | scene.lexicon.indefinites:
            break
        if _inflected(token):
            continue
        source = nominals.speaker(scene, tokens[0].start, token.end)
        if source is not None and _ends_in(scene, source, token):
            best = Topic(source, token.end)
    return best or _indefinite(scene, tokens)


def _indefinite(scene: Scene, tokens: list[Token]) -> Topic | None:
    """An unnamed speaker with a clause before it: adının açıklanmasını istemeyen bir yetkili."""
    for index, token in enumerate(tokens[:-1]):
        if _lower(scene, token) not in scene.lexicon.indefinites:
            continue
        for other in tokens[index + 1 : index + 3]:
            source = nominals.speaker(scene, tokens[0].start, other.end)
            if source is not None and source.noun and _ends_in(scene, source, other):
                return Topic(source, other.end)
    return None


def following(scene: Scene, cue: Cue) -> Source | None:
    """The speaker right behind the verb: “…” diyen X; diye ekledi X; 「…」と話すXは."""
    words = scene.lexicon
    if not words.spaced:
        return _attributive(scene, cue)
    form = nominals.lower(words.code, scene.text[cue.start : cue.end])
    tokens = scene.tokens_within(cue.end, cue.end + 120)[: 2 * _MAX_NAME]
    stretch: list[Token] = []
    for token in tokens:
        if not token.text[0].isalnum() or scene.quotation_at(token.start) is not None:
            break
        stretch.append(token)
    if not stretch:
        return None
    found = _run(scene, stretch)
    if found is not None and (form in words.attributives or found.rest == stretch[-1].end):
        return found.source
    place = (stretch[0].start, stretch[-1].end)
    named = len(stretch) <= _MAX_SURNAMES and all(token.text[0].isupper() for token in stretch)
    return Source(*place, name=place) if named and not _inflected(stretch[-1]) else None


def _attributive(scene: Scene, cue: Cue) -> Source | None:
    match = _particle(scene.lexicon.code).search(scene.text, cue.end, cue.end + 30)
    if match is None or any(mark in scene.text[cue.end : match.start()] for mark in "、。「」\n"):
        return None
    return nominals.speaker(scene, cue.end, match.start())


def issuer(scene: Scene, low: int, high: int) -> Source | None:
    """Who issued the statement in which something is said: Bakanlıktan yapılan açıklamada."""
    for start, end, _ in _segments(scene, low, min(high, low + _MAX_TOPIC)):
        if not is_setting(scene, start, end):
            continue
        mentions = nominals.named(scene, start, end)
        if mentions:
            return Source(
                scene.trim(start, end)[0] if mentions[0].start - start <= 1 else mentions[0].start, mentions[0].end
            )
    return None


# -- circumstances


def is_setting(scene: Scene, start: int, end: int) -> bool:
    """Whether a stretch ends like a phrase of time, place or occasion."""
    start, end = scene.trim(start, end, _MARKS)
    if scene.lexicon.spaced and scene.text[start:end].endswith(_LOCATIVES):
        return True
    return ends_with(scene, start, end, scene.lexicon.settings)


def ends_with(scene: Scene, start: int, end: int, endings: frozenset[str] | tuple[str, ...]) -> bool:
    """Whether a stretch ends with one of some words."""
    words = scene.lexicon
    text = nominals.lower(words.code, scene.text[max(start, end - 40) : end])
    if not words.spaced:
        return text.endswith(tuple(endings))
    last = text.split()[-2:]
    return bool(last) and (last[-1] in endings or " ".join(last) in endings)


def skip_settings(scene: Scene, start: int, end: int) -> int:
    """Where the clause begins behind the phrases of time, place and occasion that a comma closes."""
    limit = min(end, start + _MAX_TOPIC)
    place = start
    for _ in range(_MAX_SEGMENTS):
        comma = next((at for at in range(place, limit) if scene.text[at] in _COMMAS or scene.quotation_at(at)), limit)
        if comma >= limit or scene.text[comma] not in _COMMAS:
            return _inner(scene, place, end)
        blank = not scene.text[place:comma].strip()
        if not blank and (not is_setting(scene, place, comma) or _has_topic(scene, place, comma)):
            return place
        place = comma + 1
        if blank and not scene.lexicon.spaced:
            return place
    return place


def _has_topic(scene: Scene, start: int, end: int) -> bool:
    return bool(scene.lexicon.particles) and _particle(scene.lexicon.code).search(scene.text, start, end) is not None


def _inner(scene: Scene, start: int, end: int) -> int:
    """Behind the last word of occasion near the head of a clause without commas (… basın toplantısında anlaşmanın …)."""
    if not scene.lexicon.spaced:
        return start
    place = start
    for token in scene.tokens_within(start, end)[: 2 * _MAX_NAME]:
        if _lower(scene, token) in scene.lexicon.settings and token.end < end:
            place = token.end
    return place


def strip_adverbs(scene: Scene, start: int, end: int) -> int:
    """The end of a stretch without the adverbs in front of the verb."""
    start, end = scene.trim(start, end, _MARKS)
    words = scene.lexicon
    for _ in range(_MAX_SEGMENTS):
        if words.spaced:
            last = scene.text[start:end].rsplit(None, 1)[-1:]
            word = nominals.lower(words.code, last[0]) if last else ""
            if not word or word not in words.auxiliaries or word in words.quotative or end - len(last[0]) <= start:
                return end
            end = scene.trim(start, end - len(last[0]), _MARKS)[1]
        else:
            adverb = next(
                (
                    word
                    for word in words.auxiliaries - words.quotative
                    if scene.text.endswith(word, start, end) and end - len(word) > start
                ),
                None,
            )
            if adverb is None:
                return end
            end = scene.trim(start, end - len(adverb), _MARKS)[1]
    return end


def strip_object(scene: Scene, start: int, end: int) -> int:
    """The end of an object without the particle that marks it (Japanese を)."""
    for particle in ("を", "も", "は"):
        if not scene.lexicon.spaced and scene.text.endswith(particle, start, end):
            return end - len(particle)
    return end
