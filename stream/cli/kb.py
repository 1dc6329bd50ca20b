"""``communique kb``: show, check and extend what is known of people, organisations and places."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Show, check and extend the knowledge base.", rich_markup_mode=None)


@app.command()
def show(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="An id (Q7747, x:pete-hegseth), a country's code, or a name in any script."
        ),
    ],
    json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Show what is known by an id or a name.

    Its names, type, country, offices with their years. Several that share the name come one after the other.
    """
    from stream.cli.extras import require  # noqa: PLC0415 -- commands load what they need when they run

    require("the knowledge base", "worker")
    from stream.cli import identities  # noqa: PLC0415 -- as above
    from stream.cli.context import console  # noqa: PLC0415 -- as above
    from stream.cli.visible import visible  # noqa: PLC0415 -- as above
    from stream.errors import NotKnownError  # noqa: PLC0415 -- as above
    from stream.nlp.knowledge.loading import read_knowledge  # noqa: PLC0415 -- as above

    base = read_knowledge(_own())
    found = identities.find(base, name.strip())
    if not found:
        raise NotKnownError(f"nothing is known by {visible(name, 100)!r}")
    if json:
        import orjson  # noqa: PLC0415 -- as above

        for record in found:
            typer.echo(orjson.dumps(identities.as_json(record, base)).decode())
        return
    out = console()
    for number, record in enumerate(found):
        if number:
            out.print()
        identities.show(record, base, out)


@app.command()
def check(
    path: Annotated[
        Path | None,
        typer.Argument(
            metavar="PATH", help="A table of your own, or a folder of tables; else that of COMMUNIQUE_KNOWLEDGE."
        ),
    ] = None,
) -> None:
    """Say what is wrong with the tables, the built-in ones and your own.

    One line a fault, with file and line. The exit code is 1 where there is any.
    """
    from stream.cli.extras import require  # noqa: PLC0415 -- commands load what they need when they run

    require("the knowledge base", "worker")
    from stream.cli.visible import visible  # noqa: PLC0415 -- as above
    from stream.errors import ConfigurationError  # noqa: PLC0415 -- as above
    from stream.nlp.knowledge.checking import check as checked  # noqa: PLC0415 -- as above

    found = checked(path or _own())
    for fault in found.faults:
        typer.echo(visible(str(fault)))
    of = f"{found.lines} built-in lines and {found.own} of your own"
    if found.faults:
        number = f"{len(found.faults)} fault{'s' if len(found.faults) > 1 else ''}"
        raise ConfigurationError(f"{number} in {of}", hint="The format is described in stream/data/README.md.")
    typer.echo(f"no fault in {of}")


def _own() -> Path | None:
    from stream.cli.context import load  # noqa: PLC0415 -- as above
    from stream.settings import WorkerSettings  # noqa: PLC0415 -- as above

    return load(WorkerSettings).knowledge
