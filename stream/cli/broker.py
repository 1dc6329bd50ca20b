"""``communique broker``: the embedded broker, in the foreground."""

from typing import Annotated

import typer

from stream.errors import BrokerError

DEFAULT_PORT = 9092


def broker(
    port: Annotated[
        int, typer.Option(min=0, max=65535, metavar="PORT", help="Port on 127.0.0.1; 0 for a free one.")
    ] = DEFAULT_PORT,
) -> None:
    """Run the embedded broker.

    It runs until Ctrl-C, keeps everything in memory and forgets it: for trying out and for tests.
    """
    import signal  # noqa: PLC0415

    from stream.kafka.broker import EmbeddedBroker  # noqa: PLC0415

    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with EmbeddedBroker(port) as running:
        typer.echo(f"broker at {running.address}; stop it with Ctrl-C")
        typer.echo(f"for other terminals: export COMMUNIQUE_BOOTSTRAP_SERVERS={running.address}")
        code = running.wait()
    raise BrokerError(f"the broker ended by itself, with code {code}")
