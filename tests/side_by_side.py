"""Which tests run in one process where several run side by side (``pytest -n``)."""

import re
from typing import Final

from xdist.scheduler import LoadScopeScheduling

_LONGEST: Final = ("kafka", "embedded", "models")
_BROKER: Final = re.compile(r"tests/brokers/.*\[(kafka|embedded)\b")
_MODELS: Final = re.compile(r"tests/(nlp|seeds)/")


class Together(LoadScopeScheduling):
    """Keeps together what shares a broker with a worker on it, the models of a process, or a module's fixtures."""

    def _split_scope(self, nodeid: str) -> str:
        return group(nodeid)


def group(nodeid: str) -> str:
    """The group of tests that one process runs: of one broker, of the models in its memory, else of one module."""
    if broker := _BROKER.match(nodeid):
        return broker[1]
    return "models" if _MODELS.match(nodeid) else nodeid.partition("::")[0]


def rank(nodeid: str) -> int:
    """Where the test's group stands in the order of their beginning: what takes long goes first."""
    found = group(nodeid)
    return _LONGEST.index(found) if found in _LONGEST else len(_LONGEST)
