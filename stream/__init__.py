"""Communiqué: news articles in a Kafka topic, who said what in the topics behind it.

``Publisher`` writes articles, ``Subscriber`` reads what the workers made of them; both are async and typed with the
models of :mod:`schemas`. All errors are in :mod:`stream.errors`.
"""

from typing import TYPE_CHECKING

from stream._version import __version__

if TYPE_CHECKING:
    from stream.client import Publisher, Subscriber

__all__ = ["Publisher", "Subscriber", "__version__"]


def __getattr__(name: str) -> object:
    """Load the clients on first use: the command line and the models do without aiokafka."""
    if name in {"Publisher", "Subscriber"}:
        from stream import client  # noqa: PLC0415 -- on first use, see above

        return getattr(client, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
