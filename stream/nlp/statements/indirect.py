"""Reported speech on a parse: the clause, infinitive or noun phrase that a reporting verb governs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from stream.nlp.document import Token
from stream.nlp.statements import clauses, coordination, mention
from stream.nlp.statements.complements import Complements
from stream.nlp.statements.extent import Extent
from stream.nlp.statements.model import Cue, Range, Report, length
from stream.nlp.statements.opened import belongs
from stream.nlp.statements.scene import Scene

_MIN_LENGTH = 2
_MIN_CLAUSE = 3
"""Fewest words of a clause behind a colon."""
_COMPLEMENTIZER_REACH = 14
_STARTS = frozenset({"DET", "PRON", "PROPN", "NOUN", "NUM", "ADJ"})
_CLOSING = frozenset({"»", "”", '"', "''"})
_SEPARATORS = frozenset(":;")
_OPENS_ELSEWHERE = frozenset(':;«»“”"„')


class Governor:
    """Finds what the reporting verbs of one scene govern."""

    def __init__(self, scene: Scene, cues: Sequence[Cue]) -> None:
        self.scene = scene
        self.tokens = scene.document.tokens
        self.raised = coordination.raised(scene, cues)
        self.cues = coordination.shared(cues, self.raised)
        self.complements = Complements(scene, self.raised)
        self.extent = Extent(scene, self.raised, frozenset(cue.token for cue in cues))

    def reports(self) -> Iterator[Report]:
        """One report for each verb that governs something, in the order of the cues."""
        for cue in self.cues:
            found = self._governed(cue) if self._is_somebodys(cue) else None
            if found is not None and length(found.content) >= _MIN_LENGTH:
                yield found

    def _is_somebodys(self, cue: Cue) -> bool:
        """Whether a verb can have a source: named, or left out where it is not the writer's own word (let us recall that)."""
        token = self.tokens[cue.token]
        if self.scene.lexicon.agreements and token.morph.get("Person") == "1":
            return False
        if cue.source is not None:
            return True
        if cue.act == "other" or token.morph.get("Person") == "1":
            return False
        return token.morph.get("VerbForm") not in ("Inf", "Part")

    def _governed(self, cue: Cue) -> Report | None:
        return (
            self._marked(cue)
            or self._coloned(cue)
            or self._clause(cue)
            or self._beside(cue)
            or self._ended(cue)
            or self._infinitive(cue)
            or self._thing(cue)
            or self._unmarked(cue)
        )

    # -- the constructions, surest first

    def _marked(self, cue: Cue) -> Report | None:
        """Said … that: a clause to the right, opened by a word of its own."""
        sentence = self.scene.sentence_of(cue.token)
        low = self.scene.token_at(cue.end)
        for token in self.tokens[low : min(low + _COMPLEMENTIZER_REACH, sentence.last)]:
            if token.text.lower() in self.scene.lexicon.complementizers:
                head = self.tokens[token.head]
                first = low if token.text.lower() in self.scene.lexicon.enclitics else token.index
                return self._report(cue, first, head, "clause") if belongs(self.scene, cue, token, head) else None
            if token.text in _OPENS_ELSEWHERE or token.index in self.raised or token.dep == "cc":
                return None
        return None

    def _coloned(self, cue: Cue) -> Report | None:
        """X admits: a clause behind a colon right after the verb, without marks, where else a word must open it."""
        low, sentence = self.scene.token_at(cue.end), self.scene.sentence_of(cue.token)
        if cue.source is None or cue.source.end > cue.start:
            return None
        if self.scene.lexicon.bare or low + _MIN_CLAUSE >= sentence.last or self.tokens[low].text != ":":
            return None
        if self.scene.quotations_within(self.tokens[low].start, self.tokens[low + 1].end):
            return None
        return self._make(cue, [self.extent.text(low + 1, sentence.last - 1)], "bare clause")

    def _clause(self, cue: Cue) -> Report | None:
        """A clause without a word that opens it, to the right or the left (X is so, he said)."""
        clause = self.complements.argument(cue, "ccomp")
        if clause is None:
            return None
        first, last = self.scene.edges[clause.index]
        if first > cue.token:
            if self.extent.is_inverted(cue):
                return None
            allowed = self.scene.lexicon.bare or cue.lemma in self.scene.lexicon.infinitival
            return self._report(cue, self._bare_start(cue, first), clause, "bare clause") if allowed else None
        return self._around(cue, clause, first, last)

    def _bare_start(self, cue: Cue, first: int) -> int:
        """Where a bare clause begins: right behind the verb, if what stands between can be its subject."""
        low = self.scene.token_at(cue.end)
        between = self.tokens[low:first]
        if not between or between[0].pos not in _STARTS:
            return first
        if any(token.head == cue.token and clauses.base(token) in ("obl", "iobj", "obj") for token in between):
            return first
        return low

    def _ended(self, cue: Cue) -> Report | None:  # noqa: C901, PLR0911 -- one return a reason against
        """A clause, a comma, then verb and source to the end of the sentence: …, X said; …, a déclaré X."""
        sentence = self.scene.sentence_of(cue.token)
        low = self.extent.group(cue, sentence.first)
        stop = self.scene.token_at(cue.end)
        source = cue.source
        if source is not None and sentence.start < source.start < cue.start and not self.complements.has_clitic(cue):
            if not self._touches(source.end, self.tokens[low].start) or not self._pauses(stop, sentence.last):
                return None
            low = self.scene.token_at(source.start)
        elif self.scene.lexicon.bare and source is None:
            return None
        elif not self.complements.has_clitic(cue) and not self.scene.lexicon.bare:
            source = mention.after(self.scene, cue.end, sentence.end)
            form = self.tokens[cue.token].morph.get("VerbForm")
            if form == "Conv" or (form == "Part" and low == cue.token):
                return None
        if low - 1 <= sentence.first or source is None:
            return None
        if self.tokens[low - 1].text != "," and not (
            self.complements.has_clitic(cue) and self.tokens[low - 1].text in _CLOSING
        ):
            return None
        if self.complements.argument(cue, "xcomp", "obj") is not None and source is cue.source:
            return None
        if self.scene.lexicon.bare and not self._pauses(self.scene.token_at(max(cue.end, source.end)), sentence.last):
            return None
        if (stop < sentence.last and self.tokens[stop].text in ":«“") or self.extent.follows_quotation(low):
            return None
        verbal = any(token.pos in clauses.VERBAL for token in self.tokens[sentence.first : low - 1])
        short = low - 1 - sentence.first < _MIN_CLAUSE
        if not verbal and (short or not self.scene.lexicon.zero_copula):
            return None
        return self._make(replace(cue, source=source), [self.extent.text(sentence.first, low - 2)], "ended")

    def _touches(self, start: int, end: int) -> bool:
        """Whether only adverbs stand in a stretch."""
        return all(token.pos in ("ADV", "AUX", "PART") for token in self.scene.tokens_within(start, end))

    def _pauses(self, index: int, stop: int) -> bool:
        """Whether a mark or an adverbial follows: the verb has no complement on its right."""
        return index >= stop or self.tokens[index].pos in ("PUNCT", "ADP") or clauses.base(self.tokens[index]) == "obl"

    def _beside(self, cue: Cue) -> Report | None:
        """A verb that stands beside or inside the clause that it reports."""
        verb = self.tokens[cue.token]
        head = self.tokens[verb.head]
        if clauses.base(verb) != "parataxis" or head.index == verb.index or cue.source is None:
            return None
        stop = self.scene.token_at(max(cue.end, cue.source.end))
        if not self._pauses(stop, self.scene.sentence_of(cue.token).last):
            return None
        first, last = self.scene.edges[head.index]
        return self._around(cue, head, first, last)

    def _infinitive(self, cue: Cue) -> Report | None:
        """An infinitive that was promised, demanded, refused."""
        if cue.lemma not in self.scene.lexicon.infinitival or not self.complements.voiced(cue):
            return None
        clause = self.complements.argument(cue, "xcomp", "ccomp")
        if clause is None or clause.index < cue.token or self.scene.edges[clause.index][0] <= cue.token:
            return None
        if not clauses.is_asserted(self.scene.document, self.scene.lexicon, cue.token):
            return None
        demanded = replace(cue, act="demand") if cue.act == "ask" else cue
        return self._report(demanded, self.scene.edges[clause.index][0], clause, "infinitive")

    def _thing(self, cue: Cue) -> Report | None:
        """A noun phrase that says what was announced, denied, condemned; also as the subject of a passive."""
        topic = self.complements.topic(cue)
        if cue.source is None and (topic is None or cue.lemma.rpartition(" ")[2] in self.scene.lexicon.topics):
            return None
        if not (topic or cue.nominal or self.complements.is_document(cue)) or not self.complements.voiced(cue):
            return None
        if not clauses.is_asserted(self.scene.document, self.scene.lexicon, cue.token):
            return None
        if clauses.is_passive(self.scene.document, cue.token):
            subject = clauses.grammatical_subject(self.scene.document, cue.token)
            thing = subject if cue.source is not None else None
        else:
            thing = topic or self.complements.argument(cue, "obj") or self.complements.prepositional(cue)
        if thing is None or not self._is_told(thing):
            return None
        first, last = self.scene.edges[thing.index]
        if last > cue.token:
            first = max(first, self.scene.token_at(cue.end))
            return self._make(cue, [self.extent.text(first, self.extent.thing_last(cue, first, last))], "noun phrase")
        first += thing is topic
        return self._make(cue, [self.extent.text(first, min(last, cue.token - 1))], "noun phrase")

    def _is_told(self, thing: Token) -> bool:
        """Whether a complement can be what was said: a noun, and in Slavic, whose objects lead, no pronoun (Её осудили)."""
        if thing.pos not in clauses.NOMINAL or thing.text.lower() in self.scene.lexicon.relatives:
            return False
        return thing.pos != "PRON" or not self.scene.lexicon.agreements

    def _unmarked(self, cue: Cue) -> Report | None:
        """A clause right behind a verb that has a subject but, through a slip of the parser, no complement."""
        token = self.tokens[cue.token]
        sentence = self.scene.sentence_of(cue.token)
        low = self.scene.token_at(cue.end)
        if not self.scene.lexicon.bare or cue.source is None or cue.source.end > cue.start or low >= sentence.last:
            return None
        if cue.act not in ("state", "warn") or cue.nominal or token.morph.get("VerbForm") != "Fin":
            return None
        if self.complements.argument(cue, "obj") is not None:
            return None
        rest = self.tokens[low : sentence.last]
        if rest[0].pos not in _STARTS or not any(word.pos in clauses.VERBAL for word in rest):
            return None
        last = self.extent.last(cue, low, sentence.last - 1)
        return self._make(cue, [self.extent.text(low, last)], "unmarked clause")

    # -- their parts

    def _report(self, cue: Cue, first: int, clause: Token, construction: str) -> Report | None:
        """A report whose content runs from token ``first`` to the end of a clause, without its opening word."""
        last = self.extent.clause_last(cue, first, max(first, self.scene.edges[clause.index][1]))
        return self._make(cue, [self.extent.text(self.extent.first(first, last), last)], construction)

    def _around(self, cue: Cue, clause: Token, first: int, last: int) -> Report | None:
        """A report of the clause from ``first`` to ``last`` without the part between commas in which the cue stands."""
        low, high = self.extent.parenthesis(cue)
        if self.extent.follows_quotation(low) or not self._is_main(clause):
            return None
        if self._is_apart(first, low):
            return None
        parts = []
        if first < low:
            parts.append(self.extent.text(first, min(low, last + 1) - 1))
        if high <= last and self._goes_on(high, last):
            parts.append(self.extent.text(high, last))
        return self._make(cue, parts, "beside" if len(parts) == 1 else "inside")

    def _is_apart(self, first: int, stop: int) -> bool:
        """Whether what stands before a cue ends at a colon or semicolon, so that it is no part of what is said."""
        for index in range(stop - 1, first - 1, -1):
            if self.tokens[index].text in _SEPARATORS:
                return True
            if self.tokens[index].pos in clauses.VERBAL:
                return False
        return False

    def _is_main(self, clause: Token) -> bool:
        """Whether a clause can stand alone, as nothing subordinates it and its verb is finite."""
        if clause.morph.get("VerbForm") in ("Part", "Ger", "Inf", "Conv") and not any(
            clauses.dependents(self.scene.document, clause.index, "aux", "cop")
        ):
            return False
        return not any(
            token.index < clause.index and token.text.lower() not in self.scene.lexicon.complementizers
            for token in clauses.dependents(self.scene.document, clause.index, "mark")
        )

    def _goes_on(self, high: int, last: int) -> bool:
        following = self.tokens[min(high, last) : min(high, last) + 2]
        reports = any(token.index in self.extent.cue_tokens for token in following)
        return not reports and following[0].text.lower() not in self.scene.lexicon.relatives and last - high > 1

    def _make(self, cue: Cue, parts: Sequence[Range], construction: str) -> Report | None:
        content = [part for part in parts if part[1] > part[0]]
        return Report(content, cue, construction, cue.source) if content else None
