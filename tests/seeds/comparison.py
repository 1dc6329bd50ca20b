"""Hold an analysis against an expectation: every difference, named."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from schemas import Article, Entity, Participant, Span, Statement
from stream.nlp.analysis import Analysis
from tests.seeds.expectations import (
    Expectation,
    ExpectedEntity,
    ExpectedSpeaker,
    ExpectedStatement,
    Level,
    Place,
    Seed,
    field_text,
    fold,
    place,
    places,
    span_letters,
)

_ENOUGH = 0.5  # overlap (intersection over union, by letters) from which two contents are the same statement
_QUOTES = '«»“”„‟"‘’‚「」『』‹›'


@dataclass(frozen=True, slots=True)
class Difference:
    """One point in which an analysis is not what was expected."""

    seed: str
    language: str
    part: str
    """What is wrong: language, countries, entity, missing, extra, boundaries, kind, speaker …"""
    level: Level
    where: str
    """The words that it is about."""
    expected: str
    got: str
    note: str = ""

    def __str__(self) -> str:
        return f"[{self.part}] {self.where}: expected {self.expected}; got {self.got}"


@dataclass(frozen=True, slots=True)
class _Finding:
    part: str
    expected: str
    got: str


def compare(seed: Seed, analysis: Analysis) -> list[Difference]:
    """Every difference between what a sample article should give and what it gives."""
    return [
        *compare_language(seed, analysis),
        *compare_countries(seed, analysis),
        *compare_entities(seed, analysis),
        *compare_statements(seed, analysis),
    ]


def compare_language(seed: Seed, analysis: Analysis) -> list[Difference]:
    """Differences of language and script."""
    wanted, got = seed.expected, analysis.language
    pairs = (("language", wanted.language, got.code), ("script", wanted.script, got.script or "none"))
    return [Difference(seed.name, wanted.language, part, "required", "article", a, b) for part, a, b in pairs if a != b]


def compare_countries(seed: Seed, analysis: Analysis) -> list[Difference]:
    """Countries that are missing or too many."""
    wanted, got = set(seed.expected.countries), {country.code for country in analysis.countries}
    lists = (("missing", wanted - got), ("extra", got - wanted))
    return [
        Difference(seed.name, seed.expected.language, "countries", seed.expected.level, code, *_presence(kind))
        for kind, codes in lists
        for code in sorted(codes)
    ]


def compare_entities(seed: Seed, analysis: Analysis) -> list[Difference]:
    """Entities that are missing, or whose name, id or type is wrong."""
    return [
        Difference(
            seed.name,
            seed.expected.language,
            f"entity {finding.part}",
            seed.expected.level,
            reference,
            finding.expected,
            finding.got,
        )
        for wanted in seed.expected.entities
        for reference in wanted.mentions
        for finding in _entity(wanted, _mentioned(seed.article, reference, analysis.entities))
    ]


def compare_statements(seed: Seed, analysis: Analysis) -> list[Difference]:
    """Statements that are missing, wrong or too many."""
    comparison = _Statements(seed, analysis)
    return [*comparison.wrong(), *comparison.extra()]


class _Statements:
    """The statements of one article, paired with those that are expected."""

    def __init__(self, seed: Seed, analysis: Analysis) -> None:
        self.seed = seed
        self.article = seed.article
        self.expected = seed.expected
        self.entities = {entity.id: entity for entity in analysis.entities}
        self.got = analysis.statements
        self.letters = [_keys(self.article, statement.content) for statement in self.got]
        self.wanted = [part for statement in seed.expected.statements for part in self._as_found(statement)]
        self.pairs = self._paired()

    def wrong(self) -> Iterator[Difference]:
        """Differences of the expected statements."""
        for index, wanted in enumerate(self.wanted):
            if wanted.level == "optional":
                continue
            where = " … ".join(wanted.content)
            match = self.pairs.get(index)
            findings = (
                self._findings(wanted, self.got[match])
                if match is not None
                else [_Finding("missing", f"{'/'.join(wanted.kind)} statement", "nothing")]
            )
            for finding in findings:
                yield Difference(
                    self.seed.name,
                    self.expected.language,
                    finding.part,
                    wanted.level,
                    where,
                    finding.expected,
                    finding.got,
                    wanted.note or "",
                )

    def extra(self) -> Iterator[Difference]:
        """Statements that nobody made, in an article where all are known."""
        if not self.expected.closed:
            return
        for index, statement in enumerate(self.got):
            if index not in self.pairs.values():
                where = " … ".join(span.text for span in statement.content)
                cue = statement.cue.text if statement.cue else "no cue"
                got = f"{statement.kind} by {statement.speaker.name or statement.speaker.text} ({cue})"
                yield Difference(self.seed.name, self.expected.language, "extra", "required", where, "nothing", got)

    def _as_found(self, wanted: ExpectedStatement) -> Sequence[ExpectedStatement]:
        """The statement whole or in parts, as the analysis has it; whole unless it may be split."""
        if not wanted.split:
            return (wanted,)
        parts = wanted.parts()
        whole = max((_overlap(self._wanted_letters(wanted), keys) for keys in self.letters), default=0.0)
        last = max((_overlap(self._wanted_letters(parts[-1]), keys) for keys in self.letters), default=0.0)
        return parts if last > whole else (wanted,)

    def _wanted_letters(self, wanted: ExpectedStatement) -> frozenset[tuple[str, int]]:
        text = field_text(self.article, wanted.field)
        return frozenset((wanted.field, i) for x in wanted.content for i in place(x, text).allowed)

    def _paired(self) -> dict[int, int]:
        """Indexes of expected statements to those of the analysis: one to one, best overlap first."""
        scored = sorted(
            (-_overlap(self._wanted_letters(wanted), keys), i, j)
            for i, wanted in enumerate(self.wanted)
            for j, keys in enumerate(self.letters)
        )
        pairs: dict[int, int] = {}
        for score, i, j in scored:
            if -score >= _ENOUGH and i not in pairs and j not in pairs.values():
                pairs[i] = j
        return pairs

    def _findings(self, wanted: ExpectedStatement, got: Statement) -> list[_Finding]:
        checks = (self._boundaries, self._manner, self._cue, self._speakers, self._circumstances)
        return [finding for check in checks for finding in check(wanted, got)]

    def _boundaries(self, wanted: ExpectedStatement, got: Statement) -> Iterator[_Finding]:
        text = field_text(self.article, wanted.field)
        expected = [place(reference, text) for reference in wanted.content]
        found = [span_letters(self.article, span) for span in got.content]
        shown = " | ".join(span.text for span in got.content)
        if len(expected) != len(found) or not all(a.covered_by(b) for a, b in zip(expected, found, strict=True)):
            yield _Finding("boundaries", " | ".join(wanted.content), shown)
        elif got.kind == "direct" and any(span.text[0] in _QUOTES for span in got.content):
            yield _Finding("quotation marks", "none around direct content", shown)

    def _manner(self, wanted: ExpectedStatement, got: Statement) -> Iterator[_Finding]:
        if got.kind not in wanted.kind:
            yield _Finding("kind", "/".join(wanted.kind), got.kind)
        if got.act not in wanted.act:
            yield _Finding("act", "/".join(wanted.act), got.act)
        if got.negated != wanted.negated:
            yield _Finding("negated", str(wanted.negated), str(got.negated))

    def _cue(self, wanted: ExpectedStatement, got: Statement) -> Iterator[_Finding]:
        if wanted.cue is None:
            return
        where = place(wanted.cue, field_text(self.article, wanted.field))
        if got.cue is None or not _touches(where, got.cue.start, got.cue.end):
            yield _Finding("cue", wanted.cue, got.cue.text if got.cue else "none")

    def _speakers(self, wanted: ExpectedStatement, got: Statement) -> Iterator[_Finding]:
        speakers = got.speakers or (got.speaker,)
        most = len(wanted.speakers)
        least = most - sum(speaker.optional for speaker in wanted.speakers)
        if not least <= len(speakers) <= most:
            names = [speaker.name or speaker.text or "nobody" for speaker in speakers]
            yield _Finding("speakers", f"{least} of them", " + ".join(names))
        for expected, speaker in zip(wanted.speakers, speakers, strict=False):
            yield from self._speaker(expected, speaker, wanted)

    def _speaker(self, wanted: ExpectedSpeaker, got: Participant, statement: ExpectedStatement) -> Iterator[_Finding]:
        shown = f"{got.name!r} ({got.text!r}, {got.type}, {got.resolved_by}, {got.entity_id})"
        if wanted.mention is not None:
            where = place(wanted.mention, field_text(self.article, statement.field))
            if got.start is None or got.end is None or not _touches(where, got.start, got.end):
                yield _Finding("speaker mention", wanted.mention, shown)
        names = self.expected.entity(wanted.entity).names if wanted.entity else wanted.name
        if names and fold(got.name) not in map(fold, names):
            yield _Finding("speaker name", "/".join(names), shown)
        elif wanted.entity and (got.entity_id is None or got.entity_id not in self.entities):
            yield _Finding("speaker id", f"the id of {wanted.entity}", shown)
        if got.type not in wanted.type:
            yield _Finding("speaker type", "/".join(wanted.type), shown)
        if wanted.resolved_by and got.resolved_by not in wanted.resolved_by:
            yield _Finding("resolved by", "/".join(wanted.resolved_by), shown)
        if wanted.role is not None and fold(wanted.role) not in fold(got.role):
            yield _Finding("role", wanted.role, repr(got.role))

    def _circumstances(self, wanted: ExpectedStatement, got: Statement) -> Iterator[_Finding]:
        if fold(got.medium) not in map(fold, wanted.medium):
            yield _Finding("medium", "/".join(str(medium) for medium in wanted.medium), str(got.medium))
        if wanted.addressee is None:
            return
        name = got.addressee.name if got.addressee else None
        if fold(name) not in map(fold, self.expected.entity(wanted.addressee).names):
            yield _Finding("addressee", wanted.addressee, str(name))


def _presence(kind: str) -> tuple[str, str]:
    return ("present", "absent") if kind == "missing" else ("absent", "present")


def _mentioned(article: Article, reference: str, entities: Sequence[Entity]) -> list[Entity]:
    """The entities that have a mention at one of the places that the reference fits."""
    wanted = {field: list(places(reference, field_text(article, field))) for field in ("title", "text")}
    return [
        entity
        for entity in entities
        if any(
            each.covered_by(span_letters(article, mention))
            for mention in entity.mentions
            for each in wanted[mention.field]
        )
    ]


def _entity(wanted: ExpectedEntity, found: Sequence[Entity]) -> Iterator[_Finding]:
    names = list(map(fold, wanted.names))
    right = [entity for entity in found if fold(entity.name) in names or (wanted.id and entity.id == wanted.id)]
    shown = ", ".join(f"{entity.name!r} ({entity.type}, {entity.id})" for entity in found) or "nothing"
    if not right:
        yield _Finding("name" if found else "missing", f"{'/'.join(wanted.names)} ({wanted.type})", shown)
        return
    if wanted.id is not None and all(entity.id != wanted.id for entity in right):
        yield _Finding("id", wanted.id, shown)
    if all(entity.type != wanted.type for entity in right):
        yield _Finding("type", wanted.type, shown)


def _keys(article: Article, content: Sequence[Span]) -> frozenset[tuple[str, int]]:
    return frozenset((span.field, i) for span in content for i in span_letters(article, span))


def _overlap(a: frozenset[tuple[str, int]], b: frozenset[tuple[str, int]]) -> float:
    return len(a & b) / len(a | b) if a and b else 0.0


def _touches(where: Place, start: int, end: int) -> bool:
    return start < where.end and where.start < end


__all__ = [
    "Difference",
    "Expectation",
    "compare",
    "compare_countries",
    "compare_entities",
    "compare_language",
    "compare_statements",
]
