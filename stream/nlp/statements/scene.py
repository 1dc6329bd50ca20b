"""One field of an article with all that the constructions look up in it: words, quotations, mentions."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from schemas import Entity, MentionForm
from stream.nlp.document import Document, Sentence, Token
from stream.nlp.languages import Lexicon
from stream.nlp.statements.clauses import clause_edges
from stream.nlp.statements.model import Quotation, Range


@dataclass(frozen=True, slots=True)
class Named:
    """A mention and the entity behind it."""

    start: int
    end: int
    form: MentionForm
    entity: Entity


class Scene:
    """A document with its lexicon, quotations and mentions; every look-up takes logarithmic time."""

    def __init__(
        self, document: Document, lexicon: Lexicon, quotations: Sequence[Quotation], entities: Sequence[Entity]
    ) -> None:
        self.document = document
        self.text = document.text
        self.lexicon = lexicon
        self.quotations = quotations
        self.mentions = sorted(
            (
                Named(mention.start, mention.end, mention.form, entity)
                for entity in entities
                for mention in entity.mentions
                if mention.field == document.field
            ),
            key=lambda named: (named.start, -named.end, named.entity.id),
        )
        self.edges = clause_edges(document) if document.parsed else []
        """For each token the first and last token (inclusive) of its clause or phrase."""
        self._quotation_starts = [quotation.start for quotation in quotations]
        self._mention_starts = [named.start for named in self.mentions]
        self._token_starts = [token.start for token in document.tokens]
        self._sentence_starts = [sentence.start for sentence in document.sentences]
        self._sentence_of_token = [0] * len(document.tokens)
        for sentence in document.sentences:
            self._sentence_of_token[sentence.first : sentence.last] = [sentence.index] * (
                sentence.last - sentence.first
            )

    def token_at(self, place: int) -> int:
        """Index of the first token that ends after ``place``; the number of tokens where there is none."""
        index = bisect_right(self._token_starts, place) - 1
        if index >= 0 and self.document.tokens[index].end > place:
            return index
        return index + 1

    def sentence_of(self, token: int) -> Sentence:
        """The sentence of a token."""
        return self.document.sentences[self._sentence_of_token[token]]

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence that holds ``place``, else the last one that begins before it."""
        index = bisect_right(self._sentence_starts, place) - 1
        return self.document.sentences[index] if index >= 0 else None

    def quotation_at(self, place: int) -> Quotation | None:
        """The quotation that holds ``place``, its marks included."""
        index = bisect_right(self._quotation_starts, place) - 1
        if index >= 0 and place < self.quotations[index].end:
            return self.quotations[index]
        return None

    def quotations_within(self, start: int, end: int) -> Sequence[Quotation]:
        """The quotations that begin in a range."""
        low = bisect_left(self._quotation_starts, start)
        return self.quotations[low : bisect_left(self._quotation_starts, end)]

    def mentions_within(self, start: int, end: int) -> Iterator[Named]:
        """The mentions that lie in a range, in text order, longer ones first where they begin together."""
        for index in range(bisect_left(self._mention_starts, start), len(self.mentions)):
            named = self.mentions[index]
            if named.start >= end:
                return
            if named.end <= end:
                yield named

    def mentions_before(self, place: int) -> Iterator[Named]:
        """The mentions that begin before ``place``, nearest first."""
        for index in range(bisect_left(self._mention_starts, place) - 1, -1, -1):
            yield self.mentions[index]

    def tokens_within(self, start: int, end: int) -> Sequence[Token]:
        """The tokens that begin in a range."""
        return self.document.tokens[bisect_left(self._token_starts, start) : bisect_left(self._token_starts, end)]

    def trim(self, start: int, end: int, marks: str = "") -> Range:
        """The range without white space and ``marks`` at its edges."""
        while start < end and (self.text[start].isspace() or self.text[start] in marks):
            start += 1
        while end > start and (self.text[end - 1].isspace() or self.text[end - 1] in marks):
            end -= 1
        return start, end
