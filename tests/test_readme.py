"""What the README says is true: its commands and programs run, its example and its settings are those of the code."""

import asyncio
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from schemas import Article, identified
from stream.kafka import topics
from stream.kafka.broker import EmbeddedBroker
from stream.nlp import analyze
from stream.settings import BrokerSettings, TopicSettings, WorkerSettings
from tests.brokers.worker import Worker

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"<!-- run -->\n```(sh|python)\n(.*?)```", README, re.DOTALL)
EXAMPLE = re.search(r"<!-- example[^\n]*-->\n```json\n(.*?)```", README, re.DOTALL)


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Mapping[str, str]]":
    """A broker with topics and a worker, as the README's reader has them by then."""
    with EmbeddedBroker() as broker:
        asyncio.run(topics.create(TopicSettings(bootstrap_servers=broker.address)))
        settings = {"COMMUNIQUE_BOOTSTRAP_SERVERS": broker.address}
        worker = Worker(tmp_path_factory.mktemp("readme") / "worker.log", settings)
        try:
            worker.start()
            path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
            yield os.environ | settings | {"PATH": path, "PYTHONPATH": str(ROOT)}
        finally:
            worker.close()


@pytest.mark.models
@pytest.mark.embedded
@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block[1].splitlines()[-1][:40])
def test_block_runs(block: tuple[str, str], environment: Mapping[str, str], tmp_path: Path) -> None:
    """Each block of the README that a reader would copy runs as it stands, in the order of the page."""
    kind, code = block
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    command = ["bash", "-euo", "pipefail", "-c", code] if kind == "sh" else [sys.executable, "-c", code]
    done = subprocess.run(
        command, cwd=tmp_path, env=dict(environment), capture_output=True, text=True, timeout=200, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_blocks_are_found() -> None:
    """The page has blocks of both kinds."""
    assert {kind for kind, _ in BLOCKS} == {"sh", "python"}


@pytest.mark.models
def test_example_is_what_comes_out() -> None:
    """The statement that the README shows is the one that the pipeline makes of the sentence above it."""
    assert EXAMPLE is not None
    sentence = re.search(r"From the sentence “(.*?)” a subscriber", README, re.DOTALL)
    assert sentence is not None
    statements = analyze(identified(Article(id="example", text=sentence[1]))).statements
    assert json.loads(EXAMPLE[1]) == statements[0].model_dump(mode="json")


@pytest.mark.parametrize("settings", [BrokerSettings, WorkerSettings, TopicSettings])
def test_every_setting_is_in_the_table(settings: type[BrokerSettings]) -> None:
    """Each variable stands in the README with its default."""
    for name, field in settings.model_fields.items():
        default = "" if field.default in (None, "", ()) else f"`{field.default}`"
        assert f"| `COMMUNIQUE_{name.upper()}` | {default} |" in README


@pytest.mark.parametrize("target", ["demo", "test"])
def test_make_targets_exist(target: str) -> None:
    """The first screen's commands are targets of the Makefile."""
    assert f"make {target}" in README
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
