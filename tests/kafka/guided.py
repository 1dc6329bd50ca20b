"""Fuzzing led by coverage, for what reads bytes from outside: ``python -m tests.kafka.guided [-atheris_runs=N] …``.

atheris (``pip install atheris``) looks for inputs that reach code not yet reached. The options are libFuzzer's. It ends with
the input at the first exception, or where one takes longer than :data:`~tests.kafka.fuzz.SLOWEST`.
"""

import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

import atheris

with atheris.instrument_imports(include=["stream", "schemas", "aiokafka"]):
    from tests.kafka.fuzz import SLOWEST, a_batch, an_article, batch, damaged, decode, read

_SEEDS: Final = 400
"""Inputs to begin with."""
_MOST: Final = 16_384
"""Bytes of an input at most."""


def _records(data: bytes) -> str:
    """Read a batch with a right header: its count, its codec, then its records."""
    count, codec, records = data[:1], data[1:2], data[2:]
    return read(batch(records, codec=int.from_bytes(codec) % 5, count=int.from_bytes(count)))


_KINDS: Final[tuple[Callable[[bytes], str], ...]] = (decode, _records, read)
"""The first byte of an input chooses among them."""


def one(data: bytes) -> None:
    """Read one input."""
    if data:
        _KINDS[data[0] % len(_KINDS)](data[1:])


def mutated(data: bytes, most: int, seed: int) -> bytes:
    """The input changed: by atheris, which knows no format, or by what the fuzzer by chance knows of it."""
    chance = random.Random(seed)  # noqa: S311 - to be repeated, no secret
    if chance.random() < 0.5:
        return bytes(atheris.Mutate(data, most))
    return (data[:1] + damaged(data[1:], chance))[:most]


def _seeds(directory: Path) -> None:
    chance = random.Random(1)  # noqa: S311 - as above
    for number in range(_SEEDS):
        raw = a_batch(chance)
        made = (b"\0" + an_article(chance), b"\1" + raw[60:61] + raw[22:23] + raw[61:], b"\2" + raw)[number % 3]
        (directory / str(number)).write_bytes(made)


def main() -> None:
    """Run until the options say to end; a million inputs without any."""
    options = sys.argv[1:] or ["-atheris_runs=1000000"]
    with tempfile.TemporaryDirectory(prefix="communique-fuzz-") as corpus:
        _seeds(Path(corpus))
        limits = (f"-timeout={SLOWEST:.0f}", f"-max_len={_MOST}", "-rss_limit_mb=4096", "-print_final_stats=1")
        atheris.Setup([sys.argv[0], *limits, *options, corpus], one, custom_mutator=mutated)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
