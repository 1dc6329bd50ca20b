"""What a check of the tables finds."""

from pathlib import Path

import pytest

from stream.errors import ConfigurationError
from stream.nlp.knowledge.checking import check
from stream.nlp.knowledge.entries import PEOPLE, THINGS
from stream.nlp.knowledge.own import SHARED


def write(file: Path, columns: tuple[str, ...], *lines: str) -> Path:
    file.write_text("\n".join(("\t".join(columns), *lines)) + "\n", "utf-8")
    return file


FAULTY = (
    ("Ann B\tQ01\tf\tFR", "'Q01' is no Wikidata id"),
    ("Ann C\tQ142\tf\tFR", "Q142 is the id of a country, France"),
    ("Ann D\t\tf\tZZ", "'ZZ' is the code of no country"),
    ("Ann E\t\tf\tFR\tQQ:minister 2020/", "'QQ' is the code of no country"),
    ("Ann F\t\tf\tFR\tFR:minister 2021/2020", "'FR:minister 2021/2020' ends before it starts"),
    ("Ann G\t\tf\tFR\t\tАнн Г", "'Анн Г' is not in the script of its column, latin"),
    ("Ann H\t\tf\tFR\t\tAnn (H", "'Ann (H' has two blanks or stars, or a parenthesis alone"),
    ("Ann I\t\tf\tFR\t\t–", "'–' has no letter"),
    ("Ann J\t\tf\tFR\t\t\t\t\t\tmore", "10 cells, at most 9 expected"),
    ("Ann K\t\tx\tFR", "unknown gender 'x'"),
    ("Ann L\t\tf\tFR", ""),
    ("Ann L\t\tf\tUS", "x:ann-l stands in"),
)
"""Lines, and what is wrong with them."""


def test_all_faults_are_told_at_once_with_file_and_line(tmp_path: Path) -> None:
    """One that hides another would be mended only to meet the next; what can be read is counted."""
    table = write(tmp_path / "t.tsv", PEOPLE, *(line for line, _ in FAULTY))
    found = check(table)
    told = {str(fault).partition(": ")[0]: fault.message or str(fault) for fault in found.faults}
    faulty = {f"{table}:{number}": message for number, (_, message) in enumerate(FAULTY, start=2) if message}
    assert told.keys() == faulty.keys()
    for place, message in faulty.items():
        assert message in told[place]
    assert found.own == len(FAULTY) - 4
    assert found.lines > 1000


def test_a_name_of_somebody_else_is_told(tmp_path: Path) -> None:
    """Unless it is listed, it may be a slip."""
    table = write(tmp_path / "t.tsv", PEOPLE, "Ann *Macron\t\tf\tFR")
    [fault] = check(table).faults
    assert str(fault).startswith(f"{table}:2: 'macron' is a name of Emmanuel Macron too")


def test_a_name_that_is_shared_on_purpose_is_listed(tmp_path: Path) -> None:
    """In a table of one's own; what it lists must be so."""
    write(tmp_path / "people.tsv", PEOPLE, "Ann *Macron\t\tf\tFR")
    write(tmp_path / "shared.tsv", SHARED, "macron\tAnn Macron|Emmanuel Macron")
    assert check(tmp_path).faults == ()
    write(tmp_path / "shared.tsv", SHARED, "macron\tAnn Macron|Emmanuel Macron", "zork\tAnn Macron")
    [fault] = check(tmp_path).faults
    assert str(fault) == f"{tmp_path / 'shared.tsv'}:3: 'zork' is no name of Ann Macron"


def test_two_of_one_name_share_it(tmp_path: Path) -> None:
    """Two ids under one canonical name are as ambiguous as any."""
    table = write(tmp_path / "t.tsv", PEOPLE, "Bo Lind\tQ1000000001\tm\tSE", "Bo Lind\tQ1000000002\tm\tSE")
    [fault] = check(table).faults
    assert "'bo lind' is a name of" in str(fault)


def test_a_line_over_a_built_in_one_is_no_duplicate(tmp_path: Path) -> None:
    """It adds to what is known."""
    assert check(write(tmp_path / "t.tsv", THINGS, "NATO\tQ7184\torganization\talliance\t\tNATO-Rat")).faults == ()


def test_what_is_no_table_is_refused(tmp_path: Path) -> None:
    """It has no lines to look at."""
    with pytest.raises(ConfigurationError):
        check(write(tmp_path / "t.tsv", ("a", "b")))
