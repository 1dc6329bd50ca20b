"""The straight line from an article to its annotations."""

from collections.abc import Iterable, Sequence
from typing import Final, Literal

from schemas import UNDETERMINED, Article, Entity, FieldName, Language
from stream.nlp import language as languages
from stream.nlp.analysis import Analysis
from stream.nlp.countries import countries
from stream.nlp.entities import find
from stream.nlp.knowledge import load
from stream.nlp.knowledge.given_names import gender_of
from stream.nlp.linking import link
from stream.nlp.parse import choose, parse, reader
from stream.nlp.statements import extract

_SPECIMEN: Final = Article(id="specimen", text="“Port Selwyn is open,” said Ada Verne. Bo Lind left Oslo.")


def analyze(article: Article) -> Analysis:
    """Everything that can be read in an article: its language, entities, statements and countries.

    A pure function of the article: the same one gives the same annotations. Models load on first use.
    """
    return _read(article, languages.detect(article))


def _read(article: Article, language: Language) -> Analysis:
    fields: list[tuple[FieldName, str]] = [("text", article.text)]
    if article.title:
        fields.insert(0, ("title", article.title))
    documents = parse(fields, language.code)
    found = find(documents)
    published = article.published_at.date() if article.published_at else None
    entities = link(found, documents, published)
    statements = extract(documents, entities, article.id or "", _genders(entities))
    lands, models = countries(found.lands, entities), reader(language.code).models
    return Analysis(language, entities, statements, lands, models, load().own)


def check(wanted: Sequence[str]) -> None:
    """Find what is wrong before the first article; load the models with it, for a run that may be short.

    Args:
        wanted: as for :func:`preload`.

    Raises:
        ConfigurationError: one of the languages has no model here, or a file of the knowledge base cannot be read. Found here,
            it stops a worker at its start; found with an article, it would make every article a dead letter.

    """
    load()
    choose(wanted)


def preload(wanted: Sequence[str]) -> None:
    """Load what the given languages need, so that the first article does not wait for it; read all others without a model.

    What is not of a model (detectors, gazetteers, tables of names and cities) loads when it is first used: so an article that
    names people and places is read in each of the languages, or as one in a language that nobody knows.

    Args:
        wanted: language codes; none for all that have a model, each loaded with its first article.

    Raises:
        ConfigurationError: as :func:`check`.

    """
    check(wanted)
    languages.detect(_SPECIMEN)
    for code in wanted or (UNDETERMINED,):
        _read(_SPECIMEN, Language(code=code, confidence=0, script=None, reliable=False))


def _genders(entities: Iterable[Entity]) -> dict[str, Literal["m", "f"]]:
    """The gender of each person that the knowledge base knows, and of those whose first name tells it."""
    base, found = load(), {}
    for entity in entities:
        if entity.type != "person":
            continue
        record = base.get(entity.id)
        gender = record.gender if record is not None else gender_of(entity.name) if " " in entity.name else None
        if gender is not None:
            found[entity.id] = gender
    return found
