"""How well the product reads, against independently annotated texts: ``make quality``.

``python -m tests.quality [--data FOLDER] [--only WORD …] [--misses N] [--record]`` enriches the texts with the product's
own command, scores them with the scorer that lies beside them, and prints one table: target, best so far, now. The texts are no
part of the project (their licences differ); without them it says so and ends with exit code 2.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.quality.measures import MEASURES, Measure
from tests.quality.misses import misses
from tests.quality.reference import reference
from tests.quality.scoring import Result, Texts

BEST = Path(__file__).with_name("best.json")
ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("COMMUNIQUE_EVAL_DATA", ROOT.parent / "shared" / "eval"))
"""Where the annotated texts are looked for: a folder with ``score.py`` and one folder a task."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; 0 where every figure reaches its target, 1 where one does not, 2 without texts."""
    parser = argparse.ArgumentParser(description="Measure how well articles are read.")
    parser.add_argument("--data", type=Path, default=DATA, help="folder with score.py and the annotated texts")
    parser.add_argument("--only", nargs="*", default=[], help="words of the measures to run, such as statements or fr")
    parser.add_argument(
        "--misses", type=int, default=0, help="classes of misses to list for each language's statements"
    )
    parser.add_argument("--record", action="store_true", help="keep the figures that are better than the best so far")
    options = parser.parse_args(arguments)
    if not (options.data / "score.py").exists():
        sys.stderr.write(f"no annotated texts at {options.data}; name their folder in COMMUNIQUE_EVAL_DATA\n")
        return 2
    wanted = [each for each in MEASURES if all(word in each.name.split() for word in options.only)]
    with tempfile.TemporaryDirectory() as work:
        return _measure(Texts(options.data, Path(work)), wanted, options)


def _measure(texts: Texts, wanted: Sequence[Measure], options: argparse.Namespace) -> int:
    console = Console(width=None if sys.stdout.isatty() else 120)
    results = {measure.name: texts.score(measure) for measure in wanted}
    best: dict[str, float] = json.loads(BEST.read_text("utf-8"))
    console.print(_table(wanted, results, best))
    for measure in wanted:
        if options.misses and measure.task == "statements":
            _list_misses(console, measure, texts, options.misses)
    met = _reference(console, texts) if not options.only else True
    if options.record:
        _record(wanted, results, best)
    return 0 if met and all(_met(measure, results[measure.name]) for measure in wanted) else 1


def _table(wanted: Sequence[Measure], results: dict[str, Result], best: dict[str, float]) -> Table:
    table = Table("measure", "figure", "target", "best", "now", "", "others, on texts of the same kind")
    for measure in wanted:
        for figure in measure.figures:
            now = results[measure.name][figure.key]
            mark = "" if figure.target is None else "met" if now >= figure.target else f"{now - figure.target:.3f}"
            top = best.get(f"{measure.name} {figure.key}")
            target = "" if figure.target is None else f"{figure.target:.3f}"
            shown = "" if top is None else f"{top:.3f}"
            table.add_row(measure.name, figure.key, target, shown, f"{now:.3f}", mark, figure.rivals)
    return table


def _met(measure: Measure, result: Result) -> bool:
    return all(figure.target is None or result[figure.key] >= figure.target for figure in measure.figures)


def _list_misses(console: Console, measure: Measure, texts: Texts, classes: int) -> None:
    found = misses(texts.gold(measure), texts.enriched(measure))
    console.rule(f"{measure.name}: {found.counts.total()} misses and false finds", align="left")
    for name, count in found.counts.most_common(classes):
        console.print(f"{count:4}  {name}", markup=False, highlight=False)
        console.print(f"      {found.examples[name][0]}", markup=False, highlight=False, style="dim")


def _reference(console: Console, texts: Texts) -> bool:
    annotation = texts.folder.parent / "reference" / "seed-fr.json"
    if not annotation.exists():
        return True
    result = reference(annotation, texts.work)
    counts = ", ".join(
        f"{level} {len(result.found[level])} of {len(result.found[level]) + len(result.missed[level])}"
        for level in result.found
    )
    console.print(f"reference article: statements {counts}; {len(result.differences)} differences", highlight=False)
    for line in result.differences:
        console.print(f"  {line}", markup=False, highlight=False)
    return not result.differences


def _record(wanted: Sequence[Measure], results: dict[str, Result], best: dict[str, float]) -> None:
    for measure in wanted:
        for figure in measure.figures:
            key = f"{measure.name} {figure.key}"
            best[key] = max(best.get(key, 0.0), results[measure.name][figure.key])
    BEST.write_text(json.dumps(dict(sorted(best.items())), indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
