"""Names by their shape, for languages without a recogniser: capitals, and what is known of the words.

A run of capitalised words is a name unless it is only the capital of a sentence's beginning (or of a noun, in German). Its kind
comes from its words: nouns such as university or lake, name parts of people, cities; else from the preposition before it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from schemas import EntityType
from stream.nlp.document import Document, NamedSpan
from stream.nlp.entities.evidence import name_parts
from stream.nlp.entities.gazetteer import Hit
from stream.nlp.entities.inflection import bases, declines
from stream.nlp.entities.kinds import noun_kind
from stream.nlp.entities.lexicon import NOUNS_CAPITALISED, Lexicon, lexicon
from stream.nlp.entities.titled import titled
from stream.nlp.entities.words import Word
from stream.nlp.knowledge.cities import city
from stream.nlp.knowledge.given_names import is_given_name

_CONNECTORS = frozenset([
    "de", "del", "di", "da", "dos", "das", "do", "du", "des", "della", "dello", "delle", "degli", "dei", "la",
    "las", "los", "el", "al", "van", "von", "der", "den", "ter", "ten", "zu", "of", "the", "bin", "ibn", "ben",
])  # fmt: skip
"""Words in lower case that stand inside names."""
_MAX_SMALL = 2
_JOINTS = frozenset((" ", "\u00a0", "-", "‑", "'", "’", ". ", "."))
"""What stands between the words of one name; a full stop only after an initial."""
_GIVEN = 2
"""What :func:`name_parts` says of a given name."""
_FULL_NAME = 4
"""Most words of a person's name."""
_ACRONYM = range(2, 7)
_ROMAN = re.compile(r"[IVXLC]+")
_MARKS_BEFORE = " \u00a0\"'«“„‘‹([—–-*•"
_WINDOW = 40


def shaped(document: Document, row: Sequence[Word], hits: Sequence[Hit] = ()) -> list[NamedSpan]:
    """The names of a document by their shape, in text order.

    Args:
        document: the text.
        row: its words.
        hits: what the gazetteer found in it; a known name parts those that stand beside it.

    """
    known = lexicon(document.language)
    lowered = {word.key for word in row if word.text.islower()}
    proper = _proper(document, row) - lowered
    firm = {hit.start: hit for hit in hits if not hit.weak and hit.kind != "demonym"}
    names = []
    for found in _runs(document.text, row):
        for piece in _parted(document, _without_first(document, found, lowered, proper), firm):
            run = _without_first(document, piece, lowered, proper)
            kind = _kind(document, run, known) if run else None
            if kind is not None:
                names.append(NamedSpan(run[0].start, run[-1].end, kind))
    return titled(document, names)


def _parted(document: Document, run: list[Word], firm: Mapping[int, Hit]) -> Iterator[list[Word]]:
    """The names that stand side by side in a run: a person known in full, and what is before and after; a place and a person.

    In prezydent Litwy Gitanas Nausėda and імунолог з Одеси Іван Петренко nothing parts the two.
    """
    for index, word in enumerate(run):
        hit = firm.get(word.start)
        if hit is None or hit.entries[0].record.type != "person" or hit.last - hit.first == 1:
            continue
        after = [other for other in run[index:] if other.start >= hit.end]
        if noun_kind(document.text[run[0].start : run[-1].end], document.language) is None or index == 0 == len(after):
            # A single word before a person's name is a title or an office.
            yield from _parted(document, run[:index], firm) if index > 1 or _begins_known(run[:index], firm) else ()
            yield [other for other in run[index:] if other.start < hit.end]
            yield from _parted(document, after, firm)
            return
    cut = _place_before_person(document, run, firm)
    if cut:
        yield run[:cut]
    if run[cut:]:
        yield run[cut:]


def _begins_known(run: Sequence[Word], firm: Mapping[int, Hit]) -> bool:
    """Whether a run begins with a known name."""
    return bool(run) and run[0].start in firm


def _place_before_person(document: Document, run: Sequence[Word], firm: Mapping[int, Hit]) -> int:
    """Number of words of the place that stands before the name of a person; 0 where none does."""
    if not run:
        return 0
    hit, language = firm.get(run[0].start), document.language
    if hit is not None and hit.entries[0].record.type == "country":
        cut = sum(word.start < hit.end for word in run)
    elif declines(language) and city(run[0].text) is None and any(city(base) for base in bases(run[0].text, language)):
        # In an oblique case, it is no part of a name that is in the nominative.
        cut = 1
    else:
        return 0
    rest = run[cut:]
    if not _GIVEN <= len(rest) <= _FULL_NAME or noun_kind(document.text[run[0].start : run[-1].end], language):
        return 0
    return cut if _parts(rest[0], language) >= _GIVEN else 0


