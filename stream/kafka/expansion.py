"""Decompressing a batch of records within a bound.

A broker limits what a batch has in bytes as it is sent. A few kilobytes may stand for gigabytes, which would end whoever
reads them; so here no more is expanded than is allowed.
"""

import struct
from collections.abc import Callable, Iterator, Mapping
from typing import Final

import cramjam

from stream.errors import RecordTooLargeError

GZIP, SNAPPY, LZ4, ZSTD = 1, 2, 3, 4
"""Kafka's numbers of the codecs (attributes of a batch, bits 0 to 2)."""

_XERIAL: Final = b"\x82SNAPPY\x00"
_XERIAL_HEADER: Final = 16
_NO_ROOM: Final = "failed to write whole buffer"

_INTO: Mapping[int, Callable[[bytes, bytearray], int]] = {
    GZIP: cramjam.gzip.decompress_into,
    LZ4: cramjam.lz4.decompress_into,
    ZSTD: cramjam.zstd.decompress_into,
}


def expand(data: bytes, codec: int, limit: int) -> bytes:
    """The data decompressed, at most ``limit`` bytes.

    Raises :class:`RecordTooLargeError` where it would be more, :class:`cramjam.DecompressionError` or
    :class:`struct.error` where the data is damaged, :class:`KeyError` where there is no such codec.
    """
    if codec == SNAPPY:
        return _snappy(data, limit)
    room = bytearray(limit)  # the system gives memory only for what is written to
    try:
        length = _INTO[codec](data, room)
    except cramjam.DecompressionError as error:
        if _NO_ROOM in str(error):
            raise _too_large(limit) from None
        raise
    return bytes(memoryview(room)[:length])


def _snappy(data: bytes, limit: int) -> bytes:
    """Snappy tells beforehand how long a block will be."""
    blocks = list(_blocks(data))
    if sum(cramjam.snappy.decompress_raw_len(block) for block in blocks) > limit:
        raise _too_large(limit)
    return b"".join(bytes(cramjam.snappy.decompress_raw(block)) for block in blocks)


def _blocks(data: bytes) -> Iterator[bytes]:
    """The blocks of xerial's framing, which Java clients write; other data is one block."""
    if not data.startswith(_XERIAL):
        yield data
        return
    at = _XERIAL_HEADER
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        yield data[at + 4 : at + 4 + length]
        at += 4 + length


def _too_large(limit: int) -> RecordTooLargeError:
    return RecordTooLargeError(f"its batch is more than {limit} bytes when it is decompressed")
