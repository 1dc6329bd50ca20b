"""The source in a stretch of a text without a parse: the name, pronoun or known noun, and the noun phrase around it."""

from collections.abc import Sequence

from stream.nlp.document import Token
from stream.nlp.statements.model import Source
from stream.nlp.statements.offices import titled
from stream.nlp.statements.scene import Named, Scene

SPEAKERS = frozenset({"person", "organization", "group", "country"})
"""Types of entities that can be a source."""
MAX_PHRASE = 14
"""Words of a noun phrase, at most."""
_MIN_COMPOUND = 4


def within(scene: Scene, low: int, high: int, *, closed: bool) -> Source | None:
    """The source in a range of tokens.

    ``closed`` tells that the range begins at the verb: what follows the source, from a preposition on, is left out.
    """
    if low >= high:
        return None
    tokens = scene.document.tokens[low:high]
    if closed and tokens[0].text.lower() in scene.lexicon.pronouns:
        return Source(tokens[0].start, tokens[0].end)
    return titled(scene, tokens) or _nominal(scene, tokens, closed=closed)


def _nominal(scene: Scene, tokens: Sequence[Token], *, closed: bool) -> Source | None:
    """The name, pronoun or known noun in a phrase, else a word with a capital."""
    named = _named(scene, tokens)
    if named is not None:
        return _around(scene, tokens, named.start, named.end, closed=closed, head=_noun_before(scene, tokens, named))
    for token in tokens:
        word = token.text.lower()
        if word in scene.lexicon.pronouns and not _governed(scene, token, tokens[0].index):
            return Source(token.start, token.end)
        if is_known(scene, word) and not _governed(scene, token, tokens[0].index):
            return _around(scene, tokens, token.start, token.end, closed=closed, head=token.index)
    return _capitalised(scene, tokens, closed=closed)


def _named(scene: Scene, tokens: Sequence[Token]) -> Named | None:
    found = [
        named
        for named in scene.mentions_within(tokens[0].start, tokens[-1].end)
        if named.entity.type in SPEAKERS and named.form != "demonym" and scene.quotation_at(named.start) is None
    ]
    free = [named for named in found if not _governed(scene, _token(scene, named.start), tokens[0].index)]
    people = [named for named in free if named.entity.type == "person"]
    best = next(iter(people or free), None)
    if best is None or not scene.lexicon.compounds:
        return best
    head = _first_noun(scene, tokens)
    heads = head is None or best.start <= head.start < best.end or is_known(scene, head.text.lower())
    return best if heads else None


def _first_noun(scene: Scene, tokens: Sequence[Token]) -> Token | None:
    """The first noun of a phrase, in a language that writes nouns with a capital."""
    for token in tokens:
        if any(map(str.isupper, token.text)) and token.text.lower() not in scene.lexicon.determiners:
            return token
    return None


def _noun_before(scene: Scene, tokens: Sequence[Token], named: Named) -> int:
    """The noun whose complement a country's or body's name is (the government of X), by its token; -1 without one."""
    if named.entity.type == "person":
        return -1
    known = (token for token in tokens if token.start < named.start and is_known(scene, token.text.lower()))
    return next((token.index for token in known), -1)


def _token(scene: Scene, place: int) -> Token:
    return scene.document.tokens[scene.token_at(place)]


def is_known(scene: Scene, word: str) -> bool:
    """Whether a word is a noun of somebody or something that can be a source."""
    words = scene.lexicon
    tables = (words.titles, words.anonymous, words.referents, words.bodies, words.groups, words.documents)
    if any(word in table for table in tables):
        return True
    if not words.compounds:
        return False
    ends = (word[cut:] for cut in range(_MIN_COMPOUND, len(word) - _MIN_COMPOUND))
    return any(end in table for end in ends for table in tables)


def speaks(scene: Scene, source: Source) -> bool:
    """Whether a mention names somebody, or its first noun is known to be somebody's."""
    if any(named.entity.type in SPEAKERS for named in scene.mentions_within(source.start, source.end)):
        return True
    words = (token.text.lower() for token in scene.tokens_within(source.start, source.end))
    return any(word in scene.lexicon.pronouns or is_known(scene, word) for word in words)


def _governed(scene: Scene, token: Token, floor: int) -> bool:
    """Whether a preposition opens the phrase that a word stands in."""
    tokens = scene.document.tokens
    for index in range(token.index - 1, max(floor, token.index - 4) - 1, -1):
        word = tokens[index].text.lower()
        if word in scene.lexicon.times:
            return False
        if word in scene.lexicon.openers:
            return not _is_adverb(scene, word)
        if word.endswith(scene.lexicon.oblique or ("\n",)):
            return True
        if not tokens[index].text[:1].islower():
            return False
    return False


def _is_adverb(scene: Scene, word: str) -> bool:
    """Whether a word that opens a phrase is an adverb, behind which a subject can stand (also X said)."""
    words = scene.lexicon
    return bool(words.agreements) and word in words.auxiliaries and word not in words.links


def _around(  # noqa: PLR0913 -- the bounds are named
    scene: Scene, tokens: Sequence[Token], start: int, end: int, *, closed: bool, head: int
) -> Source:
    """The noun phrase around a name or noun: back to the edge or a preposition, on to the edge or a preposition."""
    openers = scene.lexicon.openers
    inside = [token for token in tokens if token.end <= start]
    for token in reversed(inside[-MAX_PHRASE:]):
        if token.text.lower() in openers | scene.lexicon.auxiliaries | scene.lexicon.times:
            break
        start = token.start
    for token in tokens:
        if token.start >= end:
            if closed and (token.text.lower() in openers or token.text.lower() in scene.lexicon.auxiliaries):
                break
            end = token.end
    return Source(start, end, head)


def _capitalised(scene: Scene, tokens: Sequence[Token], *, closed: bool) -> Source | None:
    """A phrase that holds a capitalised word and that no preposition opens."""
    while scene.lexicon.agreements and len(tokens) > 1 and tokens[0].text.lower() in scene.lexicon.auxiliaries:
        tokens = tokens[1:]
    if tokens[0].text.lower() in scene.lexicon.openers:
        return None
    first = scene.sentence_of(tokens[0].index).first
    for token in tokens[:MAX_PHRASE]:
        if token.text.lower() in scene.lexicon.openers:
            return None
        if any(map(str.isupper, token.text)) and token.index != first and not _governed(scene, token, tokens[0].index):
            return _around(scene, tokens, token.start, token.end, closed=closed, head=token.index)
    return None
