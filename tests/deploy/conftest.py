"""What the deployment files are compared with."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from stream.settings import TopicSettings, WorkerSettings

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def known_variables() -> frozenset[str]:
    """Every environment variable that the settings read."""
    fields = {**WorkerSettings.model_fields, **TopicSettings.model_fields}
    return frozenset(f"COMMUNIQUE_{name.upper()}" for name in fields)


@pytest.fixture(scope="session")
def compose(root: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((root / "docker-compose.yml").read_text())
    return loaded
