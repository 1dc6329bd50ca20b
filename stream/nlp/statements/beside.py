"""The cues on either side of a quotation, each with the source on its own side."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from stream.nlp.statements import clauses, mention
from stream.nlp.statements.model import Cue, Source
from stream.nlp.statements.scene import Scene
from stream.nlp.statements.sites import COLONS, PAUSES, SENTENCE_END, Site

_MAX_GAP_AFTER = 220
_MAX_GAP_BEFORE = 70
_NEAR = 4
"""Most words between a cue and the quotation that is all of what it reports."""
_MAX_WORDS_TO_BARE_VERB = 6


class Beside:
    """Finds the cues beside the quotations of a scene."""

    def __init__(self, scene: Scene, cues: Sequence[Cue]) -> None:
        self.scene = scene
        self.text = scene.text
        self.cues = sorted(cues, key=lambda cue: cue.start)
        self._starts = [cue.start for cue in self.cues]

    def last_before(self, place: int) -> Cue | None:
        """The last cue in front of a place."""
        index = bisect_left(self._starts, place) - 1
        return self.cues[index] if index >= 0 else None

    def following(self, site: Site) -> Cue | None:  # noqa: PLR0911 -- one return a reason against
        """The cue behind a quotation, in the same sentence."""
        index = bisect_left(self._starts, site.quotation.end)
        if index == len(self.cues):
            return None
        cue = self.cues[index]
        gap = self.text[site.quotation.end : cue.start]
        if cue.start >= site.high or len(gap) > _MAX_GAP_AFTER or "\n" in gap:
            return None
        if any(mark in gap for mark in ";:") or any(mark in gap.strip() for mark in "!?"):
            return None
        if cue.source is None and len(gap.split()) > _MAX_WORDS_TO_BARE_VERB:
            return None
        if self.text[cue.end : site.high].rstrip().endswith(tuple(COLONS)) and not site.paused:
            return None
        if not site.paused and (self._is_agentless(cue) or not (site.leads or self.touches(site, cue))):
            return None
        return self._sourced(cue, site)

    def leading(self, site: Site) -> Cue | None:
        """The cue in front of a quotation, in the same sentence."""
        index = bisect_left(self._starts, site.quotation.start) - 1
        if index < 0:
            return None
        if site.colon and self.scene.lexicon.agreements:
            index = self._finite(index, site.low)
        cue = self.cues[index]
        gap = self.text[cue.end : site.quotation.start]
        if cue.start < site.low or any(mark in gap for mark in ";!?"):
            return None
        if site.leads and not site.colon and gap.rstrip().endswith(tuple(SENTENCE_END)):
            return None  # a sentence of its own
        if not site.colon and len(gap) > _MAX_GAP_BEFORE:
            return None
        return self._introduced(cue, site)

    def _finite(self, index: int, floor: int) -> int:
        """The cue at ``index``, or the finite verb of the same sentence in front of it, if it is an infinitive."""
        for place in range(index, -1, -1):
            cue = self.cues[place]
            if cue.start < floor:
                break
            finite = cue.token < 0 or self.scene.document.tokens[cue.token].morph.get("VerbForm") != "Inf"
            if finite and cue.kind == "verb":
                return place
        return index

    def touches(self, site: Site, cue: Cue) -> bool:
        """Whether nothing but marks and auxiliaries stands between a quotation and the cue behind it."""
        gap = self.scene.tokens_within(site.quotation.end, cue.start)
        return all(
            not token.text[-1].isalnum() or token.text.lower() in self.scene.lexicon.auxiliaries for token in gap
        )

    def is_near(self, site: Site, cue: Cue) -> bool:
        """Whether a cue in front of a quotation leads to it without a thing between that it could report instead."""
        gap = self.text[cue.end : site.quotation.start]
        if gap.rstrip().endswith(tuple(PAUSES)) or cue.kind == "phrase":
            return True
        words = gap.split()
        if len(words) > _NEAR:
            return False
        tokens = self.scene.tokens_within(cue.end, site.quotation.start)
        return not any(token.pos in ("NOUN", "PROPN") for token in tokens) or self._addressed(site, cue)

    def next_cue(self, start: int, end: int) -> int:
        """The next cue with the conjunction in front of it, else ``end``."""
        index = bisect_left(self._starts, start)
        if index == len(self._starts) or self._starts[index] >= end:
            return end
        before = self.scene.tokens_within(start, self._starts[index])
        joined = before and before[-1].text.lower() in self.scene.lexicon.conjunctions
        return before[-1].start if joined else self._starts[index]

    def _addressed(self, site: Site, cue: Cue) -> bool:
        """Whether what stands between cue and quotation is the source or the person spoken to."""
        gap_mentions = self.scene.mentions_within(cue.end, site.quotation.start)
        return any(named.entity.type in ("person", "organization") for named in gap_mentions)

    def _is_agentless(self, cue: Cue) -> bool:
        """Whether a verb stands in the passive without an agent: what stands in front of it is no speech ("A" was shown)."""
        parsed = self.scene.document.parsed and cue.kind == "verb" and cue.source is None
        return parsed and clauses.is_passive(self.scene.document, cue.token)

    def _sourced(self, cue: Cue, site: Site) -> Cue:
        """The cue with a source on its own side of the quotation, where its clause has one there."""
        if not self.scene.document.parsed or cue.kind != "verb":
            return cue
        if cue.source is not None and cue.source.start >= site.quotation.end and self._is_person(cue.source):
            return cue
        sentence = self.scene.sentence_at(cue.start)
        end = max(site.high, sentence.end if sentence else 0)
        found: Source | None = None
        if self.touches(site, cue):
            found = mention.after(self.scene, cue.end, end)
        else:
            found = mention.before(self.scene, site.quotation.end, cue.start)
        return replace(cue, source=found) if found is not None else cue

    def _is_person(self, source: Source) -> bool:
        return source.head < 0 or not mention.is_idle(self.scene, self.scene.document.tokens[source.head])

    def _introduced(self, cue: Cue, site: Site) -> Cue:
        """The cue with the source that follows it, where it is inverted (as X puts it) or has none in front of it."""
        if not self.scene.document.parsed or cue.kind != "verb":
            return cue
        if (
            cue.source is not None
            and self.scene.quotation_at(cue.source.start) is None
            and not self._is_comparison(cue)
        ):
            return cue
        if self.scene.document.tokens[cue.token].morph.get("VerbForm") == "Conv":
            return cue  # whose subject is that of the verb beside it
        found = mention.after(self.scene, cue.end, site.quotation.start) or mention.before(
            self.scene, site.low, cue.start
        )
        return replace(cue, source=found) if found is not None else cue

    def _is_comparison(self, cue: Cue) -> bool:
        """Whether the cue stands in "as X says", which French inverts (comme le dit X)."""
        before = self.scene.tokens_within(max(0, cue.start - 12), cue.start)[-2:]
        return any(token.text.lower() in self.scene.lexicon.comparisons for token in before)
