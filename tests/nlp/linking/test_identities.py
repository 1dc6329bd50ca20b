from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas import Entity
from stream.nlp.countries import countries
from stream.nlp.document import Document
from stream.nlp.entities import find
from stream.nlp.linking import link
from stream.nlp.parse.assemble import assemble
from stream.nlp.parse.plain import PlainReader
from stream.nlp.parse.reading import chunks


def read(text: str, language: str) -> Document:
    """The text read without a model."""
    parts = list(chunks(text))
    reader = PlainReader(language)
    readings = reader.read([part.text for part in parts])
    return assemble(text, "text", language, zip(parts, readings, strict=True), parsed=False)


def entities(text: str, language: str, on: date | None = None) -> tuple[Entity, ...]:
    documents = [read(text, language)]
    return link(find(documents), documents, on)


def identity(text: str, language: str, mention: str) -> str:
    """Id of the entity that the text mentions by these words."""
    found = [entity for entity in entities(text, language) if mention in {each.text for each in entity.mentions}]
    assert len(found) == 1, found
    return found[0].id


def codes(text: str, language: str) -> set[str]:
    documents = [read(text, language)]
    found = find(documents)
    return {country.code for country in countries(found.lands, link(found, documents, None))}


def test_an_unknown_person_has_one_id_from_every_script_and_case() -> None:
    """A name that the knowledge base lacks gets the same x: id in each language, declined or not."""
    ids = {
        identity("Ayer llegó Robert Hammond a la ciudad.", "es", "Robert Hammond"),
        identity("Wczoraj przyjechał z Robertem Hammondem minister.", "pl", "Robertem Hammondem"),
        identity("Учора прибув Роберт Хаммонд до міста.", "uk", "Роберт Хаммонд"),
    }
    assert len(ids) == 1
    assert next(iter(ids)).startswith("x:")


def test_two_people_of_one_surname_stay_apart() -> None:
    """Each full name has its own id; the surname alone is the one mentioned last."""
    text = "En Madrid hablaron Robert Schwarzkopf y Laura Schwarzkopf. Salió primero Schwarzkopf."
    one, other = identity(text, "es", "Robert Schwarzkopf"), identity(text, "es", "Laura Schwarzkopf")
    assert one != other
    assert identity(text, "es", "Schwarzkopf") == other


@pytest.mark.parametrize(
    ("on", "name"), [(date(2015, 5, 1), "François Hollande"), (date(2019, 5, 1), "Emmanuel Macron")]
)
def test_an_office_means_its_holder_on_the_day(on: date, name: str) -> None:
    """A title with a country means who held the office when the article was published."""
    found = entities("El presidente francés llegó ayer a la cumbre.", "es", on)
    nominal = {entity.name for entity in found for mention in entity.mentions if mention.form == "nominal"}
    assert nominal == {name}


def test_a_place_and_the_person_behind_it_are_two() -> None:
    """Nothing parts a country in the genitive from its president's name."""
    found = {
        mention.text
        for entity in entities("Prezydent Litwy Robert Hammond mówił.", "pl")
        for mention in entity.mentions
    }
    assert {"Litwy", "Robert Hammond"} <= found


def test_a_known_person_is_linked_in_any_case_and_spelling() -> None:
    """Declined forms and spellings that the data lack find the record."""
    known = identity("Ayer habló Boris Johnson en Madrid.", "es", "Boris Johnson")
    assert identity("Вчера говори Борис Джонсън в града.", "bg", "Борис Джонсън") == known
    assert identity("Rozmawiał z Borisem Johnsonem długo.", "pl", "Borisem Johnsonem") == known


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "Paris Hilton viajó a Jordania.", {"JO"}),
        ("es", "El presidente del Chad y el de Níger hablaron de Guinea-Bisáu.", {"TD", "NE", "GW"}),
        ("de", "Vertreter Ruandas reisten nach Katar.", {"RW", "QA"}),
        ("cs", "Británie a Nizozemsko podpisaly smlouvu.", {"GB", "NL"}),
        ("pl", "Korea Północna grozi Korei Południowej.", {"KP", "KR"}),
        ("es", "La República Democrática del Congo limita con la República del Congo.", {"CD", "CG"}),
    ],
)
def test_countries_with_like_names_are_told_apart(language: str, text: str, expected: set[str]) -> None:
    """Countries that share a word of their name with others, or with people, are counted where they are meant."""
    assert codes(text, language) == expected


def test_an_unknown_title_in_quotation_marks_is_no_name() -> None:
    """Films and songs are set in quotation marks; newspapers that are known stay."""
    found = {entity.name for entity in entities('la mujer vio "Verano Azul Profundo" y leyó "Le Monde" en casa.', "es")}
    assert found == {"Le Monde"}


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=120), st.sampled_from(["es", "pl", "uk", "de", "ar", "zh", "cs", "und"]))
def test_any_text_gives_valid_spans(text: str, language: str) -> None:
    """Every mention is a stretch of the text as it stands, and ids are unique."""
    found = entities(f"Madrid {text} Trump", language)
    source = f"Madrid {text} Trump"
    assert all(source[m.start : m.end] == m.text != "" for entity in found for m in entity.mentions)
    assert len({entity.id for entity in found}) == len(found)
