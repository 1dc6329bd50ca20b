"""What the constructions find before identities are known: ranges of a document's field, in code points, end exclusive."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from schemas import Act

Range = tuple[int, int]

CueKind = Literal["verb", "phrase", "noun", "label", "mood"]
"""A reporting verb; a source phrase (according to); a reporting noun (the claim that); a name before a colon; a verb
mood that reports by itself (German Konjunktiv I)."""


BRIEF = frozenset({"noun clause", "infinitive", "noun phrase", "described", "unmarked clause"})
"""Constructions whose content is less than a clause, or not surely one."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks, or of a dialogue's speech between dashes."""

    start: int
    """The opening mark."""
    end: int
    """One past the closing mark; the end of the speech where there is none."""
    parts: tuple[Range, ...]
    """What stands inside, trimmed: one range for each paragraph that it runs over."""
    mark: str
    """The opening mark."""

    @property
    def inner(self) -> Range:
        """From the first character inside to the last."""
        return self.parts[0][0], self.parts[-1][1]


@dataclass(frozen=True, slots=True)
class Source:
    """A mention of who is said to have said it."""

    start: int
    end: int
    head: int = -1
    """Index of the head token; -1 where there is no parse."""
    members: tuple[Range, ...] = ()
    """The single mentions, where several sources are co-ordinated."""
    relative: int | None = None
    """One past the relative pronoun that takes the mention up right behind it (…, who said)."""
    noun: str = ""
    """The common noun that heads it, where no token is its head."""
    carried: bool = False
    """Whether a sentence before names it, and the verb leaves it out."""
    name: Range | None = None
    """The proper name inside it, where its form shows that and no mention need be known."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that report."""

    start: int
    end: int
    lemma: str
    act: Act
    kind: CueKind
    token: int = -1
    """Index of the token (of a verb: the content verb)."""
    last: int = -1
    """Index of the token that ends the expression, which other words may interrupt (gab … an); -1 as ``token``."""
    negated: bool = False
    source: Source | None = None
    """Who speaks, as the clause itself says; None where it leaves that out."""
    nominal: bool = False
    """Whether its noun phrase object is what was said (announced a truce)."""


@dataclass(slots=True)
class Report:
    """One statement as a construction found it."""

    content: list[Range]
    cue: Cue | None
    construction: str
    """Name of the construction; :mod:`stream.nlp.statements.confidence` knows how far each can be trusted."""
    source: Source | None = None
    quotations: list[Quotation] = field(default_factory=list)
    """The quotations that it takes in, wholly or as parts."""
    told: bool = False
    """Whether another statement tells of this one."""
    previous: bool = False
    """Whether the source of the statement before it speaks on."""

    @property
    def start(self) -> int:
        """First code point of the content."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """One past the content's last code point."""
        return self.content[-1][1]


def with_source(cue: Cue, source: Source | None) -> Cue:
    """The cue with its source filled in."""
    return replace(cue, source=source)


def overlap(first: Sequence[Range], second: Sequence[Range]) -> int:
    """Number of code points that two lists of ranges, each in order and without overlap, have in common."""
    total = left = right = 0
    while left < len(first) and right < len(second):
        low = max(first[left][0], second[right][0])
        high = min(first[left][1], second[right][1])
        total += max(0, high - low)
        if first[left][1] <= second[right][1]:
            left += 1
        else:
            right += 1
    return total


def length(ranges: Sequence[Range]) -> int:
    """Number of code points in all ranges together."""
    return sum(end - start for start, end in ranges)
