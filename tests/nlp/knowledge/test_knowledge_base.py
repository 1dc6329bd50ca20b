"""Look-ups in the knowledge base."""

from datetime import date
from pathlib import Path

import pytest

from stream.errors import ConfigurationError
from stream.nlp.knowledge import KnowledgeBase, Office, Record, load
from stream.nlp.knowledge.entries import PEOPLE, people
from stream.nlp.knowledge.tables import parse_date, read


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return load()


def ids(base: KnowledgeBase, *names: str) -> set[str]:
    return {record.id for name in names for record in base.find(name)}


def test_one_person_is_found_in_every_script(base: KnowledgeBase) -> None:
    """Names as the press writes them in Latin, Cyrillic, Arabic, Chinese and Japanese lead to one identity."""
    assert ids(base, "Poutine", "Putin", "Путин", "Путін", "بوتين", "پوتین", "普京", "プーチン") == {"Q7747"}


def test_one_organisation_is_found_in_every_language(base: KnowledgeBase) -> None:
    """Full names and acronyms of all languages lead to one identity."""
    assert ids(base, "NATO", "OTAN", "НАТО", "الناتو", "北约", "北大西洋条約機構") == {"Q7184"}


def test_a_country_is_found_by_names_that_libraries_lack(base: KnowledgeBase) -> None:
    """КНР, ROK and RDC are countries."""
    assert ids(base, "КНР") == {"Q148"}
    assert ids(base, "ROK") == {"Q884"}
    assert ids(base, "RDC") == {"Q974"}


@pytest.mark.parametrize("name", ["emmanuel macron", "EMMANUEL MACRON", "Emmanuel  Macron", "Émmanuel Macron"])
def test_case_accents_and_spaces_do_not_matter(base: KnowledgeBase, name: str) -> None:
    """A name is found however it is spelt in its script."""
    assert ids(base, name) == {"Q3052772"}


def test_an_acronym_is_found_in_capitals_only(base: KnowledgeBase) -> None:
    """WHO and US are known; who and us are words."""
    assert ids(base, "WHO") == {"Q7817"}
    assert base.find("who") == ()
    assert ids(base, "US") == ids(base, "U.S.") == {"Q30"}
    assert base.find("us") == ()


def test_a_shared_surname_finds_all_who_have_it(base: KnowledgeBase) -> None:
    """Two presidents Aoun are both offered; the caller decides."""
    assert {record.name for record in base.find("Aoun")} == {"Joseph Aoun", "Michel Aoun"}


def test_an_unknown_name_finds_nothing(base: KnowledgeBase) -> None:
    """No record is made up."""
    assert base.find("Zyxwv Qponm") == ()
    assert base.find("") == ()
    assert base.get("Q0") is None


@pytest.mark.parametrize(
    ("of", "role", "on", "name"),
    [
        ("US", "head-of-state", date(2016, 5, 1), "Barack Obama"),
        ("US", "head-of-state", date(2018, 5, 1), "Donald Trump"),
        ("US", "head-of-state", date(2022, 5, 1), "Joe Biden"),
        ("US", "head-of-state", date(2025, 5, 1), "Donald Trump"),
        ("RU", "head-of-state", date(2010, 5, 1), "Dmitry Medvedev"),
        ("UA", "defence-minister", date(2024, 5, 1), "Rustem Umerov"),
        ("GB", "head-of-government", date(2022, 10, 1), "Liz Truss"),
        ("SY", "head-of-state", date(2024, 11, 1), "Bashar al-Assad"),
        ("IR", "leader", date(2025, 6, 1), "Ali Khamenei"),
        ("EU", "high-representative", date(2020, 6, 1), "Josep Borrell"),
    ],
)
def test_an_office_has_the_holder_of_its_day(base: KnowledgeBase, of: str, role: str, on: date, name: str) -> None:
    """What a title means depends on the article's date."""
    holder = base.holder(of, role, on)
    assert holder is not None
    assert holder.name == name


def test_on_the_day_of_a_handover_the_one_who_comes_holds_the_office(base: KnowledgeBase) -> None:
    """Two terms that share a day do not make the office ambiguous."""
    assert base.holder("US", "head-of-state", date(2021, 1, 20)) is base.get("Q6279")


def test_without_a_date_the_latest_holder_counts(base: KnowledgeBase) -> None:
    """An article without a date is read as of now."""
    holder = base.holder("FR", "head-of-state")
    assert holder is not None
    assert holder.name == "Emmanuel Macron"


def test_an_office_without_a_known_holder_on_the_day_has_none(base: KnowledgeBase) -> None:
    """Before the first known term nobody is named."""
    assert base.holder("FR", "head-of-state", date(1900, 1, 1)) is None
    assert base.holder("FR", "no-such-role") is None


def test_offices_of_organisations_are_found_by_record_id(base: KnowledgeBase) -> None:
    """NATO's secretary general is resolved like a country's minister."""
    holder = base.holder("Q7184", "secretary-general", date(2020, 1, 1))
    assert holder is not None
    assert holder.name == "Jens Stoltenberg"


