"""``communique doctor``: what is installed, reachable, missing, and what to do about it."""

from typing import TYPE_CHECKING

import typer

from stream.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stream.cli.checks import Finding


def doctor() -> None:
    """Check the installation and the broker.

    Looks at Python, packages, models, settings, broker, topics and memory, and says what to do about what is wrong.
    """
    from rich.text import Text  # noqa: PLC0415

    from stream.cli.context import console  # noqa: PLC0415
    from stream.cli.visible import visible  # noqa: PLC0415

    out = console()
    styles = {"ok": "green", "failed": "bold red", "note": "yellow"}
    failed = 0
    for finding in _findings():
        failed += finding.verdict == "failed"
        line = Text.assemble(
            (f"{finding.verdict:<7}", styles[finding.verdict]), f"{finding.name:<13}", visible(finding.found)
        )
        out.print(line, soft_wrap=True)
        if finding.advice:
            out.print(Text(f"{'':<20}→ {visible(finding.advice)}"), soft_wrap=True)
    if failed:
        raise typer.Exit(1)


def _findings() -> "Iterator[Finding]":
    from stream.cli import checks  # noqa: PLC0415
    from stream.cli.context import load, run  # noqa: PLC0415
    from stream.settings import WorkerSettings  # noqa: PLC0415

    yield from checks.python()
    yield from checks.packages()
    yield from checks.models()
    yield from checks.settings()
    try:
        settings = load(WorkerSettings)
    except ConfigurationError:
        return  # told above; without settings there is no broker to look for
    yield from run(checks.broker(settings))
    yield from checks.machine(settings)
