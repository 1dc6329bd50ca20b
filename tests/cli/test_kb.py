"""``communique kb``: what is known, whether the tables are right."""

import json
from pathlib import Path

import pytest

from stream.nlp.knowledge.entries import PEOPLE
from tests.cli.conftest import Command


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table of one's own with one person."""
    file = tmp_path / "own.tsv"
    line = "Ida *Quellmann\t\tf\tDE\tDE:energy-minister 2024-03-01/\t\tИда *Квельман"
    file.write_text("\t".join(PEOPLE) + f"\n{line}\n", "utf-8")
    return file


@pytest.mark.parametrize("name", ["Q7747", "بوتين", "vladimir putin", "Vladimir Poutin"])
def test_an_identity_is_shown_by_id_and_by_name(communique: Command, name: str) -> None:
    """In any script, and as it sounds where it is written as nobody has written it yet."""
    done = communique("kb", "show", name)
    assert (done.code, done.err) == (0, "")
    assert "Vladimir Putin" in done.out
    assert "head-of-state, Russia (RU), 2012-05-07 –" in done.out
    assert "Владимир Путин" in done.out


def test_a_country_is_shown_by_its_code(communique: Command) -> None:
    """With its capital and its people."""
    done = communique("kb", "show", "FR")
    assert "Q142" in done.out
    assert "Paris" in done.out
    assert "français" in done.out


def test_all_who_share_a_name_are_shown(communique: Command) -> None:
    """One after the other."""
    done = communique("kb", "show", "Aoun")
    assert "Joseph Aoun" in done.out
    assert "Michel Aoun" in done.out


def test_json_has_everything(communique: Command) -> None:
    """One object a line, for each that has the name."""
    done = communique("kb", "show", "Aoun", "--json")
    found = [json.loads(line) for line in done.out.splitlines()]
    assert [each["name"] for each in found] == ["Joseph Aoun", "Michel Aoun"]
    assert found[0]["offices"][0] == {
        "country": "LB",
        "organization": None,
        "role": "head-of-state",
        "start": "2025-01-09",
        "end": None,
    }
    assert "ميشال عون" in found[1]["aliases"]["arabic"]
    assert found[0]["surnames"] == ["Aoun"]


def test_what_is_not_known_is_told_in_one_line(communique: Command) -> None:
    """With what to do about it; the exit code is 1."""
    done = communique("kb", "show", "Zyxwv Qponm")
    assert done.code == 1
    assert "nothing is known by 'Zyxwv Qponm'" in done.complaint
    assert "COMMUNIQUE_KNOWLEDGE" in done.complaint


def test_ones_own_tables_are_shown_too(communique: Command, table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that the setting names."""
    assert communique("kb", "show", "Квельман").code == 1
    monkeypatch.setenv("COMMUNIQUE_KNOWLEDGE", str(table))
    assert "energy-minister, Germany (DE), 2024-03-01 –" in communique("kb", "show", "Квельман").out


def test_a_table_without_fault_is_said_to_be_so(communique: Command, table: Path) -> None:
    """With the number of its lines."""
    done = communique("kb", "check", str(table))
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("no fault in ")
    assert done.out.endswith(" built-in lines and 1 of your own\n")


def test_faults_are_told_line_by_line(communique: Command, table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each with file and line, then their number; the exit code is 1. The table may be that of the setting."""
    table.write_text(table.read_text("utf-8") + "A B\tQ\tm\tFR\nC D\t\tm\tZZ\n", "utf-8")
    monkeypatch.setenv("COMMUNIQUE_KNOWLEDGE", str(table))
    done = communique("kb", "check")
    assert done.code == 1
    assert done.out.splitlines() == [
        f"{table}:3: 'Q' is no Wikidata id",
        f"{table}:4: 'ZZ' is the code of no country",
    ]
    assert done.err.startswith("communique: 2 faults in ")


def test_a_table_that_is_not_there_is_told_in_one_line(communique: Command, tmp_path: Path) -> None:
    """The exit code is 1."""
    done = communique("kb", "check", str(tmp_path / "none.tsv"))
    assert done.code == 1
    assert "none.tsv: No such file or directory" in done.complaint
