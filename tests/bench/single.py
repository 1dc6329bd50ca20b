"""Runs of one command or one article: how long they take from a cold start, and how time grows with length."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from schemas import Article
from stream.agents import work
from stream.agents.recipe import Recipe
from stream.kafka.codec import encode

_REPEATS = 3


def cold(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> dict[str, float]:
    """Wall and processor seconds of a command from its start to its end, the best of a few."""
    found = []
    for _ in range(_REPEATS):
        before, start = os.times(), time.monotonic()
        subprocess.run(
            [sys.executable, "-m", "stream.cli", *arguments], check=True, stdout=subprocess.DEVNULL, env=environment
        )
        wall, after = time.monotonic() - start, os.times()
        cpu = after.children_user + after.children_system - before.children_user - before.children_system
        found.append({"seconds": round(wall, 2), "cpu_seconds": round(cpu, 2)})
    return min(found, key=lambda run: run["cpu_seconds"])


def commands(article: Article) -> dict[str, dict[str, float]]:
    """The help, and one article enriched."""
    with tempfile.TemporaryDirectory(prefix="communique-bench-") as folder:
        file = Path(folder, "article.json")
        file.write_bytes(encode(article))
        enrich = ("enrich", "--processes", "1", str(file))
        return {"communique --help": cold(["--help"]), "communique enrich, one article": cold(enrich)}


def growth(article: Article, times: int) -> float:
    """How many times longer a text takes that is so many times as long."""
    recipe = Recipe(1 << 26, "/bench")
    work.prepare(recipe)
    long = article.model_copy(update={"text": "\n".join([article.text] * times)})
    work.enrich(article, recipe)
    short, whole = [], []
    for _ in range(_REPEATS):
        short.append(_cpu(article, recipe))
        whole.append(_cpu(long, recipe))
    return min(whole) / min(short)


def _cpu(article: Article, recipe: Recipe) -> float:
    start = time.process_time()
    work.enrich(article, recipe)
    return time.process_time() - start
