"""First names and their gender."""

from stream.nlp.knowledge.given_names import gender_of, is_given_name
from stream.nlp.knowledge.tables import DATA, read


def test_the_first_word_of_a_name_tells_its_gender() -> None:
    """Case and accents do not matter; a name of both genders and a word that is no name tell nothing."""
    assert gender_of("Raul Medina") == "m"
    assert gender_of("ENCARNACIÓN ROBLES") == "f"
    assert gender_of("Andrea Conti") is None
    assert gender_of("Ministerio de Salud") is None


def test_names_of_both_genders_are_first_names() -> None:
    """What has no gender of its own is a first name all the same; a common word is none."""
    assert is_given_name("Andrea")
    assert not is_given_name("Gobierno")


def test_no_name_stands_under_two_genders() -> None:
    """A name has one gender in the table, or stands among those of both."""
    seen: dict[str, str] = {}
    for row in read(DATA / "given-names.tsv", ("gender", "origin", "names")):
        assert row["gender"] in {"m", "f", ""}
        for name in row.several("names"):
            assert seen.setdefault(name, row["gender"]) == row["gender"], name
