"""What holds of the statements of any text at all, in any script, with or without a parse."""

import random
import time
from collections.abc import Iterator, Sequence
from typing import cast, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas import Entity, EntityType, Mention, Participant, Span, Statement
from stream.nlp.document import Document, Sentence, Token
from stream.nlp.languages import codes, lexicon
from stream.nlp.languages.tables import words
from stream.nlp.parse.assemble import assemble
from stream.nlp.parse.plain import PlainReader
from stream.nlp.parse.reading import chunks
from stream.nlp.statements import extract
from stream.nlp.statements.confidence import confidence
from stream.nlp.statements.model import Report
from stream.nlp.statements.scene import Scene

PARSED = ("en", "fr", "ru")
NAMES = ("Anna Kowal", "Ministère", "Олена Ткач", "王芳", "هالة ناصر", "Port-Gris", "Kowal")
MARKS = (*"«»“”„‟‘’‚‹›「」『』〝〞\"'＂", "''", "``")
ODD = (
    "\u200e",
    "\u202b",
    "\u202e",
    "\u2066",
    "\u2069",
    "e\u0301\u0301\u0301",
    "\u0651" * 9,
    "\u200d",
    "\ufeff",
    "👩‍🚒",
    "\x00",
)
SPACES = ("\n", "\n\n", "\u2028", "\u00a0", "\t", "  ", "\r\n")
GLUE = tuple(",.:;!?…—–-()。，؟")
POS = ("NOUN", "PROPN", "PRON", "VERB", "AUX", "ADP", "ADJ", "ADV", "SCONJ", "CCONJ", "DET", "PART", "NUM", "X")
DEPS = sorted(
    words(
        """nsubj nsubj:pass obj iobj obl obl:agent nmod nmod:poss amod appos acl acl:relcl advcl ccomp xcomp csubj
        parataxis conj cc mark case aux aux:pass cop det advmod fixed flat:name punct dep expl"""
    )
)
MORPHS: tuple[dict[str, str], ...] = (
    {},
    {"VerbForm": "Fin", "Tense": "Past"},
    {"VerbForm": "Fin", "Tense": "Pres", "Person": "3"},
    {"VerbForm": "Part", "Tense": "Past"},
    {"VerbForm": "Part", "Tense": "Past", "Voice": "Pass"},
    {"VerbForm": "Ger"},
    {"VerbForm": "Inf"},
    {"Number": "Plur"},
)


def _fragments(language: str) -> st.SearchStrategy[str]:
    own = lexicon(language)
    known = sorted(
        {
            *own.cues, *own.forms, *own.before, *own.after, *own.pronouns, *own.relatives, *own.complementizers,
            *own.documents, *own.anonymous, *own.titles, *own.nouns,
        }
    )  # fmt: skip
    word = st.one_of(
        st.sampled_from(known or ["word"]),
        st.sampled_from(NAMES),
        st.sampled_from((*MARKS, *GLUE)),
        st.sampled_from((*SPACES, *ODD)),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=6),
    )
    cues = st.sampled_from(sorted({*own.cues, *own.forms, *own.before}) or ["word"])
    quoted = st.builds("{0}{2} {3} {4}{1}".format, *[st.sampled_from(MARKS)] * 2, *[word] * 3)
    reported = st.permutations(("quoted", "cue", "name")).flatmap(
        lambda order: st.tuples(*({"quoted": quoted, "cue": cues, "name": st.sampled_from(NAMES)}[k] for k in order))
    )
    return st.one_of(word, quoted, reported.map(", ".join), reported.map(" ".join), reported.map(": ".join))


def _texts(language: str) -> st.SearchStrategy[str]:
    separators = st.sampled_from((" ", " ", " ", "", "\n", ". "))
    return st.lists(st.tuples(_fragments(language), separators), max_size=25).map(
        lambda parts: "".join(word + space for word, space in parts)
    )


def _entities(text: str) -> tuple[Entity, ...]:
    """An entity of another type for each of the known names, with all its mentions."""
    kinds = get_args(EntityType)
    found = []
    for number, name in enumerate(NAMES):
        places = list(_places(text, name))
        if places:
            mentions = tuple(Mention(text=name, start=at, end=at + len(name)) for at in places)
            kind = cast("EntityType", kinds[number % len(kinds)])
            found.append(Entity(id=f"x:{number}", name=name, type=kind, mentions=mentions))
    return tuple(found)


def _places(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + len(name))


def _document(text: str, language: str) -> Document:
    """The document of a text as it is read without a model."""
    stretches = list(chunks(text))
    readings = PlainReader(language).read([chunk.text for chunk in stretches])
    return assemble(text, "text", language, zip(stretches, readings, strict=True), parsed=False)


def _parsed(text: str, language: str, seed: int) -> Document:
    """The same with a parse made by chance: any tree over each sentence, any part of speech."""
    chance = random.Random(seed)  # noqa: S311 -- not for secrets
    document = _document(text, language)
    for sentence in document.sentences:
        _plant(document.tokens, sentence, chance)
    document.parsed = True
    document.children = [[] for _ in document.tokens]
    for token in document.tokens:
        if token.head != token.index:
            document.children[token.head].append(token.index)
    return document


