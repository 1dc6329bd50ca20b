"""The name beside the comma that a title describes, in a text without a parse: the mayor, X; X, mayor of Y."""

from stream.nlp.statements.boundaries import BOUNDARIES
from stream.nlp.statements.model import Source
from stream.nlp.statements.scene import Named, Scene
from stream.nlp.statements.speaker_phrases import is_known

_MAX_TITLE = 60
_MAX_ORIGIN = 6
"""Most words that tell where somebody is from, and the comma behind them."""


def apposed(scene: Scene, source: Source) -> Source:
    """The source with the name beside the comma that its title describes: the mayor, X; X, mayor of Y."""
    tokens = scene.document.tokens
    before, after = scene.token_at(source.start) - 1, scene.token_at(source.end - 1) + 1
    if not _is_office(scene, source):
        return source
    after = _past_origin(scene, after)
    if after + 1 < len(tokens) and tokens[after].text == ",":
        named = _person_at(scene, tokens[after + 1].start)
        if named is not None:
            return Source(source.start, named.end, source.head)
        end = _run_of_names(scene, after + 1)
        if end is not None:
            return Source(tokens[after + 1].start, end)
    if before > 0 and tokens[before].text == ",":
        named = next(scene.mentions_before(tokens[before].start), None)
        if named is not None and named.end == tokens[before].start and _is_free_person(scene, named):
            return Source(named.start, source.end, source.head)
    return source


def _past_origin(scene: Scene, index: int) -> int:
    """One past where somebody is from or is in office (the mayor of X, Y; her colleague from X, Y), else the token itself."""
    tokens = scene.document.tokens
    if index >= len(tokens) or tokens[index].text.lower() not in scene.lexicon.prepositions:
        return index
    comma = next((i for i in range(index + 2, min(len(tokens), index + _MAX_ORIGIN)) if tokens[i].text == ","), index)
    return comma if tokens[comma - 1].text[0].isupper() else index


def _is_office(scene: Scene, source: Source) -> bool:
    """Whether a source is one person by a title, without a name."""
    if any(named.entity.type == "person" for named in scene.mentions_within(source.start, source.end)):
        return False
    words, head = scene.lexicon, source.head
    word = scene.document.tokens[head].text.lower() if head >= 0 else ""
    compound = words.compounds and word not in words.bodies and is_known(scene, word)
    return word in words.titles or words.referents.get(word) == "person" or compound


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


def _is_free_person(scene: Scene, named: Named) -> bool:
    """Whether a person is named who is neither the object of a preposition nor described by the words in front of a comma."""
    if not _is_named_person(named) or not scene.lexicon.articled:
        return _is_named_person(named)
    before = scene.token_at(named.start) - 1
    word = scene.document.tokens[before].text.lower() if before >= 0 else ""
    return word != "," and word not in scene.lexicon.openers | scene.lexicon.links


def _is_named_person(named: Named) -> bool:
    return named.entity.type == "person" and named.form == "name"
