"""Who speaks, in a text without a parse: whoever stands on the side of the verb where subjects stand."""

from stream.nlp.document import Sentence
from stream.nlp.statements import housed, joint, placed
from stream.nlp.statements.apposition import apposed
from stream.nlp.statements.boundaries import is_boundary
from stream.nlp.statements.fields import Fields
from stream.nlp.statements.model import Cue, Source
from stream.nlp.statements.scene import Scene
from stream.nlp.statements.speaker_phrases import MAX_PHRASE, SPEAKERS, is_known, within

_MAX_BACK = 40
_MAX_RELATIVE = 3
_MAX_SEGMENTS = 5


def of_cue(scene: Scene, cue: Cue) -> Source | None:
    """The source that stands at a reporting verb; None where the sentence leaves it out."""
    if cue.lemma in scene.lexicon.quoters and not scene.lexicon.cases:
        quoted = _quoted(scene, cue)
        if quoted is not None:
            return quoted
    if scene.lexicon.cases and cue.lemma not in scene.lexicon.attached:
        fields = Fields(scene).subject(cue)
        return joint.split(scene, apposed(scene, fields)) if fields is not None else None
    adverb = scene.document.tokens[cue.token].text.lower().endswith(scene.lexicon.adverbial or ("\n",))
    found = leading(scene, scene.sentence_of(cue.token)) if adverb else _of_cue(scene, cue)
    return joint.split(scene, apposed(scene, found)) if found is not None else None


def _quoted(scene: Scene, cue: Cue) -> Source | None:
    """The person behind a verb of quoting, who is quoted (cytuje X agencja Y)."""
    low, high = _right(scene, cue, scene.sentence_of(cue.token).last)
    tokens = scene.document.tokens[low:high]
    inside = scene.mentions_within(tokens[0].start, tokens[-1].end) if tokens else ()
    named = next((named for named in inside if named.entity.type == "person"), None)
    return Source(named.start, named.end) if named is not None else None


def _of_cue(scene: Scene, cue: Cue) -> Source | None:
    sentence = scene.sentence_of(cue.token)
    left = _behind_anaphor(scene, _left(scene, cue.token, sentence.first))
    compared = _is(scene, left, scene.lexicon.comparisons | scene.lexicon.subordinators)
    if compared:
        left = left[0] + 1, left[1]
    right = _right(scene, cue, sentence.last)
    closes = left[0] >= left[1] and not placed.follows_quotation(scene, cue.start)
    if closes and not compared and scene.lexicon.order == "v2":
        found = _behind_commas(scene, left[0], sentence.first) if not _is_strong(scene, right) else None
        if found is not None:
            return found
    adverbial = left[0] >= left[1] or _is(scene, left, scene.lexicon.openers)
    if not compared and adverbial and scene.lexicon.order == "v2":
        inner = _behind_auxiliary(scene, *left)
        if inner is not None:
            return within(scene, *inner, closed=True)
    if adverbial and not compared and not _introduces(scene, cue, sentence.last):
        found = within(scene, *right, closed=True)
        if found is not None:
            return found
    relative = not compared and left[0] > sentence.first and _is(scene, left, scene.lexicon.relatives)
    relative = relative and left[1] - left[0] <= _MAX_RELATIVE
    found = None if relative else within(scene, *left, closed=False)
    if found is None and left[0] >= left[1]:
        found = housed.of_cue(scene, cue, *right)
    if found is None and (relative or left[0] >= left[1]):
        found = _behind_commas(scene, left[0], sentence.first)
    found = found or housed.of_cue(scene, cue, *left)
    found = found or within(scene, *right, closed=True) or housed.of_cue(scene, cue, *right) or _document(scene, *left)
    return found or (placed.subject(scene, cue, left, right) if scene.lexicon.adverbial else None)


def _behind_anaphor(scene: Scene, span: tuple[int, int]) -> tuple[int, int]:
    """The tokens behind a phrase that takes up the sentence before, if they are a pronoun (Про це він заявив)."""
    tokens, (low, high) = scene.document.tokens, span
    for phrase in scene.lexicon.anaphors:
        words = phrase.split()
        stands = [token.text.lower() for token in tokens[low : low + len(words)]] == words
        if stands and low + len(words) == high - 1 and tokens[high - 1].text.lower() in scene.lexicon.pronouns:
            return high - 1, high
    return span


def _document(scene: Scene, low: int, high: int) -> Source | None:
    """The document in which something stands (in the statement it says)."""
    for token in scene.document.tokens[low:high]:
        if token.text.lower() in scene.lexicon.documents:
            return Source(token.start, token.end, token.index)
    return None


def _is_strong(scene: Scene, span: tuple[int, int]) -> bool:
    """Whether a range of tokens begins with somebody who is known to be able to speak."""
    found = within(scene, *span, closed=True)
    if found is None:
        return False
    people = (named for named in scene.mentions_within(found.start, found.end) if named.entity.type in SPEAKERS)
    words = (token.text.lower() for token in scene.tokens_within(found.start, found.end))
    return any(people) or any(word in scene.lexicon.pronouns or is_known(scene, word) for word in words)


