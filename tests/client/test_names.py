"""When a typed name is meant by a name in an article."""

import pytest

from stream.client.names import name_matches


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Orgud", "Maren Orgud"),
        ("maren orgud", "Maren Orgud"),
        ("Orgúd", "Maren ORGUD"),
        ("Jean Noel", "Jean-Noël Barrot"),
        ("Оргуд", "Марен Оргуд"),
        ("普京", "俄罗斯总统普京"),
        ("이재명", "이재명은"),
        ("Müller", "Mu\u0308ller"),
        ("Q7747", "q7747"),
    ],
)
def test_whole_words_match_in_any_writing(typed: str, name: str) -> None:
    """Case, accents, hyphens and composition do not count; in scripts without spaces a part is enough."""
    assert name_matches(typed, name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Org", "Maren Orgud"),
        ("Orgud Maren", "Maren Orgud"),
        ("", "Maren Orgud"),
        ("…", "Maren Orgud"),
        ("Q77", "Q7747"),
    ],
)
def test_parts_of_words_do_not_match(typed: str, name: str) -> None:
    """A part of a word, another order, and nothing at all match no name."""
    assert not name_matches(typed, name)
