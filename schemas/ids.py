"""Identities: each is a function of its input alone, so that work done twice gives the same ids twice.

All are the first 128 bits of a SHA-256, as 32 hexadecimal digits. The parts are joined by NUL, which no part contains.
"""

import hashlib
from collections.abc import Iterable

from schemas.article import Article
from schemas.span import Span


def digest(*parts: str) -> str:
    """128-bit identity of some strings in their order, as 32 hexadecimal digits."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def identified(article: Article) -> Article:
    """The article with its id: the given one, else a hash of the url, else of title and text."""
    if article.id is not None:
        return article
    key = digest("url", article.url) if article.url else digest("text", article.title or "", article.text)
    return article.model_copy(update={"id": key})


def statement_id(article_id: str, content: Iterable[Span], speaker: str, cue: Span | None) -> str:
    """Identity of a statement: its article, the place of its content and cue, and who is said to have made it."""
    places = [f"{span.field}:{span.start}:{span.end}:{span.text}" for span in content]
    at = f"{cue.field}:{cue.start}:{cue.end}" if cue else ""
    return digest("statement", article_id, speaker, at, *places)


def event_id(event_type: str, article_id: str, body: str) -> str:
    """CloudEvents id of an event: its type, the article and what was read (a digest of the input, a statement's id)."""
    return digest("event", event_type, article_id, body)
