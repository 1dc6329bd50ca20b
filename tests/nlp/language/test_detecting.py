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


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("hi", "मंत्री ने कहा कि नया पुल अगले सप्ताह खुलेगा और मरम्मत का काम पूरा हो गया है।"),
        ("mr", "मंत्र्यांनी सांगितले की नवीन पूल पुढच्या आठवड्यात सुरू होणार आहे आणि दुरुस्तीचे काम पूर्ण झाले आहे."),
        ("mk", "Министерот рече дека новиот мост ќе биде отворен следната недела и дека поправката чинеше помалку."),
        ("sr", "Министар је рекао да ће нови мост бити отворен следеће недеље и да је поправка коштала мање."),
        (
            "bg",
            "Министърът каза, че новият мост ще бъде отворен през следващата седмица и че ремонтът е струвал по-малко.",
        ),
        (
            "af",
            "Die minister het gesê dat die nuwe brug volgende week sal oopmaak en dat die herstelwerk minder gekos het.",
        ),
        (
            "sw",
            "Waziri alisema kwamba daraja jipya litafunguliwa wiki ijayo na kwamba ukarabati uligharimu fedha kidogo.",
        ),
        ("el", "Ο υπουργός είπε ότι η νέα γέφυρα θα ανοίξει την επόμενη εβδομάδα."),
    ],
)
def test_languages_that_the_fast_detector_does_not_part(code: str, text: str) -> None:
    """Languages that the n-grams of 60 languages lack or hardly part are settled by letters, words and the slow detectors."""
    assert detect(Article(text=text)).code == code


def test_a_hint_is_evidence_only() -> None:
    """A publisher's hint does not outweigh a text that is plainly in another language."""
    text = "Le ministre a présenté mardi un plan pour les vergers touchés par le gel du printemps dernier."
    assert detect(Article(text=text, language="en")).code == "fr"
