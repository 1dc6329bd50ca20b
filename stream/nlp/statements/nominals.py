"""Who can speak in a stretch of text, by names and known nouns, where neither a parse nor capitals show noun phrases."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from stream.nlp.languages import Lexicon, lexicon
from stream.nlp.statements import proper
from stream.nlp.statements.model import Range, Source
from stream.nlp.statements.scene import Named, Scene

_SPEAKERS = frozenset({"person", "organization", "group", "country"})
_MAX_NOUN_WORDS = 4
_MAX_UNKNOWN = 60
"""Longest phrase, in code points, that is taken for a speaker by its place alone."""
_MARKS = ' \t\u3000\xa0,;:.!?…—–-،؛؟。，、：；！？「」『』“”"«»'


def lower(code: str, text: str) -> str:
    """A text in lower case by the rules of its language."""
    return text.replace("İ", "i").replace("I", "ı").lower() if code == "tr" else text.lower()


@cache
def _nouns(code: str) -> frozenset[str]:
    words = lexicon(code)
    tables = (words.titles, words.anonymous, words.referents, words.bodies, words.groups, words.documents)
    return frozenset(word for table in tables for word in table)


@cache
def _by_character(code: str) -> dict[str, tuple[str, ...]]:
    """First character -> the known nouns that begin with it, the longest first."""
    table: dict[str, list[str]] = {}
    for word in sorted(_nouns(code), key=len, reverse=True):
        table.setdefault(word[0], []).append(word)
    return {first: tuple(found) for first, found in table.items()}


def nouns(scene: Scene, start: int, end: int) -> Iterator[tuple[str, Range]]:
    """The known nouns of speakers in a range, in text order, each as long as it can be."""
    return _words(scene, start, end) if scene.lexicon.spaced else _characters(scene, start, end)


def _words(scene: Scene, start: int, end: int) -> Iterator[tuple[str, Range]]:
    known, code = _nouns(scene.lexicon.code), scene.lexicon.code
    tokens = [token for token in scene.tokens_within(start, end) if token.end <= end]
    texts = [lower(code, token.text) for token in tokens]
    index = 0
    while index < len(tokens):
        for length in range(min(_MAX_NOUN_WORDS, len(tokens) - index), 0, -1):
            noun = next((word for word in _variants(scene, texts[index : index + length]) if word in known), None)
            if noun is not None:
                yield noun, (tokens[index].start, tokens[index + length - 1].end)
                index += length - 1
                break
        index += 1


def _variants(scene: Scene, texts: list[str]) -> Iterator[str]:
    """An expression as it stands, and without a word written to its first."""
    whole = " ".join(texts)
    yield whole
    yield from (whole[len(prefix) :] for prefix in scene.lexicon.proclitics if whole.startswith(prefix))


def _characters(scene: Scene, start: int, end: int) -> Iterator[tuple[str, Range]]:
    known, text = _by_character(scene.lexicon.code), scene.text
    place = start
    while place < end:
        word = next((word for word in known.get(text[place], ()) if text.startswith(word, place, end)), None)
        if word is not None:
            yield word, (place, place + len(word))
        place += len(word) if word is not None else 1


def named(scene: Scene, start: int, end: int) -> list[Named]:
    """The mentions of who can speak in a range, outside quotations."""
    return [
        one
        for one in scene.mentions_within(start, end)
        if one.entity.type in _SPEAKERS and one.form != "demonym" and scene.quotation_at(one.start) is None
    ]


def pronoun(scene: Scene, start: int, end: int) -> Source | None:
    """The pronoun that a range is."""
    start, end = scene.trim(start, end, _MARKS)
    return Source(start, end) if lower(scene.lexicon.code, scene.text[start:end]) in scene.lexicon.pronouns else None


def speaker(scene: Scene, start: int, end: int) -> Source | None:
    """The source that a range is, if a name, a known noun or a word of respect tells that it can speak."""
    start, end = scene.trim(start, end, _MARKS)
    if start >= end:
        return None
    found = pronoun(scene, start, end)
    if found is not None:
        return found
    mentions = named(scene, start, end)
    noun = _head(scene, start, end, mentions)
    if not mentions and noun is None and not _respected(scene, start, end):
        return None
    word = noun[0] if noun is not None else ""
    members, name = _members(scene, start, end, mentions), proper.name(scene, start, end, noun)
    return Source(start, end, members=members, noun=word, name=name)


def phrase(scene: Scene, start: int, end: int) -> Source | None:
    """The source that a range is, whatever it is, because of its place."""
    start, end = scene.trim(start, end, _MARKS)
    found = speaker(scene, start, end)
    if found is not None or start >= end or end - start > _MAX_UNKNOWN:
        return found
    return Source(start, end) if any(map(str.isalpha, scene.text[start:end])) else None


def _head(scene: Scene, start: int, end: int, mentions: list[Named]) -> tuple[str, Range] | None:
    """The noun that heads a phrase: its last, or its first where what describes it follows; None where a name has it."""
    found = list(nouns(scene, start, end))
    if not found:
        return None
    noun = found[-1] if heads_last(scene.lexicon) else found[0]
    inside = any(_holds(scene, one, noun) for one in mentions)
    return None if inside else noun


def _holds(scene: Scene, named: Named, noun: tuple[str, Range]) -> bool:
    """Whether a noun is part of a name; no body's name goes on behind an office."""
    word, (low, high) = noun
    office = word in scene.lexicon.titles or scene.lexicon.referents.get(word) == "person"
    if named.entity.type != "person" and office and high < named.end:
        return False
    return named.start <= low and high <= named.end and named.form == "name"


def heads_last(words: Lexicon) -> bool:
    """Whether a noun follows what describes it."""
    return not words.spaced or (words.order == "sov" and not words.complementizers)


def _respected(scene: Scene, start: int, end: int) -> bool:
    end = proper.without_age(scene, start, end)
    return any(scene.text.endswith(word, start + 1, end) for word in scene.lexicon.honorifics)


def _members(scene: Scene, start: int, end: int, mentions: list[Named]) -> tuple[Range, ...]:
    """The single sources of a co-ordination of names."""
    parts: list[Range] = []
    for first, second in pairwise(mentions):
        between = scene.text[first.end : second.start].strip()
        low = first.end + len(scene.text[first.end : second.start]) - len(scene.text[first.end : second.start].lstrip())
        joint = next((word for word in _joints(scene) if between.startswith(word)), None)
        if joint is None or first.end > second.start:
            continue
        middle = (low + len(joint), second.start)
        if scene.text[slice(*middle)].strip() and not any(True for _ in nouns(scene, *middle)):
            continue
        begin = parts.pop()[0] if parts else start
        parts += [(begin, first.end), scene.trim(low + len(joint), end)]
    return tuple(parts)


def _joints(scene: Scene) -> tuple[str, ...]:
    return tuple(sorted(scene.lexicon.links, key=len, reverse=True))
