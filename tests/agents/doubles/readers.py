"""Stand-ins for the models: fast, deterministic, and with faults on demand. Importable by the pool's processes."""

import os
import re
import signal
import time
from collections.abc import Sequence

from schemas import (
    Article,
    CountryMention,
    Entity,
    Language,
    Mention,
    ModelVersion,
    Participant,
    Span,
    Statement,
    statement_id,
)
from stream.nlp.analysis import Analysis


def analyze(article: Article) -> Analysis:
    """One entity, mentioned wherever the first word stands, and one statement; and what the text asks for (``_obey``)."""
    for word in article.text.split()[:4]:
        _obey(word)
    first = article.text.split()[0]
    start = article.text.index(first)
    span = Span(text=first, start=start, end=start + len(first))
    content = Span(text=article.text, start=0, end=len(article.text))
    places = (found.span() for found in re.finditer(re.escape(first), article.text))
    mentions = tuple(Mention(text=first, start=begin, end=end) for begin, end in places)
    entity = Entity(id=f"x:{first}", name=first, type="person", mentions=mentions)
    statement = Statement(
        id=statement_id(article.id or "", [content], entity.id, None),
        kind="indirect",
        content=(content,),
        speaker=Participant(**span.model_dump(), entity_id=entity.id, name=first, type="person"),
        confidence=1,
    )
    language = Language(code=article.language or "en", confidence=1, script="Latn", reliable=True)
    country = CountryMention(code="FR", name="France", mentions=1)
    return Analysis(language, (entity,), (statement,), (country,), (ModelVersion(name="double", version="1"),))


def preload(languages: Sequence[str]) -> None:
    """Load nothing; a language "broken" cannot be loaded, and "slow" takes its time."""
    if "slow" in languages:
        time.sleep(60)
    if "broken" in languages:
        raise OSError("no such model: broken")


def _obey(word: str) -> None:
    order, _, argument = word.partition("=")
    if order == "sleep":
        time.sleep(float(argument))
    elif order == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    elif order == "perish":
        os.killpg(0, signal.SIGKILL)  # the worker and all its processes, as a container out of memory ends
    elif order == "exit":
        os._exit(int(argument))
    elif order == "raise":
        raise ValueError(argument)
    elif order == "memory":
        raise MemoryError
    elif order == "hog":
        bytearray(int(argument) * 1024 * 1024)
    elif order == "once":
        _kill_unless_done(argument)


def _kill_unless_done(path: str) -> None:
    """Kill the process the first time that it is asked."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return
    os.kill(os.getpid(), signal.SIGKILL)
