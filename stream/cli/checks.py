"""What ``communique doctor`` looks at: each check says what it found and, where something is wrong, what to do."""

import difflib
import os
import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Final, Literal

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from stream.client.probe import probe
from stream.errors import CommuniqueError
from stream.kafka import topics
from stream.settings import BrokerSettings, TopicSettings, WorkerSettings

Verdict = Literal["ok", "failed", "note"]
DISTRIBUTION: Final = "communique"
_PREFIX: Final = "COMMUNIQUE_"
_OTHER_VARIABLES: Final = frozenset({"COMMUNIQUE_REQUIRE_KAFKA"})
_PATIENCE: Final = 5.0
"""Seconds to wait for a broker, where the settings allow more."""
_PROCESS_BYTES: Final = 1_000_000_000
"""What a process with the French, English and Russian models takes, generously."""
_PURPOSES: Final = {"worker": "runs the models", "local": "the embedded broker"}


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found."""

    name: str
    verdict: Verdict
    found: str
    advice: str = ""
    """What to do; empty where there is nothing to do."""


def python() -> Iterator[Finding]:
    """Whether this Python is one of those that the distribution is made for."""
    required = SpecifierSet(metadata.metadata(DISTRIBUTION)["Requires-Python"] or "")
    version = platform.python_version()
    fits = required.contains(version, prereleases=True)
    advice = "" if fits else f"Install communique in a virtual environment with Python {required}."
    yield Finding("python", "ok" if fits else "failed", f"{version} ({sys.executable})", advice)


def packages() -> Iterator[Finding]:
    """Whether what the distribution needs is installed; the extras, where they have been asked for."""
    requirements = [Requirement(text) for text in metadata.requires(DISTRIBUTION) or ()]
    base = [found for found in requirements if found.marker is None or found.marker.evaluate({"extra": ""})]
    yield _installed("communique", metadata.version(DISTRIBUTION), base, extra="")
    for extra, purpose in _PURPOSES.items():
        wanted = [found for found in requirements if found not in base and _belongs(found, extra)]
        yield _installed(f"extra {extra}", purpose, wanted, extra=extra)


def _belongs(requirement: Requirement, extra: str) -> bool:
    return requirement.marker is not None and requirement.marker.evaluate({"extra": extra})


def _installed(name: str, what: str, wanted: list[Requirement], *, extra: str) -> Finding:
    versions = {requirement: _version(requirement.name) for requirement in wanted}
    command = f"pip install --upgrade '{DISTRIBUTION}{f'[{extra}]' if extra else ''}'"
    if extra and not any(versions.values()):
        return Finding(name, "note", f"{what}: not installed", f"Where it is needed: {command}")
    wrong = [
        f"{requirement.name} {version or 'is missing'} (needs {requirement.specifier or 'any'})"
        for requirement, version in versions.items()
        if version is None or not requirement.specifier.contains(version, prereleases=True)
    ]
    if wrong:
        return Finding(name, "failed", f"{what}: {', '.join(wrong)}", command)
    return Finding(name, "ok", f"{what}: " + ", ".join(f"{each.name} {version}" for each, version in versions.items()))


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def models() -> Iterator[Finding]:
    """The spaCy models that are installed, those of the extra and any other."""
    found = sorted({entry.value for entry in metadata.entry_points(group="spacy_models")})
    named = ", ".join(f"{name} {_version(name) or ''}".strip() for name in found)
    if named:
        yield Finding("models", "ok", named)


def settings() -> Iterator[Finding]:
    """Whether the settings can be read, and whether a variable is misspelt."""
    from stream.cli.context import load  # noqa: PLC0415

    known = {name.upper() for each in (WorkerSettings, TopicSettings) for name in each.model_fields}
    variables = {name for name in os.environ if name.startswith(_PREFIX)} - _OTHER_VARIABLES
    unknown = sorted({name.removeprefix(_PREFIX) for name in variables} - known)
    for name in unknown:
        near = difflib.get_close_matches(name, known, 1)
        advice = f"Did you mean {_PREFIX}{near[0]}?" if near else "Remove it; the settings are listed in the README."
        yield Finding("settings", "failed", f"{_PREFIX}{name} is no setting", advice)
    for each in (WorkerSettings, TopicSettings):
        try:
            load(each)
        except CommuniqueError as error:
            yield Finding("settings", "failed", str(error), error.advice)
            return
    if not unknown:
        yield Finding("settings", "ok", ", ".join(sorted(variables)) or "all by default")


async def broker(settings: BrokerSettings) -> list[Finding]:
    """Whether a broker answers and accepts the credentials, and whether the topics are as they must be."""
    quick = settings.model_copy(update={"request_timeout": min(settings.request_timeout, _PATIENCE)})
    try:
        found = await probe(quick, producer=True)
        problems = await topics.check(quick)
    except CommuniqueError as error:
        return [Finding("broker", "failed", str(error), error.advice)]
    idempotent = (
        "idempotent producers" if found.idempotent else "no idempotent producers: a retried send may come twice"
    )
    findings = [Finding("broker", "ok", f"answers at {settings.bootstrap_servers}; {idempotent}")]
    missing = all(problem.message.startswith("does not exist") for problem in problems)
    advice = "communique topics create" if missing else "communique topics describe; then mend it at the broker"
    for problem in problems:
        verdict: Verdict = "failed" if problem.fatal else "note"
        findings.append(Finding("topics", verdict, f"{problem.topic} {problem.message}", advice))
    return findings if problems else [*findings, Finding("topics", "ok", "all as they must be")]


def machine(settings: WorkerSettings) -> Iterator[Finding]:
    """Whether memory suffices for the worker's processes."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    processes = settings.processes or os.cpu_count() or 1
    memory = _memory()
    found = f"{cores} cores" + (f", {memory / 1e9:.1f} GB of memory" if memory else "")
    needed = processes * _PROCESS_BYTES
    if memory and needed > memory and _version("spacy"):
        fitting = max(int(memory // _PROCESS_BYTES), 1)
        advice = f"Set COMMUNIQUE_PROCESSES={fitting}, or give the machine {needed / 1e9:.0f} GB."
        yield Finding("machine", "note", f"{found}: little for {processes} processes", advice)
    else:
        yield Finding("machine", "ok", found)


def _memory() -> int | None:
    """Bytes that may be used: the machine's, or the container's limit (cgroup v2, v1) where that is less."""
    limits = []
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        limits.append(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"))
    for file in ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"):
        try:
            text = Path(file).read_text(encoding="ascii").strip()
        except OSError:
            continue
        if text.isdecimal():
            limits.append(int(text))
    return min(limits, default=None)
