"""Finds quotations by their marks, for every language and script, in one pass.

Marks are told apart by what stands beside them, not by a table per language, since articles mix conventions: “ closes what
„ opened and opens otherwise; » opens where it leads a word and no « is open; a straight mark opens after a space and
closes after a word. A quotation that goes on over paragraphs repeats its opening mark at the head of each.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from stream.nlp.statements.model import Quotation, Range

_OPENS = {"«": "»", "“": "”", "„": "“", "‹": "›", "「": "」", "『": "』", "〝": "〞", "‘": "’", "‚": "‘"}
_CLOSES = {
    "»": "«",
    "”": "“„”",
    "“": "„“",
    "›": "‹",
    "」": "「",
    "』": "『",
    "〞": "〝",
    "〟": "〝",
    "’": "‘'’‚",
    "‘": "‚",
    "«": "»",
    '"': '"“„',
    "'": "'‘",
    "＂": "＂",
}
_SINGLE = frozenset("'’‘‚")
_SYMMETRIC = frozenset("\"'＂”»")
_TYPEWRITER = frozenset({"''", "``"})
"""Two straight or backward apostrophes that stand for one mark."""
_PLACES = re.compile("''|``|[" + "".join(sorted(set(_OPENS) | set(_CLOSES))) + "\n]")
_INDENT = re.compile(r"\s*(?:[—–-]\s*)?")
_FIRST_UNSPACED = "\u2e80"
"""First of the signs of scripts without spaces, where a letter behind a mark does not tell that it opens."""
_MAX_DEPTH = 6
_BEFORE_OPENING = frozenset("([{<—–-/:;,.…¿¡=|") | frozenset(_OPENS) | frozenset("。，、：；！？（")


@dataclass(slots=True)
class _Open:
    mark: str
    at: int
    first: bool
    """Whether it leads its paragraph."""
    parts: list[Range] = field(default_factory=list)
    nested: list[Quotation] = field(default_factory=list)
    part_start: int = 0


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.width = 1
        """Length of the mark at hand."""
        self.found: list[Quotation] = []
        self.stack: list[_Open] = []
        self.lead = _INDENT.match(text).end()  # type: ignore[union-attr]  # the pattern matches the empty string
        self.continues = False
        """Whether the open quotation goes on in this paragraph, whose head repeats its mark."""

    def run(self) -> list[Quotation]:
        for match in _PLACES.finditer(self.text):
            place, character = match.start(), match[0]
            self.width = len(character)
            character = '"' if character in _TYPEWRITER else character
            if character == "\n":
                self._newline(place)
            elif self.continues and place == self.lead:
                self.continues = False
                self.stack[0].part_start = place + self.width
            else:
                self._mark(place, character)
        self._end_paragraph(len(self.text), goes_on=False)
        return self.found

    def _newline(self, place: int) -> None:
        if place < self.lead:
            return  # a blank line, already stepped over
        lead = _INDENT.match(self.text, place + 1).end()  # type: ignore[union-attr]  # as above
        goes_on = bool(self.stack) and lead < len(self.text) and self._repeats(lead, self.stack[0])
        self._end_paragraph(place, goes_on=goes_on)
        self.lead = lead
        self.continues = goes_on

    def _repeats(self, lead: int, opened: _Open) -> bool:
        """Whether a paragraph begins with the mark that opened a quotation, or with its closing one (older French use)."""
        character = '"' if self.text[lead : lead + 2] in _TYPEWRITER else self.text[lead]
        return character in (opened.mark, _OPENS.get(opened.mark))

    def _mark(self, place: int, character: str) -> None:
        before = self.text[place - 1] if place else "\n"
        end = place + self.width
        after = self.text[end] if end < len(self.text) else "\n"
        if character in _SINGLE and before.isalnum() and after.isalnum():
            return
        leads = (before.isspace() or before in _BEFORE_OPENING or character in "「『") and not after.isspace()
        trails = not before.isspace() and not after.isalnum()
        closes = self._opener_of(character)
        pairs = closes is not None and (character == "»" or (character == "”" and after >= _FIRST_UNSPACED))
        if closes is not None and (character not in _SYMMETRIC or pairs or trails or not leads):
            if character in "“‘«" and leads and not trails:
                self._push(place, character)
            elif character not in "'’" or trails:
                self._close(closes, place)
        elif (
            (character in _OPENS and (character not in "‘‚" or leads))
            or (character in _SYMMETRIC and leads and (character != "'" or after.isalnum()))
            or (character == '"' and after != "\n" and not trails and not before.isalnum())
        ):
            self._push(place, character)

    def _opener_of(self, character: str) -> int | None:
        wanted = _CLOSES.get(character, "")
        for depth in range(len(self.stack) - 1, -1, -1):
            if self.stack[depth].mark in wanted:
                return depth
        return None

    def _push(self, place: int, character: str) -> None:
        if len(self.stack) < _MAX_DEPTH:
            self.stack.append(_Open(character, place, place == self.lead, part_start=place + self.width))

    def _close(self, depth: int, place: int) -> None:
        opened = self.stack[depth]
        del self.stack[depth:]
        self._emit(opened, place, place + self.width)

    def _emit(self, opened: _Open, inner_end: int, end: int) -> None:
        self._add_part(opened, inner_end)
        if not opened.parts or (opened.mark in _SINGLE and _is_letter(opened.parts)):
            return
        quotation = Quotation(opened.at, end, tuple(opened.parts), opened.mark)
        if self.stack:
            self.stack[-1].nested.append(quotation)
        else:
            self.found.append(quotation)

    def _add_part(self, opened: _Open, end: int) -> None:
        start = opened.part_start
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if end > start:
            opened.parts.append((start, end))

    def _end_paragraph(self, place: int, *, goes_on: bool) -> None:
        if not self.stack:
            return
        first, *rest = self.stack
        if goes_on:
            self._add_part(first, place)
            first.part_start = place + 1
            self.stack = [first]
            return
        self.stack = []
        if first.mark not in _SINGLE and (first.first or first.parts):
            self._emit(first, place, place)
            return
        # The opening mark was a slip (an inch sign, a lost closing mark): what stood inside stands for itself.
        for opened in (first, *rest):
            self.found.extend(opened.nested)


def _is_letter(parts: Sequence[Range]) -> bool:
    """Whether a single letter stands between two single marks: an elision (rock 'n' roll)."""
    return parts[0][0] + 1 == parts[-1][1]


def quotations(text: str) -> list[Quotation]:
    """The outermost quotations of a text, in order and without overlap.

    Nested quotations belong to the one around them. A mark that is never closed counts only at the head of a paragraph,
    where it quotes the paragraph; apostrophes, inch signs and stray marks give nothing. Takes time linear in the text.
    """
    return _Scanner(text).run()
