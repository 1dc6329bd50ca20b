"""What is loaded before the first article, and which languages have a model."""

from collections.abc import Iterator
from typing import Any

import pytest

from schemas import Article, Entity
from stream.errors import ConfigurationError
from stream.nlp import analyze, pipeline, preload
from stream.nlp.parse import choose, reader

RUSSIAN = "«Мы откроем мост в апреле», — заявил министр транспорта Аркадий Ломтев журналистам в городе Верхнее Озеро."


@pytest.fixture
def every_language() -> Iterator[None]:
    """All languages have their models again afterwards."""
    yield
    choose(())


def test_a_broken_knowledge_base_is_found_before_the_first_article(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker with broken data must not start: it would make a dead letter of every article."""

    def broken() -> None:
        raise ConfigurationError("people.tsv:1: broken")

    monkeypatch.setattr(pipeline, "load", broken)
    with pytest.raises(ConfigurationError, match="people.tsv"):
        preload([])


@pytest.mark.models
def test_what_every_article_needs_is_loaded_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """An article that names people and places goes the whole way: a real one's time is not spent on loading."""
    found: list[set[str]] = []
    link = pipeline.link

    def spy(*arguments: Any) -> tuple[Entity, ...]:
        entities = link(*arguments)
        found.append({entity.type for entity in entities})
        return entities

    monkeypatch.setattr(pipeline, "link", spy)
    preload([])
    (types,) = found
    assert {"person", "place"} <= types


@pytest.mark.usefixtures("every_language")
def test_articles_in_a_language_that_was_not_chosen_are_read_without_a_model() -> None:
    """A worker for some languages loses no article of the others, and never loads their models."""
    preload(["en"])
    analysis = analyze(Article(id="a", text=RUSSIAN))
    assert analysis.language.code == "ru"
    assert analysis.models == ()
    assert not reader("ru").parsed
    assert reader("en").parsed


@pytest.mark.usefixtures("every_language")
def test_a_language_without_a_model_cannot_be_chosen() -> None:
    """A mistyped code stops the worker at its start, named."""
    with pytest.raises(ConfigurationError, match="'qq'"):
        preload(["qq"])
