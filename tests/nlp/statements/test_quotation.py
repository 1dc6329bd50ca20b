"""Quotation marks: which pair, what is inside, and which are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stream.nlp.statements.quotation import quotations

MARKS = "«»“”„‘’‚‹›「」『』〝〞\"'＂` \n—abÀ,.:12"


def _quoted(text: str) -> list[list[str]]:
    """What stands inside each quotation, one string for each paragraph that it runs over."""
    return [[text[start:end] for start, end in quotation.parts] for quotation in quotations(text)]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Elle dit : « Il pleut. »", "Il pleut."),
        ("Elle dit : «\u00a0Il pleut.\u00a0»", "Il pleut."),
        ("«\u202fIl pleut\u202f», dit-elle.", "Il pleut"),
        ("“It rains,” she said.", "It rains,"),
        ('"It rains," she said.', "It rains,"),
        ("''It rains,'' she said.", "It rains,"),
        ("``It rains,'' she said.", "It rains,"),
        ("‘It rains,’ she said.", "It rains,"),
        ("'It rains,' she said.", "It rains,"),
        ("„Es regnet“, sagte sie.", "Es regnet"),
        ("„Es regnet”, sagte sie.", "Es regnet"),
        ("»Es regnet«, sagte sie.", "Es regnet"),
        ("‚Es regnet‘, sagte sie.", "Es regnet"),
        ("”Det regnar”, sade hon.", "Det regnar"),
        ("„Pada deszcz”, powiedziała.", "Pada deszcz"),
        ("«Идёт дождь», — сказала она.", "Идёт дождь"),
        ("她说：「下雨了。」", "下雨了。"),
        ("她说：“下雨了。”", "下雨了。"),
        ("彼女は『雨だ』と言った。", "雨だ"),
    ],
)
def test_each_languages_marks_enclose_what_is_said(text: str, inside: str) -> None:
    """The marks of each habit pair, and white space beside them belongs to nobody."""
    assert _quoted(text) == [[inside]]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("« Il a crié “feu” deux fois », dit-elle.", "Il a crié “feu” deux fois"),
        ("« Il a crié « feu » deux fois », dit-elle.", "Il a crié « feu » deux fois"),
        ("“He shouted ‘fire’ twice,” she said.", "He shouted ‘fire’ twice,"),
        ("\"He shouted 'fire' twice,\" she said.", "He shouted 'fire' twice,"),
        ("„Er rief ‚Feuer‘ und lief“, sagte sie.", "Er rief ‚Feuer‘ und lief"),
        ("「彼は『火事だ』と叫んだ」と言った。", "彼は『火事だ』と叫んだ"),
    ],
)
def test_a_nested_quotation_belongs_to_the_one_around_it(text: str, inside: str) -> None:
    """Only the outermost marks make a quotation."""
    assert _quoted(text) == [[inside]]


@pytest.mark.parametrize(
    "text",
    [
        "L'eau d'hier n'est pas l’eau d’aujourd’hui.",
        "The mayors' plans don't fit the '90s, it's said.",
        "Rock 'n' roll isn't dead.",
        "A 6' 2\" man left.",
        'Ein Rohr von 12" Dicke',
        "Es war '89, sagt er.",
        "",
        "“”",
        "« »",
        "'",
        '"',
    ],
)
def test_apostrophes_inch_signs_and_empty_marks_are_no_quotations(text: str) -> None:
    """A sign that only looks like a quotation mark, and marks around nothing, give nothing."""
    assert _quoted(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“One”, then “two”.", [["One"], ["two"]]),
        ('"One" and “two” and « three ».', [["One"], ["two"], ["three"]]),
        ("“It’s the mayor’s,” she said, “not ours.”", [["It’s the mayor’s,"], ["not ours."]]),
        ("« C'est l'heure », dit-il, « d'y aller. »", [["C'est l'heure"], ["d'y aller."]]),
        ("„Eins“ und »zwei« und „drei“.", [["Eins"], ["zwei"], ["drei"]]),
    ],
)
def test_several_quotations_stay_apart(text: str, found: list[list[str]]) -> None:
    """Each pair makes a quotation of its own, also where habits are mixed and apostrophes stand inside."""
    assert _quoted(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“One.\n“Two.\n“Three,” she said.", [["One.", "Two.", "Three,"]]),
        ('"One.\n\n"Two," she said.', [["One.", "Two,"]]),
        ("« Un.\n« Deux », dit-elle.", [["Un.", "Deux"]]),
        ("« Un.\n» Deux », dit-elle.", [["Un.", "Deux"]]),
        ("“One.”\n“Two,” she said.", [["One."], ["Two,"]]),
    ],
)
def test_a_quotation_runs_over_paragraphs_that_repeat_its_mark(text: str, found: list[list[str]]) -> None:
    """A paragraph that opens with the mark of the one before, which was not closed, goes on with it."""
    assert _quoted(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“The end is lost.\nAnother line.", [["The end is lost."]]),
        ("A stray “mark here.\nAnother “line”.", [["line"]]),
        ("A stray mark” here, “and a pair”.", [["and a pair"]]),
        ("“One “two” three.\nFour.", [["One “two” three."]]),
    ],
)
def test_an_unbalanced_mark_ends_with_its_paragraph(text: str, found: list[list[str]]) -> None:
    """A mark that is never closed quotes its paragraph where it leads it, and nothing elsewhere."""
    assert _quoted(text) == found


@given(st.text(alphabet=MARKS, max_size=120))
def test_any_marks_give_ordered_quotations_without_overlap(text: str) -> None:
    """Whatever the marks, quotations are in order and apart, and their parts lie inside them, trimmed and not empty."""
    place = 0
    for quotation in quotations(text):
        assert place <= quotation.start < quotation.end <= len(text)
        inner = quotation.start
        for start, end in quotation.parts:
            assert inner <= start < end <= quotation.end
            assert text[start:end] == text[start:end].strip()
            inner = end
        place = quotation.end
