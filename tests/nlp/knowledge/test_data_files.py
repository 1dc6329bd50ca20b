"""The data files keep the format that their README describes."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

import pytest
from babel import Locale

from stream.nlp.knowledge import KnowledgeBase, load, name_key
from stream.nlp.knowledge.checking import BODIES, check
from stream.nlp.knowledge.entries import PEOPLE, THINGS, roles
from stream.nlp.knowledge.tables import DATA, Row, read, tables

TABLES = [(file, PEOPLE) for file in tables("people")] + [
    (file, THINGS) for folder in ("organizations", "places") for file in tables(folder)
]


def rows() -> Iterator[Row]:
    for file, columns in TABLES:
        yield from read(file, columns)


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return load()


def test_nothing_is_wrong_with_the_tables() -> None:
    """``communique kb check`` finds no fault: names in their script's column, known countries, names shared on purpose."""
    assert [str(fault) for fault in check().faults] == []


def test_every_record_has_an_identity_of_its_own() -> None:
    """No two lines have one canonical name or one Wikidata id."""
    names = Counter(name_key(row["name"].replace("*", "")) for row in rows())
    ids = Counter(row["wikidata"] for row in rows() if row["wikidata"])
    assert [name for name, count in names.items() if count > 1] == []
    assert [wikidata for wikidata, count in ids.items() if count > 1] == []


def test_wikidata_ids_are_well_formed(base: KnowledgeBase) -> None:
    """A Wikidata id is a Q and a number, and it is the record's id; any other id is x: and a slug."""
    for record in base:
        if record.wikidata:
            assert re.fullmatch(r"Q[1-9]\d*", record.wikidata), record
            assert record.id == record.wikidata
        else:
            assert re.fullmatch(r"x:[^\W_]+(-[^\W_]+)*", record.id), record


def test_country_codes_exist(base: KnowledgeBase) -> None:
    """Countries of records, offices and our own names are codes of countries.tsv, or EU or UN."""
    known = {country.code for country in base.countries()} | BODIES
    wrong = [record.name for record in base if record.country and record.country not in known]
    wrong += [record.name for record in base for office in record.offices if office.country not in known | {None}]
    assert wrong == []
    for table in ("country-names.tsv", "capital-names.tsv"):
        assert {row["code"] for row in read(DATA / table, ("code", "language", "names", "rank"))} <= known
    listed = {row["code"] for row in read(DATA / "institution-countries.tsv", ("code",))}
    assert listed <= {country.code for country in base.countries() if country.sovereign}


def test_most_people_are_named_in_every_script() -> None:
    """At least nine in ten people have names in Cyrillic, Arabic and Chinese or Japanese script."""
    people = [row for file in tables("people") for row in read(file, PEOPLE)]
    for script in ("cyrillic", "arabic", "han"):
        named = sum(bool(row[script]) for row in people)
        assert named >= 0.9 * len(people), script


def test_the_knowledge_base_is_large_enough(base: KnowledgeBase) -> None:
    """There are at least 700 people and 700 written organisations and groups."""
    types = Counter(record.type for record in base)
    written = sum(1 for file in tables("organizations") for _ in read(file, THINGS))
    assert types["person"] >= 700
    assert written >= 700


def test_an_office_has_one_holder_at_a_time(base: KnowledgeBase) -> None:
    """The terms of the first offices of a state overlap by no more than a handover's few days."""
    single = {"head-of-state", "head-of-government", "foreign-minister", "defence-minister", "secretary-general"}
    terms: dict[tuple[str | None, str], list[tuple[object, ...]]] = defaultdict(list)
    for record in base:
        for office in record.offices:
            if office.role in single and office.start:
                terms[office.organization or office.country, office.role].append(
                    (office.start, office.end, record.name)
                )
    overlapping = []
    for key, held in terms.items():
        ordered = sorted(held, key=lambda term: term[0])
        for (_, end, name), (start, _, following) in pairwise(ordered):
            if end is None or (end - start).days > 31:
                overlapping.append((key, name, following))
    assert overlapping == []


def test_every_role_is_described_once() -> None:
    """roles.tsv gives each role one line with its meaning, and each is used or is a title's role."""
    listed = list(read(DATA / "roles.tsv", ("role", "meaning")))
    assert len(listed) == len(roles())
    assert all(row["meaning"] for row in listed)


def test_country_names_are_those_of_cldr(base: KnowledgeBase) -> None:
    """Every country has its CLDR name in French and Russian among its names: the harvested table is complete."""
    for language in ("fr", "ru"):
        territories = Locale(language).territories
        missing = [
            country.code
            for country in base.countries()
            if territories[country.code].partition(" (")[0]
            not in {n.partition(" (")[0] for n in country.names[language]}
        ]
        assert missing == []


def test_every_state_has_a_capital_in_english_french_and_russian(base: KnowledgeBase) -> None:
    """Sovereign states have the name of their seat of government, but for those that are one city or have none."""
    exempt = {"NR", "VA"}
    missing = [
        country.code
        for country in base.countries()
        if country.sovereign
        and country.code not in exempt
        and not all(country.capitals.get(language) for language in ("en", "fr", "ru"))
    ]
    assert missing == []


def test_every_written_institution_is_its_countrys_only_one() -> None:
    """Two written records of one kind and country would leave open which one the generated names join."""
    kinds = {row["kind"] for row in read(DATA / "institutions.tsv", _institution_columns())}
    written = Counter(
        (row["kind"], row["country"])
        for file in tables("organizations")
        for row in read(file, THINGS)
        if row["kind"] in kinds and row["country"]
    )
    assert [key for key, count in written.items() if count > 1] == []


def _institution_columns() -> tuple[str, ...]:
    languages = ("en", "fr", "ru", "es", "de", "it", "pt", "uk", "pl", "ar", "fa", "tr", "zh", "ja")
    return ("kind", "name", "scope", "without", *languages)
