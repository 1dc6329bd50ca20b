"""Speech in front of its verb, without a parse: 「…」と述べた, …ことを明らかにした, …geleceğini söyledi, “…” dedi.

What the constructions have in common: the speaker stands first, what was said next, the verb last. Who and where the verb's
own words begin is asked of :mod:`topics`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from stream.nlp.statements import circumstances, forms, nominals, particles, topics
from stream.nlp.statements.model import Cue, Quotation, Range, Report
from stream.nlp.statements.scene import Scene

_MARKS = " \t\u3000\xa0,;:.…—–-。，、：；"
_MAX_CHAIN = 6
_MAX_REACH = 1500
"""How far in front of a verb its clause may begin, in code points."""
_MIN_CONTENT = 2
_MAX_BETWEEN = 12
_MAX_SETTING = 30
_MAX_BLANK = 3
_COLONS = (":", "：")
_ENDS = ".。!?！？…\n"


class VerbFinal:
    """Finds the reports of one scene whose language puts the verb last."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.words = scene.lexicon
        self.bodies: dict[int, Range] = {}
        """For each cue, by its place, where what it reports may stand."""
        self.cues = self._sourced(list(forms.cues(scene)))

    def _sourced(self, cues: Sequence[Cue]) -> list[Cue]:
        """The cues with their sources; one without its own takes over that of the verb before it in the sentence."""
        result: list[Cue] = []
        for cue in cues:
            low = max(self._opening(cue.start), cue.start - _MAX_REACH)
            last = result[-1] if result and result[-1].end > low else None
            low = max(low, last.end) if last is not None else low
            if not self._governs(cue, low):
                continue
            found = None if self._is_passive(cue) else topics.leading(self.scene, low, cue.start)
            begin = found.rest if found is not None else low
            source = found.source if found is not None else topics.following(self.scene, cue)
            if source is None and last is not None:
                source = last.source
            stop = cue.start
            if source is None and self._is_passive(cue):
                source, stop = topics.agent(self.scene, low, cue.start)
                source = source or topics.issuer(self.scene, low, cue.start)
            self.bodies[cue.start] = (begin, stop)
            result.append(replace(cue, source=source))
        return result

    def _governs(self, cue: Cue, low: int) -> bool:
        """Whether something that could be said stands in front of a verb, or is announced behind it."""
        stop = topics.agent(self.scene, low, cue.start)[1] if self._is_passive(cue) else cue.start
        end, closed = self._close(low, stop, cue)
        if closed or self._early(low, cue.start) is not None or self._goes_on_with_colon(cue):
            return True
        if end > 0 and self.scene.quotation_at(end - 1) is not None:
            return True
        lead = self.scene.trim(low, cue.start, _MARKS)
        return circumstances.ends_with(self.scene, *lead, self.words.ahead | self.words.anaphors) or (
            particles.late(self.scene, low, cue.start) is not None
        )

    def _goes_on_with_colon(self, cue: Cue) -> bool:
        rest = self.scene.text[cue.end : cue.end + _MAX_SETTING]
        return rest.lstrip()[:1] in _COLONS or (self.words.spaced and ":" in rest.split("\n")[0])

    def _is_passive(self, cue: Cue) -> bool:
        return self.scene.text[cue.start : cue.end].lower() in self.words.passives

    def _opening(self, place: int) -> int:
        """Where the sentence of a place begins, over the quotations that end in front of it."""
        scene = self.scene
        sentence = scene.sentence_at(place)
        start = sentence.start if sentence is not None else place
        for _ in range(_MAX_CHAIN):
            back = scene.trim(max(0, start - _MAX_BLANK), start)[1]
            quotation = scene.quotation_at(start) or scene.quotation_at(back - 1)
            if "\n" in scene.text[back:start]:
                return start
            if quotation is None or quotation.start >= start or not self._hangs_on(quotation, start):
                return start
            before = scene.sentence_at(quotation.start)
            start = min(before.start if before is not None else quotation.start, quotation.start)
        return start

    def _hangs_on(self, quotation: Quotation, start: int) -> bool:
        """Whether a sentence that was cut behind or in a quotation goes on in truth (「…。」と述べた)."""
        if start < quotation.end:
            return True
        after = self.scene.text[start : start + 20]
        return after[:1].islower() or any(after.startswith(word) for word in self.words.quotative)

    def reports(self) -> Iterator[Report]:
        """One report for each reporting verb that has something to report."""
        for cue in self.cues:
            found = self._ahead(cue) or self._back(cue) or self._spoken(cue)
            if found is not None:
                yield found

    # -- the constructions

    def _spoken(self, cue: Cue) -> Report | None:
        """What stands between speaker and verb: quoted, closed by a quotative word or an ending, or a thing."""
        start, end = self.bodies[cue.start]
        early = self._early(start, end)
        end, closed = (early, True) if early is not None else self._close(start, end, cue)
        start, end = self.scene.trim(start, end, _MARKS)
        if start >= end:
            return None
        quoted = self._quoted(start, end, cue)
        if quoted:
            return self._make(cue, quoted, "quote, verb")
        if not closed:
            return None
        start, end = self.scene.trim(circumstances.skip_settings(self.scene, start, end), end, _MARKS)
        return self._make(cue, [(start, end)], "clause") if self._is_content(cue, start, end) else None

    def _close(self, start: int, end: int, cue: Cue) -> tuple[int, bool]:
        """Where speech ends in front of the verb, and whether a word or ending says that it is speech."""
        end = circumstances.strip_adverbs(self.scene, start, end)
        text = self.scene.text[start:end]
        for word in sorted(self.words.quotative, key=len, reverse=True):
            bare = len(text) == len(word) or not self.words.spaced or not text[-len(word) - 1 : -len(word)].isalnum()
            if text.endswith(word) and bare:
                return circumstances.strip_adverbs(self.scene, start, end - len(word)), True
        if any(self.scene.text.startswith(word, cue.start) for word in self.words.quotative):
            return end, True
        last = nominals.lower(self.words.code, text.rsplit(None, 1)[-1]) if text.split() else ""
        if any(last.endswith(ending) and len(last) > len(ending) for ending in self.words.nominalised):
            return end, True
        if cue.nominal:
            return circumstances.strip_object(self.scene, start, end), True
        return end, False

    def _early(self, start: int, end: int) -> int | None:
        """The end of a quotation behind which it says where it was made: 「…」とブログに投稿した."""
        inside = self.scene.quotations_within(start, end)
        if not inside or end - inside[-1].end > _MAX_SETTING:
            return None
        for word in self.words.quotative:
            rest = (inside[-1].end + len(word), end)
            if (
                self.scene.text.startswith(word, inside[-1].end)
                and rest[0] < end
                and circumstances.is_setting(self.scene, *rest)
            ):
                return inside[-1].end
        return None

    def _quoted(self, start: int, end: int, cue: Cue) -> list[Range]:
        """The quotation that is all of what was said: what stands in front of it only tells when and where."""
        inside = self.scene.quotations_within(start, end)
        if not inside or inside[-1].end < end:
            inverted = self._inverted(cue)
            return [inverted] if inverted is not None else []
        last = inside[-1]
        before = circumstances.skip_settings(self.scene, start, last.start)
        rest = self.scene.trim(before, last.start, _MARKS)
        if rest[0] < rest[1] and not circumstances.is_setting(self.scene, *rest):
            return []
        return [(last.start, last.end), *self._resumed(cue)]

    def _inverted(self, cue: Cue) -> Range | None:
        """A quotation in front of its speaker: 「…」と首相は述べた."""
        if cue.source is None or cue.source.start > cue.start or not self.words.quotative:
            return None
        place = circumstances.strip_adverbs(self.scene, 0, cue.source.start)
        for word in sorted(self.words.quotative, key=len, reverse=True):
            if self.scene.text.endswith(word, 0, place):
                place -= len(word)
                break
        quotation = self.scene.quotation_at(place - 1)
        near = cue.start - cue.source.end <= _MAX_BETWEEN
        return (quotation.start, quotation.end) if quotation is not None and quotation.end == place and near else None

    def _resumed(self, cue: Cue) -> list[Range]:
        """The second part of a quotation that verb and speaker interrupt."""
        end = max(cue.end, cue.source.end if cue.source is not None else 0)
        place = end
        while place < len(self.scene.text) and self.scene.text[place] in " ,،、":
            place += 1
        quotation = self.scene.quotation_at(place)
        if quotation is None or quotation.start != place or "," not in self.scene.text[end:place]:
            return []
        after = self.scene.text[quotation.end : quotation.end + 1]
        goes_on = after not in ("", *_ENDS) and self.scene.text[quotation.inner[1] - 1] not in _ENDS
        return [] if goes_on else [(quotation.start, quotation.end)]

    def _is_content(self, cue: Cue, start: int, end: int) -> bool:
        if cue.source is None and not self.words.drops_subjects:
            return False
        return end - start >= _MIN_CONTENT

    def _ahead(self, cue: Cue) -> Report | None:
        """Speech in the sentence behind, which a word announces (次のように述べた。「…」)."""
        start, end = self.scene.trim(*self.bodies[cue.start], _MARKS)
        if not circumstances.ends_with(self.scene, start, end, self.words.ahead):
            return None
        sentence = self.scene.sentence_of(cue.token)
        if sentence.index + 1 >= len(self.scene.document.sentences) or self._goes_on(cue):
            return None
        following = self.scene.document.sentences[sentence.index + 1]
        quotation = self.scene.quotation_at(following.start)
        if quotation is None:
            return None
        return self._make(cue, [(quotation.start, quotation.end)], "verb, quote")

    def _goes_on(self, cue: Cue) -> bool:
        """Whether the sentence has more behind the verb than marks, such as a colon and what it introduces."""
        stop = self.scene.sentence_of(cue.token).end
        rest = self.scene.text[cue.end : min(stop, cue.end + _MAX_BETWEEN)]
        return any(character.isalnum() or character in ":：" for character in rest)

    def _back(self, cue: Cue) -> Report | None:
        """The quotation or sentence before, which a word takes up (「…」。首相はこう語った)."""
        start, end = self.scene.trim(*self.bodies[cue.start], _MARKS)
        lead = self.scene.text[start:end]
        sentence = self.scene.sentence_of(cue.token)
        if lead not in self.words.anaphors or sentence.index == 0 or cue.source is None:
            return None
        place = self._opening(cue.start) - 1
        while place > 0 and self.scene.text[place] in " 。.\u3000":
            place -= 1
        quotation = self.scene.quotation_at(place)
        if quotation is not None:
            return self._make(cue, [(quotation.start, quotation.end)], "anaphor")
        before = self.scene.document.sentences[sentence.index - 1]
        return self._make(cue, [self.scene.trim(before.start, before.end, _MARKS)], "anaphor")

    def _make(self, cue: Cue, content: list[Range], construction: str) -> Report | None:
        if any(start >= end for start, end in content):
            return None
        return Report(content, cue, construction, cue.source, previous=cue.source is None and not self._is_passive(cue))
