"""``communique schemas``: the contract as JSON Schema and AsyncAPI."""

from pathlib import Path
from typing import Annotated

import typer

from stream.errors import ConfigurationError


def schemas(
    directory: Annotated[Path, typer.Argument(metavar="DIRECTORY", help="Where the documents go, or are.")] = Path(
        "schemas"
    ),
    check: Annotated[bool, typer.Option("--check", help="Write nothing; fail where a document differs.")] = False,
) -> None:
    """Write the contract as JSON Schema and AsyncAPI.

    One JSON Schema for each topic's value, and one AsyncAPI document of all topics.
    """
    from schemas.generate import documents  # noqa: PLC0415

    wanted = {directory / path: content for path, content in documents().items()}
    different = [path for path, content in wanted.items() if not path.is_file() or path.read_bytes() != content]
    if check:
        if different:
            names = ", ".join(str(path) for path in different)
            raise ConfigurationError(
                f"not as the models are: {names}", hint=f"Write them with: communique schemas {directory}"
            )
        typer.echo(f"{len(wanted)} documents in {directory} are as the models are")
        return
    for path in different:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(wanted[path])
        typer.echo(path)
    typer.echo(f"{len(different)} of {len(wanted)} documents written to {directory}")
