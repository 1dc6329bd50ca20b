"""Where the processor time goes: seconds by stage while one process reads articles.

Each stage is the time inside the function that does it, without what it calls of another stage.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from typing import Any
from unittest.mock import patch

from schemas import Article
from stream.agents import work
from stream.agents.recipe import Recipe
from stream.kafka.codec import encode
from stream.kafka.records import EPOCH, Record
from stream.nlp import pipeline
from stream.nlp.parse import reader

STAGES = ("decode", "language", "tokens", "tags", "parse", "NER", "entities", "linking", "statements", "encode")
_COMPONENTS = {"tok2vec": "parse", "parser": "parse", "ner": "NER"}
"""Stage of a spaCy component; those not named here tag. The shared vectors serve tagger and parser alike."""
_READERS = {"_tagger": "tags", "_parser": "parse", "_recogniser": "NER"}
"""The same for natasha's models."""


class Watch:
    """Processor seconds by stage, each second counted once."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self._running: list[str] = []
        self._since = time.process_time()

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, its time put down to a stage."""

        def call(*arguments: Any, **named: Any) -> Any:
            self._turn()
            self._running.append(stage)
            try:
                return function(*arguments, **named)
            finally:
                self._turn()
                self._running.pop()

        return call

    def _turn(self) -> None:
        now = time.process_time()
        if self._running:
            self.seconds[self._running[-1]] += now - self._since
        self._since = now


def stages(language: str, batch: Sequence[Article], warm: Sequence[Article]) -> dict[str, float]:
    """Seconds by stage for a batch in one language, after a few articles that are not counted."""
    watch = Watch()
    recipe = Recipe(1 << 26, "/bench", (language,))
    work.prepare(recipe)
    for record in _records(warm):
        work.process(record, recipe)
    with ExitStack() as stack:
        for target, name, stage in (
            (work, "decode_article", "decode"),
            (work, "_events", "encode"),
            (pipeline.languages, "detect", "language"),
            (pipeline, "parse", "tokens"),
            (pipeline, "find", "entities"),
            (pipeline, "link", "linking"),
            (pipeline, "countries", "linking"),
            (pipeline, "extract", "statements"),
        ):
            stack.enter_context(patch.object(target, name, watch.timed(stage, getattr(target, name))))
        _watch_models(language, watch, stack)
        for record in _records(batch):
            failure = work.process(record, recipe).failure
            if failure is not None:
                raise RuntimeError(failure.message)
    return {stage: watch.seconds[stage] for stage in STAGES}


def _watch_models(language: str, watch: Watch, stack: ExitStack) -> None:
    model: Any = reader(language)
    nlp = getattr(model, "_nlp", None)
    if nlp is not None:

        def pipe(texts: Iterable[str], batch_size: int) -> Iterator[Any]:
            docs = watch.timed("tokens", lambda: [nlp.make_doc(text) for text in texts])()
            for name, component in nlp.pipeline:
                run = watch.timed(
                    _COMPONENTS.get(name, "tags"), lambda part, given: list(part.pipe(given, batch_size=batch_size))
                )
                docs = run(component, docs)
            return iter(docs)

        stack.enter_context(patch.object(nlp, "pipe", pipe))
    for name, stage in _READERS.items():
        part = getattr(model, name, None)
        if part is not None:
            run = watch.timed(stage, lambda given, original=part.map: list(original(given)))
            stack.enter_context(patch.object(part, "map", run))


def _records(batch: Iterable[Article]) -> Iterator[Record]:
    for number, article in enumerate(batch):
        key = str(article.id).encode()
        yield Record(
            value=encode(article), key=key, headers=[], topic="articles", partition=0, offset=number, timestamp=EPOCH
        )
