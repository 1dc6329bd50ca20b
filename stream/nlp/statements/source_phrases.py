"""Source phrases told by their places (وفقا لـX، …; به گفته X، …; 据X报道，…; X'e göre …; Xによると…)."""

import re
from collections.abc import Iterator
from functools import cache

from stream.nlp.document import Sentence
from stream.nlp.languages import lexicon
from stream.nlp.statements import clause_heads, nominals
from stream.nlp.statements.model import Cue, Range, Report, Source
from stream.nlp.statements.scene import Scene

_COMMAS = ",،，、"
_EDGE = re.compile(r"[,;:!?…«»“”„\"—–―，。！？；：「」『』،؛؟\n]|\.(?=\s|$)")
_MARKS = " \t\u3000\xa0,;:.…—–-،؛。，、：；"
_MAX_SOURCE = 90
_MAX_APPOSITION = 60
_MIN_CONTENT = 4


@cache
def _pattern(code: str, *, after: bool) -> re.Pattern[str] | None:
    words = lexicon(code)
    phrases = sorted(words.after if after else words.before | words.hesitant, key=lambda phrase: (-len(phrase), phrase))
    if not phrases:
        return None
    body = "(?P<cue>" + "|".join(map(re.escape, phrases)) + ")"
    if not words.spaced:
        return re.compile(body)
    # A phrase that ends in ل has its source written to it (وفقا للوزارة).
    prefix = "(?:" + "|".join(map(re.escape, words.proclitics)) + ")?" if words.proclitics else ""
    return re.compile(rf"(?<!\w){prefix}{body}(?:(?<=ل)|(?!\w))", re.IGNORECASE)


def phrases(scene: Scene) -> Iterator[tuple[Cue, Report | None]]:
    """The source phrases outside quotations, each with the report of its sentence where that has one."""
    for after in (False, True):
        pattern = _pattern(scene.lexicon.code, after=after)
        for match in pattern.finditer(scene.text) if pattern is not None else ():
            place = match.start("cue")
            sentence = scene.sentence_at(place)
            if sentence is None or match.end() > sentence.end or scene.quotation_at(place) is not None:
                continue
            found = _before(scene, place, sentence) if after else _after(scene, match["cue"], match.end(), sentence)
            if found is not None:
                yield _found(scene, match.span("cue"), *found, sentence)


def _found(scene: Scene, place: Range, source: Source, stop: int, sentence: Sentence) -> tuple[Cue, Report | None]:
    """The cue and what its sentence reports; ``stop`` is where the phrase ends."""
    token = scene.token_at(place[0])
    cue = Cue(*place, scene.text[slice(*place)].lower(), "state", "phrase", token=token, source=source)
    low, high = min(place[0], source.start), max(place[1], stop)
    low = _conjunction_start(scene, low, sentence)
    first = max(sentence.start, max(scene.text.rfind(mark, sentence.start, low) for mark in ";؛；") + 1)
    last = min((at for mark in ";؛；" if (at := scene.text.find(mark, high, sentence.end)) >= 0), default=sentence.end)
    parts = [scene.trim(first, low, _MARKS), scene.trim(high, last, _MARKS)]
    parts[1] = parts[1][0], _without_tail(scene, *parts[1])
    parts = [part for part in parts if any(map(str.isalnum, scene.text[slice(*part)])) and not _is_lead(scene, part)]
    if sum(end - start for start, end in parts) < _MIN_CONTENT or _is_quotation(scene, parts):
        return cue, None
    return cue, Report(parts, cue, "source phrase", source)


def _conjunction_start(scene: Scene, low: int, sentence: Sentence) -> int:
    """The start of a phrase with the word that is written to it (ووفقا)."""
    before = scene.text[max(sentence.start, low - 1) : low]
    return low - 1 if before in scene.lexicon.proclitics else low


def _without_tail(scene: Scene, start: int, end: int) -> int:
    for tail in scene.lexicon.tails:
        if scene.text.endswith(tail, start, end) and end - len(tail) > start:
            return end - len(tail)
    return end


def _is_lead(scene: Scene, part: Range) -> bool:
    """Whether a stretch only joins the sentence to the one before it."""
    words = scene.lexicon
    return (
        nominals.lower(words.code, scene.text[slice(*part)]) in words.openers | words.conjunctions | words.auxiliaries
    )


def _is_quotation(scene: Scene, parts: list[Range]) -> bool:
    """Whether a quotation is all that is left: it goes to its cue by its marks."""
    quotation = scene.quotation_at(parts[0][0]) if len(parts) == 1 else None
    return quotation is not None and not any(map(str.isalnum, scene.text[quotation.end : parts[0][1]]))


