"""What is loaded before the first article."""

import pytest

from stream.errors import ConfigurationError
from stream.nlp import pipeline, preload


def test_a_broken_knowledge_base_is_found_before_the_first_article(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker with broken data must not start: it would make a dead letter of every article."""

    def broken() -> None:
        raise ConfigurationError("people.tsv:1: broken")

    monkeypatch.setattr(pipeline, "load", broken)
    with pytest.raises(ConfigurationError, match="people.tsv"):
        preload([])
