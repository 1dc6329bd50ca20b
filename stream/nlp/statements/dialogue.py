"""Speech that dashes set off, in the languages that do so: at the head of a paragraph, inside it, and around a cue.

- Dash, speech, dash, cue: "— Да, — сказал он. — Но не сейчас."; "– Tak – powiedziała. – Ale nie teraz."
- A cue between dashes inside quotation marks: "«Да, — сказал он. — Но не сейчас»" gives two quotations with the cue between.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from stream.nlp.document import Document, Sentence, Token
from stream.nlp.languages import Lexicon, lexicon
from stream.nlp.statements.model import Quotation, Range

_DASHES = frozenset("—–-―")
_ENDS = frozenset(".!?…")
_PAUSES = frozenset(",.!?…") | frozenset('»”"')
_CUE_REACH = 5
"""How many words behind a dash the reporting verb of what follows may stand."""
_LONGEST_PHRASE = 6
"""Most words of a source phrase."""
_LEAD_REACH = 3
"""How many words into a sentence a reporting verb shows that the article speaks again."""


@cache
def _verbs(code: str) -> frozenset[str]:
    """First words of all forms and lemmas that report."""
    words = lexicon(code)
    return frozenset(form.partition(" ")[0] for form in (*words.cues, *words.forms))


class _Dashes:
    """The free-standing dashes of a document and what they do."""

    def __init__(self, document: Document, words: Lexicon) -> None:
        self.text = document.text
        self.tokens = document.tokens
        self.verbs = _verbs(words.code)
        self.phrases = [phrase.split() for phrase in words.before]
        self.places = [token.index for token in document.tokens if self._is_free(token)]
        self.sentences = document.sentences
        self._starts = [token.start for token in document.tokens]
        self._sentence_firsts = [sentence.first for sentence in document.sentences]

    def _is_free(self, token: Token) -> bool:
        """Whether a token is a dash that does not join two words."""
        if token.text not in _DASHES:
            return False
        before, after = self.text[token.start - 1 : token.start], self.text[token.end : token.end + 1]
        closes = before.isalnum() and not after.isalnum() and token.text in "—–―"
        return not before.strip() or closes or (not after.strip() and before in _PAUSES)

    def within(self, start: int, end: int) -> Sequence[int]:
        """Tokens of the dashes in a stretch of text."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self.places[bisect_left(self.places, low) : bisect_left(self.places, high)]

    def narrates(self, dash: int, stop: int) -> bool:
        """Whether a cue follows a dash: a reporting verb close behind it, the first word in lower case."""
        following = self.tokens[dash + 1 : min(dash + 1 + _CUE_REACH, stop)]
        if not following or not following[0].text[:1].islower():
            return False
        for token in following:
            if self._reports(token):
                return True
            if not token.text[-1].isalnum():
                return False
        return False

    def resumes(self, dash: int) -> bool:
        """Whether a dash follows a mark that ends or interrupts a cue."""
        return dash > 0 and (self.tokens[dash - 1].text[-1] in ".,!?…:" or self._is_tight(dash))

    def interrupts(self, dash: int) -> bool:
        """Whether a dash follows speech and is written to the cue behind it, as in Spanish (No —dijo X— quiero)."""
        token = self.tokens[dash]
        before, after = self.text[token.start - 1 : token.start], self.text[token.end : token.end + 1]
        return before.isspace() and after.isalpha()

    def _is_tight(self, dash: int) -> bool:
        """Whether a dash is written to the cue in front of it, as Spanish closes one."""
        token = self.tokens[dash]
        before, after = self.text[token.start - 1 : token.start], self.text[token.end : token.end + 1]
        return before.isalnum() and not after.isalnum()

    def _reports(self, token: Token) -> bool:
        return token.text.lower() in self.verbs or token.lemma in self.verbs

    def sentence(self, token: int) -> Sentence:
        """The sentence of a token."""
        return self.sentences[bisect_right(self._sentence_firsts, token) - 1]

    def opens(self, dash: int) -> bool:
        """Whether a dash leads its sentence."""
        return self.sentence(dash).first == dash

    def returns(self, sentence: Sentence) -> bool:
        """Whether the article speaks in a sentence that no dash opens: it begins with a reporting word."""
        lead = self.tokens[sentence.first : sentence.first + _LEAD_REACH]
        longest = self.tokens[sentence.first : sentence.first + _LONGEST_PHRASE]
        spelled = [token.text.lower() for token in longest]
        phrased = any(spelled[: len(phrase)] == phrase for phrase in self.phrases)
        return phrased or any(self._reports(token) for token in lead)


def spoken(document: Document, words: Lexicon, quotations: Sequence[Quotation]) -> list[Quotation]:
    """The quotations of a document with those that dashes set off, in order and without overlap.

    Takes time linear in the text, for a sorted list of quotations without overlap.
    """
    if not words.dialogue:
        return list(quotations)
    dashes = _Dashes(document, words)
    if not dashes.places:
        return list(quotations)
    split = [part for quotation in quotations for part in _split(dashes, quotation)]
    speeches = list(_speeches(dashes, split))
    return _merged(split, speeches)


def _merged(quotations: Sequence[Quotation], speeches: Sequence[Quotation]) -> list[Quotation]:
    """Both together, without the quotations inside speeches."""
    starts = [speech.start for speech in speeches]
    kept = []
    for quotation in quotations:
        index = bisect_right(starts, quotation.start) - 1
        if index < 0 or quotation.start >= speeches[index].end:
            kept.append(quotation)
    return sorted((*kept, *speeches), key=lambda quotation: quotation.start)


