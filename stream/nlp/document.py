"""A parsed text: what the models say of it, in one form for every model and language.

An article is parsed once; the document serves entities and statements alike. Labels are those of Universal Dependencies
(Nivre et al. 2020, https://universaldependencies.org) whatever the model's own scheme is.
"""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from schemas import EntityType, FieldName, Span

Form = Literal["parsed", "tokens"]


@dataclass(slots=True)
class Token:
    """One word or mark."""

    index: int
    """Position in the document's tokens."""
    text: str
    start: int
    """First code point in the article's field."""
    end: int
    """One past the last code point."""
    lemma: str = ""
    """Dictionary form, lower case; the lowered text where there is no model."""
    pos: str = "X"
    """Universal part of speech (VERB, NOUN, PROPN, PRON, PUNCT …)."""
    dep: str = ""
    """Universal dependency relation to the head; "" without a parse, "root" for a sentence's root."""
    head: int = -1
    """Index of the head token; its own index for a root; -1 without a parse."""
    morph: dict[str, str] = dataclasses.field(default_factory=dict)
    """Universal features (Gender, Number, Person, Case, VerbForm, Voice, Mood, Polarity …)."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: a range of tokens that never crosses a newline of the text."""

    index: int
    first: int
    """Index of the first token."""
    last: int
    """One past the index of the last token."""
    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    paragraph: int
    """Index of the paragraph (line) it stands in."""


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A name that the model's entity recogniser marked."""

    start: int
    end: int
    type: EntityType


@dataclass(slots=True)
class Document:
    """One field of an article, tokenised and, where the language has a model, parsed."""

    text: str
    """The field as it stands in the article."""
    field: FieldName
    language: str
    """Language code that the text was read in."""
    tokens: list[Token]
    sentences: list[Sentence]
    names: list[NamedSpan]
    """The recogniser's names, not overlapping; empty without a model."""
    parsed: bool
    """Whether tokens have lemma, part of speech and dependencies of a model."""
    children: list[list[int]] = dataclasses.field(default_factory=list)
    """For each token the indexes of its dependents, in text order; empty without a parse."""

    def span(self, start: int, end: int) -> Span:
        """The stretch from ``start`` to ``end`` as a span of the contract."""
        return Span(text=self.text[start:end], start=start, end=end, field=self.field)

    def subtree(self, index: int) -> Iterator[Token]:
        """The token and all that depends on it, directly or not, in no particular order."""
        stack = [index]
        while stack:
            current = stack.pop()
            yield self.tokens[current]
            stack.extend(self.children[current])
