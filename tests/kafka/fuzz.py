"""Mutated articles and batches for everything that reads bytes from outside.

``python -m tests.kafka.fuzz [--inputs N] [--seed N]`` runs any number by chance; :mod:`tests.kafka.guided` looks for inputs
that reach new code.
"""

import argparse
import random
import secrets
import time
from collections import Counter
from collections.abc import Callable

import orjson
from aiokafka import TopicPartition
from aiokafka.record.default_records import DefaultRecordBase, _DefaultRecordBatchBuilderPy
from aiokafka.record.util import calc_crc32c

from stream.errors import InvalidRecordError
from stream.kafka.codec import decode_article, encode
from stream.kafka.unreadable import Batches, _TolerantRecords

LIMIT = 200_000
SLOWEST = 5.0
"""Seconds that one input may take at most."""
_ATTRIBUTES, _CRC = DefaultRecordBase.ATTRIBUTES_OFFSET, DefaultRecordBase.CRC_OFFSET
_HEADER = DefaultRecordBase.HEADER_STRUCT.size
_PLACE = TopicPartition("articles", 0)
_STRANGE: tuple[object, ...] = (
    *(None, True, 0, -1, 2**63, 1e308, "", " ", "\u202e\u2066", "\u0301" * 500, "\u0000", "«" * 5000, "\U0001f1eb"),
    *(
        [],
        {},
        [[[[]]]],
        {"a": {"a": {"a": []}}},
        ["x"] * 2000,
        "\u05d1\u200fa",
        "क्षि",
        "ﷺ",
        "\ufeff",
        "2026-13-45T99:99:99Z",
    ),
)
_FIELDS = ("id", "url", "title", "text", "language", "published_at", "source", "metadata", "unknown")
_PIECES = (
    b"\x00",
    b"\xff",
    b"\xed\xa0\x80",
    rb"\ud800",
    rb"\u202e",
    b"[" * 400,
    b'{"a":' * 300,
    b"1e999",
    b"NaN",
    b'"',
    b"\\",
)


def an_article(chance: random.Random) -> bytes:
    """An article with odd fields, its bytes damaged or not."""
    article: dict[str, object] = {"text": "The minister said so.", "title": "A title", "source": {"name": "The Desk"}}
    for _ in range(chance.randrange(4)):
        article[chance.choice(_FIELDS)] = chance.choice(_STRANGE)
    data = orjson.dumps(article, option=orjson.OPT_NON_STR_KEYS)
    return damaged(data, chance) if chance.random() < 0.6 else data


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes with a few changes."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(changed) + 1)
        match chance.randrange(4):
            case 0:
                changed[at:at] = chance.choice(_PIECES)
            case 1:
                del changed[at : at + chance.randrange(1, 20)]
            case 2:
                changed[at : at + 1] = bytes([chance.randrange(256)])
            case _:
                changed[at:at] = changed[: chance.randrange(40)]
    return bytes(changed)


def a_batch(chance: random.Random) -> bytes:
    """A batch as a broker may keep it, damaged behind its header; with its check sum right, or not."""
    codec = chance.randrange(5)
    builder = _DefaultRecordBatchBuilderPy(2, codec, 0, -1, -1, -1, 1 << 20)
    for number in range(chance.randint(1, 5)):
        builder.append(number, 1000, b"k", an_article(chance), [("traceparent", b"00-x")])
    data = bytes(builder.build())
    return _sealed(data[:_HEADER] + damaged(data[_HEADER:], chance), right=chance.random() < 0.9)


def batch(records: bytes, *, codec: int, count: int) -> bytes:
    """A batch with these bytes for its records, which are said to be so many and compressed so; its header is right."""
    builder = _DefaultRecordBatchBuilderPy(2, codec, 0, -1, -1, -1, 1 << 20)
    builder.append(0, 1000, b"k", b"v", [])
    head = bytearray(builder.build()[:_HEADER])
    head[_HEADER - 4 :] = count.to_bytes(4)
    return _sealed(bytes(head) + records)


def _sealed(data: bytes, *, right: bool = True) -> bytes:
    """The batch with its length, and with its check sum where that is to be right."""
    changed = bytearray(data)
    changed[8:12] = (len(changed) - 12).to_bytes(4)
    if right:
        changed[_CRC:_ATTRIBUTES] = calc_crc32c(bytes(changed[_ATTRIBUTES:])).to_bytes(4)
    return bytes(changed)


def decode(value: bytes) -> str:
    """Decode bytes: an article that can be written again, or an invalid record with a printable message; else it raises."""
    try:
        article = decode_article(value, limit=LIMIT)
    except InvalidRecordError as error:
        code, message = error.code, error.message  # the error itself would keep its input alive
    else:
        assert decode_article(encode(article), limit=10 * LIMIT) == article
        return "article"
    assert message.isprintable()
    assert len(message) <= 600
    return code


def read(data: bytes) -> str:
    """Read a batch: its records, up to one that cannot be read, with a printable reason."""
    records = _TolerantRecords(
        _PLACE, Batches(data, limit=LIMIT), [], 0, None, None, check_crcs=True, isolation_level=0
    )
    found = list(records)
    reasons = [record.value.reason for record in found if hasattr(record.value, "reason")]
    assert all(reason.isprintable() for reason in reasons)
    return "unreadable" if reasons else "read"


def run(inputs: int, seed: int) -> Counter[str]:
    """So many inputs; what became of them."""
    chance = random.Random(seed)  # noqa: S311 - to be repeated, no secret
    ends: Counter[str] = Counter()
    kinds: tuple[tuple[Callable[[random.Random], bytes], Callable[[bytes], str]], ...] = (
        (an_article, decode),
        (a_batch, read),
    )
    for _ in range(inputs):
        make, use = kinds[chance.random() < 0.2]
        data = make(chance)
        began = time.perf_counter()
        try:
            ends[use(data)] += 1
        except BaseException as error:
            raise AssertionError(f"seed {seed}: {data!r}") from error
        assert time.perf_counter() - began < SLOWEST, f"seed {seed}: slow: {data!r}"
    return ends


def main() -> None:
    """Run, and print what became of the inputs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1_000_000))
    given = parser.parse_args()
    began = time.monotonic()
    ends = run(given.inputs, given.seed)
    print(f"seed {given.seed}: {ends.total()} inputs in {time.monotonic() - began:.0f} s: {dict(ends)}")  # noqa: T201


if __name__ == "__main__":
    main()