def test_institutions_are_known_under_the_phrases_of_the_press(base: KnowledgeBase) -> None:
    """A ministry is one organisation, whether the country is named by adjective or by genitive, in every language."""
    found = ids(
        base,
        "Russian Foreign Ministry",
        "ministère russe des Affaires étrangères",
        "МИД России",
        "российский МИД",
        "МИД РФ",
        "وزارة الخارجية الروسية",
        "俄罗斯外交部",
        "ロシア外務省",
        "russische Außenministerium",
    )
    assert found == {"x:russian-ministry-of-foreign-affairs"}


def test_a_written_institution_takes_the_generated_names(base: KnowledgeBase) -> None:
    """The Knesset is the Israeli parliament, the Pentagon the American defence ministry."""
    assert ids(base, "Israeli parliament", "парламент Израиля", "Knesset") == {"Q133396"}
    assert ids(base, "Pentagone", "وزارة الدفاع الأمريكية") == {"Q11209"}


def test_a_territory_has_no_ministries(base: KnowledgeBase) -> None:
    """Institutions are made for states alone."""
    assert not [record for record in base if record.country == "GL" and record.kind == "foreign-ministry"]


def test_a_country_has_names_demonyms_and_capital_per_language(base: KnowledgeBase) -> None:
    """Everything that points to a country can be asked by language."""
    russia = base.country("RU")
    assert russia is not None
    assert russia.names["fr"][0] == "Russie"
    assert "russes" in russia.demonyms["fr"]
    assert "российского" in russia.demonyms["ru"]
    assert russia.capitals["de"][0] == "Moskau"
    assert base.country("XX") is None


def test_every_alias_leads_to_its_record(base: KnowledgeBase) -> None:
    """What a gazetteer is built from can be found by name."""
    assert all(record in base.find(alias) for alias, record in base.aliases())


def test_surnames_alone_are_marked(base: KnowledgeBase) -> None:
    """A matcher can tell a full name from a surname that others may have."""
    macron = base.get("Q3052772")
    assert macron is not None
    assert "Macron" in macron.surnames
    assert "Emmanuel Macron" not in macron.surnames


def test_the_base_is_loaded_once() -> None:
    """All callers of a process share one knowledge base."""
    assert load() is load()


def table(folder: Path, *lines: str) -> Path:
    file = folder / "some.tsv"
    file.write_text("\n".join(("\t".join(PEOPLE), *lines)), "utf-8")
    return file


def test_a_person_is_read_with_all_columns(tmp_path: Path) -> None:
    """A line gives names, surnames, offices with inclusive dates, and an id made from the name."""
    file = table(tmp_path, "Ann *Exämple\t\tf\tFR\tFR:minister 2020/2021-06|@Some Body:leader\tAnne *Exemple")
    [record] = people(file, {"some body": "Q1"})
    assert record == Record(
        "x:ann-example",
        "Ann Exämple",
        "person",
        None,
        "FR",
        "f",
        ("Ann Exämple", "Anne Exemple", "Exämple", "Exemple"),
        (
            Office("FR", "minister", date(2020, 1, 1), date(2021, 6, 30)),
            Office(None, "leader", None, None, "Q1"),
        ),
        ("Exämple", "Exemple"),
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("A B\tQ\tm\tFR", "no Wikidata id"),
        ("A B\t\tx\tFR", "unknown gender"),
        ("A B\t\tm\tFrance", "no country code"),
        ("A B\t\tm\tFR\tFR head-of-state", "is no office"),
        ("A B\t\tm\tFR\tFR:emperor 2000/", "unknown role"),
        ("A B\t\tm\tFR\tFR:minister 2000-13/", "month must be in"),
        ("A B\t\tm\tFR\tFR:minister 2001/2000", "ends before it starts"),
        ("A B\t\tm\tFR\t@Nobody:leader", "unknown organisation"),
        ("\t\tm\tFR", "no name"),
        ("A\t\tm\tFR\t\t\t\t\t\tmore", "10 cells"),
    ],
)
def test_a_wrong_line_is_named_with_its_file_and_number(tmp_path: Path, line: str, message: str) -> None:
    """Whoever edits a table learns which line is wrong, and why."""
    with pytest.raises(ConfigurationError, match=rf"^some\.tsv:2: .*{message}"):
        list(people(table(tmp_path, line), {}))


def test_a_table_with_other_columns_is_refused(tmp_path: Path) -> None:
    """A header that was changed does not shift the cells silently."""
    file = tmp_path / "some.tsv"
    file.write_text("name\tid\n", "utf-8")
    with pytest.raises(ConfigurationError, match=r"some\.tsv:1: the columns are"):
        list(read(file, PEOPLE))


def test_comments_and_short_lines_are_read(tmp_path: Path) -> None:
    """Comments and empty lines are no records; cells missing at the end are empty."""
    file = table(tmp_path, "# a comment", "", "A B\t\tm")
    [row] = read(file, PEOPLE)
    assert row["name"] == "A B"
    assert row["han"] == ""


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31)),
        ("2024-02-03", date(2024, 2, 3), date(2024, 2, 3)),
        ("", None, None),
    ],
)
def test_a_date_without_day_stands_for_its_first_or_last(text: str, first: date | None, last: date | None) -> None:
    """Years and months are read inclusively."""
    assert parse_date(text, last=False) == first
    assert parse_date(text, last=True) == last
