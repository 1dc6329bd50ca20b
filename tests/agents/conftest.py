"""What the agents' tests share; the folder of doubles becomes importable, also for the pool's processes."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from stream.agents.recipe import Recipe
from stream.kafka.broker import EmbeddedBroker

DOUBLES = Path(__file__).parent / "doubles"
sys.path.insert(0, str(DOUBLES))


@pytest.fixture(scope="session")
def doubles() -> Path:
    """Folder of the modules that stand in for the models."""
    return DOUBLES


@pytest.fixture
def recipe() -> Recipe:
    """What the processes need to know: the stand-ins of readers.py."""
    return Recipe(1024 * 1024, "/test", analyzer="readers:analyze", loader="readers:preload", shared=())


@pytest.fixture(scope="module")
def embedded() -> Iterator[EmbeddedBroker]:
    """An embedded broker for the tests of one module."""
    with EmbeddedBroker() as broker:
        yield broker