def _is(scene: Scene, span: tuple[int, int], words: frozenset[str]) -> bool:
    """Whether a range of tokens begins with one of some words."""
    return span[0] < span[1] and scene.document.tokens[span[0]].text.lower() in words


def _behind_auxiliary(scene: Scene, low: int, high: int) -> tuple[int, int] | None:
    """The tokens between an auxiliary and the participle at the end of the clause (gestern hatte X … erklärt)."""
    tokens = scene.document.tokens
    for index in range(low + 1, high):
        if tokens[index].text.lower() in scene.lexicon.perfects:
            return index + 1, high
    return None


def _introduces(scene: Scene, cue: Cue, stop: int) -> bool:
    """Whether what was said follows the verb at once, so that its subject stands in front of it."""
    index = max(cue.last, cue.token) + 1
    if index >= stop:
        return False
    word = scene.document.tokens[index].text.lower()
    return word in scene.lexicon.complementizers or word in ",:"


def _left(scene: Scene, index: int, floor: int) -> tuple[int, int]:
    """The tokens in front of a verb, back to the mark that opens its clause, without auxiliaries and adverbs at the end."""
    tokens = scene.document.tokens
    low, depth = index, 0
    while low > floor and index - low < _MAX_BACK:
        word = tokens[low - 1].text
        if word == ")":
            depth += 1
        elif word == "(" and depth:
            depth -= 1
        elif not depth and is_boundary(scene, low - 1) and not _is_number(scene, low - 1):
            break
        low -= 1
    high = index
    while high > low and tokens[high - 1].text.lower() in scene.lexicon.auxiliaries:
        high -= 1
    while low < high and tokens[low].text.lower() in scene.lexicon.conjunctions:
        low += 1
    return low, high


def _is_number(scene: Scene, index: int) -> bool:
    """Whether a comma or full stop stands inside a number."""
    tokens = scene.document.tokens
    inside = 0 < index < len(tokens) - 1 and tokens[index].start == tokens[index - 1].end
    return inside and tokens[index + 1].start == tokens[index].end and tokens[index + 1].text[0].isdigit()


def _right(scene: Scene, cue: Cue, stop: int) -> tuple[int, int]:
    """The tokens behind a verb, up to the next mark, the rest of its expression or the word that opens the clause."""
    tokens = scene.document.tokens
    index = cue.token + 1
    if cue.last > cue.token and cue.end >= tokens[cue.last].end:
        index = cue.last + 1
    elif cue.last > cue.token:
        stop = min(stop, cue.last)
    while index < stop and tokens[index].text.lower() in scene.lexicon.auxiliaries:
        index += 1
    high = index
    while (
        high < stop
        and not is_boundary(scene, high)
        and tokens[high].text.lower() not in scene.lexicon.complementizers
        and high - index < MAX_PHRASE
    ):
        high += 1
        if scene.lexicon.agreements and _is_short_form(scene, high, stop):
            high += 3
    return index, high


def _is_short_form(scene: Scene, index: int, stop: int) -> bool:
    """Whether the abbreviation of a name stands in brackets, with more of the phrase behind it: фонду (РФПІ) X."""
    tokens = scene.document.tokens[index : min(stop, index + 4)]
    return len(tokens) > 3 and tokens[0].text == "(" and tokens[2].text == ")" and tokens[3].text[0].isupper()  # noqa: PLR2004


def _behind_commas(scene: Scene, index: int, floor: int) -> Source | None:
    """The noun phrase in front of an apposition or a relative clause that the verb follows (X, the minister, said)."""
    tokens = scene.document.tokens
    for _ in range(_MAX_SEGMENTS):
        index -= 1
        while index > floor and is_boundary(scene, index):
            index -= 1
        if index < floor:
            return None
        if scene.lexicon.dialogue and scene.quotation_at(tokens[index].start) is not None:
            return None
        low, high = _left(scene, index + 1, floor)
        while low < high and tokens[low].text.lower() in scene.lexicon.cues:
            low += 1  # German: so X, der …
        if low <= floor or not _is(scene, (low, high), scene.lexicon.relatives):
            found = within(scene, low, high, closed=False)
            if found is not None:
                return found
        if low <= floor:
            return None
        index = low
    return None


def leading(scene: Scene, sentence: Sentence) -> Source | None:
    """The source that a sentence begins with."""
    _, high = _right_edge(scene, sentence)
    return within(scene, sentence.first, high, closed=True)


def _right_edge(scene: Scene, sentence: Sentence) -> tuple[int, int]:
    high = sentence.first
    while high < sentence.last and not is_boundary(scene, high) and high - sentence.first < MAX_PHRASE:
        high += 1
    return sentence.first, high
