"""What the pool's processes must know to work."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from stream.settings import MAX_NESTING, WorkerSettings


@dataclass(frozen=True, slots=True)
class Recipe:
    """What the processes must know to work."""

    limit: int
    """Largest article in bytes."""
    source: str
    """CloudEvents source of the events."""
    languages: tuple[str, ...] = ()
    """Languages whose models are loaded before the first article."""
    analyzer: str = "stream.nlp:analyze"
    """The function that annotates an article, ``module:name``."""
    loader: str = "stream.nlp:preload"
    """The function that loads models ahead, ``module:name``."""
    shared: tuple[str, ...] = ("stream.nlp.pipeline",)
    """Modules that are imported once, for all processes; one that is missing is told by the processes themselves."""
    memory: int = 0
    """Bytes that one article may take beyond what is loaded; 0 for no limit."""
    nesting: int = MAX_NESTING
    """Deepest nesting of an article's metadata."""
    mentions: int = 0
    """Most mentions of entities in one article; 0 for no limit."""
    statements: int = 0
    """Most statements in one article; 0 for no limit."""
    knowledge: Path | None = None
    """Tables of one's own, merged over the knowledge base."""

    @classmethod
    def of(cls, settings: WorkerSettings, **others: Any) -> Self:
        """What the settings say."""
        return cls(
            settings.max_article_bytes,
            settings.source,
            settings.languages,
            nesting=settings.max_nesting,
            mentions=settings.max_mentions,
            statements=settings.max_statements,
            knowledge=settings.knowledge,
            **others,
        )
