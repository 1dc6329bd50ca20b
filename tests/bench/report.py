"""The figures of a benchmark as tables."""

from collections.abc import Iterator
from typing import Any

from rich.table import Table

_REFERENCE = "models alone"


def tables(results: dict[str, Any]) -> Iterator[Table]:
    """One table a part."""
    if "side_by_side" in results:
        yield _rates(results["side_by_side"]["rates"])
        yield _memory("Memory after reading, MiB", results["side_by_side"]["memory"])
    if "stages" in results:
        yield _stages(results["stages"])
    if "latency" in results:
        yield _latency(results["latency"])
    if "memory" in results:
        yield _memory(
            "Memory of a worker with one model process, MiB",
            {f"{name}, ready after {of['ready_after']} s": of["processes"] for name, of in results["memory"].items()},
        )
    if "short" in results:
        yield _table(
            "From a cold start",
            ("command", "s", "CPU s"),
            [(name, run["seconds"], run["cpu_seconds"]) for name, run in results["short"].items()],
        )
    if "length" in results:
        yield _table("20 times the text", ("language", "times as long"), list(results["length"].items()))


def _rates(rates: dict[str, Any]) -> Table:
    rows = []
    for way, by_language in rates.items():
        for language, rate in by_language.items():
            bare = rates.get(_REFERENCE, {}).get(language)
            compared = [
                f"{rate[name] / bare[name]:.2f}" if bare else ""
                for name in ("words_per_second", "words_per_cpu_second")
            ]
            figures = (rate["articles_per_second"], rate["words_per_second"], rate["words_per_cpu_second"])
            rows.append((way, language, rate["articles"], *figures, *compared))
    columns = ("way", "language", "articles", "articles/s", "words/s", "words/CPU s", "to models, s", "CPU s")
    return _table("Side by side", columns, rows)


def _memory(title: str, by_way: dict[str, Any]) -> Table:
    rows = []
    for way, processes in by_way.items():
        rows += [(way, each["name"], f"{each['rss']:.0f}", f"{each['pss']:.0f}") for each in processes]
        rows.append((way, "all", "", f"{sum(each['pss'] for each in processes):.0f}"))
    return _table(title, ("", "process", "resident", "its share (PSS)"), rows)


def _stages(by_language: dict[str, Any]) -> Table:
    languages = list(by_language)
    names = list(by_language[languages[0]])
    rows = [(name, *(f"{by_language[language][name]:.1f}" for language in languages)) for name in names]
    rows.append(("all", *(f"{sum(by_language[language].values()):.1f}" for language in languages)))
    return _table("CPU milliseconds a thousand words", ("stage", *languages), rows)


def _latency(latency: dict[str, Any]) -> Table:
    rows = [(load, *figures.values()) for load, figures in latency.items() if isinstance(figures, dict)]
    title = (
        f"Seconds from published to enriched, real Kafka, articles of {latency['words']} words; "
        f"capacity {latency['capacity']} articles/s, {latency['own']} CPU s an article"
    )
    return _table(title, ("load", "p50", "p95", "p99"), rows)


def _table(title: str, columns: tuple[str, ...], rows: list[tuple[Any, ...]]) -> Table:
    table = Table(title=title, title_justify="left")
    for number, column in enumerate(columns):
        table.add_column(column, justify="left" if number == 0 else "right")
    for row in rows:
        table.add_row(*map(str, row))
    return table
