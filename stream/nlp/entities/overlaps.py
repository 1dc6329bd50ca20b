"""Which of the recogniser's names and the gazetteer's hits stand where they overlap.

The recogniser knows where names of any kind are, the gazetteer knows exactly what it knows. So the gazetteer decides the
bounds and the identity of a name that it has, and the recogniser whether that is part of a longer one: Paris of the Université
de Paris, Trump of Ivanka Trump.
"""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from schemas import EntityType, MentionForm
from stream.nlp.document import Document, NamedSpan
from stream.nlp.entities.aliases import Entry
from stream.nlp.entities.bounds import whole
from stream.nlp.entities.candidates import Candidate
from stream.nlp.entities.gazetteer import Hit
from stream.nlp.entities.inflection import CYRILLIC_LANGUAGES
from stream.nlp.entities.leading import teams, with_nouns
from stream.nlp.entities.lexicon import lexicon
from stream.nlp.entities.words import FIRST_NOT_LATIN, Word, joined
from stream.nlp.knowledge import Record, load, name_key

_PLACES: frozenset[EntityType] = frozenset({"place", "country", "facility"})
_OPENING = ('"', "«", "“", "„")
_CLOSING = ('"', "»", "”", "“")
_CLOSE = 0.85
"""Likeness of two spellings in one script, from 0 to 1, from which they are taken for one name."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known of one document before its overlaps are settled."""

    number: int
    """Index of the document among the article's."""
    document: Document
    row: Sequence[Word]
    names: Sequence[NamedSpan]
    """The recogniser's, or those found by shape; in text order, none overlapping another."""
    hits: Sequence[Hit]
    """The gazetteer's; in text order, none overlapping another."""
    firm: Collection[str]
    """Ids of the records that the article names in full somewhere."""


def settle(scene: Scene) -> list[Candidate]:
    """The mentions of a document, in text order, none overlapping another."""
    chosen: list[Candidate] = []
    bare: list[NamedSpan] = []
    taken: list[tuple[int, int]] = []
    for hit, around in _meetings(scene):
        if any(_absorbs(scene, name, hit) for name in around) or not _stands(scene, hit, around):
            continue
        chosen.append(_from_hit(scene, hit, around))
        taken.append((hit.start, hit.end))
    index = 0
    for name in scene.names:
        while index < len(taken) and taken[index][1] <= name.start:
            index += 1
        if index == len(taken) or name.end <= taken[index][0]:
            bare.append(name)
    plain = {scene.document.text[name.start : name.end] for name in bare if not _quoted(scene.document.text, name)}
    for name in bare:
        candidate = _from_name(scene, name)
        if candidate.entries or candidate.text in plain or not _title_of_work(scene.document, name):
            chosen.append(candidate)
    chosen.sort(key=lambda candidate: candidate.start)
    chosen = list(whole(scene.document, chosen))
    chosen = list(teams(scene.document, scene.row, chosen))
    return list(with_nouns(scene.document, scene.row, chosen))


def _title_of_work(document: Document, name: NamedSpan) -> bool:
    """Whether a name that nobody knows is set in quotation marks, as titles of works are; Slavic firms are, too."""
    firm = name.type == "organization" and document.language in CYRILLIC_LANGUAGES
    return not firm and _quoted(document.text, name)


def _quoted(text: str, name: NamedSpan) -> bool:
    before, after = text[max(0, name.start - 2) : name.start].rstrip(), text[name.end : name.end + 2].lstrip()
    return before.endswith(_OPENING) and after.startswith(_CLOSING)


def _meetings(scene: Scene) -> "list[tuple[Hit, list[NamedSpan]]]":
    """Each hit with the names that it overlaps."""
    met, index = [], 0
    for hit in scene.hits:
        while index < len(scene.names) and scene.names[index].end <= hit.start:
            index += 1
        end = index
        while end < len(scene.names) and scene.names[end].start < hit.end:
            end += 1
        met.append((hit, list(scene.names[index:end])))
    return met


def _absorbs(scene: Scene, name: NamedSpan, hit: Hit) -> bool:
    """Whether the hit is only a part of the recogniser's longer name."""
    if not (name.start <= hit.start and hit.end <= name.end) or (name.start, name.end) == (hit.start, hit.end):
        return False
    before, after = _around(scene.row, hit.first, hit.last, name)
    proper = [word for word in (*before, *after) if word.capital]
    if not proper:
        return name.type == "organization" and hit.kind != "name"
    if hit.kind == "demonym":
        return True
    titles = lexicon(scene.document.language).honorifics
    if all(word.text.lower() in titles for word in proper):
        return False
    if any(_compatible(name.type, entry) for entry in hit.entries):
        return hit.last - hit.first == 1 or len(proper) > 1
    return True


