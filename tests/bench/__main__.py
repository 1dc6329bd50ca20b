"""How fast the product reads, beside the bare models: ``make bench``.

``python -m tests.bench [--only PART …] [--articles N] [--languages fr,en,ru] [--processes N] [--rounds N] [--json FILE]`` runs
the parts one after the other and prints their tables; everything measured is written as JSON, too. Parts: ``models``, ``enrich``,
``kafka``, ``embedded`` and ``textacy`` are read side by side by turns; ``stages``, ``latency``, ``memory``, ``short`` and
``length`` stand for themselves. Without real news (see :mod:`tests.bench.articles`) the samples are read over and over.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from rich.console import Console

from tests.bench import parts, report
from tests.bench.articles import articles

SIDE_BY_SIDE = ("models", "enrich", "kafka", "embedded", "textacy")
ALONE: dict[str, Callable[["parts.Plan"], Any]] = {
    "stages": parts.stages,
    "latency": parts.latency,
    "memory": parts.memory,
    "short": parts.short,
    "length": parts.length,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the parts that are wanted."""
    options = _options(arguments)
    console = Console(width=None if sys.stdout.isatty() else 130)
    with tempfile.TemporaryDirectory(prefix="communique-bench-") as folder, ExitStack() as stack:
        plan = parts.Plan(
            texts={language: articles(language, options.articles) for language in options.languages.split(",")},
            processes=options.processes,
            rounds=options.rounds,
            folder=Path(folder),
            stack=stack,
            say=lambda line: console.print(line, style="dim"),
        )
        results: dict[str, Any] = {"machine": _machine(), "articles": options.articles, "processes": options.processes}
        wanted = [part for part in (*SIDE_BY_SIDE, *ALONE) if not options.only or part in options.only]
        if beside := [part for part in wanted if part in SIDE_BY_SIDE]:
            results["side_by_side"] = parts.side_by_side(plan, beside)
        for part in wanted:
            if part in ALONE:
                results[part] = ALONE[part](plan)
    results["load_at_the_end"] = os.getloadavg()
    for table in report.tables(results):
        console.print(table)
    options.json.write_text(json.dumps(results, indent=2, ensure_ascii=False) + "\n", "utf-8")
    console.print(f"written to {options.json}")
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="*", default=[], choices=[*SIDE_BY_SIDE, *ALONE], help="parts to run")
    parser.add_argument("--articles", type=int, default=100, help="articles of each language")
    parser.add_argument("--languages", default="fr,en,ru", help="languages with a model, separated by commas")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, help="model processes of each way")
    parser.add_argument("--rounds", type=int, default=4, help="turns in which the articles are read")
    parser.add_argument("--json", type=Path, default=Path("bench.json"), help="where everything measured is written")
    return parser.parse_args(arguments)


def _machine() -> dict[str, Any]:
    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        platform.processor(),
    )
    return {
        "processor": model,
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "load_at_the_start": os.getloadavg(),
    }


if __name__ == "__main__":
    sys.exit(main())
