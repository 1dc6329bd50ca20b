"""Run a real Apache Kafka node until interrupted: ``python -m tests.brokers.apache --port 9092``."""

import argparse
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console

from tests.brokers.apache.distribution import KafkaUnavailableError, version
from tests.brokers.apache.node import ApacheKafka, KafkaStartError


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.brokers.apache", description=__doc__)
    parser.add_argument("--port", type=int, default=9092, help="port on 127.0.0.1, 0 for a free one (default: 9092)")
    parser.add_argument("--data", type=Path, help="directory to keep between runs (default: a temporary one)")
    parser.add_argument("--properties", type=Path, help="file of further server.properties")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="one further property; may be given several times",
    )
    return parser.parse_args()


def _properties(options: argparse.Namespace) -> dict[str, str]:
    lines = options.properties.read_text().splitlines() if options.properties else []
    pairs = (line.strip().partition("=") for line in [*lines, *options.set])
    return {key.strip(): value.strip() for key, _, value in pairs if key and not key.startswith("#")}


@contextmanager
def _directory(given: Path | None) -> Iterator[Path]:
    if given is not None:
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="kafka-") as scratch:
        yield Path(scratch)


def main() -> int:
    """Start the node, say where it is, wait for SIGINT or SIGTERM, stop it."""
    options, console = _options(), Console(stderr=True, highlight=False, markup=False, soft_wrap=True)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with (
            _directory(options.data) as directory,
            ApacheKafka(directory, port=options.port, properties=_properties(options)) as node,
        ):
            console.print(f"Apache Kafka {version()} serves on {node.address} (pid {node.pid}, log {node.log})")
            status = node.wait()
    except (KafkaUnavailableError, KafkaStartError) as error:
        console.print(f"error: {error}")
        return 1
    except KeyboardInterrupt:
        return 0
    console.print(f"error: Kafka ended by itself with exit status {status}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
