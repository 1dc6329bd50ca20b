"""Who speaks, in a text without a parse: the name, pronoun or known noun on the side of the verb where subjects stand."""

from collections.abc import Sequence

from stream.nlp.document import Sentence, Token
from stream.nlp.statements import housed, joint, placed
from stream.nlp.statements.model import Cue, Source
from stream.nlp.statements.scene import Named, Scene

BOUNDARIES = frozenset(',;:.!?…«»“”„"()—–―、，。！？；：「」『』،؛؟|')
_QUOTES = frozenset('«»“”„"')
_SPEAKERS = frozenset({"person", "organization", "group", "country"})
_MAX_PHRASE = 14
_MAX_BACK = 40
_MAX_RELATIVE = 3
_MAX_SEGMENTS = 5
_MIN_COMPOUND = 4
_MAX_TITLE = 60
_COMMAS = frozenset(",،")


def of_cue(scene: Scene, cue: Cue) -> Source | None:
    """The source that stands at a reporting verb; None where the sentence leaves it out."""
    if cue.lemma in scene.lexicon.quoters:
        quoted = _quoted(scene, cue)
        if quoted is not None:
            return quoted
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


def apposed(scene: Scene, source: Source) -> Source:
    """The source with the name beside the comma that its title describes: the mayor, X; X, mayor of Y."""
    tokens = scene.document.tokens
    before, after = scene.token_at(source.start) - 1, scene.token_at(source.end - 1) + 1
    if not _is_office(scene, source):
        return source
    if after + 1 < len(tokens) and tokens[after].text in _COMMAS:
        named = _person_at(scene, tokens[after + 1].start)
        if named is not None:
            return Source(source.start, named.end, source.head)
        end = _run_of_names(scene, after + 1)
        if end is not None:
            return Source(tokens[after + 1].start, end)
    if before > 0 and tokens[before].text in _COMMAS:
        named = next(scene.mentions_before(tokens[before].start), None)
        if named is not None and named.end == tokens[before].start and _is_named_person(named):
            return Source(named.start, source.end, source.head)
    return source


def _is_office(scene: Scene, source: Source) -> bool:
    """Whether a source is one person by a title, without a name."""
    if any(named.entity.type == "person" for named in scene.mentions_within(source.start, source.end)):
        return False
    words, head = scene.lexicon, source.head
    word = scene.document.tokens[head].text.lower() if head >= 0 else ""
    return word in words.titles or words.referents.get(word) == "person"


def _person_at(scene: Scene, place: int) -> Named | None:
    """The named person whose mention begins at a place or right behind a title there."""
    for named in scene.mentions_within(place, place + _MAX_TITLE):
        if _is_named_person(named):
            before = scene.tokens_within(place, named.start)
            return named if all(token.text.lower() in scene.lexicon.titles for token in before) else None
    return None


def _run_of_names(scene: Scene, first: int) -> int | None:
    """Where words with capitals end that a mark or a clause follows: a name that nobody knows."""
    tokens, words = scene.document.tokens, scene.lexicon
    last = first
    while last < len(tokens) and tokens[last].text[0].isupper() and scene.sentence_of(first).last != last:
        last += 1
    closes = (
        last == len(tokens) or tokens[last].text in BOUNDARIES or tokens[last].text.lower() in words.complementizers
    )
    return tokens[last - 1].end if last - first > 1 and closes else None


def _is_named_person(named: Named) -> bool:
    return named.entity.type == "person" and named.form == "name"


def _of_cue(scene: Scene, cue: Cue) -> Source | None:
    sentence = scene.sentence_of(cue.token)
    left = _left(scene, cue.token, sentence.first)
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
    if found is None and (relative or left[0] >= left[1]):
        found = _behind_commas(scene, left[0], sentence.first)
    found = found or housed.of_cue(scene, cue, *left)
    found = found or within(scene, *right, closed=True) or housed.of_cue(scene, cue, *right) or _document(scene, *left)
    return found or (placed.subject(scene, cue, left, right) if scene.lexicon.adverbial else None)


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
    people = (named for named in scene.mentions_within(found.start, found.end) if named.entity.type in _SPEAKERS)
    words = (token.text.lower() for token in scene.tokens_within(found.start, found.end))
    return any(people) or any(word in scene.lexicon.pronouns or _is_known(scene, word) for word in words)


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
    return word in scene.lexicon.complementizers or word in ",:：，"


def is_boundary(scene: Scene, index: int) -> bool:
    """Whether a token is a mark that ends a clause: not around a name; a free hyphen where dashes set off speech."""
    token = scene.document.tokens[index]
    if token.text in _QUOTES and scene.lexicon.names_in_marks:
        return scene.quotation_at(token.start) is not None
    return token.text in BOUNDARIES or (token.text == "-" and scene.lexicon.dialogue)


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
        and high - index < _MAX_PHRASE
    ):
        high += 1
    return index, high


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
    while high < sentence.last and not is_boundary(scene, high) and high - sentence.first < _MAX_PHRASE:
        high += 1
    return sentence.first, high


def within(scene: Scene, low: int, high: int, *, closed: bool) -> Source | None:
    """The source in a range of tokens.

    ``closed`` tells that the range begins at the verb: what follows the source, from a preposition on, is left out.
    """
    if low >= high:
        return None
    tokens = scene.document.tokens[low:high]
    named = _named(scene, tokens)
    if named is not None:
        return _around(scene, tokens, named.start, named.end, closed=closed, head=_noun_before(scene, tokens, named))
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
    best = next(iter(people or free), None)
    if best is None or not scene.lexicon.compounds:
        return best
    head = _first_noun(scene, tokens)
    heads = head is None or best.start <= head.start < best.end or _is_known(scene, head.text.lower())
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
    known = (token for token in tokens if token.start < named.start and _is_known(scene, token.text.lower()))
    return next((token.index for token in known), -1)


def _token(scene: Scene, place: int) -> Token:
    return scene.document.tokens[scene.token_at(place)]


def _is_known(scene: Scene, word: str) -> bool:
    words = scene.lexicon
    tables = (words.titles, words.anonymous, words.referents, words.bodies, words.groups, words.documents)
    if any(word in table for table in tables):
        return True
    if not words.compounds:
        return False
    ends = (word[cut:] for cut in range(_MIN_COMPOUND, len(word) - _MIN_COMPOUND))
    return any(end in table for end in ends for table in tables)


def _governed(scene: Scene, token: Token, floor: int) -> bool:
    """Whether a preposition opens the phrase that a word stands in."""
    tokens = scene.document.tokens
    for index in range(token.index - 1, max(floor, token.index - 4) - 1, -1):
        word = tokens[index].text.lower()
        if word in scene.lexicon.times:
            return False
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
    if tokens[0].text.lower() in scene.lexicon.openers:
        return None
    first = scene.sentence_of(tokens[0].index).first
    for token in tokens[:_MAX_PHRASE]:
        if token.text.lower() in scene.lexicon.openers:
            return None
        if any(map(str.isupper, token.text)) and token.index != first and not _governed(scene, token, tokens[0].index):
            return _around(scene, tokens, token.start, token.end, closed=closed, head=token.index)
    return None
