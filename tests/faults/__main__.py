"""Faults made on purpose, and an account of every article: ``python -m tests.faults [--seed N] [--articles N] …``.

Needs Java and Maven (real Apache Kafka). Exits with 1 where anything is lost, differs, is out of order or
recovers too late.
"""

import argparse
import asyncio
import logging
import secrets
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from tests.faults.run import MODELS, SHORT, Options, Run

_RECOVERY = 30.0
"""Seconds after which a killed worker's articles must have been taken up, with default settings."""


def _options() -> tuple[Options, Path | None]:
    parser = argparse.ArgumentParser(
        prog="python -m tests.faults", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, help="for the random choices; one is chosen and printed without it")
    parser.add_argument("--short", action="store_true", help="a run of half a minute")
    parser.add_argument("--articles", type=int)
    parser.add_argument("--kills", type=int, help="SIGKILLs of workers")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--models", action="store_true", help="the real models rather than a stub")
    parser.add_argument("--delivery", choices=["at-least-once", "exactly-once"], default="at-least-once")
    parser.add_argument("--directory", type=Path, help="keep logs and data there")
    given = parser.parse_args()
    seed = secrets.randbelow(1_000_000) if given.seed is None else given.seed
    base = SHORT if given.short else Options()
    plan = MODELS if given.models else base.plan
    plan = plan if given.kills is None else replace(plan, kill=given.kills)
    options = replace(
        base,
        articles=given.articles or base.articles,
        plan=plan,
        seed=seed,
        workers=given.workers,
        models=given.models,
        delivery=given.delivery,
    )
    return options, given.directory


def main() -> int:
    """Run it and print the table; 1 where the promises are broken."""
    options, kept = _options()
    logging.getLogger("aiokafka").setLevel(logging.CRITICAL)  # it is to lose its broker
    began = time.monotonic()

    def tell(what: str) -> None:
        print(f"{time.monotonic() - began:6.1f} s  {what}", file=sys.stderr, flush=True)  # noqa: T201 - a program

    tell(f"seed {options.seed}, {options.delivery}")
    with tempfile.TemporaryDirectory(prefix="communique-faults-") as scratch:
        report = asyncio.run(Run(options, kept or Path(scratch), tell).run())
    found = report.account
    print(f"seed {options.seed}, {options.delivery}\n{report.table()}")  # noqa: T201 - as above
    wrong = found.lost + found.differing + found.disordered + found.strange
    if options.delivery == "exactly-once":
        wrong += found.late
        if found.repeated:
            wrong.append(f"{found.repeated} events are repeated")
    wrong += [
        f"a killed worker's articles were taken up after {seconds:.1f} s"
        for seconds in report.recoveries
        if seconds > _RECOVERY
    ]
    for fault in wrong[:20]:
        print(f"  {fault}")  # noqa: T201 - as above
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
