"""Tables of one's own over the built-in ones."""

from datetime import date
from pathlib import Path

import pytest

from stream.errors import ConfigurationError
from stream.nlp import knowledge
from stream.nlp.knowledge import KnowledgeBase, Office
from stream.nlp.knowledge.entries import PEOPLE, THINGS
from stream.nlp.knowledge.loading import read_knowledge


def write(file: Path, columns: tuple[str, ...], *lines: str) -> Path:
    file.write_text("\n".join(("\t".join(columns), *lines)) + "\n", "utf-8")
    return file


def people(folder: Path, *lines: str) -> KnowledgeBase:
    return read_knowledge(write(folder / "people.tsv", PEOPLE, *lines))


def test_a_person_of_ones_own_is_known_beside_the_others(tmp_path: Path) -> None:
    """In every script that the line has."""
    base = people(tmp_path, "Ida *Quellmann\t\tf\tDE\tDE:energy-minister 2024/\tIda *Kvelman\tИда *Квельман")
    [found] = base.find("Ида Квельман")
    assert (found.id, found.country, found.surnames) == ("x:ida-quellmann", "DE", ("Quellmann", "Kvelman", "Квельман"))
    holder = base.holder("DE", "energy-minister", date(2024, 6, 1))
    assert holder is found
    assert base.get("Q7747") is not None


def test_a_line_of_a_known_id_adds_to_what_is_known(tmp_path: Path) -> None:
    """Filled cells stand, empty ones leave what is known, names are added; the rank among namesakes is kept."""
    before = read_knowledge()
    known, base = before.get("Q7747"), people(tmp_path, "Wladimir *Putin\tQ7747\t\t\t\tVova Putin")
    record = base.get("Q7747")
    assert known is not None
    assert record is not None
    assert (record.name, record.gender, record.country) == ("Wladimir Putin", "m", "RU")
    assert record.offices == known.offices
    assert set(record.aliases) == {*known.aliases, "Vova Putin"}
    assert [each.id for each in base] == [each.id for each in before]


def test_an_office_of_the_same_first_day_is_replaced(tmp_path: Path) -> None:
    """So that its end can be told; another one is added."""
    base = people(
        tmp_path, "Emmanuel *Macron\tQ3052772\tm\tFR\tFR:head-of-state 2017-05-14/2027-05-13|FR:legislator 2027-06-20/"
    )
    record = base.get("Q3052772")
    assert record is not None
    assert Office("FR", "head-of-state", date(2017, 5, 14), date(2027, 5, 13)) in record.offices
    assert Office("FR", "head-of-state", date(2017, 5, 14), None) not in record.offices
    assert Office("FR", "legislator", date(2027, 6, 20), None) in record.offices
    assert base.holder("FR", "head-of-state", date(2027, 5, 14)) is None


def test_a_wikidata_id_is_given_to_who_has_none(tmp_path: Path) -> None:
    """Where name, type and country are those of a known record without one, it is that record."""
    base = people(tmp_path, "Kaja *Kallas\tQ1000000001\tf\tEE")
    [record] = base.find("Кая Каллас")
    assert (record.id, record.wikidata) == ("Q1000000001", "Q1000000001")
    assert base.get("x:kaja-kallas") is None
    assert base.holder("EU", "high-representative", date(2025, 1, 1)) is record


@pytest.mark.parametrize(
    "line",
    [
        "Kaja *Kallas\t\tf\tUS",
        "Kaja *Kallas\t\tm\tEE",
        "Donald *Trump\tQ1000000001\tm\tUS",
    ],
)
def test_a_namesake_is_somebody_else(tmp_path: Path, line: str) -> None:
    """Where the country, the gender or the Wikidata id is another."""
    number = len(read_knowledge())
    name = line.partition("\t")[0].replace("*", "")
    if "Q" not in line:
        line = line.replace("\t\t", "\tQ1000000001\t", 1)
    base = people(tmp_path, line)
    assert len(base) == number + 1
    assert len(base.find(name)) == 2


def test_organisations_of_ones_own_have_offices(tmp_path: Path) -> None:
    """A folder may hold several tables; people of one are in office at the organisations of another."""
    write(tmp_path / "a-people.tsv", PEOPLE, "Bo *Lind\t\tm\tSE\t@Polar Watch:secretary-general 2025/")
    write(tmp_path / "z-bodies.tsv", THINGS, "Polar Watch\t\torganization\tngo\tSE\tPolarwacht")
    base = read_knowledge(tmp_path)
    holder = base.holder("x:polar-watch", "secretary-general", date(2025, 5, 5))
    assert holder is not None
    assert holder.name == "Bo Lind"


