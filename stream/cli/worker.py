"""``communique worker``: take articles from Kafka, have the models read them, send on what they found."""

from typing import Annotated

import typer


def worker(
    create_topics: Annotated[bool, typer.Option("--create-topics", help="Create the topics that are missing.")] = False,
    languages: Annotated[
        str | None,
        typer.Option(
            metavar="CODE,…",
            help="Load the models of these languages only (fr,en): less memory. Articles in others are still read, as those "
            "in a language without a model. What comes out depends on it, so give it to all workers of a group.",
        ),
    ] = None,
) -> None:
    """Run the worker.

    It takes articles from Kafka until SIGTERM or Ctrl-C, then finishes what is in flight and commits. Its settings come
    from the environment (COMMUNIQUE_...). Workers of one group share the articles.
    """
    from stream.cli.context import load, override  # noqa: PLC0415 -- commands load what they need when they run
    from stream.cli.extras import require  # noqa: PLC0415 -- as above
    from stream.settings import TopicSettings, WorkerSettings  # noqa: PLC0415 -- as above

    require("the worker", "worker")
    import orjson  # noqa: PLC0415 -- as above

    from stream.agents.worker import run  # noqa: PLC0415 -- as above

    if languages is not None:
        codes = [code.strip() for code in languages.split(",") if code.strip()]
        override("COMMUNIQUE_LANGUAGES", orjson.dumps(codes).decode())
    run(load(WorkerSettings), create=load(TopicSettings) if create_topics else None)
