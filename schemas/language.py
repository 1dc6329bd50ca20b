"""In which language an article is."""

from pydantic import Field

from schemas.base import ContractModel
from schemas.span import Span

UNDETERMINED = "und"


class LanguageCandidate(ContractModel):
    """One language that the text may be in."""

    code: str
    """ISO 639-1 code, 639-3 where no two-letter code exists."""
    confidence: float = Field(ge=0, le=1)
    """Estimated probability."""


class LanguageSegment(Span):
    """A passage in another language than the article's."""

    code: str
    """ISO 639-1 code of the passage, 639-3 where no two-letter code exists."""
    confidence: float = Field(ge=0, le=1)
    """Estimated probability."""


class Language(ContractModel):
    """The language of an article."""

    code: str
    """ISO 639-1 code, 639-3 where no two-letter code exists, or "und" for undetermined."""
    confidence: float = Field(ge=0, le=1)
    """Estimated probability that the code is right."""
    script: str | None
    """ISO 15924 code of the prevailing script (Latn, Cyrl, Arab, Hans …); null where there is no letter."""
    reliable: bool
    """Whether the code is safe to route by."""
    candidates: tuple[LanguageCandidate, ...] = ()
    """The likeliest languages, best first."""
    segments: tuple[LanguageSegment, ...] = ()
    """Passages in another language, in their order."""
