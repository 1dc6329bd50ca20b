"""What is read in a benchmark: real articles where they are there, else the samples over and over."""

import json
import os
import random
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

from schemas import Article

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("COMMUNIQUE_EVAL_DATA", ROOT.parent / "shared" / "eval"))
"""Where ``news/articles.jsonl`` is looked for: objects with ``id``, ``lang`` and ``text``."""
_SEED = 11


def articles(language: str, number: int, data: Path = DATA) -> list[Article]:
    """So many articles of a language, the same ones each time, each with an id of its own.

    Raises:
        LookupError: there is none of that language.

    """
    texts = _news(language, data / "news" / "articles.jsonl") or _samples(language)
    if not texts:
        raise LookupError(f"no article in {language!r}")
    random.Random(_SEED).shuffle(texts)  # noqa: S311 -- a choice that is the same each time is what is wanted
    chosen = islice(cycle(texts), number)
    return [Article(id=f"{language}-{count}", text=text) for count, text in enumerate(chosen)]


def words(found: Sequence[Article]) -> int:
    """Number of words, as white space parts them."""
    return sum(len(article.text.split()) for article in found)


def of_length(found: Sequence[Article], number: int) -> list[Article]:
    """The articles' texts one after the other, cut into pieces of about so many words at the ends of lines."""
    pieces: list[str] = []
    lines: list[str] = []
    size = 0
    for line in (line for article in found for line in article.text.splitlines() if line.strip()):
        lines.append(line)
        size += len(line.split())
        if size >= number:
            pieces.append("\n".join(lines))
            lines, size = [], 0
    return [Article(id=f"piece-{count}", text=text) for count, text in enumerate(pieces)]


def _news(language: str, file: Path) -> list[str]:
    if not file.exists():
        return []
    with file.open(encoding="utf-8") as lines:
        return [row["text"] for row in map(json.loads, lines) if row["lang"] == language]


def _samples(language: str) -> list[str]:
    files = sorted((ROOT / "seeds").glob(f"seed-{language}-*.json"))
    return [json.loads(file.read_text("utf-8"))["text"] for file in files]
