import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas import UNDETERMINED, Article
from stream.nlp.language import detect


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "ms",
            "Beliau berkata bahawa syarikat itu akan membuka pejabat baharu pada bulan Ogos kerana permintaan tinggi.",
        ),
        (
            "id",
            "Ia mengatakan bahwa perusahaan itu akan membuka kantor baru pada bulan Agustus karena permintaan tinggi.",
        ),
        ("bs", "Saradnja sa Evropom počela je u januaru, a hiljade porodica čekale su sedmicu dana."),
        ("hr", "Suradnja s Europom počela je u siječnju, a tisuće obitelji čekale su tjedan dana."),
        ("nb", "Hun sa at de ikke vet hvor mye penger kommunen har brukt på skolen selv."),
        ("nn", "Ho sa at dei ikkje veit kor mykje pengar kommunen har brukt på skulen sjølv."),
        ("cs", "Ministr oznámil, že most bude otevřen příští týden a že oprava stála méně."),
        ("zh", "部长周二表示,新桥将于下周开放。"),
    ],
)
def test_near_relatives_are_told_apart_by_their_own_words(code: str, text: str) -> None:
    """Languages that share nearly all their letters are told by the words that only one of them has."""
    assert detect(Article(text=text)).code == code


@pytest.mark.parametrize("text", ["OK", "12 345 / 67", "🙂🙂🙂", "https://example.org/a/b/c/d"])
def test_too_little_is_undetermined(text: str) -> None:
    """A text that is too short, or in no language, gets no language rather than a guess."""
    found = detect(Article(text=text))
    assert (found.code, found.confidence, found.reliable) == (UNDETERMINED, 0.0, False)


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1).filter(str.strip))
def test_any_text_has_a_language_or_none(text: str) -> None:
    """Confidences are probabilities, best first, whatever the text is."""
    found = detect(Article(text=text))
    scores = [candidate.confidence for candidate in found.candidates]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert found.code == UNDETERMINED or found.code == found.candidates[0].code
