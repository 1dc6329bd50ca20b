"""Short texts in each language, annotated by hand: exactly their statements must come out.

``texts/<code>.json`` is a list of cases: what the case shows, its text, and its statements in text order. A speaker is the
mention with the name or noun that matters: what comes out may have its title and apposition too, or leave them out.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from schemas import Article, Statement
from stream.nlp import analyze

TEXTS = Path(__file__).parent / "texts"
KEYS = {"content", "speaker", "name", "kind", "act", "negated"}

Case = dict[str, Any]
Shown = dict[str, Any]


def _cases() -> Iterator[tuple[str, Case]]:
    for path in sorted(TEXTS.glob("*.json")):
        for case in json.loads(path.read_text("utf-8")):
            yield path.stem, case


CASES = list(_cases())
each_case = pytest.mark.parametrize(("code", "case"), CASES, ids=[f"{code}: {case['shows']}" for code, case in CASES])


def _core(text: str | None) -> str | None:
    """A stretch from its first letter or digit to its last."""
    kept = [index for index, character in enumerate(text or "") if character.isalnum()]
    return text[kept[0] : kept[-1] + 1] if text and kept else text


def _same_mention(got: str | None, wanted: str | None) -> bool:
    return got == wanted if got is None or wanted is None else wanted in got or got in wanted


def _wanted(statement: Shown) -> Shown:
    return statement | {
        "content": [_core(part) for part in statement["content"]],
        "speaker": _core(statement["speaker"]),
    }


def _got(statement: Statement) -> Shown:
    return {
        "content": [_core(span.text) for span in statement.content],
        "speaker": _core(statement.speaker.text),
        "name": statement.speaker.name,
        "kind": statement.kind,
        "act": statement.act,
        "negated": statement.negated,
    }


def _differences(wanted: list[Shown], got: list[Shown]) -> Iterator[str]:
    """What is missing, wrong or too much, one line each; statements are paired by their content."""
    left = list(got)
    for statement in wanted:
        match = next((one for one in left if one["content"] == statement["content"]), None)
        if match is None:
            yield f"missing: {statement['content']} by {statement['speaker']} ({statement['kind']})"
            continue
        left.remove(match)
        for key in sorted(KEYS):
            if not (_same_mention(match[key], statement[key]) if key == "speaker" else match[key] == statement[key]):
                yield f"{key} of {statement['content']}: expected {statement[key]!r}, got {match[key]!r}"
    for one in left:
        yield f"extra: {one['content']} by {one['speaker']} ({one['kind']}, {one['act']})"
    order, expected = ([one["content"] for one in row] for row in (got, wanted))
    if sorted(order) == sorted(expected) and order != expected:
        yield f"order: {order}"


@each_case
def test_case_is_well_formed(code: str, case: Case) -> None:
    """A case says what it shows, and what it expects stands in its text."""
    assert code
    assert set(case) == {"shows", "text", "statements"}
    for statement in case["statements"]:
        assert set(statement) == KEYS
        for words in (*statement["content"], statement["speaker"] or ""):
            assert words in case["text"]


def test_no_two_cases_of_a_language_show_the_same() -> None:
    """Each case of a language has a description of its own."""
    shown = [(code, case["shows"]) for code, case in CASES]
    assert len(set(shown)) == len(shown)


@pytest.mark.models
@each_case
def test_exactly_the_statements_of_the_text_come_out(code: str, case: Case) -> None:
    """The text gives the statements that a reader finds in it: words, speaker, kind, act; and no other."""
    article = Article(id="text", text=case["text"], language=code)
    differences = list(
        _differences([_wanted(one) for one in case["statements"]], list(map(_got, analyze(article).statements)))
    )
    if differences:
        pytest.fail("\n".join([case["text"], *differences]), pytrace=False)
