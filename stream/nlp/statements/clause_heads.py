"""The speaker that its place marks, at the head of a verb-final clause or right behind the verb: Turkish."""

from stream.nlp.document import Token
from stream.nlp.statements import nominals
from stream.nlp.statements.circumstances import REACH, is_setting, segments
from stream.nlp.statements.model import Cue, Source
from stream.nlp.statements.particles import Topic
from stream.nlp.statements.scene import Scene

_MAX_NAME = 8
_MAX_SURNAMES = 3


def first(scene: Scene, low: int, high: int) -> Topic | None:
    """The speaker at the head of a clause."""
    inside = scene.quotations_within(low, high)
    limit = min(inside[0].start if inside else high, low + REACH)
    for start, end, comma in segments(scene, low, limit):
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


def behind(scene: Scene, cue: Cue) -> Source | None:
    """The speaker right behind the verb (“…” diyen X; diye ekledi X)."""
    words = scene.lexicon
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
