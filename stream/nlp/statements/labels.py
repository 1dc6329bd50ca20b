"""A name and a colon at the head of a paragraph: headlines (Trump: …) and transcripts (WALLACE: …)."""

import re
from collections.abc import Iterator

from stream.nlp.statements.model import Cue, Report, Source
from stream.nlp.statements.noun_phrases import NounPhrases
from stream.nlp.statements.scene import Scene

_LABEL = re.compile(
    r"^[ \t]*[\"“«]?(?P<name>[^\W\d_][^\n:：;!?«»“”\"]{1,60}?)[ \xa0]?(?P<colon>[:：])[ \t\xa0]*(?=\S)", re.MULTILINE
)
_SPEAKS = frozenset({"person", "organization", "group"})
_MAX_WORDS = 8
_MIN_ANONYMOUS = 5


def labels(scene: Scene) -> Iterator[Report]:
    """The paragraphs that a name before a colon gives to somebody, in text order."""
    for match in _LABEL.finditer(scene.text):
        source = _source(scene, *match.span("name")) or _quoted_source(scene, *match.span("name"), match.end())
        if source is None:
            continue
        stop = scene.text.find("\n", match.end())
        start, end = scene.trim(match.end(), len(scene.text) if stop < 0 else stop, '"“”«» ')
        colon = match.start("colon")
        cue = Cue(colon, colon + 1, ":", "state", "label", token=scene.token_at(colon), source=source)
        anonymous = match["name"].lower() in scene.lexicon.anonymous
        if anonymous and len(scene.text[start:end].split()) < _MIN_ANONYMOUS:
            continue  # a credit (Source: Reuters)
        if end > start:
            quotation = scene.quotation_at(start)
            quoted = quotation is not None and quotation.inner == (start, end)
            yield Report([(start, end)], cue, "label", source, quotations=[quotation] if quotation and quoted else [])


def _reports(scene: Scene, start: int, end: int) -> bool:
    """Whether a reporting verb stands in a stretch, which then introduces speech as a clause."""
    words = scene.lexicon
    texts = [token.text.lower() for token in scene.tokens_within(start, end)]
    bare = [text[len(prefix) :] for text in texts for prefix in words.proclitics if text.startswith(prefix)]
    if scene.document.parsed:
        tokens = scene.tokens_within(start, end)
        return any(token.pos == "VERB" and token.lemma in words.cues for token in tokens)
    return any(text in words.forms or text in words.cues for text in (*texts, *bare))


def _is_office(scene: Scene, start: int, end: int) -> bool:
    """Whether what stands in front of a name is nothing, names too, or an office (not: the impeachment of X)."""
    words, names = scene.lexicon, list(scene.mentions_within(start, end))
    rest = [
        token
        for token in scene.tokens_within(start, end)
        if token.text[0].isalnum() and not any(named.start <= token.start < named.end for named in names)
    ]
    known = (words.titles, words.referents, words.bodies, words.groups, words.anonymous, words.documents)
    return not rest or any(
        word in table for token in rest for word in (token.lemma, token.text.lower()) for table in known
    )


def _quoted_source(scene: Scene, start: int, end: int, place: int) -> Source | None:
    """A name of any kind or an office in front of a colon that a quotation follows at once (Nortex: “…”)."""
    quotation = scene.quotation_at(place)
    if quotation is None or quotation.start != place or len(scene.text[start:end].split()) > _MAX_WORDS:
        return None
    if not scene.lexicon.articled or scene.document.parsed or _reports(scene, start, end):
        return None
    phrase = NounPhrases(scene).at(scene.token_at(start), scene.token_at(end))
    if phrase is None or phrase.named is None or phrase.high != scene.token_at(end):
        named = next(scene.mentions_within(start, end), None)
        whole = named is not None and (named.start, named.end) == (start, end)
        return Source(start, end, scene.token_at(start)) if whole else None
    return phrase.source(scene)


def _source(scene: Scene, start: int, end: int) -> Source | None:
    name = scene.text[start:end]
    words = name.split()
    if len(words) > _MAX_WORDS:
        return None
    if _reports(scene, start, end):
        return None
    named = [named for named in scene.mentions_within(start, end) if named.form != "demonym"]
    reports = any(word.lower() in scene.lexicon.forms or word.lower() in scene.lexicon.cues for word in words)
    titled = not scene.lexicon.agreements or _is_office(scene, start, named[-1].start if named else start)
    if named and named[-1].end == end and named[-1].entity.type in _SPEAKS and titled and not reports:
        return Source(start, end, scene.token_at(named[-1].start))
    if name.isupper() and len(words) <= 3 and name.replace(" ", "").replace(".", "").isalpha() and len(name) > 2:  # noqa: PLR2004
        return Source(start, end, scene.token_at(start))
    if name.lower() in scene.lexicon.documents or name.lower() in scene.lexicon.anonymous:
        return Source(start, end, scene.token_at(start))
    return None
