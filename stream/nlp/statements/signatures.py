"""A dash and a name at the end of a line: "…" — Jane Doe, nurse. What stands before the dash is hers.

In some languages headlines are signed so: "Ціни впадуть - Бойко".
"""

import re
from collections.abc import Iterator

from stream.nlp.statements.model import Cue, Quotation, Range, Report, Source
from stream.nlp.statements.scene import Scene

_SIGNATURE = re.compile(
    r"(?P<dash>[―—–]|--|(?<=\s)-(?=\s))[ \t\xa0]?(?P<name>[^\W\d_][^\n―—–:;!?«»“”\"]{1,80}?)[ \t\xa0.]*$", re.MULTILINE
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
        headline = _is_headline(scene, match) if quotation is None else False
        if match["dash"] == "-" and not headline:
            continue
        content = list(quotation.parts) if quotation is not None else _paragraph(scene, dash, headline=headline)
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


def _is_headline(scene: Scene, match: re.Match[str]) -> bool:
    """Whether a line without a full stop ends in the name of a person alone, in a language whose headlines do so."""
    named = next(scene.mentions_within(*match.span("name")), None)
    alone = named is not None and named.end == match.end("name") and named.form == "name"
    return scene.lexicon.signed_headlines and alone and not match[0].rstrip().endswith(".")


def _paragraph(scene: Scene, dash: int, *, headline: bool) -> list[Range]:
    """The line before the dash, where it is a sentence or a headline."""
    start, end = scene.trim(scene.text.rfind("\n", 0, dash) + 1, dash)
    line = scene.text[start:end]
    if not (headline or line.endswith(_SENTENCE_END)) or len(line.split()) < _MIN_WORDS:
        return []
    return [scene.trim(start, end, ",") if headline else (start, end)]
