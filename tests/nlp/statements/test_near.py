"""Languages without words of their own: a quotation beside a known name is that name's, and little trust is put in it."""

import pytest

from schemas import Entity, Mention, Statement
from stream.nlp.parse import parse
from stream.nlp.statements import extract

SPOKEN = {
    "Greek: a comma, the verb, the name": (
        "el",
        "«Η γέφυρα θα ανοίξει τον Ιούνιο», δήλωσε η Μαρία Λάμπρου. Το φεστιβάλ έδειξε την ταινία «Γαλάζιο».",
        "Μαρία Λάμπρου",
        "Η γέφυρα θα ανοίξει τον Ιούνιο",
    ),
    "Hindi: the name, then a comma": (
        "hi",
        'सुनीता वर्मा ने कहा, "नया पुल जून में खुल जाएगा।" मेले में "नीला सागर" नाम की फिल्म दिखाई गई।',
        "सुनीता वर्मा",
        "नया पुल जून में खुल जाएगा।",
    ),
    "Hebrew: from right to left, behind the quotation": (
        "he",
        '"הגשר החדש ייפתח ביוני", אמרה דנה לביא. בפסטיבל הוקרן הסרט "כחול".',
        "דנה לביא",
        "הגשר החדש ייפתח ביוני",
    ),
    "Korean: the name in front, an ending written to the mark": (
        "ko",
        "한지수 시장은 “새 다리는 6월에 열립니다”라고 말했다. 축제에서 영화 “푸른 바다”가 상영되었다.",
        "한지수",
        "새 다리는 6월에 열립니다",
    ),
    "Swedish: the same mark on both sides": (
        "sv",
        "”Den nya bron öppnar i juni”, sade Karin Ekdal. På festivalen visades filmen ”Blå”.",
        "Karin Ekdal",
        "Den nya bron öppnar i juni",
    ),
    "Thai: no spaces between words": (
        "th",
        "มาลี วงศ์ทอง กล่าวว่า “สะพานใหม่จะเปิดในเดือนมิถุนายน”",
        "มาลี วงศ์ทอง",
        "สะพานใหม่จะเปิดในเดือนมิถุนายน",
    ),
    "Georgian: a colon": (
        "ka",
        "ნინო გელაშვილი ამბობს: „ახალი ხიდი ივნისში გაიხსნება“. ფესტივალი კვირას დასრულდა.",
        "ნინო გელაშვილი",
        "ახალი ხიდი ივნისში გაიხსნება",
    ),
}
MOST_TRUST = 0.5


def statements(code: str, text: str, name: str | None) -> tuple[Statement, ...]:
    documents = parse([("text", text)], code)
    entities = []
    if name is not None:
        start = text.index(name)
        mention = Mention(text=name, start=start, end=start + len(name), field="text", form="name")
        entities.append(Entity(id="x:speaker", name=name, type="person", mentions=(mention,)))
    return extract(documents, entities, "article", {})


@pytest.mark.parametrize(("code", "text", "name", "content"), SPOKEN.values(), ids=SPOKEN)
def test_the_name_beside_a_quotation_speaks(code: str, text: str, name: str, content: str) -> None:
    """A quoted sentence goes to the name beside it; a quoted title of two words is no statement."""
    (statement,) = statements(code, text, name)
    assert [span.text for span in statement.content] == [content]
    assert statement.speaker.name == name
    assert statement.kind == "direct"


@pytest.mark.parametrize(("code", "text", "name", "content"), SPOKEN.values(), ids=SPOKEN)
def test_a_guess_by_place_is_told_by_its_confidence(code: str, text: str, name: str, content: str) -> None:
    """Without words that report, a statement is held for less likely right than wrong."""
    (statement,) = statements(code, text, name)
    assert statement.content[0].text == content
    assert statement.confidence < MOST_TRUST


def test_a_name_in_the_next_sentence_does_not_speak() -> None:
    """A quotation and a name that stand in different sentences have nothing to do with each other."""
    text = "Στην πινακίδα γράφει «Καλώς ήρθατε στο νησί μας». Η Μαρία Λάμπρου έφτασε χθες."
    assert not any(one.speaker.name for one in statements("el", text, "Μαρία Λάμπρου"))
