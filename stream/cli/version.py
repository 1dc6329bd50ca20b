"""``communique version``."""

import typer


def version() -> None:
    """Print the version."""
    from stream import __version__  # noqa: PLC0415

    typer.echo(f"communique {__version__}")
