"""The models as they are loaded here say what spaCy's own say; only time and memory differ."""

import warnings

import pytest

pytest.importorskip("spacy")

import spacy
from spacy.lang.en import English
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from stream.nlp.parse import parse, spacy_reader
from stream.nlp.parse.lean import load
from stream.nlp.parse.registry import pipeline
from stream.nlp.parse.rules import Rules, UnknownPatternError, quicken
from stream.nlp.parse.spacy_reader import SpacyReader

TEXTS = {
    "en": (
        "There's nothin' to hide, I ain't going, y'all said. The miners' union hadn't met her; it was them who'd met it.",
        "She does not think that the dams are safe, though they've been rebuilt.  “Do you?” she'll ask them (at 5 p.m.).",
        "Whoever would've thought so? Twenty-two engineers, best known for better bridges, were leaving Port Ellery.",
    ),
    "fr": (
        "L'entr'acte fini, les pêcheurs qu'on avait reçus s'en allèrent ; ceux-là n'ont rien dit, a-t-on appris.",
        "Aujourd'hui, la mairesse de Sorvane-les-Bains annonçait : «  Nous ne fermerons aucune des écoles. »",
        "Les grand-mères, mieux informées, auraient-elles dû se taire ? Peut-être, disent deux élues vertes.",
    ),
}


def told(doc: Doc) -> list[tuple[object, ...]]:
    """All that is read of a document."""
    names = {(name.start_char, name.end_char, name.label_) for name in doc.ents}
    words = [
        (word.text, word.idx, word.lemma_, word.pos_, word.tag_, word.dep_, word.head.i, str(word.morph))
        for word in doc
    ]
    return [*words, *sorted(names), *((sentence.start, sentence.end) for sentence in doc.sents)]


@pytest.fixture(scope="module", params=sorted(TEXTS))
def language(request: pytest.FixtureRequest) -> str:
    """A language whose pipeline is installed."""
    if pipeline(request.param) is None:
        pytest.skip(f"no pipeline for {request.param}")
    return str(request.param)


@pytest.fixture(scope="module")
def whole(language: str) -> Language:
    """The pipeline as spaCy loads it."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", r"\[W095\]", UserWarning)  # it was made for spaCy 3.7
        return spacy.load(pipeline(language) or "")


@pytest.mark.models
def test_a_pipeline_without_what_is_not_read_says_the_same(language: str, whole: Language) -> None:
    """Leaving out spellings, shrinking tables, looking rules up and another matrix product change no annotation."""
    lean = load(pipeline(language) or "")
    for text in TEXTS[language]:
        assert told(lean(text)) == told(whole(text))


@pytest.mark.models
def test_words_are_as_the_model_has_them(language: str, whole: Language) -> None:
    """Text, place, lemma and features of each word are those of the model's document; white space is no word."""
    for text in TEXTS[language]:
        (document,) = parse([("text", text)], language)
        expected = [word for word in whole(text) if not word.is_space]
        assert [(t.text, t.start, t.lemma, t.pos, t.morph) for t in document.tokens] == [
            (w.text, w.idx, w.lemma_.lower(), w.pos_, w.morph.to_dict()) for w in expected
        ]


@pytest.mark.models
def test_a_full_vocabulary_reads_on_and_grows_no_more(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once the vocabulary has enough words, an article's own go with it; what is read stays the same."""
    reader = SpacyReader(pipeline(language) or "")
    first = list(reader.read(TEXTS[language][:1]))
    monkeypatch.setattr(spacy_reader, "_KEPT", 0)
    size = len(list(reader._nlp.vocab))
    later = [list(reader.read(TEXTS[language])) for _ in range(2)]
    assert len(list(reader._nlp.vocab)) == size
    assert later[0] == later[1]
    assert later[0][:1] == first


def test_rules_are_looked_up_as_they_are_searched() -> None:
    """Rules by word, tag, list, exception, expression or over two words set what spaCy's own search sets."""
    rules = [
        ([[{"LOWER": {"IN": ["tea", "milk"]}}]], {"POS": "NOUN"}, 0),
        ([[{"LOWER": {"REGEX": "^c.+e$"}}], [{"ORTH": "Rye"}]], {"POS": "PROPN"}, 0),
        ([[{"LOWER": "hot"}, {"LOWER": {"NOT_IN": ["milk", "rye"]}}]], {"MORPH": "Degree=Pos"}, -1),
        ([[{"IS_SPACE": True}]], {"POS": "SPACE"}, 0),
        ([[{"LOWER": "tea"}]], {"POS": "X"}, 0),
    ]
    nlp = English()
    searching, looking = AttributeRuler(nlp.vocab), AttributeRuler(nlp.vocab)
    for patterns, attributes, index in rules:
        searching.add(patterns, attributes, index)
        looking.add(patterns, attributes, index)
    quicken(looking)
    text = "Hot coffee, hot milk  and tea or hot rye and Rye with hot"
    assert told_of(searching(nlp.make_doc(text))) == told_of(looking(nlp.make_doc(text)))
    assert {word.pos_ for word in looking(nlp.make_doc(text))} == {"", "PROPN", "NOUN", "SPACE", "X"}


def test_a_ruler_with_other_patterns_is_left_as_it_is() -> None:
    """What the look-up does not know is searched by spaCy."""
    nlp = English()
    ruler = AttributeRuler(nlp.vocab)
    ruler.add([[{"LOWER": "very", "OP": "+"}, {"LOWER": "hot"}]], {"POS": "ADJ"}, -1)
    with pytest.raises(UnknownPatternError, match="OP"):
        Rules(ruler)
    quicken(ruler)
    assert [word.pos_ for word in ruler(nlp.make_doc("very very hot"))] == ["", "", "ADJ"]


def told_of(doc: Doc) -> list[tuple[str, str, str]]:
    """What a ruler sets."""
    return [(word.text, word.pos_, str(word.morph)) for word in doc]
