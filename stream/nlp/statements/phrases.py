"""Source phrases: according to X, selon X, по словам X. What they report is the rest of their clause."""

import re
from collections.abc import Iterator
from functools import cache

from stream.nlp.document import Sentence, Token
from stream.nlp.languages import Lexicon, lexicon
from stream.nlp.statements import clauses, mention
from stream.nlp.statements.extent import EDGE_MARKS
from stream.nlp.statements.model import Cue, Range, Report, Source
from stream.nlp.statements.scene import Scene

_MAX_SOURCE = 160
_MIN_CONTENT = 2
_PAUSES = frozenset({",", "—", "–", "--", "-"})
_CLOSING = frozenset({'"', "”", "»", "''", "’", "'"})


@cache
def _pattern(code: str) -> re.Pattern[str] | None:
    phrases = wordings(lexicon(code))
    return (
        re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, phrases)) + r")(?!\w)", re.IGNORECASE) if phrases else None
    )


def wordings(words: Lexicon) -> list[str]:
    """The source phrases before their source, the longest first, also with a possessive in them (по его словам)."""
    found = set(words.before | words.hesitant)
    for phrase in words.before:
        lead, space, last = phrase.rpartition(" ")
        found.update(f"{lead}{space}{whose} {last}" for whose in words.obliques)
    return sorted(found, key=lambda phrase: (-len(phrase), phrase))


def owner(scene: Scene, start: int, end: int) -> Source | None:
    """The possessive inside a source phrase, which stands for its source; None where the source follows."""
    tokens = scene.tokens_within(start, end)[-2:]
    if len(tokens) > 1 and tokens[0].text.lower() in scene.lexicon.obliques:
        return Source(tokens[0].start, tokens[0].end, tokens[0].index if scene.document.parsed else -1)
    return None


def phrases(scene: Scene) -> Iterator[tuple[Cue, Report | None]]:
    """The source phrases of a parsed scene outside quotations, each with the report of its clause where it has one."""
    pattern = _pattern(scene.lexicon.code)
    if pattern is None:
        return
    for match in pattern.finditer(scene.text):
        if scene.quotation_at(match.start()) is None:
            found = _phrase(scene, match.start(), match.end())
            if found is not None:
                yield found


def _phrase(scene: Scene, start: int, end: int) -> tuple[Cue, Report | None] | None:
    tokens = scene.document.tokens
    first = scene.token_at(end)
    if first >= len(tokens):
        return None
    sentence = scene.sentence_of(first)
    owned = owner(scene, start, end)
    source = owned or _source(scene, first, end, sentence)
    if source is None or not sentence.start <= start:
        return None
    hesitant = scene.text[start:end].lower() in scene.lexicon.hesitant
    head = tokens[source.head]
    if hesitant and not (_frames(scene, start, sentence) and mention.can_speak(scene, head)):
        return None
    cue = Cue(start, end, scene.text[start:end].lower(), "state", "phrase", token=scene.token_at(start), source=source)
    stop = end if owned else max(source.end, _end_of_source(scene, source, sentence))
    content = _content(scene, sentence, start, stop, _governor(scene, head, start, end))
    if not content:
        return cue, None
    return cue, Report(content, cue, "hesitant phrase" if hesitant else "source phrase", source)


def _governor(scene: Scene, head: Token, start: int, end: int) -> int:
    """The word on which the phrase hangs: past the phrase's own noun (по *словам* X)."""
    tokens = scene.document.tokens
    index = head.head
    while start <= tokens[index].start < end and tokens[index].head != index:
        index = tokens[index].head
    return index


def _source(scene: Scene, first: int, end: int, sentence: Sentence) -> Source | None:
    tokens = scene.document.tokens
    head = first
    while tokens[head].pos not in clauses.NOMINAL and head + 1 < sentence.last and tokens[head].text not in ",;:.":
        head += 1
    while (
        tokens[head].head > head
        and tokens[head].head < sentence.last
        and tokens[tokens[head].head].pos in clauses.NOMINAL
    ):
        if tokens[head].dep.startswith(("nsubj", "obl", "obj")):
            break
        head = tokens[head].head
    if tokens[head].lemma in scene.lexicon.no_sources | scene.lexicon.relatives:
        return None
    source = mention.at(scene, tokens[head])
    return source if source is not None and source.start >= end else None


def _frames(scene: Scene, start: int, sentence: Sentence) -> bool:
    """Whether a phrase opens its clause."""
    words = scene.text[sentence.start : start].rstrip()
    last = words.rpartition(" ")[2].lower()
    return not words or words[-1] in ",;:" or last in scene.lexicon.conjunctions


