"""The misses of the statements, classed by what they are made of, largest class first.

A gold statement is missed where no predicted one shares half of its characters (intersection over union, as the scorer
counts). Its class says what to mend: nothing was found there, another stretch was (boundaries), or its speaker is wrong.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_SAME = 0.5
_CONTEXT = 70
_MAX_SHOWN = 260

Row = dict[str, Any]
Characters = frozenset[int]


class Misses:
    """What one file of annotated statements and its enriched articles differ in."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.examples: defaultdict[str, list[str]] = defaultdict(list)

    def add(self, name: str, example: str) -> None:
        """Count one miss of a class and keep it as an example."""
        self.counts[name] += 1
        self.examples[name].append(example)


def misses(gold: Path, enriched: Path) -> Misses:
    """All misses, false finds and wrong speakers of a file."""
    found = {row["article"]["id"]: row["statements"] for row in _rows(enriched)}
    result = Misses()
    for number, row in enumerate(_rows(gold)):
        predicted = [each for each in found[str(row.get("id", number))] if _content(each)]
        _compare(row, predicted, result)
    return result


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _compare(row: Row, predicted: list[Row], result: Misses) -> None:
    wanted = [frozenset(i for start, end in each["content"] for i in range(start, end)) for each in row["statements"]]
    got = [_content(each) for each in predicted]
    pairs = _pairs(wanted, got)
    for index, statement in enumerate(row["statements"]):
        if index not in pairs:
            if statement.get("level") != "optional":
                result.add(*_missed(row["text"], statement, wanted[index], predicted, got))
        elif not _speaker_right(statement, predicted[pairs[index]]):
            result.add(*_misattributed(row["text"], statement, predicted[pairs[index]], wanted[index]))
    for index, statement in enumerate(predicted):
        if index not in pairs.values() and not any(got[index] & each for each in wanted):
            cue = (statement["cue"] or {}).get("lemma") or "no cue"
            result.add(f"not a statement: {statement['kind']}, {cue}", _shown(row["text"], got[index]))


def _content(statement: Row) -> Characters:
    spans = (span for span in statement["content"] if span["field"] == "text")
    return frozenset(i for span in spans for i in range(span["start"], span["end"]))


def _pairs(wanted: list[Characters], got: list[Characters]) -> dict[int, int]:
    """Index of a gold statement -> index of the predicted one, one to one, best first."""
    overlaps = sorted(
        ((len(x & y) / len(x | y), i, j) for i, x in enumerate(wanted) for j, y in enumerate(got) if x & y),
        key=lambda entry: (-entry[0], entry[1], entry[2]),
    )
    pairs: dict[int, int] = {}
    for overlap, i, j in overlaps:
        if overlap >= _SAME and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _missed(
    text: str, statement: Row, wanted: Characters, predicted: list[Row], got: list[Characters]
) -> tuple[str, str]:
    kind = statement.get("kind", "?")
    nearest = max(range(len(got)), key=lambda index: len(wanted & got[index]), default=None)
    if nearest is None or not wanted & got[nearest]:
        return f"not found: {kind}, cue {_cue(text, statement)}", _shown(text, wanted)
    side = "too long" if len(got[nearest]) > len(wanted) else "too short"
    lemma = (predicted[nearest]["cue"] or {}).get("lemma") or "no cue"
    return f"boundaries {side}: {kind}, {lemma}", f"{_shown(text, wanted)}\n    got {_shown(text, got[nearest])}"


def _misattributed(text: str, statement: Row, predicted: Row, wanted: Characters) -> tuple[str, str]:
    speaker = predicted["speaker"]
    right = statement.get("speaker_name") or [text[start:end] for start, end in statement["speaker"]]
    example = f"{_shown(text, wanted)}\n    is {right}, got {speaker['name'] or speaker['text']}"
    return f"speaker by {speaker['resolved_by']}: {speaker['type']}", example


def _speaker_right(statement: Row, predicted: Row) -> bool:
    """As the scorer sees it, by spans; names alone are left to it."""
    speaker = predicted["speaker"]
    if not statement.get("speaker") or speaker["start"] is None:
        return not statement.get("speaker")
    return any(speaker["start"] < end and start < speaker["end"] for start, end in statement["speaker"])


def _cue(text: str, statement: Row) -> str:
    spans = statement.get("cue") or ()
    return " ".join(text[start:end] for start, end in spans).lower() or "none"


def _shown(text: str, content: Characters) -> str:
    start, end = min(content), max(content) + 1
    shown = f"{text[max(0, start - _CONTEXT) : start]}[{text[start:end]}]{text[end : end + _CONTEXT]}"
    return " ".join(shown.split())[:_MAX_SHOWN]
