"""In which language an article is, and which passages of it are in another."""

from schemas import UNDETERMINED, Article, Language, LanguageCandidate
from stream.nlp.language.codes import canonical
from stream.nlp.language.detector import scores
from stream.nlp.language.segments import segments

__all__ = ["detect"]

_CANDIDATES = 3
_RELIABLE = 0.8
_FLOOR = 0.15
"""A best candidate less likely than this is no answer."""


def detect(article: Article) -> Language:
    """The language of an article's text, with the title and the publisher's hint as further evidence."""
    hint = canonical(article.language) if article.language else None
    text = article.text if article.title is None else f"{article.title}\n{article.text}"
    found, script = scores(text, hint)
    candidates = tuple(
        LanguageCandidate(code=code, confidence=round(score, 4)) for code, score in list(found.items())[:_CANDIDATES]
    )
    if not candidates or candidates[0].confidence < _FLOOR:
        return Language(
            code=UNDETERMINED, confidence=0.0, script=script, reliable=False, candidates=candidates, segments=()
        )
    best = candidates[0]
    return Language(
        code=best.code,
        confidence=best.confidence,
        script=script,
        reliable=best.confidence >= _RELIABLE,
        candidates=candidates,
        segments=segments(article.text, best.code, scores),
    )
