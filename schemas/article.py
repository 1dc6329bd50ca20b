"""The article as publishers send it."""

import re
from datetime import datetime
from typing import Annotated, Any

from pydantic import AfterValidator, AwareDatetime, BeforeValidator, Field

from schemas.base import ContractModel

_RFC_3339 = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def _rfc3339(value: object) -> object:
    if isinstance(value, datetime):
        return value
    if not isinstance(value, str) or not _RFC_3339.fullmatch(value):
        raise ValueError('not an RFC 3339 time with an offset, such as "2026-03-01T08:30:00Z"')
    return value


def _no_nul(value: str) -> str:
    if "\0" in value:
        raise ValueError(f"contains a NUL character (U+0000) at position {value.index(chr(0))}")
    return value


def _no_surrogate(value: str) -> str:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ValueError(f"contains a lone surrogate at position {error.start}") from None
    return value


def _not_blank(value: str) -> str:
    if not value.strip():
        raise ValueError("is blank")
    return value


def _printable_id(value: str) -> str:
    if _CONTROL.search(value):
        raise ValueError("contains a control character")
    return value


Timestamp = Annotated[AwareDatetime, BeforeValidator(_rfc3339)]
"""An RFC 3339 date-time; the offset is required."""
CleanText = Annotated[str, AfterValidator(_no_nul), AfterValidator(_no_surrogate)]
"""Unicode text without U+0000 and without lone surrogates, so that every store and every encoder can hold it."""
ArticleId = Annotated[
    CleanText, AfterValidator(_not_blank), AfterValidator(_printable_id), Field(min_length=1, max_length=512)
]


class ArticleSource(ContractModel):
    """Who published the article."""

    name: CleanText | None = None
    """Name of the medium."""
    domain: CleanText | None = None
    """Internet domain of the medium."""
    country: CleanText | None = None
    """Country of the medium, ISO 3166-1 alpha-2."""


class Article(ContractModel):
    """A news article, as publishers write it to the topic ``articles``.

    Only ``text`` is required. Unknown fields are ignored.
    """

    id: ArticleId | None = None
    """Identity of the article. Where it is missing: a stable hash of the url, else of title and text."""
    url: CleanText | None = None
    """Where the article was published."""
    title: CleanText | None = None
    """Headline; annotated like the text, with spans whose field is "title"."""
    text: Annotated[CleanText, AfterValidator(_not_blank)]
    """The body, plain text; paragraphs are separated by newlines."""
    language: CleanText | None = None
    """Language tag (BCP 47) given by the publisher: evidence for the detector, never trusted blindly."""
    published_at: Timestamp | None = None
    """When the article was published. Offices are resolved at this time."""
    source: ArticleSource | None = None
    """Who published it."""
    metadata: dict[str, Any] = Field(default_factory=dict)
    """Free fields, passed through untouched."""
