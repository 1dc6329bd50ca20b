"""``communique topics``: create, check and describe the topics on the broker."""

from typing import TYPE_CHECKING, Annotated

import typer

from stream.errors import TopicMismatchError, TopicMissingError

if TYPE_CHECKING:
    from stream.kafka.topics import TopicDescription

_SHOWN = ("cleanup.policy", "retention.ms", "max.message.bytes", "min.insync.replicas")

app = typer.Typer(help="Create, check and describe the topics.", rich_markup_mode=None)


@app.command()
def create(
    partitions: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="NUMBER", help="Partitions of each topic: the most workers that can share the articles."
        ),
    ] = None,
    replication_factor: Annotated[
        int | None,
        typer.Option(min=1, metavar="NUMBER", help="Replicas of each partition; the broker's default where not given."),
    ] = None,
) -> None:
    """Create the topics that are missing.

    Those that exist stay as they are.
    """
    from stream.cli.context import load, override, run  # noqa: PLC0415
    from stream.kafka import topics  # noqa: PLC0415
    from stream.settings import TopicSettings  # noqa: PLC0415

    override("COMMUNIQUE_PARTITIONS", None if partitions is None else str(partitions))
    override("COMMUNIQUE_REPLICATION_FACTOR", None if replication_factor is None else str(replication_factor))
    created = run(topics.create(load(TopicSettings)))
    for name in created:
        typer.echo(f"created {name}")
    if not created:
        typer.echo("all topics exist")


@app.command()
def check() -> None:
    """Say what is wrong with the topics.

    The exit code is 1 where a worker could not run.
    """
    from schemas import TOPICS  # noqa: PLC0415
    from stream.cli.context import load, run  # noqa: PLC0415
    from stream.cli.visible import visible  # noqa: PLC0415
    from stream.kafka import topics  # noqa: PLC0415
    from stream.settings import BrokerSettings  # noqa: PLC0415

    problems = run(topics.check(load(BrokerSettings)))
    for problem in problems:
        typer.echo(f"{visible(problem.topic)}: {visible(problem.message)}")
    fatal = sum(problem.fatal for problem in problems)
    if any("does not exist" in problem.message for problem in problems if problem.fatal):
        raise TopicMissingError(f"{fatal} of {len(TOPICS)} topics cannot be used")
    if fatal:
        raise TopicMismatchError(f"{fatal} of {len(TOPICS)} topics cannot be used")
    if not problems:
        typer.echo(f"all {len(TOPICS)} topics are as they must be")


@app.command()
def describe() -> None:
    """Show the topics as they are.

    Their partitions and replicas, how many records they hold, and how they are configured.
    """
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from stream.cli.context import console, load, run  # noqa: PLC0415
    from stream.cli.visible import visible  # noqa: PLC0415
    from stream.kafka import topics  # noqa: PLC0415
    from stream.settings import BrokerSettings  # noqa: PLC0415

    table = Table(box=None, pad_edge=False, header_style="bold underline")
    for heading in ("topic", "partitions", "replicas", "records", "configuration"):
        table.add_column(heading, justify="right" if heading in ("partitions", "replicas", "records") else "left")
    for topic in run(topics.describe(load(BrokerSettings))):
        table.add_row(*(Text(visible(cell)) for cell in _cells(topic)))
    console().print(table)


def _cells(topic: "TopicDescription") -> tuple[str, str, str, str, str]:
    if not topic.exists:
        return topic.name, "-", "-", "-", "does not exist"
    replicas = {len(partition.replicas) for partition in topic.partitions}
    records = sum(partition.end - partition.start for partition in topic.partitions)
    configs = " ".join(f"{name}={topic.configs[name]}" for name in _SHOWN if name in topic.configs)
    return topic.name, str(len(topic.partitions)), "/".join(map(str, sorted(replicas))), str(records), configs
