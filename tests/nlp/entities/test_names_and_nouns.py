"""Names with what belongs to them: nouns, the rest of their words, and the countries that an article is about."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stream.nlp.countries import countries
from stream.nlp.document import Document, NamedSpan
from stream.nlp.entities import Candidate, find
from stream.nlp.entities.bounds import whole
from stream.nlp.entities.leading import teams, with_nouns
from stream.nlp.entities.words import words
from stream.nlp.linking import link


def plain(text: str, language: str) -> Document:
    """The text with no more read in it than its letters."""
    return Document(text, "text", language, tokens=[], sentences=[], names=[], parsed=False)


def named(text: str, name: str, type_: str = "place") -> Candidate:
    """The mention of an unknown thing by that name."""
    start = text.index(name)
    return Candidate(0, start, start + len(name), name, type_)  # type: ignore[arg-type] # from a test's table


def mentions(text: str, language: str) -> dict[str, str]:
    """What a text without a model's names mentions, with its type."""
    return {candidate.text: candidate.type for candidate in find([plain(text, language)]).candidates}


def ids(text: str, language: str) -> set[str]:
    """The ids of what a text mentions."""
    documents = [plain(text, language)]
    return {entity.id for entity in link(find(documents), documents, None)}


def codes(text: str, language: str) -> set[str]:
    """The countries of a text."""
    documents = [plain(text, language)]
    found = find(documents)
    return {country.code for country in countries(found.lands, link(found, documents, None))}


class TestWholeWords:
    """Names end where their words do."""

    @pytest.mark.parametrize(
        ("text", "name", "expected"),
        [
            ("Il arrive à Port-Selwyn demain.", "Port", "Port-Selwyn"),
            ("The Kor7 device works.", "Kor", "Kor7"),
            ("The U.S. capital is near.", "U.S", "U.S."),
            ("A U.S.S.R. stamp.", "U.S", "U.S"),
            ("An Oltra-backed group.", "Oltra", "Oltra"),
            ("A pro-Oltra group.", "Oltra", "Oltra"),
        ],
    )
    def test_the_rest_of_a_word_belongs_to_its_name(self, text: str, name: str, expected: str) -> None:
        """What a hyphen joins with a capital, digits and the last dot of initials are of the name; prefixes are not."""
        (found,) = whole(plain(text, "en"), [named(text, name)])
        assert found.text == expected == text[found.start : found.end]

    def test_two_names_beside_a_hyphen_stay_two(self) -> None:
        """A name does not swallow the next one."""
        text = "The Oltra-Veska line opened."
        found = list(whole(plain(text, "en"), [named(text, "Oltra"), named(text, "Veska")]))
        assert [each.text for each in found] == ["Oltra", "Veska"]

    @pytest.mark.parametrize(
        ("language", "text", "name"),
        [
            ("zh", "奥特拉总统昨天到达", "奥特拉"),
            ("ja", "Oltra大統領は述べた", "Oltra"),
            ("de", "die Oltra-Regierung", "Oltra"),
        ],
    )
    def test_a_word_that_only_follows_stays_out(self, language: str, text: str, name: str) -> None:
        """Scripts without spaces and capitals of any noun tell nothing of where a name ends."""
        (found,) = whole(plain(text, language), [named(text, name)])
        assert found.text == name


