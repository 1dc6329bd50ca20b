"""Runs the product's own command on annotated texts and the scorer that lies beside them on what comes out."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.quality.measures import Measure

Result = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Texts:
    """A folder of annotated texts with its ``score.py``, and a folder for what the product makes of them."""

    folder: Path
    work: Path

    def score(self, measure: Measure) -> Result:
        """The scorer's result of a measure.

        Raises:
            subprocess.CalledProcessError: the command or the scorer failed; it has said why on standard error.

        """
        scored = self._run_scorer(measure.task, self.gold(measure), self.enriched(measure))
        result: Result = json.loads(scored)
        if result.get("articles_missing"):
            raise RuntimeError(f"{measure.name}: {result['articles_missing']} articles are missing")
        return result

    def gold(self, measure: Measure) -> Path:
        """The annotated texts of a measure."""
        return self.folder / measure.file

    def enriched(self, measure: Measure) -> Path:
        """What ``communique enrich`` makes of them; made once a run, whatever number of measures read it."""
        target = self.work / measure.file.replace("/", "-")
        if not target.exists():
            articles = target.with_suffix(".articles.jsonl")
            articles.write_bytes(self._run_scorer("articles", self.gold(measure)))
            target.write_bytes(enriched(articles))
        return target

    def _run_scorer(self, *arguments: str | Path) -> bytes:
        command = [sys.executable, self.folder / "score.py", *arguments]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


def enriched(articles: Path) -> bytes:
    """The enriched articles of a file, as JSON Lines."""
    command = [sys.executable, "-m", "stream.cli", "enrich", articles]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