def _around(row: Sequence[Word], first: int, last: int, name: NamedSpan) -> tuple[list[Word], list[Word]]:
    """The words of a name before and after those of a hit."""
    start, end = first, last
    while start > 0 and row[start - 1].start >= name.start:
        start -= 1
    while end < len(row) and row[end].start < name.end:
        end += 1
    return list(row[start:first]), list(row[last:end])


def _compatible(type_: EntityType, entry: Entry) -> bool:
    known = entry.record.type
    return known == type_ or (known in _PLACES and type_ in _PLACES)


def _stands(scene: Scene, hit: Hit, around: Sequence[NamedSpan]) -> bool:
    """Whether a hit is a mention of its own."""
    exact = next((name for name in around if (name.start, name.end) == (hit.start, hit.end)), None)
    if hit.kind == "demonym":
        return True
    if hit.weak:
        return _surname_stands(scene, hit, exact)
    word = scene.row[hit.first]
    # Time and But are names, but any other word at the beginning of a sentence as well.
    common = hit.last - hit.first == 1 and word.text.lower() in lexicon(scene.document.language).common
    return not common or exact is not None or word.text.isupper()


def _surname_stands(scene: Scene, hit: Hit, exact: NamedSpan | None) -> bool:
    """Whether a surname alone is the known person's.

    It is where the article names the person in full elsewhere, where the recogniser sees a person, and where it is the
    subject of a clause. A script without capitals leaves only the knowledge base to ask: one bearer must be known.
    """
    word = scene.row[hit.first]
    if not word.capital or _second_name(scene, hit):
        return False
    if any(entry.record.id in scene.firm for entry in hit.entries):
        return True
    if exact is not None:
        return exact.type == "person"
    if scene.document.parsed:
        return _subject(scene.document, hit)
    return word.text.upper() == word.text.lower() and len({entry.record.id for entry in hit.entries}) == 1


def _subject(document: Document, hit: Hit) -> bool:
    index = bisect_left(document.tokens, hit.start, key=lambda token: token.start)
    if index == len(document.tokens):
        return False
    token = document.tokens[index]
    return token.start == hit.start and token.pos == "PROPN" and token.dep.startswith("nsubj")


def _second_name(scene: Scene, hit: Hit) -> bool:
    """Whether another name of its own stands right before it, so that it is the surname of somebody else."""
    if hit.first == 0:
        return False
    before = scene.row[hit.first - 1]
    known = lexicon(scene.document.language)
    return (
        before.text[0].isupper()
        and not before.text.isupper()
        and joined(scene.document.text, before, scene.row[hit.first])
        and before.text.lower() not in known.honorifics | known.common
        and any(name.start <= before.start < name.end and name.type == "person" for name in scene.names)
    )


def _from_hit(scene: Scene, hit: Hit, around: Sequence[NamedSpan]) -> Candidate:
    form: MentionForm = "demonym" if hit.kind == "demonym" else "name"
    entries = hit.entries
    if len(entries) > 1 and around:
        entries = tuple(entry for entry in entries if _compatible(around[0].type, entry)) or entries
    text = scene.document.text[hit.start : hit.end]
    return Candidate(scene.number, hit.start, hit.end, text, entries[0].record.type, form, entries)


def _from_name(scene: Scene, name: NamedSpan) -> Candidate:
    # What the models call a group is a people or those of a faith, in most cases by an adjective.
    form: MentionForm = "demonym" if name.type == "group" else "name"
    text = scene.document.text[name.start : name.end]
    known = _sounding(scene.document, text, name.type)
    if known is not None:
        entry = Entry(known, "name", tuple(text.split()))
        return Candidate(scene.number, name.start, name.end, text, known.type, form, (entry,))
    return Candidate(scene.number, name.start, name.end, text, name.type, form)


def _sounding(document: Document, text: str, type_: EntityType) -> Record | None:
    """The person known whose full name it is in a spelling that is not."""
    if type_ != "person" and (document.parsed or text.isascii()):
        return None
    known = load().sounding(text, document.language) if len(text.split()) > 1 else None
    if known is None or not _latin(text):
        return known
    # The data have a name's Latin spellings: another one is mostly another person's.
    key = name_key(text)
    close = max(SequenceMatcher(None, key, name_key(alias)).ratio() for alias in known.aliases if _latin(alias))
    return known if close >= _CLOSE else None


def _latin(text: str) -> bool:
    return text[0] < FIRST_NOT_LATIN
