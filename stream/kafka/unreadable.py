"""Records that aiokafka cannot read, told from those that it can.

aiokafka 0.14 raises out of the consumer where a batch does not decode (a header name that is not UTF-8, a wrong check
sum, a codec that fails), and raises the same again for ever, since its position stays before it. Here such a record
comes as one without a value whose ``reason`` says why, and the next fetch begins behind it.
"""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import Any, Final, Self

from aiokafka import ConsumerRecord, TopicPartition
from aiokafka.consumer import fetcher
from aiokafka.errors import CorruptRecordException
from aiokafka.record import default_records
from aiokafka.record.default_records import DefaultRecordBase, DefaultRecordBatch
from aiokafka.record.memory_records import MemoryRecords
from aiokafka.record.util import decode_varint_py

from stream.errors import RecordTooLargeError
from stream.kafka.escape import escape
from stream.kafka.expansion import expand

_LOG_OVERHEAD: Final = 12
"""Bytes of a batch before those that its length field counts: base offset and length (Kafka's message format v2)."""
_HEADER: Final = DefaultRecordBase.HEADER_STRUCT.size
_ATTRIBUTES: Final = DefaultRecordBase.ATTRIBUTES_OFFSET + 1
"""Where the low byte of a batch's attributes stands, which holds the codec."""
_CODEC: Final = DefaultRecordBase.CODEC_MASK


class Unreadable(bytes):
    """Stands for the value of a record that could not be read; empty."""

    reason: str

    def __new__(cls, reason: str) -> Self:
        """With the reason, in one printable line."""
        value = super().__new__(cls)
        value.reason = escape(reason, 300)
        return value


def tolerate(limit: int) -> None:
    """Have all consumers of this process that start from now on give such records as :class:`Unreadable`.

    ``limit`` is the most bytes that a batch may have when it is decompressed. For processes of our own: aiokafka has no
    place for it but its module's names.
    """
    fetcher.MemoryRecords = partial(Batches, limit=limit)
    fetcher.PartitionRecords = _TolerantRecords


class Batches:
    """The batches of a fetched partition, as aiokafka's ``MemoryRecords``, but lenient with header names."""

    def __init__(self, data: bytes, *, limit: int) -> None:
        self._records = MemoryRecords(data)
        self._data = data
        self._at = 0
        self._limit = limit

    def has_next(self) -> bool:
        """Whether there is another whole batch."""
        return bool(self._records.has_next())

    def size_in_bytes(self) -> int:
        """Length of all that was fetched."""
        return len(self._data)

    def next_batch(self) -> Any:
        """The next batch."""
        batch = self._records.next_batch()
        start = self._at
        self._at += _LOG_OVERHEAD + int.from_bytes(self._data[start + 8 : start + 12])
        if not isinstance(batch, DefaultRecordBatch):
            return batch
        return _Batch(batch, memoryview(self._data)[start : self._at], self._limit)


class _Batch:
    """A batch that is decompressed within a limit, and read again, leniently, where a header name or a length stops it."""

    def __init__(self, batch: Any, data: memoryview, limit: int) -> None:
        self._batch = batch
        self._data = data
        self._limit = limit

    def __getattr__(self, name: str) -> Any:
        return getattr(self._batch, name)

    def __next__(self) -> Any:
        return next(self._batch)

    def __iter__(self) -> Iterator[Any]:
        data, read = self._plain(), 0
        try:
            for record in DefaultRecordBatch(data):
                yield record
                read += 1
        except (UnicodeDecodeError, MemoryError):  # the compiled reader asks for the memory that a damaged length names
            yield from islice(_LenientBatch(data), read, None)

    def _plain(self) -> bytes:
        """The batch without compression; its check sum is no longer right, and was looked at before."""
        codec = self._batch.compression_type
        if not codec:
            return bytes(self._data)
        head, records = bytearray(self._data[:_HEADER]), expand(bytes(self._data[_HEADER:]), codec, self._limit)
        head[_ATTRIBUTES] &= ~_CODEC
        return bytes(head) + records


class _LenientBatch(default_records._DefaultRecordBatchPy):  # type: ignore[misc]  # noqa: SLF001 - its reader in Python
    r"""A batch whose header names may hold any bytes: those that are not UTF-8 are written as ``\xNN``."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self._buffer = _Lenient(data)

    def _read_msg(self, decode_varint: Callable[[bytearray, int], tuple[int, int]] = decode_varint_py) -> Any:
        # The compiled decode_varint follows a damaged length out of the buffer, and ends the process.
        return super()._read_msg(decode_varint)


class _Lenient(bytearray):
    def __getitem__(self, where: Any) -> Any:
        found = super().__getitem__(where)
        return _Lenient(found) if isinstance(where, slice) else found

    def decode(self, encoding: str = "utf-8", errors: str = "backslashreplace") -> str:
        return super().decode(encoding, errors)


class _TolerantRecords(fetcher.PartitionRecords):  # type: ignore[misc]  # aiokafka has no types
    """A fetched partition whose records end with an unreadable one where reading them fails."""

    next_fetch_offset: int

    def _unpack_records(self) -> Iterator[ConsumerRecord]:
        try:
            yield from super()._unpack_records()
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - a codec may raise anything
            # Only this offset is passed over: of what follows in the batch the broker decides what the next fetch gets.
            offset = self.next_fetch_offset
            self.next_fetch_offset = offset + 1
            yield _placeholder(self._tp, offset, error)


def _placeholder(place: TopicPartition, offset: int, error: Exception) -> ConsumerRecord:
    what = "wrong check sum" if isinstance(error, CorruptRecordException) and "CRC" in str(error) else _text(error)
    return ConsumerRecord(place.topic, place.partition, offset, 0, 0, None, Unreadable(what), None, -1, 0, ())


def _text(error: Exception) -> str:
    return error.message if isinstance(error, RecordTooLargeError) else f"{type(error).__name__}: {error}"