def test_a_renamed_organisation_keeps_its_people(tmp_path: Path) -> None:
    """Built-in offices name it by the name that it had."""
    base = read_knowledge(write(tmp_path / "o.tsv", THINGS, "Atlantic Pact\tQ7184\torganization\talliance"))
    record = base.get("Q7184")
    assert record is not None
    assert record.name == "Atlantic Pact"
    assert base.holder("Q7184", "secretary-general", date(2020, 1, 1)) is not None


def test_an_institution_of_ones_own_takes_the_generated_names(tmp_path: Path) -> None:
    """By its kind and country, or by the name that it is generated with."""
    table = write(
        tmp_path / "o.tsv",
        THINGS,
        "Palacio Santos\t\torganization\tforeign-ministry\tUY",
        "Chilean Ministry of Foreign Affairs\tQ1000000002\torganization\t\tCL\tCancillería chilena",
    )
    base = read_knowledge(table)
    [ministry] = base.find("Chilean foreign ministry")
    assert ministry.id == "Q1000000002"
    assert base.find("Cancillería chilena") == (ministry,)
    [palace] = base.find("Palacio Santos")
    assert base.find("Uruguayan foreign ministry") == (palace,)
    assert base.get("x:uruguayan-ministry-of-foreign-affairs") is None


@pytest.mark.parametrize(
    ("columns", "line", "message"),
    [
        (PEOPLE, "A B\tQ142\tm\tFR", "t.tsv:2: France is a country"),
        (PEOPLE, "A B\t\tm\tFR\tFR:emperor", "t.tsv:2: unknown role 'emperor'"),
        (PEOPLE, "A B\t\tm\tFR\t@Nobody:leader", "t.tsv:2: unknown organisation 'Nobody'"),
        (THINGS, "A B\t\tcountry", "t.tsv:2: unknown type 'country'"),
        (THINGS, "A B\t\tperson", "t.tsv:2: unknown type 'person'"),
        (("who", "what"), "A\tB", "t.tsv: its columns are those of no table"),
    ],
)
def test_a_faulty_table_is_told_with_file_and_line(
    tmp_path: Path, columns: tuple[str, ...], line: str, message: str
) -> None:
    """As a fault of the configuration, before the first article."""
    table = write(tmp_path / "t.tsv", columns, line)
    with pytest.raises(ConfigurationError) as raised:
        read_knowledge(table)
    assert message in str(raised.value)
    assert str(table) in str(raised.value)


def test_a_table_in_another_encoding_is_told(tmp_path: Path) -> None:
    """With the line and the byte."""
    table = tmp_path / "t.tsv"
    table.write_bytes("\t".join(PEOPLE).encode() + b"\nJos\xe9 Quint\t\tm\tES\n")
    with pytest.raises(ConfigurationError, match=r"t\.tsv:2: not UTF-8: byte 0xe9"):
        read_knowledge(table)


def test_a_place_without_tables_is_told(tmp_path: Path) -> None:
    """A path that is not there, a folder that holds none."""
    with pytest.raises(ConfigurationError, match="no table"):
        read_knowledge(tmp_path)
    with pytest.raises(ConfigurationError, match=r"none\.tsv: No such file"):
        read_knowledge(tmp_path / "none.tsv")


def test_hidden_files_are_left_out(tmp_path: Path) -> None:
    """A folder that is mounted from a configuration has such."""
    write(tmp_path / "p.tsv", PEOPLE, "Bo *Lind\t\tm\tSE")
    (tmp_path / "..data.tsv").write_text("?", "utf-8")
    assert read_knowledge(tmp_path).find("Bo Lind")


def test_a_table_with_a_byte_order_mark_and_windows_line_ends_is_read(tmp_path: Path) -> None:
    """Spreadsheets write them."""
    table = tmp_path / "t.tsv"
    table.write_bytes(b"\xef\xbb\xbf" + "\r\n".join(("\t".join(PEOPLE), "Bo *Lind\t\tm\tSE", "")).encode())
    assert read_knowledge(table).find("Bo Lind")


def test_the_digest_tells_one_state_of_the_tables_from_another(tmp_path: Path) -> None:
    """The same content has the same digest, wherever it stands; without tables there is none."""
    one, same, other = (tmp_path / name for name in ("one.tsv", "same.tsv", "other.tsv"))
    write(one, PEOPLE, "Bo *Lind\t\tm\tSE")
    write(same, PEOPLE, "Bo *Lind\t\tm\tSE")
    write(other, PEOPLE, "Bo *Lindt\t\tm\tSE")
    digests = [read_knowledge(table).own for table in (one, same, other)]
    assert digests[0] == digests[1] != digests[2]
    assert None not in digests
    assert read_knowledge().own is None


def test_tables_cannot_be_named_once_the_knowledge_base_is_loaded(tmp_path: Path) -> None:
    """Half of the process would know of them."""
    knowledge.load()
    with pytest.raises(RuntimeError):
        knowledge.use(tmp_path)
