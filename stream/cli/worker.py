"""``communique worker``: take articles from Kafka, have the models read them, send on what they found."""

from typing import Annotated

import typer


def worker(
    create_topics: Annotated[bool, typer.Option("--create-topics", help="Create the topics that are missing.")] = False,
) -> None:
    """Work until SIGTERM or Ctrl-C, then finish what is in flight and commit.

    Its settings come from the environment (COMMUNIQUE_...). Workers of one group share the articles.
    """
    from stream.cli.context import load  # noqa: PLC0415 -- commands load what they need when they run
    from stream.settings import TopicSettings, WorkerSettings  # noqa: PLC0415 -- as above

    try:
        from stream.agents.worker import run  # noqa: PLC0415 -- as above
    except ModuleNotFoundError as error:
        from stream.errors import MissingExtraError  # noqa: PLC0415 -- as above

        raise MissingExtraError(f"the worker's part {error.name}", "worker") from None
    run(load(WorkerSettings), create=load(TopicSettings) if create_topics else None)
