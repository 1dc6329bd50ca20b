"""``communique replay``: dead letters back to the topic that they came from."""

from typing import TYPE_CHECKING, Annotated

import typer

from stream.errors import CommuniqueError, UsageError

if TYPE_CHECKING:
    from datetime import datetime

    from stream.client import Replay, Replayed


def replay(  # noqa: PLR0913 - one parameter an option
    error: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="Only letters with this error code, such as too-large.")
    ] = None,
    stage: Annotated[
        list[str] | None, typer.Option(metavar="STAGE", help="Only those that failed here: decode, enrich, produce.")
    ] = None,
    article: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Only this article, by its id (the record's key).")
    ] = None,
    retriable: Annotated[
        bool | None, typer.Option("--retriable/--not-retriable", help="Only those that may (not) succeed unchanged.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="TIME", help="Only those that failed at that time or later.")
    ] = None,
    rate: Annotated[
        float | None, typer.Option(min=0.001, metavar="NUMBER", help="At most so many letters a second.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be replayed; send and move nothing.")
    ] = False,
    group: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Consumer group that keeps the progress; by default one for each choice of letters."
        ),
    ] = None,
) -> None:
    """Put dead letters back on their topic.

    They go back as they came, with their bytes, key and headers. Each is replayed once: interrupted and started again
    with the same options, it goes on where it was. What fails again becomes a new dead letter, which tells how often it
    was tried in all and how it failed before.
    """
    from stream.cli.context import load, run  # noqa: PLC0415
    from stream.client import Replay  # noqa: PLC0415
    from stream.settings import BrokerSettings  # noqa: PLC0415

    conditions = _conditions(error=error, stage=stage, article=article)
    if retriable is not None:
        conditions.append(f"retriable={str(retriable).lower()}")
    work = Replay(
        load(BrokerSettings),
        where=conditions,
        since=None if since is None else _time(since),
        group=group,
        rate=rate,
        dry_run=dry_run,
    )
    if not run(_replay(work, dry_run=dry_run)):
        raise typer.Exit(1)


def _conditions(**choices: list[str] | None) -> list[str]:
    """The options as filters; each value in quotation marks, for it may hold a comma."""
    quoted = {
        key: ['"' + value.replace('"', '""') + '"' for value in values] for key, values in choices.items() if values
    }
    return [f"{key}={','.join(values)}" for key, values in quoted.items()]


def _time(text: str) -> "datetime":
    from datetime import datetime  # noqa: PLC0415

    from stream.client import parse_start  # noqa: PLC0415

    try:
        time = parse_start(text)
    except UsageError:
        time = "end"  # no time either
    if not isinstance(time, datetime):
        raise UsageError(f"--since {text} is no time", hint="Give a date, or a time such as 2026-03-01T08:00:00Z")
    return time


async def _replay(work: "Replay", *, dry_run: bool) -> bool:
    """Replay all, saying what becomes of each; whether none failed."""
    done = failed = 0
    async with work:
        if not work.exact:
            typer.echo("this broker has no transactions: a letter that is interrupted is replayed again", err=True)
        try:
            async for replayed in work:
                _tell(replayed)
                failed += isinstance(replayed.outcome, CommuniqueError)
                done += not isinstance(replayed.outcome, CommuniqueError)
        finally:
            verb = "would replay" if dry_run else "replayed"
            invalid = f"; {_no_letters(work.invalid)}" if work.invalid else ""
            typer.echo(f"{verb} {done}{f'; {failed} failed' if failed else ''}{invalid}", err=True)
    return not failed and not work.invalid


def _no_letters(count: int) -> str:
    return "1 record is no dead letter" if count == 1 else f"{count} records are no dead letters"


def _tell(replayed: "Replayed") -> None:
    from stream.cli.visible import visible  # noqa: PLC0415

    letter = replayed.letter.value
    place = f"{letter.topic}/{letter.partition}@{letter.offset}"
    if isinstance(replayed.outcome, CommuniqueError):
        became = f"failed: {replayed.outcome}"
    elif replayed.outcome is None:
        became = f"{letter.error}: {letter.message}"
    else:
        became = f"is now {replayed.outcome.topic}/{replayed.outcome.partition}@{replayed.outcome.offset}"
    tried = f"tried {letter.attempts}×" if replayed.outcome is None else f"{letter.error}, tried {letter.attempts}×"
    typer.echo(visible(f"{place} ({tried}) {became}"))
