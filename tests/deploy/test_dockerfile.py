import ast
import fnmatch
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import NamedTuple

import pytest
import yaml

from stream.settings import WorkerSettings


class Instruction(NamedTuple):
    """A line of a Dockerfile."""

    name: str
    value: str


@pytest.fixture(scope="module")
def stages(root: Path) -> list[list[Instruction]]:
    """The Dockerfile's instructions, one list for each stage; what stands before the first is a stage too."""
    text = re.sub(r"^\s*#.*\n", "", (root / "deploy/Dockerfile").read_text(), flags=re.MULTILINE)
    found: list[list[Instruction]] = [[]]
    for line in filter(None, map(str.strip, text.replace("\\\n", " ").splitlines())):
        name, value = line.split(None, 1)
        if name == "FROM":
            found.append([])
        found[-1].append(Instruction(name, re.sub(r"\s+", " ", value)))
    return found


def _values(stage: list[Instruction], name: str) -> list[str]:
    return [instruction.value for instruction in stage if instruction.name == name]


def _one(stage: list[Instruction], name: str) -> str:
    (value,) = _values(stage, name)
    return value


def test_stages(stages: list[list[Instruction]]) -> None:
    """One stage builds, one runs; both stand on one base, pinned to a patch release of a supported Python."""
    before, build, final = stages
    assert re.fullmatch(r"PYTHON=3\.1[12]\.\d+-slim-bookworm", _one(before, "ARG"))
    assert _one(build, "FROM") == "python:${PYTHON} AS build"
    assert _one(final, "FROM") == "python:${PYTHON}"


def test_only_hashed_packages_are_fetched(stages: list[list[Instruction]]) -> None:
    """Every pip command checks hashes or is kept from the index, and none builds with tools that are not pinned."""
    commands = [part for stage in stages for run in _values(stage, "RUN") for part in run.split("&&") if "pip" in part]
    fetching = [command for command in commands if re.search(r"\bpip\b.*\b(install|wheel)\b", command)]
    assert len(fetching) >= 4
    for command in fetching:
        own_source = command.rstrip().endswith(" .") and "--no-deps" in command
        assert "--require-hashes" in command or "--no-index" in command or own_source, command
        if " wheel " in command:
            assert "--no-build-isolation" in command


def test_nothing_is_fetched_by_other_means(stages: list[list[Instruction]]) -> None:
    """No ADD of an address, no download and no shell from the network."""
    for stage in stages:
        assert not _values(stage, "ADD")
        assert not [run for run in _values(stage, "RUN") if re.search(r"curl|wget|https?://|git clone", run)]


def test_compiler_stays_behind(stages: list[list[Instruction]]) -> None:
    """The final stage installs no compiler and no pip, and copies one folder from the first."""
    _, build, final = stages
    assert "g++" in " ".join(_values(build, "RUN"))
    assert "python -m venv --without-pip /opt/communique" in " ".join(_values(build, "RUN"))
    assert not re.search(r"g\+\+|-dev\b|pip ", " ".join(_values(final, "RUN")))
    assert _values(final, "COPY") == ["--from=build /opt/communique /opt/communique"]


def test_user_is_fixed_and_not_root(stages: list[list[Instruction]], root: Path) -> None:
    """The image runs as one numeric user, which the Kubernetes manifests name too, and is root's no more after it."""
    final = stages[-1]
    user, group = _one(final, "USER").split(":")
    assert int(user) >= 10_000
    assert int(group) >= 10_000
    after = [instruction.name for instruction in final[final.index(Instruction("USER", f"{user}:{group}")) :]]
    assert "RUN" not in after
    for name in ("worker.yaml", "topics.yaml"):
        manifest = yaml.safe_load((root / "deploy/kubernetes" / name).read_text())
        context = manifest["spec"]["template"]["spec"]["securityContext"]
        assert (context["runAsUser"], context["runAsGroup"]) == (int(user), int(group))


def test_command(stages: list[list[Instruction]]) -> None:
    """The image is the command: signals reach it without a shell between, and the worker is what runs by default."""
    final = stages[-1]
    assert _one(final, "ENTRYPOINT") == '["communique"]'
    assert _one(final, "CMD") == '["worker"]'
    assert _one(final, "STOPSIGNAL") == "SIGTERM"
    assert int(_one(final, "EXPOSE")) == WorkerSettings.model_fields["web_port"].default


def test_variables_are_settings(stages: list[list[Instruction]], known_variables: frozenset[str]) -> None:
    """The image sets only variables that exist; its web port is open to the container's network."""
    variables = dict(re.findall(r"(COMMUNIQUE_\w+)=(\S+)", " ".join(_values(stages[-1], "ENV"))))
    assert set(variables) <= known_variables
    assert variables["COMMUNIQUE_WEB_HOST"] == "0.0.0.0"  # noqa: S104 - inside a container


def test_context_holds_what_is_copied_and_no_more(stages: list[list[Instruction]], root: Path) -> None:
    """.dockerignore lets in exactly what the Dockerfile copies: no tests, no history, no secrets beside the code."""
    lines = (root / ".dockerignore").read_text().splitlines()
    rules = [line for line in lines if line and not line.startswith("#")]
    assert rules[0] == "*"
    admitted = {rule.removeprefix("!") for rule in rules if rule.startswith("!")}
    copied = [
        source
        for stage in stages
        for value in _values(stage, "COPY")
        if "--from" not in value
        for source in value.split()[:-1]
    ]
    assert copied
    for source in copied:
        assert (root / source).exists(), source
        assert any(source == entry or fnmatch.fnmatch(source, f"{entry}/*") for entry in admitted), source
    for entry in admitted:
        assert any(source == entry or source.startswith(f"{entry}/") for source in copied), entry


def test_wheel_holds_all_that_the_build_needs(stages: list[list[Instruction]], root: Path) -> None:
    """What pyproject.toml packs is what the build stage copies."""
    packed = re.search(r"^packages = (\[.*\])$", (root / "pyproject.toml").read_text(), flags=re.MULTILINE)
    assert packed
    copied = " ".join(_values(stages[1], "COPY")).split()
    assert set(ast.literal_eval(packed[1])) <= set(copied)


@contextmanager
def _web(status: int) -> Iterator[int]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status if self.path == "/health/ready" else 404)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Keep the output of the tests clean."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize(("status", "healthy"), [(200, True), (503, False), (None, False)])
def test_health_check(stages: list[list[Instruction]], status: int | None, healthy: bool) -> None:  # noqa: FBT001
    """The container is healthy where the worker says that it is ready, and not where it says no or says nothing."""
    command = ast.literal_eval(_one(stages[-1], "HEALTHCHECK").partition("CMD ")[2])
    assert command[0] == "python"
    with _web(status or 200) as port:
        asked = port if status else 1  # nothing listens on port 1
        done = subprocess.run(
            [sys.executable, *command[1:]],
            env={"COMMUNIQUE_WEB_PORT": str(asked)},
            capture_output=True,
            timeout=30,
            check=False,
        )
    assert (done.returncode == 0) is healthy, done.stderr.decode()
