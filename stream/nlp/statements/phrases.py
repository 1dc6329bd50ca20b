"""Source phrases: according to X, selon X, по словам X, X zufolge. What they report is the rest of their clause."""

import re
from collections.abc import Iterator
from functools import cache

from stream.nlp.document import Sentence
from stream.nlp.languages import lexicon
from stream.nlp.statements import clauses
from stream.nlp.statements.indirect import EDGE_MARKS, can_speak
from stream.nlp.statements.model import Cue, Range, Report, Source
from stream.nlp.statements.scene import Scene
from stream.nlp.statements.verbs import source_at

_MAX_SOURCE = 160


@cache
def _pattern(code: str) -> re.Pattern[str] | None:
    words = lexicon(code)
    phrases = sorted(words.before | words.hesitant, key=lambda phrase: (-len(phrase), phrase))
    if not phrases:
        return None
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, phrases)) + r")(?!\w)", re.IGNORECASE)


def phrases(scene: Scene) -> Iterator[tuple[Cue, Report]]:
    """The source phrases of a parsed scene outside quotations, each with the report of its clause."""
    pattern = _pattern(scene.lexicon.code)
    if pattern is None:
        return
    for match in pattern.finditer(scene.text):
        if scene.quotation_at(match.start()) is not None:
            continue
        found = _phrase(scene, match.start(), match.end())
        if found is not None:
            yield found


def _phrase(scene: Scene, start: int, end: int) -> tuple[Cue, Report] | None:
    tokens = scene.document.tokens
    first = scene.token_at(end)
    if first >= len(tokens):
        return None
    sentence = scene.sentence_of(first)
    if not sentence.start <= start or first >= sentence.last:
        return None
    head = first
    while tokens[head].head != head and tokens[head].head > first - 1 and tokens[head].head < sentence.last:
        if tokens[head].pos in clauses.NOMINAL and tokens[tokens[head].head].pos not in clauses.NOMINAL:
            break
        head = tokens[head].head
    source = source_at(scene, tokens[head])
    if source is None or source.start < end:
        return None
    hesitant = scene.text[start:end].lower() in scene.lexicon.hesitant
    speaks = clauses_speaker(scene, head)
    if not speaks or (hesitant and not _frames(scene, start, sentence)):
        return None
    word = scene.text[start:end]
    cue = Cue(start, end, word.lower(), "state", "phrase", token=scene.token_at(start), source=source)
    stop = max(source.end, _end_of_source(scene, head, source, sentence))
    content = _content(scene, sentence, start, stop, tokens[head].head)
    if not content:
        return None
    return cue, Report(content, cue, "hesitant phrase" if hesitant else "source phrase", source)


def clauses_speaker(scene: Scene, head: int) -> bool:
    """Whether the head of a source phrase can be a source."""
    token = scene.document.tokens[head]
    if token.pos == "PROPN" or token.text.lower() in scene.lexicon.pronouns:
        return True
    return can_speak(scene, token)


def _frames(scene: Scene, start: int, sentence: Sentence) -> bool:
    """Whether a phrase opens its clause."""
    lead = scene.text[sentence.start : start].rstrip()
    return not lead or lead[-1] in ",;:"


def _end_of_source(scene: Scene, head: int, source: Source, sentence: Sentence) -> int:
    """Where the phrase ends, with what describes the source: up to the next comma of the sentence if that is near."""
    last = scene.edges[head][1]
    end = scene.document.tokens[last].end
    comma = re.compile(r"[,;.]").search(scene.text, source.end, min(sentence.end, source.end + _MAX_SOURCE))
    if source.end < end <= min(sentence.end, source.end + _MAX_SOURCE) and (comma is None or end <= comma.start()):
        return end
    return source.end


def _content(scene: Scene, sentence: Sentence, start: int, stop: int, governor: int) -> list[Range]:
    low, high = _clause(scene, sentence, start, stop, governor)
    parts = [scene.trim(low, start, EDGE_MARKS + "("), scene.trim(stop, high, EDGE_MARKS + ")")]
    return [part for part in parts if part[1] - part[0] > 1]


def _clause(scene: Scene, sentence: Sentence, start: int, stop: int, governor: int) -> Range:
    """The clause around the phrase: the sentence, cut at semicolons and where the governing verb is not the main one."""
    text = scene.text
    low = max(sentence.start, text.rfind(";", sentence.start, start) + 1)
    semicolon = text.find(";", stop, sentence.end)
    high = semicolon if semicolon >= 0 else sentence.end
    token = scene.document.tokens[governor]
    if (
        clauses.base(token) in ("ccomp", "advcl", "conj", "acl", "parataxis")
        and sentence.first <= governor < sentence.last
    ):
        first, last = scene.edges[governor]
        low = max(low, min(start, scene.document.tokens[first].start))
        high = min(high, max(stop, scene.document.tokens[last].end))
        opener = scene.document.tokens[first]
        if low < start and (opener.pos in ("CCONJ", "SCONJ") or opener.text == ","):
            low = opener.end
    return low, high
