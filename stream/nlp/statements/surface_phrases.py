"""Source phrases in a text without a parse: laut X, за словами X, X zufolge."""

import re
from collections.abc import Iterator
from functools import cache

from stream.nlp.document import Sentence
from stream.nlp.languages import lexicon
from stream.nlp.statements import joint
from stream.nlp.statements.boundaries import is_boundary
from stream.nlp.statements.extent import EDGE_MARKS
from stream.nlp.statements.model import Cue, Report, Source
from stream.nlp.statements.phrases import owner, wordings
from stream.nlp.statements.scene import Scene
from stream.nlp.statements.speaker_phrases import within

_MAX_SOURCE = 14
_MIN_CONTENT = 8
_MARKS = EDGE_MARKS + "()"


@cache
def pattern(code: str, *, after: bool) -> re.Pattern[str] | None:
    """What finds the source phrases of a language: those in front of their source, or those behind it."""
    words = lexicon(code)
    phrases = sorted(words.after, key=lambda phrase: (-len(phrase), phrase)) if after else wordings(words)
    if not phrases:
        return None
    body = "(?:" + "|".join(map(re.escape, phrases)) + ")"
    return re.compile(rf"(?<!\w){body}(?!\w)", re.IGNORECASE)


def phrases(scene: Scene) -> Iterator[tuple[Cue, Report | None]]:
    """The source phrases outside quotations, each with the report of its sentence where that has one."""
    for after in (False, True):
        compiled = pattern(scene.lexicon.code, after=after)
        for match in compiled.finditer(scene.text) if compiled is not None else ():
            if scene.quotation_at(match.start()) is not None:
                continue
            sentence = scene.sentence_at(match.start())
            if sentence is None or match.end() > sentence.end:
                continue
            source = _before(scene, match.start(), sentence) if after else _behind(scene, match, sentence)
            if source is None or not _is_source(scene, match[0].lower(), source):
                continue
            yield _found(scene, match, joint.split(scene, source), sentence)


def _behind(scene: Scene, match: re.Match[str], sentence: Sentence) -> Source | None:
    return owner(scene, match.start(), match.end()) or _after(scene, match.end(), sentence)


def _found(scene: Scene, match: re.Match[str], source: Source, sentence: Sentence) -> tuple[Cue, Report | None]:
    token = scene.token_at(match.start())
    cue = Cue(match.start(), match.end(), match[0].lower(), "state", "phrase", token=token, source=source)
    low, high = min(match.start(), source.start), max(match.end(), source.end)
    start = max(sentence.start, scene.text.rfind(";", sentence.start, low) + 1)
    stop = scene.text.find(";", high, sentence.end)
    parts = [scene.trim(start, low, _MARKS), scene.trim(high, stop if stop >= 0 else sentence.end, _MARKS)]
    content = [part for part in parts if len(scene.tokens_within(*part)) > 1 and part[1] > part[0]]
    if sum(end - begin for begin, end in content) < _MIN_CONTENT:
        return cue, None
    return cue, Report(content, cue, "source phrase", source)


def _is_source(scene: Scene, phrase: str, source: Source) -> bool:
    """Whether a phrase with other senses has somebody who can speak."""
    if phrase not in scene.lexicon.hesitant:
        return True
    return any(
        named.entity.type in ("person", "organization") for named in scene.mentions_within(source.start, source.end)
    )


def _after(scene: Scene, place: int, sentence: Sentence) -> Source | None:
    """The source behind a phrase: to the next mark if that is near, else as far as names and nouns go."""
    tokens = scene.document.tokens
    low = scene.token_at(place)
    if low >= sentence.last or tokens[low].text.lower() in scene.lexicon.no_sources:
        return None
    if tokens[low].text.lower() in scene.lexicon.forms or tokens[low].text.lower() in scene.lexicon.cues:
        low += 1  # según informó X
    high = low
    while high < sentence.last and not is_boundary(scene, high) and high - low < _MAX_SOURCE:
        high += 1
    if high <= low:
        return None
    comma = high < sentence.last and tokens[high].text == ","
    if tokens[low].text.lower() in scene.lexicon.obliques:
        high = low + 1
    elif not (comma or high >= sentence.last - 1) or scene.lexicon.order == "v2" or scene.lexicon.runs_on:
        high = max(low + 1, _run(scene, low, high))
    head = next((token.index for token in tokens[low:high] if _is_noun(scene, token.text.lower())), -1)
    start, end = scene.trim(tokens[low].start, tokens[high - 1].end, _MARKS)
    return Source(start, end, head) if end > start else None


def _is_noun(scene: Scene, word: str) -> bool:
    words = scene.lexicon
    return any(
        word in known for known in (words.documents, words.anonymous, words.referents, words.bodies, words.groups)
    )


def _run(scene: Scene, low: int, high: int) -> int:
    """One past the last token of a run of names, nouns and what joins them: laut einem Sprecher der Polizei."""
    tokens, words = scene.document.tokens, scene.lexicon
    last = low
    for index in range(low, high):
        word = tokens[index].text
        joins = word.lower() in words.links
        adjective = (
            index + 1 < high
            and word[:1].islower()
            and tokens[index + 1].text[:1].isupper()
            and (last in (low, index - 1) or (words.runs_on and word.lower() not in words.openers))
        )
        if word[:1].isupper() or word[:1].isdigit() or _is_noun(scene, word.lower()):
            last = index + 1
        elif not joins and not (adjective and index - last <= 1):
            break
    return last


def _run_start(scene: Scene, low: int, high: int) -> int:
    """First token of the run of names, nouns and what joins them that ends before ``high``."""
    tokens, words = scene.document.tokens, scene.lexicon
    first = high
    for index in range(high - 1, low - 1, -1):
        word = tokens[index].text
        if word[:1].isupper() or word[:1].isdigit():
            first = index
        elif word.lower() not in words.links:
            break
    return first if first < high else low


def _before(scene: Scene, place: int, sentence: Sentence) -> Source | None:
    """The source in front of a word like zufolge: back to the mark or the sentence's start."""
    tokens = scene.document.tokens
    high = scene.token_at(place)
    low = high
    while low > sentence.first and not is_boundary(scene, low - 1) and high - low < _MAX_SOURCE:
        low -= 1
    if low >= high:
        return None
    if scene.lexicon.order == "v2":
        low = _run_start(scene, low, high)
    found = within(scene, low, high, closed=False)
    start, end = scene.trim(tokens[low].start, tokens[high - 1].end, _MARKS)
    return Source(start, end, found.head if found is not None else -1) if end > start else None
