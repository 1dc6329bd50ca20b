"""A worker whose models are replaced by a stub: ``python -m tests.faults.stub SESSION``; settings as always.

The stub does as the article's ``metadata`` asks and gives as many statements as it has sentences, so that what must come
out is known from the article alone.
"""

import asyncio
import os
import signal
import sys
import time
from collections.abc import Sequence

from schemas import Article, Entity, Language, Mention, ModelVersion, Participant, Span, Statement, statement_id
from stream.agents import app
from stream.agents.recipe import Recipe
from stream.agents.worker import run
from stream.errors import CommuniqueError
from stream.nlp.analysis import Analysis
from stream.settings import WorkerSettings

HERE = "tests.faults.stub"


def preload(languages: Sequence[str]) -> None:
    """Nothing is to be loaded."""


def analyze(article: Article) -> Analysis:
    """One entity, and a statement for each sentence."""
    metadata = article.metadata or {}
    time.sleep(float(metadata.get("seconds", 0)))
    if metadata.get("end") == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if metadata.get("end") == "never":
        time.sleep(3600)
    speaker = article.text.split()[0]
    mention = Span(text=speaker, start=0, end=len(speaker))
    entity = Entity(id=f"x:{speaker}", name=speaker, type="person", mentions=(Mention(**mention.model_dump()),))
    spans = _sentences(article.text)
    statements = tuple(
        Statement(
            id=statement_id(article.id or "", [span], entity.id, None),
            kind="indirect",
            content=(span,),
            speaker=Participant(**mention.model_dump(), entity_id=entity.id, name=speaker, type="person"),
            confidence=1,
        )
        for span in spans
    )
    language = Language(code="en", confidence=1, script="Latn", reliable=True)
    return Analysis(language, (entity,), statements, (), (ModelVersion(name="stub", version="1"),))


def _sentences(text: str) -> list[Span]:
    spans, start = [], 0
    for sentence in text.split(". "):
        end = start + len(sentence)
        spans.append(Span(text=sentence, start=start, end=end))
        start = end + 2
    return spans


def main() -> int:
    """Run the worker; 1 for an error that it explains."""
    settings = WorkerSettings()
    session = float(sys.argv[1])
    app._SESSION, app._HEARTBEAT = session, session / 4  # type: ignore[misc]
    recipe = Recipe.of(settings, analyzer=f"{HERE}:analyze", loader=f"{HERE}:preload", shared=(HERE,))
    try:
        run(settings, recipe=recipe)
    except CommuniqueError as error:
        sys.stderr.write(f"communique: {error} ({error.advice})\n")
        return 1
    except asyncio.CancelledError:
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