def _runs(text: str, row: Sequence[Word]) -> Iterator[list[Word]]:
    """Runs of capitalised words, with the small words inside them; no mark parts them but a hyphen or an apostrophe."""
    run: list[Word] = []
    small: list[Word] = []
    for word in row:
        last = small[-1] if small else run[-1] if run else None
        if last is not None and not _continues(text[last.end : word.start], last):
            yield run
            run, small = [], []
        if word.text[0].isupper():
            run = [*run, *small, word]
            small = []
        elif run and word.text in _CONNECTORS and len(small) < _MAX_SMALL:
            small.append(word)
        elif run:
            yield run
            run, small = [], []
    if run:
        yield run


def _continues(gap: str, last: Word) -> bool:
    return gap in _JOINTS and (not gap.startswith(".") or len(last.text) == 1)


def _proper(document: Document, row: Sequence[Word]) -> set[str]:
    """The words that have their capitals inside a sentence; none in a language where all nouns have."""
    if document.language in NOUNS_CAPITALISED:
        return set()
    return {word.key for word in row if word.text[0].isupper() and not _initial(document.text, word)}


def _without_first(document: Document, run: list[Word], lowered: set[str], proper: set[str]) -> list[Word]:
    """Without the words that only stand before the name: titles, and what has its capital from the sentence's beginning.

    ``lowered`` and ``proper`` are the words that the document has elsewhere in lower case, and only with a capital.
    """
    known = lexicon(document.language)
    while run:
        word = run[0]
        plain = word.text.lower()
        rest = run[1:]
        title = plain in known.honorifics and rest
        small = plain in known.common or not word.text[0].isupper()
        initial = _initial(document.text, word) and (
            word.key in lowered
            or plain in known.nouns
            or (word.key not in proper and _unknown(word, rest, document.language))
        )
        if not (title or small or initial or _noun_before_person(word, rest, document.language)):
            break
        run = rest
    return run


def _unknown(word: Word, rest: Sequence[Word], language: str) -> bool:
    """Whether nobody and no city is called so, nor does it begin a longer name with a telling noun."""
    if any(name_parts(word.text)) or city(word.text) is not None:
        return False
    return not rest or noun_kind(word.text, language) is None


def _noun_before_person(word: Word, rest: Sequence[Word], language: str) -> bool:
    """Whether it is a noun with its capital by rule (Trainer Ian Holloway)."""
    if language not in NOUNS_CAPITALISED or len(rest) < _GIVEN:
        return False
    return _parts(word, language) < _GIVEN <= _parts(rest[0], language)


def _initial(text: str, word: Word) -> bool:
    before = text[max(0, word.start - _WINDOW) : word.start].rstrip(_MARKS_BEFORE)
    return not before or before[-1] in ".!?…:\n"


def _parts(word: Word, language: str) -> int:
    """What the word is in names of people, in the case that says most: see :func:`name_parts`."""
    return max(max(name_parts(base), default=0) for base in bases(word.text, language))


def _kind(  # noqa: PLR0911 -- one return a kind of evidence, the surest first
    document: Document, run: Sequence[Word], known: Lexicon
) -> EntityType | None:
    name, language = document.text[run[0].start : run[-1].end], document.language
    noun = noun_kind(name, language)
    if noun is not None:
        return noun if len(run) > 1 else None
    if _is_portfolio(document.text, run[0].start, known):
        return None
    if any(city(base) for base in bases(name, language)):
        return "place"
    if _ROMAN.fullmatch(name):
        return None
    if name.isupper() and len(name) in _ACRONYM:
        return "organization"
    parts = [_parts(word, language) for word in run if word.text[0].isupper()]
    if len(run) == 1:
        return _single(document.text, run[0], parts[0], known, language)
    if len(parts) <= _FULL_NAME and (all(parts) or parts[0] >= _GIVEN or is_given_name(run[0].text)):
        return "person"
    if language in NOUNS_CAPITALISED and not any(city(word.text) for word in run):
        return None
    return "organization"


def _is_portfolio(text: str, start: int, known: Lexicon) -> bool:
    """Whether it is what a minister is responsible for (el ministro de Transportes)."""
    before = text[max(0, start - _WINDOW) : start].lower().split()
    return len(before) > 1 and before[-1] in known.articles and before[-2] in known.portfolios


def _single(text: str, word: Word, parts: int, known: Lexicon, language: str) -> EntityType | None:
    before = text[max(0, word.start - _WINDOW) : word.start].split()
    locative = bool(before) and before[-1].lower() in known.locatives
    if language in NOUNS_CAPITALISED:
        return "person" if parts >= _GIVEN and not locative else None
    if locative:
        return "place"
    return "person" if parts else "place"
