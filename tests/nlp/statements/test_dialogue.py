"""Speech between dashes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stream.nlp.languages import lexicon
from stream.nlp.parse import parse
from stream.nlp.statements.dialogue import spoken
from stream.nlp.statements.quotation import quotations


def _speeches(text: str, language: str) -> list[list[str]]:
    (document,) = parse([("text", text)], language)
    found = spoken(document, lexicon(language), quotations(text))
    return [[text[start:end] for start, end in quotation.parts] for quotation in found]


@pytest.mark.parametrize(
    ("text", "language", "speeches"),
    [
        ("– Zimno tu – powiedziała Anna. – Zamknij okno.", "pl", [["Zimno tu"], ["Zamknij okno."]]),
        (
            "Rano padało. - Jutro będzie lepiej - zapewnił Jan. Dodał, że wie.",
            "pl",
            [["Jutro będzie lepiej"]],
        ),
        (
            "- Raz - mówił Jan. - Dwa. Dodał, że trzy. - Cztery - odpowiedział Piotr.",
            "pl",
            [["Raz"], ["Dwa."], ["Cztery"]],
        ),
        ("«Ми чекали, — сказав він, — і дочекалися»", "uk", [["Ми чекали"], ["і дочекалися"]]),
        ("«Ми чекали. — зазначила вона. — Досить»", "uk", [["Ми чекали."], ["Досить"]]),
        ("— сир\n— хліб\n— молоко", "uk", []),
        ("Київ — столиця. Львів — ні.", "uk", []),
    ],
)
def test_dashes_set_off_speech_where_a_cue_follows_one(text: str, language: str, speeches: list[list[str]]) -> None:
    """A dash opens speech, a dash with a reporting verb behind it closes it; lists and copulas are no speech."""
    assert _speeches(text, language) == speeches


@given(st.text(alphabet='аb — –-.,!\n«»"сказав', max_size=80))
def test_any_text_gives_ordered_speeches_without_overlap(text: str) -> None:
    """Whatever the marks and dashes, the stretches are in order, apart from each other and not empty."""
    (document,) = parse([("text", text)], "uk")
    place = 0
    for quotation in spoken(document, lexicon("uk"), quotations(text)):
        assert place <= quotation.start < quotation.end <= len(text)
        for start, end in quotation.parts:
            assert quotation.start <= start < end <= quotation.end
        place = quotation.end
