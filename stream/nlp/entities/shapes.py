"""Names by their shape, for languages without a recogniser: capitals, and what is known of the words.

A run of capitalised words is a name unless it is only the capital of a sentence's beginning (or of a noun, in German). Its kind
comes from its words: nouns such as university or lake, name parts of people, cities; else from the preposition before it.
"""

from collections.abc import Iterator, Sequence

from schemas import EntityType
from stream.nlp.document import Document, NamedSpan
from stream.nlp.entities.evidence import city, name_parts
from stream.nlp.entities.inflection import bases
from stream.nlp.entities.kinds import like_person, noun_kind
from stream.nlp.entities.lexicon import Lexicon, lexicon
from stream.nlp.entities.words import Word

_CONNECTORS = frozenset(
    "de del de' di da dos das du des d la las los el y e van von der den ter ten te zu of and the al bin ibn ben".split()
)
"""Words in lower case that stand inside names."""
_MAX_GAP = 3
_NOUNS_CAPITALISED = frozenset({"de", "lb"})
_ACRONYM = range(2, 7)


def shaped(document: Document, row: Sequence[Word]) -> list[NamedSpan]:
    """The names of a document by their shape, in text order."""
    known = lexicon(document.language)
    lowered = {word.key for word in row if word.text.islower()}
    names = []
    for run in _runs(document, row):
        run = _without_first(document, run, lowered, known)
        kind = _kind(document, run, row, known) if run else None
        if kind is not None:
            names.append(NamedSpan(run[0].start, run[-1].end, kind))
    return names


def _runs(document: Document, row: Sequence[Word]) -> Iterator[list[Word]]:
    """Runs of capitalised words, with the small words inside them; none crosses a mark or a sentence's end."""
    run: list[Word] = []
    small: list[Word] = []
    for word in row:
        capital = word.text[0].isupper()
        gap = document.text[run[-1].end if not small else small[-1].end : word.start] if run else ""
        if run and not (gap in (" ", "-", "’", "'", "\u00a0", ". ", " '", "' ", "'") or gap == "" ) or (gap == ". " and len(run[-1].text) > 1):
            yield run
            run, small = [], []
        if capital:
            run = [*run, *small, word]
            small = []
        elif run and word.text in _CONNECTORS and len(small) < _MAX_GAP:
            small.append(word)
        elif run:
            yield run
            run, small = [], []
    if run:
        yield run


def _without_first(document: Document, run: list[Word], lowered: set[str], known: Lexicon) -> list[Word]:
    """Without the words before the name that have their capital from the sentence's beginning, or are titles."""
    while run:
        word = run[0]
        initial = _initial(document, word)
        title = word.text.lower() in known.honorifics and len(run) > 1
        common = word.text.lower() in known.articles | known.locatives or word.key in lowered
        unknown = not any(name_parts(word.text)) and city(word.text) is None
        if title or (initial and (common or (unknown and not (len(run) > 1 and noun_kind(_text(document, run), document.language))))):
            run = run[1:]
        else:
            break
    return run


def _text(document: Document, run: Sequence[Word]) -> str:
    return document.text[run[0].start : run[-1].end]


def _initial(document: Document, word: Word) -> bool:
    before = document.text[max(0, word.start - 40) : word.start].rstrip(" \u00a0\"'«“„‘‹([—–-*•")
    return not before or before[-1] in ".!?…:\n"


def _kind(document: Document, run: Sequence[Word], row: Sequence[Word], known: Lexicon) -> EntityType | None:
    name, language = _text(document, run), document.language
    noun = noun_kind(name, language)
    if noun is not None:
        return noun if len(run) > 1 else None
    if any(city(base) for base in bases(name, language)):
        return "place"
    if name.isupper() and len(name) in _ACRONYM:
        return "organization"
    parts = [max(sum(name_parts(base)) for base in bases(word.text, language)) for word in run if word.text[0].isupper()]
    if len(run) > 1:
        return "person" if parts[0] > 1 and like_person(name) or parts[0] > 1 and len(run) <= 4 else "organization"
    if language in _NOUNS_CAPITALISED:
        return "person" if parts[0] > 1 else None
    before = document.text[max(0, run[0].start - 12) : run[0].start].split()
    if before and before[-1].lower() in known.locatives:
        return "place"
    return "person" if parts[0] else "place"
