"""Reported speech on a parse: the clause, infinitive or noun phrase that a reporting verb governs."""

from collections.abc import Iterator, Sequence

from stream.nlp.document import Token
from stream.nlp.statements import clauses
from stream.nlp.statements.model import Cue, Range, Report, length
from stream.nlp.statements.scene import Scene

EDGE_MARKS = ",;:.—–-•"
_MIN_LENGTH = 2
_COMPLEMENTIZER_REACH = 14
_COMPLEMENTS = ("ccomp", "xcomp", "advcl", "acl", "obj", "obl", "parataxis", "dep", "csubj")


class Governor:
    """Finds what the reporting verbs of one scene govern."""

    def __init__(self, scene: Scene, cues: Sequence[Cue]) -> None:
        self.scene = scene
        self.tokens = scene.document.tokens
        self.cues = cues
        self.raised = self._raised()

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
            return self._report(cue, first, clause, "bare clause")
        return self._around(cue, first, last)

    def _beside(self, cue: Cue) -> Report | None:
        """A verb that stands beside or inside the clause that it reports."""
        verb = self.tokens[cue.token]
        head = self.tokens[verb.head]
        if clauses.base(verb) not in ("parataxis", "advcl", "dep", "acl", "appos") or head.index == verb.index:
            return None
        if clauses.base(verb) != "parataxis" and not self._inverted(cue):
            return None
        if self._complement(cue, "obj", "xcomp") is not None and clauses.base(verb) != "parataxis":
            return None
        first, last = self.scene.edges[head.index]
        return self._around(cue, first, last)

    def _infinitive(self, cue: Cue) -> Report | None:
        clause = self._complement(cue, "xcomp")
        if clause is None or clause.index < cue.token or self.scene.edges[clause.index][0] <= cue.token:
            return None
        return self._report(cue, self.scene.edges[clause.index][0], clause, "infinitive")

    def _thing(self, cue: Cue) -> Report | None:
        """A noun phrase that says what was announced, denied, condemned; also as the subject of a passive."""
        if not cue.nominal:
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
            return self._report(cue, first, thing, "noun phrase")
        return self._make(cue, [self._trim(first, min(last, cue.token - 1))], "noun phrase")

    # -- their parts

    def _complement(self, cue: Cue, *relations: str) -> Token | None:
        owners = range(cue.token, self.scene.token_at(cue.end))
        for owner in owners:
            for token in clauses.dependents(self.scene.document, owner, *relations):
                if token.index not in owners and token.index not in self.raised:
                    return token
        return None

    def _inverted(self, cue: Cue) -> bool:
        return (cue.source is not None and cue.source.start > self.tokens[cue.token].start) or self._has_clitic(cue)

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
        parts = []
        if first < low:
            parts.append(self._trim(first, min(low, last + 1) - 1))
        if high <= last and self._goes_on(high, last):
            parts.append(self._trim(high, last))
        return self._make(cue, parts, "beside" if len(parts) == 1 else "inside")

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
        subject = clauses.subject(self.scene.document, self.scene.lexicon, sister.index)
        if subject is None:
            return True
        number = self._number(verb)
        if number is not None and subject.morph.get("Number", number) != number:
            return False
        return self.can_speak(subject)

    def _number(self, verb: Token) -> str | None:
        for child in clauses.dependents(self.scene.document, verb.index, "aux"):
            if "Number" in child.morph:
                return child.morph["Number"]
        return verb.morph.get("Number") if verb.morph.get("VerbForm") == "Fin" else None

    def can_speak(self, head: Token) -> bool:
        """Whether the noun or pronoun can stand for somebody who speaks."""
        return head.pos in ("PROPN", "PRON") or can_speak(self.scene, head)


def can_speak(scene: Scene, head: Token) -> bool:
    """Whether a noun names a person, a body, a group or a document, as far as the lexicon and the mentions tell."""
    words = scene.lexicon
    if any(
        head.lemma in known for known in (words.titles, words.anonymous, words.referents, words.groups, words.documents)
    ):
        return True
    return any(
        named.start <= head.start < named.end and named.form != "demonym"
        for named in scene.mentions_within(head.start - 80, head.end + 80)
    )