# -- a cue between dashes inside marks


def _split(dashes: _Dashes, quotation: Quotation) -> Iterator[Quotation]:
    """A quotation as the stretches of speech between the cues inside it."""
    opening = quotation.start
    parts: list[Range] = []
    for start, end in quotation.parts:
        place = start
        for low, high in _cues(dashes, start, end):
            parts.append(_trimmed(dashes.text, place, low))
            yield from _piece(opening, low, parts, quotation.mark)
            opening, place, parts = high - 1, high, []
        parts.append(_trimmed(dashes.text, place, end))
    yield from _piece(opening, quotation.end, parts, quotation.mark)


def _piece(start: int, end: int, parts: Sequence[Range], mark: str) -> Iterator[Quotation]:
    inside = tuple(part for part in parts if part[0] < part[1])
    if inside:
        yield Quotation(start, end, inside, mark)


def _cues(dashes: _Dashes, start: int, end: int) -> Iterator[Range]:
    """The places of the cues between dashes in a stretch of quoted text, dashes included."""
    inside = dashes.within(start, end)
    index = 0
    while index < len(inside):
        dash = inside[index]
        index += 1
        if not ((dashes.resumes(dash) or dashes.interrupts(dash)) and dashes.narrates(dash, len(dashes.tokens))):
            continue
        low = dashes.tokens[dash].start
        while index < len(inside) and not dashes.resumes(inside[index]):
            index += 1
        if index < len(inside):
            yield low, dashes.tokens[inside[index]].end
            index += 1
        else:
            yield low, min(end, max(low, dashes.sentence(dash).end))


# -- speech that a dash opens


def _speeches(dashes: _Dashes, quotations: Sequence[Quotation]) -> Iterator[Quotation]:
    taken = [(quotation.start, quotation.end) for quotation in quotations]
    starts = [start for start, _ in taken]
    index = 0
    places = dashes.places
    while index < len(places):
        dash = places[index]
        sentence = dashes.sentence(dash)
        place = dashes.tokens[dash].start
        held = bisect_right(starts, place) - 1
        cue = dashes.narrates(dash, sentence.last)
        if cue or sentence.first != dash or (held >= 0 and place < taken[held][1]):
            index += 1
            continue
        paragraph = _paragraph_end(dashes, sentence)
        stop = bisect_left(places, paragraph)
        speeches, index = _exchange(dashes, index, stop, paragraph)
        yield from speeches


def _paragraph_end(dashes: _Dashes, sentence: Sentence) -> int:
    """One past the last token of a sentence's paragraph."""
    newline = dashes.text.find("\n", sentence.start)
    return len(dashes.tokens) if newline < 0 else bisect_left(dashes._starts, newline)  # noqa: SLF001 -- same module


def _exchange(dashes: _Dashes, index: int, stop: int, paragraph: int) -> tuple[list[Quotation], int]:
    """The stretches of speech from an opening dash on, and the index of the next dash to look at.

    Without a cue behind a dash there is no speech: the dash opens an item of a list, or stands for something else.
    """
    places = dashes.places
    found: list[Quotation] = []
    opening = places[index]
    index = _narration(dashes, index + 1, stop, paragraph)
    if index >= stop or dashes.opens(places[index]):
        return [], index
    _add(dashes, found, opening, places[index])
    while index < stop and not dashes.opens(places[index]):
        cue_end = dashes.sentence(places[index]).last
        index += 1
        while index < stop and places[index] < cue_end and not dashes.resumes(places[index]):
            index += 1
        if index >= stop or places[index] > cue_end:
            break
        opening = places[index]
        index = _narration(dashes, index + 1, stop, paragraph)
        limit = places[index] if index < stop else paragraph
        told = index < stop and not dashes.opens(limit)
        _add(dashes, found, opening, limit if told else _speech_end(dashes, opening, limit))
    return found, index


def _narration(dashes: _Dashes, index: int, stop: int, paragraph: int) -> int:
    """Index of the next dash that a cue follows or that opens speech of its own; ``stop`` where there is none."""
    places = dashes.places
    while index < stop and not dashes.opens(places[index]) and not dashes.narrates(places[index], paragraph):
        index += 1
    return index


def _speech_end(dashes: _Dashes, opening: int, paragraph: int) -> int:
    """One past the last token of speech that no cue closes: the paragraph, or up to where the article speaks again."""
    sentence = dashes.sentence(opening)
    while sentence.last < paragraph:
        following = dashes.sentences[sentence.index + 1]
        if dashes.returns(following):
            break
        sentence = following
    return min(sentence.last, paragraph)


def _add(dashes: _Dashes, found: list[Quotation], opening: int, stop: int) -> None:
    """Adds the speech between the token of its dash and one past its last token."""
    low, last = dashes.tokens[opening], dashes.tokens[stop - 1]
    part = _trimmed(dashes.text, low.end, last.end)
    if part[0] < part[1]:
        found.append(Quotation(low.start, part[1], (part,), low.text))


def _trimmed(text: str, start: int, end: int) -> Range:
    """A stretch without white space at its edges and without the comma that leads over to the cue."""
    while start < end and (text[start].isspace() or text[start] in ".,;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return start, end
