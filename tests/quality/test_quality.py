import json
from pathlib import Path
from typing import Any

import pytest

from tests.quality.__main__ import BEST, main
from tests.quality.measures import MEASURES
from tests.quality.misses import misses
from tests.quality.reference import Reference, _identities, _statements

TEXT = "The port is closed, Mara Lind said. It will open in May, she added. Ships wait outside."
FIRST, SECOND, THIRD = (0, 18), (36, 55), (68, 86)


def span(start: int, end: int) -> dict[str, Any]:
    return {"field": "text", "start": start, "end": end, "text": TEXT[start:end]}


def predicted(content: tuple[int, int], speaker: tuple[int, int]) -> dict[str, Any]:
    return {
        "kind": "indirect",
        "content": [span(*content)],
        "cue": {"lemma": "say"},
        "speaker": {**span(*speaker), "name": "Mara Lind", "type": "person", "resolved_by": "name"},
        "speakers": [],
        "medium": None,
    }


def files(folder: Path, gold: list[dict[str, Any]], got: list[dict[str, Any]]) -> tuple[Path, Path]:
    paths = folder / "gold.jsonl", folder / "got.jsonl"
    paths[0].write_text(json.dumps({"id": "a", "text": TEXT, "statements": gold}), "utf-8")
    paths[1].write_text(json.dumps({"article": {"id": "a"}, "statements": got}), "utf-8")
    return paths


class TestMisses:
    """The classes of misses."""

    def test_what_is_right_is_no_miss(self, tmp_path: Path) -> None:
        """A statement that shares most of its characters with a predicted one of the same speaker counts nowhere."""
        gold = [{"kind": "indirect", "content": [FIRST], "speaker": [[20, 29]]}]
        assert misses(*files(tmp_path, gold, [predicted(FIRST, (20, 29))])).counts == {}

    def test_each_miss_is_classed_by_what_it_is_made_of(self, tmp_path: Path) -> None:
        """Nothing found, too short a stretch, a wrong speaker and a find that is none are four classes."""
        gold = [
            {"kind": "indirect", "content": [(0, 34)], "speaker": [[20, 29]]},
            {"kind": "direct", "content": [SECOND], "speaker": [[57, 60]], "cue": [[61, 66]]},
        ]
        got = [predicted((0, 8), (20, 29)), predicted(THIRD, (20, 29))]
        assert set(misses(*files(tmp_path, gold, got)).counts) == {
            "boundaries too short: indirect, say",
            "not found: direct, cue added",
            "not a statement: indirect, say",
        }
        wrong = misses(*files(tmp_path, gold[1:], [predicted(SECOND, (20, 29))]))
        assert wrong.counts == {"speaker by name: person": 1}

    def test_optional_statements_may_be_missing(self, tmp_path: Path) -> None:
        """What the annotation calls optional is no miss."""
        gold = [{"kind": "indirect", "content": [FIRST], "speaker": [[20, 29]], "level": "optional"}]
        assert misses(*files(tmp_path, gold, [])).counts == {}


class TestReference:
    """The comparison with the article that the project started from."""

    gold: dict[str, Any] = {  # noqa: RUF012 -- read only
        "statements": [
            {
                "level": "required",
                "kind": "indirect",
                "content": [{"text": TEXT[:18], "span": FIRST}],
                "speaker": ["Mara Lind"],
                "speaker_type": "person",
                "medium": None,
            }
        ],
        "entities": [{"name": "Mara Lind", "type": "person", "wikidata": "Q1", "mentions": [[20, 29]]}],
    }

    def test_a_statement_must_have_its_boundaries_kind_and_speaker(self) -> None:
        """A found statement is named as missed where one of its fields is wrong, and what nobody annotated is extra."""
        good, bad = predicted(FIRST, (20, 29)), predicted((0, 40), (20, 29)) | {"kind": "direct"}
        result = Reference()
        _statements(self.gold, {"statements": [good, predicted(THIRD, (20, 29))]}, result)
        assert result.found["required"] == [TEXT[:18]]
        assert result.extra == [TEXT[slice(*THIRD)]]
        result = Reference()
        _statements(self.gold, {"statements": [bad]}, result)
        (missed,) = result.missed["required"]
        assert "boundaries" in missed
        assert "kind direct" in missed

    def test_an_entity_must_have_one_id(self) -> None:
        """An annotated person with another id, or split over two, is named."""
        entity = {"id": "Q2", "type": "person", "mentions": [span(20, 29)]}
        result = Reference()
        _identities(self.gold, {"entities": [entity]}, result)
        assert result.wrong_ids == ["Mara Lind: ['Q2'] ['person']"]


class TestCommand:
    """The command as a whole."""

    def test_without_texts_it_says_so(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """The texts are no part of the project: where they are missing, one line says where to name them."""
        assert main(["--data", str(tmp_path)]) == 2
        assert "COMMUNIQUE_EVAL_DATA" in capsys.readouterr().err

    def test_best_figures_are_of_known_measures(self) -> None:
        """The figures that are kept belong to measures that still exist."""
        known = {f"{measure.name} {figure.key}" for measure in MEASURES for figure in measure.figures}
        assert set(json.loads(BEST.read_text("utf-8"))) <= known
