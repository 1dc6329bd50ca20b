"""Names in quotation marks, which are no speech: «Дружба», „Rzeczpospolita”, «Укренерго»."""

from collections.abc import Iterable, Sequence

from schemas import Entity
from stream.nlp.document import Document
from stream.nlp.languages import Lexicon
from stream.nlp.statements.model import Quotation, Range

_MAX_WORDS = 4
_MAX_TITLE = 8
"""Most words of a work's title."""
_NEAR = 2
"""How many words in front of a title the noun of the work may stand (su novela más reciente)."""
_CLAUSE_MARKS = frozenset(".,!?…;:")


def without_names(
    document: Document, words: Lexicon, quotations: Sequence[Quotation], entities: Iterable[Entity]
) -> list[Quotation]:
    """The quotations that are not names, in the languages that put names of companies, papers and ships in marks."""
    if words.articled:
        return [quotation for quotation in quotations if not _is_work(document.text, words, quotation)]
    if not words.names_in_marks:
        return list(quotations)
    known = {
        (mention.start, mention.end)
        for entity in entities
        for mention in entity.mentions
        if mention.field == document.field
    }
    return [quotation for quotation in quotations if not _is_name(document.text, words, quotation, known)]


def _is_work(text: str, words: Lexicon, quotation: Quotation) -> bool:
    """Whether a quotation is the title of a work, whose noun stands right in front of it or of its comma (su novela, “X”)."""
    start, end = quotation.inner
    inside = text[start:end]
    if len(quotation.parts) > 1 or not inside[0].isupper() or any(mark in inside for mark in ".…;"):
        return False
    behind = text[quotation.end : quotation.end + 40].lstrip(", —–").split()
    if len(inside.split()) > _MAX_TITLE or (behind and behind[0].lower() in words.forms):
        return False
    before = text[max(0, quotation.start - 60) : quotation.start].rstrip().removesuffix(",")
    return any(word in words.works for word in before.lower().split()[-_NEAR:])


def _is_name(text: str, words: Lexicon, quotation: Quotation, known: set[Range]) -> bool:
    """Whether a quotation is a name: known as one, or short, capitalised and woven into its clause."""
    start, end = quotation.inner
    inside = text[start:end]
    if len(quotation.parts) > 1 or not inside[:1].isupper() or inside[-1] in _CLAUSE_MARKS:
        return False
    before = text[: quotation.start].rstrip(" \xa0")[-40:]
    if (start, end) in known or (quotation.start, quotation.end) in known:
        return not before.endswith(":")
    if len(inside.split()) > _MAX_WORDS or not before[-1:].isalnum():
        return False
    last = before.split()[-1].lower()
    if last in words.inside or last in words.works:
        return True
    lemma = words.forms.get(last, last)
    if lemma in words.relays:
        return not _pauses(text, quotation.end)  # передає «X»: the medium
    return not _pauses(text, quotation.end) and last not in words.forms and last not in words.complementizers


def _pauses(text: str, end: int) -> bool:
    """Whether a comma or dash joins a cue behind a quotation."""
    return text[end : end + 4].lstrip(" \xa0")[:1] in (",", "—", "–", "-")
