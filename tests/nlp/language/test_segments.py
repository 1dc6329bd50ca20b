"""Passages in another language than the article's."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas import Article
from stream.nlp.language import detect

_FRENCH = (
    "Le ministre de l'Agriculture a présenté mardi un plan pour les vergers touchés par le gel du printemps dernier.",
    "Les producteurs attendent encore les aides promises en avril et demandent que les délais soient raccourcis.",
)
_ENGLISH = (
    "We have waited for this decision since the spring, and our members will read every line of it before they sign."
)
_RUSSIAN = (
    "Министр сельского хозяйства представил во вторник план помощи садам, которые пострадали от весенних заморозков.",
    "Производители всё ещё ждут обещанных в апреле выплат и просят, чтобы сроки были сокращены.",
)
_UKRAINIAN = "Ми чекали на це рішення від самої весни, і наші люди прочитають кожен рядок, перш ніж щось підписувати."


@pytest.mark.parametrize(
    ("paragraphs", "main", "other", "code"),
    [
        ((*_FRENCH, _ENGLISH), "fr", _ENGLISH, "en"),
        ((_FRENCH[0], f"« {_ENGLISH} », écrit le syndicat.", _FRENCH[1]), "fr", _ENGLISH, "en"),
        ((*_RUSSIAN, _UKRAINIAN), "ru", _UKRAINIAN, "uk"),
        ((*_RUSSIAN, _ENGLISH), "ru", _ENGLISH, "en"),
    ],
)
def test_a_passage_in_another_language_is_found(paragraphs: tuple[str, ...], main: str, other: str, code: str) -> None:
    """A paragraph or a long quotation in another language is a span of the text with its code."""
    text = "\n\n".join(paragraphs)
    found = detect(Article(text=text))
    assert found.code == main
    assert [(segment.text.strip(), segment.code) for segment in found.segments] == [(other, code)]
    assert all(text[segment.start : segment.end] == segment.text for segment in found.segments)


def test_paragraphs_of_one_other_language_are_one_passage() -> None:
    """In a bilingual article the second language's paragraphs, one after the other, are one passage."""
    second = (
        "The minister presented a plan on Tuesday for the orchards that were damaged by frost last spring.\n" + _ENGLISH
    )
    found = detect(Article(text="\n".join((*_FRENCH, *_FRENCH[::-1], second))))
    assert [(segment.text, segment.code) for segment in found.segments] == [(second, "en")]


@pytest.mark.parametrize(
    "paragraphs",
    [
        _FRENCH,
        _RUSSIAN,
        (
            *_FRENCH,
            "John Whitfield, Mary Ann Lockwood, Peter Hargreaves, Susan Bright et Thomas Oldfield siègent au conseil.",
        ),
        (*_FRENCH, "« The Long Road Home », son dernier film, sort mercredi dans les salles."),
        (*_FRENCH, "The Orchard Herald"),
    ],
)
def test_names_and_titles_are_no_passage(paragraphs: tuple[str, ...]) -> None:
    """An article in one language has no passages, whatever names and titles of works stand in it."""
    assert detect(Article(text="\n\n".join(paragraphs))).segments == ()


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.sampled_from([*_FRENCH, *_RUSSIAN, _ENGLISH, _UKRAINIAN, "", "«", "—", "千里之行始于足下"]), max_size=8)
)
def test_passages_are_spans_in_order(paragraphs: list[str]) -> None:
    """Passages are spans of the text, do not overlap, are in another language, and are the same at each run."""
    text = "\n".join((_FRENCH[0], *paragraphs))
    found = detect(Article(text=text))
    ends = [0]
    for segment in found.segments:
        assert text[segment.start : segment.end] == segment.text
        assert segment.start >= ends[-1]
        assert segment.code != found.code
        ends.append(segment.end)
    assert detect(Article(text=text)) == found
