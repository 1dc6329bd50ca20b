"""A dash and a name at the end of a line: "…" — Jane Doe, nurse. What stands before the dash is hers."""

import re
from collections.abc import Iterator

from stream.nlp.statements.model import Cue, Quotation, Range, Report, Source
from stream.nlp.statements.scene import Scene

_SIGNATURE = re.compile(
    r"(?P<dash>[―—–]|--)[ \t\xa0]?(?P<name>[^\W\d_][^\n―—–:;!?«»“”\"]{1,80}?)[ \t\xa0.]*$", re.MULTILINE
)
_SENTENCE_END = tuple(".!?…”»\"'")
_MAX_NAME = 4
"""Most words of a name that is no known mention."""
_MIN_WORDS = 4


def signatures(scene: Scene) -> Iterator[Report]:
    """The quotations and paragraphs that a name behind a dash gives to somebody, in text order."""
    for match in _SIGNATURE.finditer(scene.text):
        dash = match.start("dash")
        quotation = scene.quotation_at(scene.trim(scene.text.rfind("\n", 0, dash) + 1, dash)[1] - 1)
        source = _source(scene, *match.span("name"), sure=quotation is not None)
        if source is None or scene.quotation_at(dash) is not None:
            continue
        content = list(quotation.parts) if quotation is not None else _paragraph(scene, dash)
        if content:
            cue = Cue(dash, match.end("dash"), "—", "state", "label", token=scene.token_at(dash), source=source)
            quotations: list[Quotation] = [quotation] if quotation is not None else []
            yield Report(content, cue, "signature", source, quotations=quotations)


def _source(scene: Scene, start: int, end: int, *, sure: bool) -> Source | None:
    """Who signs: a person known as such; behind a quotation also what looks like a name."""
    named = next(scene.mentions_within(start, end), None)
    if named is not None and named.start == start and named.entity.type == "person":
        return Source(start, end, scene.token_at(named.start))
    words = scene.text[start:end].split(",")[0].split()
    if sure and 1 < len(words) <= _MAX_NAME and words[0][0].isupper() and words[-1][0].isupper():
        return Source(start, end, scene.token_at(start))
    return None


def _paragraph(scene: Scene, dash: int) -> list[Range]:
    """The line before the dash, where it is a sentence."""
    start, end = scene.trim(scene.text.rfind("\n", 0, dash) + 1, dash)
    line = scene.text[start:end]
    return [(start, end)] if line.endswith(_SENTENCE_END) and len(line.split()) >= _MIN_WORDS else []