def _plant(tokens: Sequence[Token], sentence: Sentence, chance: random.Random) -> None:
    order = list(range(sentence.first, sentence.last))
    chance.shuffle(order)
    for number, index in enumerate(order):
        token = tokens[index]
        token.head = order[chance.randrange(number)] if number else index
        token.dep = chance.choice(DEPS) if number else "root"
        token.lemma = token.text.lower()
        token.pos = chance.choice(POS) if token.text[0].isalnum() else "PUNCT"
        token.morph = dict(chance.choice(MORPHS))


def _spans(statement: Statement) -> Iterator[Span]:
    yield from statement.content
    yield from statement.quotes
    if statement.cue is not None:
        yield statement.cue
    for participant in (statement.speaker, *statement.speakers, statement.addressee):
        if participant is not None and participant.start is not None:
            yield _span(participant)


def _span(participant: Participant) -> Span:
    assert participant.text is not None
    assert participant.end is not None
    return Span(text=participant.text, start=participant.start or 0, end=participant.end, field=participant.field)


def _check(text: str, statements: Sequence[Statement]) -> None:
    for statement in statements:
        for span in _spans(statement):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end] == span.text
        ends = [0]
        for span in statement.content:
            assert span.start >= ends[-1]
            ends.append(span.end)
        for quote in statement.quotes:
            assert any(span.start <= quote.start and quote.end <= span.end for span in statement.content)
        assert 0 <= statement.confidence <= 1
    assert len({statement.id for statement in statements}) == len(statements)


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_any_text_gives_valid_spans_without_a_parse(data: st.DataObject) -> None:
    """Whatever a text holds, no statement breaks the contract of spans, and the same text gives the same statements."""
    language = data.draw(st.sampled_from((*codes(), "und")))
    text = data.draw(_texts(language))
    entities = _entities(text)
    statements = extract([_document(text, language)], entities, "a", {})
    _check(text, statements)
    assert extract([_document(text, language)], entities, "a", {}) == statements


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_any_parse_gives_valid_spans(data: st.DataObject) -> None:
    """Whatever a parser says of a text, no statement breaks the contract of spans, and the same parse gives the same."""
    language = data.draw(st.sampled_from(PARSED))
    text = data.draw(_texts(language))
    seed = data.draw(st.integers(0, 2**16))
    entities = _entities(text)
    statements = extract([_parsed(text, language, seed)], entities, "a", {"x:0": "f"})
    _check(text, statements)
    assert extract([_parsed(text, language, seed)], entities, "a", {"x:0": "f"}) == statements


SENTENCE = {
    "en": "“The road is closed,” Anna Kowal said. According to Kowal, the “old” bridge — which she knows — stands. ",
    "fr": "« La route est fermée », a déclaré Anna Kowal. Selon Kowal, le « vieux » pont tient, a-t-elle ajouté. ",
    "de": "„Die Straße ist gesperrt“, sagte Anna Kowal. Nach Angaben von Kowal steht die „alte“ Brücke. ",
    "zh": "王芳说：「路封了。」据王芳报道，「旧」桥还在。",
}


def _seconds(text: str, language: str, *, parsed: bool) -> float:
    """CPU time of the statements alone, in seconds."""
    document = _parsed(text, language, 7) if parsed else _document(text, language)
    entities = _entities(text)
    start = time.process_time()
    assert extract([document], entities, "a", {})
    return time.process_time() - start


@pytest.mark.parametrize(
    ("language", "parsed", "line"),
    [("en", True, "\n"), ("fr", True, ""), ("de", False, ""), ("zh", False, "\n")],
    ids=["en, lines", "fr, one line", "de, one line", "zh, lines"],
)
def test_twice_the_text_takes_twice_the_time(language: str, line: str, *, parsed: bool) -> None:
    """Time grows with the length of a text and no faster, also where all of it is one line."""
    unit = SENTENCE[language] * 8 + line
    once = min(_seconds(unit * 15, language, parsed=parsed) for _ in range(2))
    four_times = min(_seconds(unit * 60, language, parsed=parsed) for _ in range(2))
    assert four_times < 8 * once + 0.1


def test_a_long_article_full_of_quotation_marks_ends_in_seconds() -> None:
    """A megabyte with 20,000 quotation marks, balanced and unbalanced, takes seconds."""
    unit = SENTENCE["en"] + "« “ ' „ 12\" " + "plain words between them " * 10
    text = (unit * (1_000_000 // len(unit) + 1))[:1_000_000]
    assert sum(text.count(mark) for mark in "“”«»„\"'") >= 20_000
    assert _seconds(text, "en", parsed=False) < 20


def test_confidence_falls_with_the_sureness_of_construction_and_speaker() -> None:
    """A name is surer than context, that than nobody; a quotation with its verb is surer than a lone or a short one."""
    text = "Anna Kowal has said it: the road along the river stays closed for the whole of next week."
    parsed, plain = (
        Scene(document, lexicon("en"), [], []) for document in (_parsed(text, "en", 7), _document(text, "en"))
    )
    named, context, nobody = (Participant(resolved_by=by) for by in ("name", "context", None))
    quoted, short, lone, told = (
        Report([(0, size)], None, construction, told=told)
        for size, construction, told in (
            (80, "quote, verb", False),
            (9, "quote, verb", False),
            (80, "alone", False),
            (80, "quote, verb", True),
        )
    )
    values = [confidence(parsed, quoted, speaker) for speaker in (named, context, nobody)]
    assert values == sorted(values, reverse=True)
    assert len(set(values)) == len(values)
    assert all(confidence(parsed, report, named) < values[0] for report in (short, lone, told))
    assert confidence(plain, quoted, named) < values[0]
