"""The linguistic pipeline: an article in, annotations out. Pure functions; knows nothing of Kafka.

The models are imported on first use of :func:`analyze` or :func:`preload`, not with this package.
"""

from collections.abc import Sequence

from schemas import Article
from stream.nlp.analysis import Analysis

__all__ = ["Analysis", "analyze", "check", "preload"]


def analyze(article: Article) -> Analysis:
    """Annotate an article that has its id; see :func:`stream.nlp.pipeline.analyze`."""
    from stream.nlp import pipeline  # noqa: PLC0415 (a reader of statements or knowledge alone needs no model)

    return pipeline.analyze(article)


def check(languages: Sequence[str]) -> None:
    """Find what is wrong before the first article; see :func:`stream.nlp.pipeline.check`."""
    from stream.nlp import pipeline  # noqa: PLC0415 (as above)

    pipeline.check(languages)


def preload(languages: Sequence[str]) -> None:
    """Load the models of some languages ahead; see :func:`stream.nlp.pipeline.preload`."""
    from stream.nlp import pipeline  # noqa: PLC0415 (as above)

    pipeline.preload(languages)
