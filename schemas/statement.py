"""Who said what: an attributed statement."""

from typing import Literal, Self

from pydantic import Field, model_validator

from schemas.base import ContractModel
from schemas.span import FieldName, Span

StatementKind = Literal["direct", "indirect", "mixed"]
"""``direct``: quoted whole; ``indirect``: reported; ``mixed``: reported, with a quoted part."""
Act = Literal[
    "state",
    "ask",
    "confirm",
    "deny",
    "accuse",
    "condemn",
    "threaten",
    "warn",
    "promise",
    "demand",
    "announce",
    "thank",
    "praise",
    "agree",
    "reject",
    "other",
]
"""What was done by saying it (Austin's illocutionary act, as the reporting verb names it)."""
SpeakerType = Literal["person", "organization", "group", "document", "anonymous", "unknown"]
Resolution = Literal["name", "title", "pronoun", "context"]
"""What led from the mention to the name."""


class Cue(Span):
    """The words that report: a verb (said) or a source phrase's head (according to)."""

    lemma: str
    """Dictionary form of the verb, or the source phrase's head."""


class Participant(ContractModel):
    """Who speaks, or to whom: a mention in the article and the identity behind it.

    ``text``, ``start`` and ``end`` are the span of the mention nearest to the cue; all three are null where the article
    leaves the participant unsaid.
    """

    text: str | None = None
    """The mention's characters."""
    start: int | None = Field(default=None, ge=0)
    """First code point."""
    end: int | None = Field(default=None, ge=0)
    """One past the last code point."""
    field: FieldName = "text"
    """The field of the article that the offsets count in."""
    entity_id: str | None = None
    """Id among the article's entities; null where it is unknown."""
    name: str | None = None
    """The resolved name: canonical or fullest, also behind a pronoun, a title or a first name."""
    type: SpeakerType = "unknown"
    """What kind of source it is."""
    role: str | None = None
    """The title that the text gives (président russe, foreign minister)."""
    resolved_by: Resolution | None = None
    """What led from the mention to the name."""

    @model_validator(mode="after")
    def _whole_span_or_none(self) -> Self:
        if self.text is None and self.start is None and self.end is None:
            return self
        if self.text is None or self.start is None or self.end is None or self.end - self.start != len(self.text):
            raise ValueError("text, start and end must be given together and agree")
        return self


class Statement(ContractModel):
    """One statement and who made it."""

    id: str
    """A function of the article and the statement's place alone."""
    kind: StatementKind
    """How it is reported."""
    content: tuple[Span, ...] = Field(min_length=1)
    """What was said: one span, or several where the cue interrupts it. Quotation marks are left out around direct
    content and kept inside mixed content."""
    quotes: tuple[Span, ...] = ()
    """The quoted spans inside the content, without their marks."""
    cue: Cue | None = None
    """What reports it; null if nothing does."""
    act: Act = "state"
    """What was done by saying it."""
    negated: bool = False
    """True where the article says that it was not said (did not confirm)."""
    speaker: Participant
    """Who said it; of several, the first."""
    speakers: tuple[Participant, ...] = ()
    """All sources, where there are several; else empty."""
    addressee: Participant | None = None
    """To whom it was said."""
    medium: str | None = None
    """Through what it was said (Truth Social, press conference, interview)."""
    entity_ids: tuple[str, ...] = ()
    """Entities named in the content."""
    confidence: float = Field(ge=0, le=1)
    """Estimated probability that content and speaker are right."""
