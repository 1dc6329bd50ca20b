"""The table of strings that takes little memory."""

from hypothesis import given
from hypothesis import strategies as st

from stream.nlp.knowledge.cities import city
from stream.nlp.knowledge.strings import StringTable

WRITABLE = st.text(st.characters(exclude_categories=["Cs"]))


class TestStringTable:
    """It answers as a dict of its strings would."""

    @given(st.lists(WRITABLE, unique=True), st.text())
    def test_each_string_has_its_place_and_no_other_has_one(self, strings: list[str], other: str) -> None:
        """Any strings, the empty one and lone surrogates asked for included."""
        table = StringTable(strings)
        assert list(table) == strings
        assert len(table) == len(strings)
        assert [table.find(string) for string in strings] == list(range(len(strings)))
        if other not in strings:
            assert table.find(other) is None


class TestCity:
    """Cities by their names in all languages."""

    def test_the_largest_of_several_is_meant_by_all_its_names(self) -> None:
        """Paris is the one in France, in Cyrillic too; a word that is no city's name is none."""
        paris, again = city("Paris"), city("Париж")
        assert paris is not None
        assert (paris.name, paris.country) == ("Paris", "FR")
        assert again == paris
        assert paris.population > 1_000_000
        assert city("Zzyzx Parva") is None
