"""Where an annotation stands in the article."""

from typing import Literal, Self

from pydantic import Field, model_validator

from schemas.base import ContractModel

FieldName = Literal["text", "title"]


class Span(ContractModel):
    """A stretch of one of the article's fields.

    ``article[field][start:end] == text`` always holds: offsets count Unicode code points from 0, end exclusive, and
    never refer to a normalised copy.
    """

    text: str
    """The characters themselves."""
    start: int = Field(ge=0)
    """First code point."""
    end: int = Field(ge=0)
    """One past the last code point."""
    field: FieldName = "text"
    """The field of the article that the offsets count in."""

    @model_validator(mode="after")
    def _length_matches(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}..{self.end} does not have the length of its text ({len(self.text)})")
        return self
