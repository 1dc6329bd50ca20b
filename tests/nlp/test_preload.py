"""What is loaded before the first article."""

from typing import Any

import pytest

from schemas import Entity
from stream.errors import ConfigurationError
from stream.nlp import pipeline, preload


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
