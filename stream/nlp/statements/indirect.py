"""Reported speech on a parse: the clause, infinitive or noun phrase that a reporting verb governs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from stream.nlp.document import Token
from stream.nlp.statements import clauses, mention
from stream.nlp.statements.model import Cue, Range, Report, length
from stream.nlp.statements.scene import Scene

EDGE_MARKS = ",;:.—–-•"
_MIN_LENGTH = 2
_COMPLEMENTIZER_REACH = 14
_STOPS = frozenset(",;:.«“\"()—–")
_NEW_CLAUSE = frozenset({"VERB", "AUX", "SCONJ", "CCONJ"})
_COMPLEMENTS = ("ccomp", "xcomp", "advcl", "acl", "obj", "obl", "parataxis", "dep", "csubj")


class Governor:
    """Finds what the reporting verbs of one scene govern."""

    def __init__(self, scene: Scene, cues: Sequence[Cue]) -> None:
        self.scene = scene
        self.tokens = scene.document.tokens
        self.cues = list(cues)
        self.raised = self._raised()
        for index, cue in enumerate(self.cues):
            if cue.token in self.raised:
                governor = next(other for other in self.cues if other.token == self.raised[cue.token])
                self.cues[index] = replace(cue, source=governor.source)

    def reports(self) -> Iterator[Report]:
        """One report for each verb that governs something, in the order of the cues."""
        for cue in self.cues:
            found = self._governed(cue)
            if found is not None and length(found.content) >= _MIN_LENGTH:
                yield found

    def _governed(self, cue: Cue) -> Report | None:
        return self._marked(cue) or self._clause(cue) or self._beside(cue) or self._infinitive(cue) or self._thing(cue)

    # -- the constructions, surest first

    def _marked(self, cue: Cue) -> Report | None:
        """Said … that: a clause to the right, opened by a word of its own."""
        sentence = self.scene.sentence_of(cue.token)
        low = self.scene.token_at(cue.end)
        for token in self.tokens[low : min(low + _COMPLEMENTIZER_REACH, sentence.last)]:
            if token.text.lower() in self.scene.lexicon.complementizers:
                head = self.tokens[token.head]
                return self._report(cue, token.index, head, "clause") if self._belongs(cue, token, head) else None
            if token.text in ':;«»“”"„' or (token.index in self.raised) or token.dep == "cc":
                return None
        return None

    def _belongs(self, cue: Cue, opener: Token, clause: Token) -> bool:
        """Whether a clause opened by ``opener`` is governed by the cue and not by a noun or verb between them."""
        owners = range(cue.token, self.scene.token_at(cue.end))
        if opener.index == owners[-1] + 1 and opener.pos in (
            "SCONJ",
            "CCONJ",
            "PRON",
            "PART",
            "ADV",
            "ADP",
            "X",
            "DET",
        ):
            return clauses.base(opener) not in ("nsubj", "obj", "det") or clause.head in owners
        index = clause.index
        for _ in range(3):
            if self.tokens[index].head in owners:
                return clauses.base(clause) in _COMPLEMENTS and clauses.base(self.tokens[index]) != "nsubj"
            if clauses.base(self.tokens[index]) not in ("conj", "ccomp"):
                return False
            index = self.tokens[index].head
        return False

    def _clause(self, cue: Cue) -> Report | None:
        """A clause without a word that opens it, to the right or the left (X is so, he said)."""
        clause = self._complement(cue, "ccomp")
        if clause is None:
            return None
        first, last = self.scene.edges[clause.index]
        if first > cue.token:
            allowed = self.scene.lexicon.bare or cue.lemma in self.scene.lexicon.infinitival
            return self._report(cue, first, clause, "bare clause") if allowed else None
        return self._around(cue, first, last)

    def _inverted(self, cue: Cue) -> Report | None:
        """A clause, a comma, the verb and then its subject to the end of the sentence: …, a déclaré X."""
        sentence = self.scene.sentence_of(cue.token)
        low = self._group(cue, sentence.first)
        if low - 1 <= sentence.first or self.tokens[low - 1].text != "," or self._complement(cue, "xcomp", "obj"):
            return None
        if self.tokens[cue.token].morph.get("VerbForm") == "Part" and low == cue.token and not self._has_clitic(cue):
            return None
        stop = self.scene.token_at(cue.end)
        source = mention.after(self.scene, cue.end, sentence.end)
        if self._has_clitic(cue):
            source = cue.source
        if source is None or (stop < sentence.last and self.tokens[stop].text in ":«“"):
            return None
        if self._follows_quotation(low) or not any(
            token.pos in clauses.VERBAL for token in self.tokens[sentence.first : low - 1]
        ):
            return None
        return self._make(replace(cue, source=source), [self._trim(sentence.first, low - 2)], "inverted")

    def _group(self, cue: Cue, floor: int) -> int:
        """First token of the verb with its auxiliaries and clitics."""
        low = cue.token
        while low > floor and (
            self.tokens[low - 1].text.lower() in self.scene.lexicon.auxiliaries
            or self.tokens[low - 1].pos == "AUX"
            or self.tokens[low - 1].text.startswith("-")
        ):
            low -= 1
        return low

    def _beside(self, cue: Cue) -> Report | None:
        """A verb that stands beside or inside the clause that it reports."""
        verb = self.tokens[cue.token]
        head = self.tokens[verb.head]
        if clauses.base(verb) != "parataxis" or head.index == verb.index or cue.source is None:
            return None
        first, last = self.scene.edges[head.index]
        return self._around(cue, first, last)

    def _infinitive(self, cue: Cue) -> Report | None:
        """An infinitive that was promised, demanded, refused."""
        if cue.lemma not in self.scene.lexicon.infinitival or not self._voiced(cue):
            return None
        clause = self._complement(cue, "xcomp", "ccomp")
        if clause is None or clause.index < cue.token or self.scene.edges[clause.index][0] <= cue.token:
            return None
        return self._report(cue, self.scene.edges[clause.index][0], clause, "infinitive")

    def _voiced(self, cue: Cue) -> bool:
        """Whether the clause names somebody who can speak."""
        if cue.source is None:
            return not clauses.is_passive(self.scene.document, cue.token)
        return cue.source.head < 0 or mention.can_speak(self.scene, self.tokens[cue.source.head])

    def _thing(self, cue: Cue) -> Report | None:
        """A noun phrase that says what was announced, denied, condemned; also as the subject of a passive."""
        if not cue.nominal or not self._voiced(cue):
            return None
        if clauses.is_passive(self.scene.document, cue.token):
            things = [
                self.tokens[child]
                for child in self.scene.document.children[cue.token]
                if self.tokens[child].dep in ("nsubj:pass", "csubj:pass") and cue.source is not None
            ]
            thing = things[0] if things else None
        else:
            thing = self._complement(cue, "obj")
        if thing is None or thing.pos not in clauses.NOMINAL or thing.text.lower() in self.scene.lexicon.relatives:
            return None
        first, last = self.scene.edges[thing.index]
        if first > cue.token:
            return self._make(cue, [self._trim(first, self._thing_end(cue, first, last))], "noun phrase")
        return self._make(cue, [self._trim(first, min(last, cue.token - 1))], "noun phrase")

    def _thing_end(self, cue: Cue, first: int, last: int) -> int:
        """Last token of a noun phrase with what the parser hung on the verb though it goes on describing the thing."""
        limit = self.scene.edges[cue.token][1]
        last = self._last(cue, first, last)
        while last < limit and self.tokens[last + 1].text not in _STOPS and self.tokens[last + 1].pos not in _NEW_CLAUSE:
            last += 1
        return last

    # -- their parts

    def _complement(self, cue: Cue, *relations: str) -> Token | None:
        owners = range(cue.token, self.scene.token_at(cue.end))
        for owner in owners:
            for token in clauses.dependents(self.scene.document, owner, *relations):
                if token.index not in owners and token.index not in self.raised:
                    return token
        return None

    def _has_clitic(self, cue: Cue) -> bool:
        return cue.source is not None and self.scene.text[cue.source.start - 1 : cue.source.start] == "-"

    def _report(self, cue: Cue, first: int, clause: Token, construction: str) -> Report | None:
        """A report whose content runs from token ``first`` to the end of a clause, without its opening word."""
        last = self._last(cue, first, self.scene.edges[clause.index][1])
        while first < last and self._opens(first):
            first += 1
        return self._make(cue, [self._trim(first, last)], construction)

    def _opens(self, index: int) -> bool:
        token = self.tokens[index]
        if token.text in (",", ":"):
            return True
        return token.text.lower() in self.scene.lexicon.complementizers and clauses.base(token) in (
            "mark",
            "fixed",
            "case",
            "cc",
            "dep",
            "advmod",
            "obj",
        )

    def _last(self, cue: Cue, first: int, last: int) -> int:
        """Where a content that starts at ``first`` ends: before a verb that belongs to the reporting clause again."""
        for raised in self.raised:
            if first < raised <= last and self.raised[raised] <= cue.token:
                stop = raised
                while stop > first and self.tokens[stop].pos != "CCONJ" and self.tokens[stop].text not in ",;":
                    stop -= 1
                last = min(last, stop - 1)
        return max(first, last)

    def _around(self, cue: Cue, first: int, last: int) -> Report | None:
        """A report of the clause from ``first`` to ``last`` without the part between commas in which the cue stands."""
        low, high = self._parenthesis(cue)
        if self._follows_quotation(low):
            return None
        parts = []
        if first < low:
            parts.append(self._trim(first, min(low, last + 1) - 1))
        if high <= last and self._goes_on(high, last):
            parts.append(self._trim(high, last))
        return self._make(cue, parts, "beside" if len(parts) == 1 else "inside")

    def _follows_quotation(self, low: int) -> bool:
        """Whether a quotation that is a sentence of its own ends right before the reporting clause."""
        place = self.tokens[low].start - 1
        while place > 0 and (self.scene.text[place].isspace() or self.scene.text[place] in ",—–-"):
            place -= 1
        quotation = self.scene.quotation_at(place)
        sentence = self.scene.sentence_of(low)
        return quotation is not None and quotation.start <= sentence.start

    def _goes_on(self, high: int, last: int) -> bool:
        return self.tokens[min(high, last)].text.lower() not in self.scene.lexicon.relatives and last - high > 1

    def _parenthesis(self, cue: Cue) -> tuple[int, int]:
        """First token of the reporting clause and the first after it, found by the commas around cue and source."""
        sentence = self.scene.sentence_of(cue.token)
        low, high = cue.token, self.scene.token_at(cue.end)
        if cue.source is not None and sentence.start <= cue.source.start < sentence.end:
            low = min(low, self.scene.token_at(cue.source.start))
            high = max(high, self.scene.token_at(cue.source.end - 1) + 1)
        while low > sentence.first and self.tokens[low - 1].text not in (",", "—", "–", "-", ";", "»", "”", '"', "“"):
            low -= 1
        while high < sentence.last and self.tokens[high].text not in (",", "—", "–", ";", ":", "«", "“", '"'):
            high += 1
        return low, high

    def _trim(self, first: int, last: int) -> Range:
        return self.scene.trim(self.tokens[first].start, self.tokens[last].end, EDGE_MARKS)

    def _make(self, cue: Cue, parts: Sequence[Range], construction: str) -> Report | None:
        content = [part for part in parts if part[1] > part[0]]
        return Report(content, cue, construction, cue.source) if content else None

    def _raised(self) -> dict[int, int]:
        """Reporting verbs that the parser hung into the content of an earlier one, though they share its subject.

        Maps the verb's token to the earlier verb's. Decided by agreement in number, and by whether the content's own
        subject can speak at all.
        """
        verbs = {cue.token for cue in self.cues}
        found: dict[int, int] = {}
        for cue in self.cues:
            token = self.tokens[cue.token]
            if clauses.base(token) != "conj" or any(clauses.dependents(self.scene.document, cue.token, "nsubj")):
                continue
            governor = self._governor(token, verbs)
            if governor is not None and not self._fits(token, self.tokens[token.head]):
                found[cue.token] = governor
        return found

    def _governor(self, token: Token, verbs: set[int]) -> int | None:
        index = token.head
        for _ in range(8):
            head = self.tokens[index].head
            if head == index:
                return None
            if clauses.base(self.tokens[index]) in ("ccomp", "xcomp", "advcl") and head in verbs:
                return head
            index = head
        return None

    def _fits(self, verb: Token, sister: Token) -> bool:
        """Whether a verb can share the subject of the verb that it is co-ordinated with."""
        subject = clauses.grammatical_subject(self.scene.document, sister.index)
        if subject is None:
            return True
        number = self._number(verb)
        if number is not None and subject.morph.get("Number", number) != number:
            return False
        return mention.can_speak(self.scene, subject)

    def _number(self, verb: Token) -> str | None:
        for child in clauses.dependents(self.scene.document, verb.index, "aux"):
            if "Number" in child.morph:
                return child.morph["Number"]
        return verb.morph.get("Number") if verb.morph.get("VerbForm") == "Fin" else None