# -- the source behind the phrase


def _after(scene: Scene, cue: str, place: int, sentence: Sentence) -> tuple[Source, int] | None:
    limit = min(sentence.end, place + _MAX_SOURCE)
    edge = _EDGE.search(scene.text, place, limit)
    end = edge.start() if edge is not None else limit
    if scene.lexicon.spaced:
        return _spaced_after(scene, place, end, sentence, marked=edge is not None or limit == sentence.end)
    return _closed(scene, cue, place, end)


def _closed(scene: Scene, cue: str, place: int, end: int) -> tuple[Source, int] | None:
    """The source in front of a word that closes the phrase (据X报道), else up to the comma."""
    if scene.text.startswith(tuple(scene.lexicon.no_sources), place):
        return None
    for closer in scene.lexicon.closers:
        at = end - len(closer)
        if at > place and scene.text.startswith(closer, at):
            source = nominals.phrase(scene, place, at)
            return (source, end) if source is not None else None
    source = nominals.speaker(scene, place, end)
    if source is None or (cue in scene.lexicon.hesitant and source.noun not in scene.lexicon.documents):
        return None
    return source, end


def _spaced_after(scene: Scene, place: int, end: int, sentence: Sentence, *, marked: bool) -> tuple[Source, int] | None:
    start = scene.trim(place, end, _MARKS)[0]
    first = next((named.start for named in nominals.named(scene, start, end) if named.start <= start + 1), start)
    words = scene.text[start:end].split()
    if not words or words[0] in scene.lexicon.no_sources or words[0] in scene.lexicon.openers:
        return None
    stop = end if marked else _reach(scene, start, end)
    if stop is None:
        return None
    source = nominals.phrase(scene, first, stop)
    if source is None:
        return None
    end = _apposition(scene, stop, sentence)
    return nominals.speaker(scene, first, end) or source, end


def _reach(scene: Scene, start: int, end: int) -> int | None:
    """Where a source ends that no mark closes: with its last name or noun."""
    places = [named.end for named in nominals.named(scene, start, end)]
    places += [high for _, (_, high) in nominals.nouns(scene, start, end)]
    near = [place for place in places if place - start <= _MAX_APPOSITION]
    return min(near) if near else None


def _apposition(scene: Scene, end: int, sentence: Sentence) -> int:
    """Where a phrase ends with the office that a comma adds to the name (به گفته X، وزیر خارجه Y، …)."""
    comma = scene.text[end : end + 1]
    if not comma or comma not in _COMMAS:
        return end
    second = next(
        (at for at in range(end + 1, min(sentence.end, end + _MAX_APPOSITION)) if scene.text[at] in _COMMAS), None
    )
    if second is None:
        return end
    first = next(iter(nominals.nouns(scene, end + 1, second)), None)
    start = scene.trim(end + 1, second)[0]
    return second if first is not None and first[1][0] - start <= 1 else end


# -- the source in front of the word


def _before(scene: Scene, place: int, sentence: Sentence) -> tuple[Source, int] | None:
    low = max(sentence.start, place - _MAX_SOURCE)
    for edge in _EDGE.finditer(scene.text, low, place):
        low = edge.end()
    if not scene.lexicon.spaced:
        for comma in re.finditer("[、]", scene.text[low:place]):
            low += comma.end()
            break
    start, end = scene.trim(low, place, _MARKS)
    start = _skip_openers(scene, start, end)
    words = scene.text[start:end].split()
    if not words or nominals.lower(scene.lexicon.code, words[-1]) in scene.lexicon.no_sources:
        return None
    if any(scene.text.endswith(word, start, end) for word in scene.lexicon.no_sources if not scene.lexicon.spaced):
        return None
    source = nominals.phrase(scene, start, end) if not scene.lexicon.spaced else nominals.speaker(scene, start, end)
    if source is None and scene.lexicon.cased and clause_heads.is_name(scene, start, end):
        source = Source(start, end)
    return (source, place) if source is not None else None


def _skip_openers(scene: Scene, start: int, end: int) -> int:
    for word in sorted(scene.lexicon.openers | scene.lexicon.conjunctions, key=len, reverse=True):
        edge = start + len(word)
        whole = not scene.lexicon.spaced or scene.text[edge : edge + 1].isspace()
        if edge < end and whole and nominals.lower(scene.lexicon.code, scene.text[start:edge]) == word:
            return scene.trim(edge, end, _MARKS)[0]
    return start