def _end_of_source(scene: Scene, source: Source, sentence: Sentence) -> int:
    """Where the phrase ends, with what describes the source: up to the next comma of the sentence if that is near."""
    end = scene.document.tokens[scene.edges[source.head][1]].end
    limit = min(sentence.end, source.end + _MAX_SOURCE)
    comma = re.compile(r"[,;.:]").search(scene.text, source.end, limit)
    if source.end < end <= limit and (comma is None or end <= comma.start()):
        return end
    return source.end


def _content(scene: Scene, sentence: Sentence, start: int, stop: int, governor: int) -> list[Range]:
    last = scene.document.tokens[scene.token_at(stop) - 1]
    ends = last.text.lower() not in scene.lexicon.relatives and _ends(scene, sentence, start)
    low, high = (
        _between_semicolons(scene, sentence, start, stop) if ends else _clause(scene, sentence, start, stop, governor)
    )
    parts = [scene.trim(low, start, EDGE_MARKS + "("), scene.trim(stop, high, EDGE_MARKS + ")")]
    if ends and not _joins(scene, parts[1]):
        parts.pop()
    elif _leads_over(scene, parts[0]):
        parts.pop(0)
    return [part for part in parts if part[1] - part[0] >= _MIN_CONTENT and not _is_lead(scene, part, start)]


def _ends(scene: Scene, sentence: Sentence, start: int) -> bool:
    """Whether a pause sets the phrase apart from a whole clause in front of it: all of that comes from the source."""
    before = [token for token in scene.tokens_within(sentence.start, start) if token.text not in _CLOSING]
    if len(before) < _MIN_CONTENT or before[-1].text not in _PAUSES:
        return False
    last = before[-2]
    if last.pos in ("SCONJ", "CCONJ") or last.text.lower() in scene.lexicon.relatives | scene.lexicon.complementizers:
        return False
    return _has_verb(scene, (sentence.start, start))


def _has_verb(scene: Scene, part: Range) -> bool:
    """Whether a stretch has a finite verb, and so is a clause."""
    return any(
        token.pos in clauses.VERBAL and token.morph.get("VerbForm", "Fin") == "Fin"
        for token in scene.tokens_within(*part)
    )


def _joins(scene: Scene, part: Range) -> bool:
    """Whether what follows the phrase goes on with the clause before it: by a conjunction or with its grounds."""
    tokens = scene.tokens_within(*part)
    return bool(tokens) and (tokens[0].pos == "CCONJ" or tokens[0].text.lower() in scene.lexicon.grounds)


def _is_lead(scene: Scene, part: Range, start: int) -> bool:
    """Whether what stands before the phrase only joins its clause to another (But according to …)."""
    if part[0] >= start:
        return False
    tokens = scene.tokens_within(*part)
    return len(tokens) <= 2 and all(token.pos in ("CCONJ", "SCONJ", "ADV", "PUNCT", "X") for token in tokens)  # noqa: PLR2004


def _leads_over(scene: Scene, part: Range) -> bool:
    """Whether a clause in front of the phrase ends with the conjunction that opens the one behind it (…, but according to …)."""
    tokens = [token for token in scene.tokens_within(*part) if token.text != ","]
    return len(tokens) > _MIN_CONTENT and tokens[-1].text.lower() in scene.lexicon.conjunctions


def _clause(scene: Scene, sentence: Sentence, start: int, stop: int, governor: int) -> Range:
    """The clause around the phrase: the sentence, cut at semicolons and where the governing verb is not the main one."""
    tokens = scene.document.tokens
    low, high = _between_semicolons(scene, sentence, start, stop)
    token = tokens[governor]
    if (
        clauses.base(token) in ("ccomp", "advcl", "conj", "acl", "parataxis")
        and sentence.first <= governor < sentence.last
    ):
        first, last = scene.edges[governor]
        low = max(low, min(start, tokens[first].start))
        high = min(high, max(stop, tokens[last].end))
        if low < start and (tokens[first].pos in ("CCONJ", "SCONJ") or tokens[first].text == ","):
            low = tokens[first].end
    return low, high


def _between_semicolons(scene: Scene, sentence: Sentence, start: int, stop: int) -> Range:
    low = max(sentence.start, scene.text.rfind(";", sentence.start, start) + 1)
    semicolon = scene.text.find(";", stop, sentence.end)
    return low, semicolon if semicolon >= 0 else sentence.end
