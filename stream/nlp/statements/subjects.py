"""Who speaks, in a text without a parse: the name, pronoun or known noun on the side of the verb where subjects stand."""

from collections.abc import Sequence

from stream.nlp.document import Token
from stream.nlp.statements.model import Cue, Source
from stream.nlp.statements.scene import Named, Scene

BOUNDARIES = frozenset(',;:.!?…«»“”„"()—–―、，。！？；：「」『』،؛؟|')
_SPEAKERS = frozenset({"person", "organization", "group", "country"})
_MAX_PHRASE = 14
_MAX_BACK = 40


def of_cue(scene: Scene, cue: Cue) -> Source | None:
    """The source that stands at a reporting verb; None where the sentence leaves it out."""
    tokens = scene.document.tokens
    sentence = scene.sentence_of(cue.token)
    left = _left(scene, cue.token, sentence.first)
    right = _right(scene, max(cue.last, cue.token) + 1, sentence.last)
    before = scene.lexicon.order == "sov" or _introduces(scene, cue, sentence.last)
    order = scene.lexicon.order
    if order == "sov":
        return within(scene, *left, closed=False) or _behind_commas(scene, left[0], sentence.first)
    starts = left[0] >= left[1] or tokens[left[0]].text.lower() in scene.lexicon.openers
    if (order == "vso" or starts) and not before:
        found = within(scene, *right, closed=True)
        if found is not None:
            return found
    found = within(scene, *left, closed=False)
    if found is not None:
        return found
    if left[0] >= left[1] or tokens[left[0]].text.lower() in scene.lexicon.relatives:
        found = _behind_commas(scene, left[0], sentence.first)
        if found is not None:
            return found
    return within(scene, *right, closed=True)


def _introduces(scene: Scene, cue: Cue, stop: int) -> bool:
    """Whether what was said follows the verb at once, so that its subject stands in front of it."""
    index = max(cue.last, cue.token) + 1
    if index >= stop:
        return False
    word = scene.document.tokens[index].text.lower()
    return word in scene.lexicon.complementizers or word in ",:：，"


def _left(scene: Scene, index: int, floor: int) -> tuple[int, int]:
    """The tokens in front of a verb, back to the mark that opens its clause, without auxiliaries and adverbs at the end."""
    tokens = scene.document.tokens
    low = index
    while low > floor and tokens[low - 1].text not in BOUNDARIES and index - low < _MAX_BACK:
        low -= 1
    high = index
    while high > low and tokens[high - 1].text.lower() in scene.lexicon.auxiliaries:
        high -= 1
    while low < high and tokens[low].text.lower() in scene.lexicon.conjunctions:
        low += 1
    return low, high


def _right(scene: Scene, index: int, stop: int) -> tuple[int, int]:
    """The tokens behind a verb, up to the next mark or the word that opens the reported clause."""
    tokens = scene.document.tokens
    while index < stop and tokens[index].text.lower() in scene.lexicon.auxiliaries:
        index += 1
    high = index
    while (
        high < stop
        and tokens[high].text not in BOUNDARIES
        and tokens[high].text.lower() not in scene.lexicon.complementizers
        and high - index < _MAX_PHRASE
    ):
        high += 1
    return index, high


def _behind_commas(scene: Scene, index: int, floor: int) -> Source | None:
    """The noun phrase in front of an apposition or a relative clause that the verb follows (X, the minister, said)."""
    tokens = scene.document.tokens
    for _ in range(3):
        index -= 1
        while index > floor and tokens[index].text in BOUNDARIES:
            index -= 1
        if index < floor:
            return None
        low, high = _left(scene, index + 1, floor)
        found = within(scene, low, high, closed=False)
        if found is not None:
            return found
        if low >= index + 1:
            return None
        index = low
    return None


def within(scene: Scene, low: int, high: int, *, closed: bool) -> Source | None:
    """The source in a range of tokens.

    ``closed`` tells that the range begins at the verb: what follows the source, from a preposition on, is left out.
    """
    if low >= high:
        return None
    tokens = scene.document.tokens[low:high]
    named = _named(scene, tokens)
    if named is not None:
        return _around(scene, tokens, named.start, named.end, closed=closed, head=-1)
    for token in tokens:
        word = token.text.lower()
        if word in scene.lexicon.pronouns and not _governed(scene, token, tokens[0].index):
            return Source(token.start, token.end)
        if _is_known(scene, word) and not _governed(scene, token, tokens[0].index):
            return _around(scene, tokens, token.start, token.end, closed=closed, head=token.index)
    return _capitalised(scene, tokens, closed=closed)


def _named(scene: Scene, tokens: Sequence[Token]) -> Named | None:
    found = [
        named
        for named in scene.mentions_within(tokens[0].start, tokens[-1].end)
        if named.entity.type in _SPEAKERS and named.form != "demonym" and scene.quotation_at(named.start) is None
    ]
    free = [named for named in found if not _governed(scene, _token(scene, named.start), tokens[0].index)]
    people = [named for named in free if named.entity.type == "person"]
    return next(iter(people or free), None)


def _token(scene: Scene, place: int) -> Token:
    return scene.document.tokens[scene.token_at(place)]


def _is_known(scene: Scene, word: str) -> bool:
    words = scene.lexicon
    return any(
        word in known
        for known in (words.titles, words.anonymous, words.referents, words.bodies, words.groups, words.documents)
    )


def _governed(scene: Scene, token: Token, floor: int) -> bool:
    """Whether a preposition opens the phrase that a word stands in."""
    tokens = scene.document.tokens
    for index in range(token.index - 1, max(floor, token.index - 4) - 1, -1):
        word = tokens[index].text.lower()
        if word in scene.lexicon.openers:
            return True
        if not tokens[index].text[:1].islower():
            return False
    return False


def _around(  # noqa: PLR0913 -- the bounds are named
    scene: Scene, tokens: Sequence[Token], start: int, end: int, *, closed: bool, head: int
) -> Source:
    """The noun phrase around a name or noun: back to the edge or a preposition, on to the edge or a preposition."""
    openers = scene.lexicon.openers
    inside = [token for token in tokens if token.end <= start]
    for token in reversed(inside[-_MAX_PHRASE:]):
        if token.text.lower() in openers or token.text.lower() in scene.lexicon.auxiliaries:
            break
        start = token.start
    for token in tokens:
        if token.start >= end:
            if closed and (token.text.lower() in openers or token.text.lower() in scene.lexicon.auxiliaries):
                break
            if closed and not scene.lexicon.spaced:
                break
            end = token.end
    return Source(start, end, head)


def _capitalised(scene: Scene, tokens: Sequence[Token], *, closed: bool) -> Source | None:
    """A phrase that holds a capitalised word and that no preposition opens."""
    if tokens[0].text.lower() in scene.lexicon.openers:
        return None
    first = scene.sentence_of(tokens[0].index).first
    for token in tokens[:_MAX_PHRASE]:
        if token.text.lower() in scene.lexicon.openers:
            return None
        if token.text[:1].isupper() and token.index != first and not _governed(scene, token, tokens[0].index):
            return _around(scene, tokens, token.start, token.end, closed=closed, head=token.index)
    return None
