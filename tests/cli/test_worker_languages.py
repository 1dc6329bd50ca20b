"""``communique worker --languages``."""

import os

import pytest

from stream.cli.app import run
from stream.settings import TopicSettings, WorkerSettings


def test_languages_of_the_option_stand_above_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker gets them as a setting, and so do the processes that it starts."""
    given: list[WorkerSettings] = []

    def work(settings: WorkerSettings, *, create: TopicSettings | None) -> None:
        assert create is None
        given.append(settings)

    pytest.importorskip("faust")
    monkeypatch.setattr("stream.agents.worker.run", work)
    monkeypatch.setenv("COMMUNIQUE_LANGUAGES", '["ru"]')
    assert run(["worker", "--languages", "fr, en"]) == 0
    assert run(["worker"]) == 0
    assert [settings.languages for settings in given] == [("fr", "en")] * 2
    assert os.environ["COMMUNIQUE_LANGUAGES"] == '["fr","en"]'
