"""The straight line from an article to its annotations."""

from collections.abc import Sequence

from schemas import UNDETERMINED, Article, Entity, EntityType, FieldName, Mention, Statement
from stream.nlp import language as languages
from stream.nlp.analysis import Analysis
from stream.nlp.parse import parse, reader


def analyze(article: Article) -> Analysis:
    """Everything that can be read in an article: its language, entities, statements and countries.

    A pure function of the article: the same one gives the same annotations. Models load on first use.
    """
    language = languages.detect(article)
    fields: list[tuple[FieldName, str]] = [("text", article.text)]
    if article.title:
        fields.insert(0, ("title", article.title))
    documents = parse(fields, language.code)
    mentions: dict[tuple[str, EntityType], list[Mention]] = {}
    for document in documents:
        for name in document.names:
            span = document.span(name.start, name.end)
            key = (" ".join(span.text.split()).casefold(), name.type)
            mentions.setdefault(key, []).append(Mention(**span.model_dump()))
    entities = tuple(
        Entity(id=f"x:{key[0].replace(' ', '-')}", name=found[0].text, type=key[1], mentions=tuple(found))
        for key, found in mentions.items()
    )
    statements: tuple[Statement, ...] = ()
    return Analysis(language, entities, statements, (), reader(language.code).models)


def preload(wanted: Sequence[str]) -> None:
    """Load what the given languages need, so that the first article does not wait for it.

    Args:
        wanted: language codes; one without a model costs nothing.
    """
    for code in (*wanted, UNDETERMINED):
        reader(code)
