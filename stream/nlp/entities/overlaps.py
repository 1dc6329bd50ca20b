"""Which of the recogniser's names and the gazetteer's hits stand where they overlap.

The recogniser knows where names of any kind are, the gazetteer knows exactly what it knows. So the gazetteer decides the
bounds and the identity of a name that it has, and the recogniser whether that is part of a longer one: Paris of the Université
de Paris, Trump of Ivanka Trump.
"""

from collections.abc import Sequence

from schemas import EntityType, MentionForm
from stream.nlp.document import NamedSpan
from stream.nlp.entities.candidates import Candidate
from stream.nlp.entities.gazetteer import Entry, Hit
from stream.nlp.entities.words import Word

_PLACES: frozenset[EntityType] = frozenset({"place", "country", "facility"})


def settle(
    document: int, text: str, row: Sequence[Word], names: Sequence[NamedSpan], hits: Sequence[Hit]
) -> list[Candidate]:
    """The mentions of a document, in text order, none overlapping another."""
    chosen: list[Candidate] = []
    taken: set[int] = set()
    for hit in hits:
        around = [name for name in names if name.start < hit.end and hit.start < name.end]
        longer = next((name for name in around if _absorbs(row, name, hit)), None)
        if longer is None and _stands(row, hit, around):
            chosen.append(_from_hit(document, text, hit, around))
            taken.update(range(hit.start, hit.end))
    for name in names:
        if not taken.intersection(range(name.start, name.end)):
            # What the models call a group is a people or those of a faith, in most cases by an adjective.
            form: MentionForm = "demonym" if name.type == "group" else "name"
            chosen.append(
                Candidate(document, name.start, name.end, text[name.start : name.end], name.type, form, origin="model")
            )
            taken.update(range(name.start, name.end))
    return sorted(chosen, key=lambda candidate: candidate.start)


def _absorbs(row: Sequence[Word], name: NamedSpan, hit: Hit) -> bool:
    """Whether the hit is only a part of the recogniser's longer name."""
    if not (name.start <= hit.start and hit.end <= name.end) or (name.start, name.end) == (hit.start, hit.end):
        return False
    rest = [word for word in row if name.start <= word.start < name.end and not hit.start <= word.start < hit.end]
    proper = [word for word in rest if word.capital]
    if not proper:
        return name.type == "organization" and hit.kind != "name"
    if hit.kind == "demonym":
        return True
    if any(_compatible(name.type, entry) for entry in hit.entries):
        return hit.last - hit.first == 1 or len(proper) > 1
    return True


def _compatible(type_: EntityType, entry: Entry) -> bool:
    known = entry.record.type
    return known == type_ or (known in _PLACES and type_ in _PLACES)


def _stands(row: Sequence[Word], hit: Hit, around: Sequence[NamedSpan]) -> bool:
    """Whether a hit is a mention of its own: a surname alone must not follow a first name that is not known."""
    if not hit.weak or any((name.start, name.end) == (hit.start, hit.end) for name in around):
        return True
    return row[hit.first].capital


def _from_hit(document: int, text: str, hit: Hit, around: Sequence[NamedSpan]) -> Candidate:
    form: MentionForm = "demonym" if hit.kind == "demonym" else "name"
    entries = hit.entries
    if len(entries) > 1 and around:
        entries = tuple(entry for entry in entries if _compatible(around[0].type, entry)) or entries
    return Candidate(
        document, hit.start, hit.end, text[hit.start : hit.end], entries[0].record.type, form=form, entries=entries
    )