class TestNouns:
    """Nouns before a name."""

    @pytest.mark.parametrize(
        ("language", "text", "expected"),
        [
            ("ru", "Он играл за сборную Италии.", {"сборную Италии": "organization"}),
            ("fr", "Il joue en équipe de France.", {"équipe de France": "organization"}),
            ("fr", "Un navire du golfe de Guinée.", {"golfe de Guinée": "place"}),
            ("fr", "Il vient de la ville de Paris.", {"Paris": "place"}),
        ],
    )
    def test_a_noun_that_is_part_of_the_name_is_taken_in(
        self, language: str, text: str, expected: dict[str, str]
    ) -> None:
        """A country's team and a gulf named after it are no mentions of the country; a town's noun is not of its name."""
        assert mentions(text, language) == expected

    def test_a_place_noun_before_an_unknown_name_makes_it_a_place(self) -> None:
        """What the recogniser takes for a person is a place behind a lake or a river."""
        text = "Он жил у озера Белтар."
        document = plain(text, "ru")
        (found,) = with_nouns(document, words(text), [named(text, "Белтар", "person")])
        assert (found.type, found.text) == ("place", "Белтар")

    def test_a_team_is_one_name_with_its_town(self) -> None:
        """French names clubs by a noun and a town; games and treaties of a town are none."""
        text = "Il signe avec les Foxes de Selwyn après les Jeux de Veska."
        document = plain(text, "fr")
        found = list(teams(document, words(text), [named(text, "Selwyn"), named(text, "Veska")]))
        assert [(each.text, each.type) for each in found] == [("Foxes de Selwyn", "organization"), ("Veska", "place")]


class TestCountries:
    """Countries whose names mean other things as well."""

    @pytest.mark.parametrize(
        ("language", "text", "expected"),
        [
            ("fr", "Les ministres du Tchad, du Niger et de la Guinée se sont réunis.", {"TD", "NE", "GN"}),
            ("fr", "La Guinée équatoriale et la Guinée-Bissau ont signé.", {"GQ", "GW"}),
            ("fr", "La Corée du Nord menace la Corée du Sud.", {"KP", "KR"}),
            ("en", "The Democratic Republic of the Congo and Turkey signed.", {"CD", "TR"}),
            ("ru", "Грузия и Иордания подписали договор.", {"GE", "JO"}),
        ],
    )
    def test_each_country_is_counted_by_its_own_name(self, language: str, text: str, expected: set[str]) -> None:
        """A longer country name is not counted as the shorter one inside it."""
        assert codes(text, language) == expected

    def test_the_most_mentioned_country_comes_first(self) -> None:
        """Countries are ordered by mentions, those with as many by code."""
        documents = [plain("La France et l'Italie. La France reste. Le Mali attend.", "fr")]
        found = find(documents)
        counted = countries(found.lands, link(found, documents, None))
        assert [(each.code, each.mentions) for each in counted] == [("FR", 2), ("IT", 1), ("ML", 1)]


def test_one_meeting_gives_the_same_ids_in_four_languages() -> None:
    """People, countries and organisations have one id, whatever the script of the article."""
    french = ids("Emmanuel Macron a rencontré Vladimir Poutine à l'OTAN. La France et la Russie négocient.", "fr")
    russian = ids("Эммануэль Макрон встретился с Владимиром Путиным в НАТО. Франция и Россия ведут переговоры.", "ru")
    arabic = ids("التقى إيمانويل ماكرون فلاديمير بوتين في الناتو. فرنسا وروسيا تتفاوضان.", "ar")
    chinese = ids("埃马纽埃尔·马克龙在北约会见了弗拉基米尔·普京。法国和俄罗斯进行谈判。", "zh")
    assert {"Q3052772", "Q7747", "Q142", "Q159", "Q7184"} <= french
    assert french == russian == arabic == chinese


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80), st.integers(0, 60), st.integers(1, 20), st.sampled_from(["fr", "ru", "en", "zh"]))
def test_any_name_of_a_recogniser_gives_valid_mentions(text: str, start: int, length: int, language: str) -> None:
    """Mentions are in order, do not overlap, and are stretches of the text, wherever a name begins and ends."""
    source = f"Le lac Léman-{text}-Paris les Foxes de Selwyn"
    end = min(len(source), start + length)
    document = Document(source, "text", language, [], [], [NamedSpan(start, end, "person")], parsed=False)
    found = find([document]).candidates
    assert all(source[each.start : each.end] == each.text != "" for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    if start < end:
        cut = Candidate(0, start, end, source[start:end], "place")
        row = words(source)
        for each in with_nouns(document, row, list(teams(document, row, list(whole(document, [cut]))))):
            assert source[each.start : each.end] == each.text != ""
