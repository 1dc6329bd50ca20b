"""Keys of names, and the words of the languages' packages."""

from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stream.nlp.knowledge import is_acronym, load, name_key, slug
from stream.nlp.knowledge.adjectives import LANGUAGES
from stream.nlp.knowledge.entries import roles
from stream.nlp.knowledge.inflection import forms, parse
from stream.nlp.knowledge.names import split_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Erdoğan", "erdogan"),
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("Кишинёв", "КИШИНЕВ"),
        ("أردوغان", "اردوغان"),
        ("弗拉基米尔·普京", "弗拉基米尔・普京"),
        ("Jean-Noël", "Jean Noel"),
        ("U.S.", "us"),
        ("علی", "علي"),
        ("İstanbul", "istanbul"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    """What varies in writing is no part of the key."""
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Мин", "Мий"), ("Niger", "Nigeria"), ("习近平", "习仲勋"), ("Кирилл", "Кирил")]
)
def test_different_names_have_different_keys(one: str, other: str) -> None:
    """Letters that tell names apart stay."""
    assert name_key(one) != name_key(other)


@given(st.text(max_size=40))
def test_a_key_is_its_own_key(text: str) -> None:
    """Folding twice changes nothing, whatever the text is."""
    key = name_key(text)
    assert name_key(key) == key


@pytest.mark.parametrize(
    ("name", "expected"), [("US", True), ("ООН", True), ("Otan", False), ("UN General", False), ("北约", False)]
)
def test_acronyms_are_short_words_in_capitals(name: str, expected: bool) -> None:  # noqa: FBT001 (a case's expectation)
    """Scripts without capitals have no acronyms."""
    assert is_acronym(name) is expected


def test_a_slug_is_made_of_words_and_hyphens() -> None:
    """The id of a name without Wikidata id has neither accents nor marks."""
    assert slug("Nicușor Dan") == "nicusor-dan"
    assert slug("Ministry of Defence (United Kingdom)") == "ministry-of-defence-united-kingdom"


def test_the_star_marks_the_surname() -> None:
    """Before the star stand the first names; without it there is no surname."""
    assert split_name("Vladimir *Putin") == ("Vladimir Putin", "Putin")
    assert split_name("Li Qiang") == ("Li Qiang", None)
    assert split_name("弗拉基米尔·*普京") == ("弗拉基米尔·普京", "普京")


def test_a_country_listed_twice_is_an_error() -> None:
    """A second line for a country would hide the first."""
    with pytest.raises(ValueError, match="FR comes twice"):
        parse("FR one\nFR two")


def test_a_form_of_two_countries_is_the_first_ones() -> None:
    """Which one wins does not depend on the order of a dictionary."""
    assert forms({"CD": ("congolais",), "CG": ("congolais",)}, lambda word: (word,)) == {"congolais": "CD"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_have_known_roles(language: str) -> None:
    """Every title is lower case, without blanks around it, and names a role of roles.tsv."""
    titles: dict[str, str] = import_module(f"stream.nlp.languages.{language}.titles").TITLES
    assert set(titles.values()) <= roles()
    assert [title for title in titles if title != title.lower().strip()] == []
    assert {"head-of-state", "head-of-government", "foreign-minister", "spokesperson"} <= set(titles.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_sources_without_a_name_are_lower_case(language: str) -> None:
    """The nouns of unnamed sources are as a tokenised text has them."""
    nouns: frozenset[str] = import_module(f"stream.nlp.languages.{language}.titles").ANONYMOUS
    assert len(nouns) >= 20
    assert {noun for noun in nouns if noun != noun.lower()} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_demonyms_lead_to_countries(language: str) -> None:
    """Every demonym is lower case and its code is a country's; the great powers have some."""
    demonyms: dict[str, str] = import_module(f"stream.nlp.languages.{language}.demonyms").DEMONYMS
    codes = {country.code for country in load().countries()}
    assert set(demonyms.values()) <= codes
    assert {"RU", "US", "CN", "FR", "UA", "IR", "IL"} <= set(demonyms.values())
    assert [form for form in demonyms if form != form.lower()] == []


@pytest.mark.parametrize(
    ("language", "code", "expected"),
    [
        ("fr", "RU", {"russe", "russes"}),
        ("fr", "GR", {"grec", "grecs", "grecque", "grecques"}),
        ("fr", "KP", {"nord-coréen", "nord-coréenne", "nord-coréennes"}),
        ("en", "FR", {"french", "frenchman", "frenchmen"}),
        ("en", "GB", {"british", "briton", "britons"}),
        ("ru", "UA", {"украинский", "украинского", "украинец", "украинца", "украинцев", "украинка"}),
        ("ru", "CN", {"китайская", "китаец", "китайца", "китайцы"}),
        ("ru", "GR", {"грек", "греки", "греков"}),
        ("uk", "RU", {"російський", "російської", "росіяни", "росіян"}),
        ("pl", "DE", {"niemiecki", "niemieckiego", "niemieccy", "niemcy", "niemców"}),
        ("de", "RU", {"russische", "russischen", "russen", "russin"}),
        ("es", "FR", {"francés", "francesa", "franceses", "francesas"}),
        ("it", "DE", {"tedesco", "tedesca", "tedeschi", "tedesche"}),
        ("pt", "DE", {"alemão", "alemã", "alemães"}),
        ("ar", "RU", {"روسي", "روسية", "الروسية", "الروس"}),
        ("fa", "IR", {"ایرانی"}),
        ("tr", "US", {"amerikalı", "amerikalılar"}),
        ("zh", "RU", {"俄罗斯人", "俄方"}),
        ("ja", "RU", {"ロシア人"}),
    ],
)
def test_demonyms_are_known_in_their_forms(language: str, code: str, expected: set[str]) -> None:
    """Gender, number and case are no obstacle."""
    demonyms: dict[str, str] = import_module(f"stream.nlp.languages.{language}.demonyms").DEMONYMS
    assert {form for form in expected if demonyms.get(form) != code} == set()


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Франция", "Франции"), ("Турция", "Турции"), ("Польша", "Польши"), ("Ирак", "Ирака"), ("Перу", "Перу"),
     ("Израиль", "Израиля"), ("Алжир", "Алжира"), ("Китай", "Китая")],
)  # fmt: skip
def test_the_russian_genitive_of_a_country_is_made_by_rule(name: str, expected: str) -> None:
    """Names of one word follow the declensions."""
    module = import_module("stream.nlp.languages.ru.demonyms")
    assert module.genitive(name) == expected
