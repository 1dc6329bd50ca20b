"""Records that the client library cannot read."""

from collections.abc import Sequence

import pytest
from aiokafka import ConsumerRecord, TopicPartition
from aiokafka.record.default_records import _DefaultRecordBatchBuilderPy
from aiokafka.record.util import calc_crc32c, encode_varint_py

from stream.kafka.unreadable import Batches, Unreadable, _TolerantRecords

LIMIT = 1 << 20
PLACE = TopicPartition("articles", 2)
CODECS = {"none": 0, "gzip": 1, "snappy": 2, "lz4": 3, "zstd": 4}
_CRC, _ATTRIBUTES = 17, 21
"""Where a batch's check sum and what it is of begin, in bytes from the batch's start."""


class Name(str):
    """A header name that is written as bytes which are not UTF-8."""

    __slots__ = ()

    def encode(self, *_: object) -> bytes:
        """The bytes."""
        return b"tra\xff\xfece"


def batch(first: int, names: Sequence[str], codec: str = "none") -> bytearray:
    """A batch as a broker keeps it: a record for each header name, offsets from ``first``."""
    builder = _DefaultRecordBatchBuilderPy(2, CODECS[codec], 0, -1, -1, -1, 1 << 20)
    for number, name in enumerate(names):
        builder.append(number, 1000 + number, b"key", b"value %d" % number, [(name, b"x"), ("after", b"y")])
    data = bytearray(builder.build())
    data[:8] = first.to_bytes(8)
    return data


def read(data: bytes, offset: int) -> tuple[list[ConsumerRecord], int]:
    """The records from an offset, and the offset of the next fetch."""
    records = _TolerantRecords(
        PLACE, Batches(bytes(data), limit=LIMIT), [], offset, None, None, check_crcs=True, isolation_level=0
    )
    return list(records), records.next_fetch_offset


@pytest.mark.parametrize("codec", CODECS)
def test_a_header_name_that_is_not_utf8_is_escaped(codec: str) -> None:
    """The record is whole otherwise, and so are those around it, in the same batch and in the next one."""
    data = batch(10, ["a", "b", Name("x"), "c", Name("x")], codec) + batch(15, ["d"], codec)
    records, following = read(data, 11)
    assert [record.offset for record in records] == [11, 12, 13, 14, 15]
    assert following == 16
    assert [record.headers[0][0] for record in records] == ["b", r"tra\xff\xfece", "c", r"tra\xff\xfece", "d"]
    assert [record.value for record in records] == [b"value 1", b"value 2", b"value 3", b"value 4", b"value 0"]
    assert {record.headers[1] for record in records} == {("after", b"y")}


def test_a_batch_with_a_wrong_check_sum_is_passed_over_offset_by_offset() -> None:
    """Each of its offsets is told once; what comes before it is read, and nothing after it is passed over with it."""
    broken = batch(1, ["b", "c"])
    broken[_CRC] ^= 1
    data = bytes(batch(0, ["a"]) + broken + batch(3, ["d"]))
    records, following = read(data, 0)
    assert [record.value for record in records] == [b"value 0", Unreadable("")]
    assert records[1].offset == 1
    assert isinstance(records[1].value, Unreadable)
    assert records[1].value.reason == "wrong check sum"
    assert following == 2
    # The broker answers the next fetch with the batch that holds offset 2.
    records, following = read(broken + batch(3, ["d"]), 2)
    assert [(record.offset, type(record.value)) for record in records] == [(2, Unreadable)]
    assert following == 3


def test_a_codec_that_fails_is_told() -> None:
    """The bytes are as they were sent, but are not what the batch says that they are."""
    data = batch(0, ["a"])
    data[_ATTRIBUTES + 1] |= CODECS["zstd"]
    data[_CRC:_ATTRIBUTES] = calc_crc32c(bytes(data[_ATTRIBUTES:])).to_bytes(4)
    records, following = read(data, 0)
    assert isinstance(records[0].value, Unreadable)
    assert records[0].value.reason.isprintable()
    assert "frame" in records[0].value.reason.lower()
    assert following == 1


@pytest.mark.parametrize("codec", ["gzip", "snappy", "lz4", "zstd"])
def test_a_batch_that_expands_without_bound_is_not_expanded(codec: str) -> None:
    """A few kilobytes that stand for far more than any batch of articles are told, at the cost of the limit at most."""
    builder = _DefaultRecordBatchBuilderPy(2, CODECS[codec], 0, -1, -1, -1, 100 * LIMIT)
    builder.append(0, 1000, b"key", bytes(40 * LIMIT), [])
    records, following = read(bytes(builder.build()), 0)
    assert isinstance(records[0].value, Unreadable)
    assert records[0].value.reason == f"its batch is more than {LIMIT} bytes when it is decompressed"
    assert following == 1


@pytest.mark.parametrize("codec", CODECS)
def test_any_batch_is_read_as_the_library_reads_it(codec: str) -> None:
    """Empty values, no values, null headers, many records."""
    builder = _DefaultRecordBatchBuilderPy(2, CODECS[codec], 0, -1, -1, -1, LIMIT)
    values = [b"", None, b"x" * 5000, *(b"%d" % number for number in range(300))]
    for number, value in enumerate(values):
        builder.append(number, 1000, None, value, [("a", None)])
    records, following = read(bytes(builder.build()), 0)
    assert [record.value for record in records] == values
    assert {record.headers for record in records} == {(("a", None),)}
    assert following == len(values)


def test_a_damaged_length_behind_an_odd_header_name_ends_nothing() -> None:
    """The client library's compiled decoder of lengths would read on outside of the batch, and end the process."""
    data = batch(0, ["a", Name("x")])
    at = data.rindex(b"after") - 1
    data[at : at + 1] = b"\xfe\xff\xff\xff\x0f"  # a header name of 2 GiB
    data[8:12] = (len(data) - 12).to_bytes(4)
    data[_CRC:_ATTRIBUTES] = calc_crc32c(bytes(data[_ATTRIBUTES:])).to_bytes(4)
    records, following = read(data, 0)
    assert records[0].value == b"value 0"
    assert isinstance(records[1].value, Unreadable)
    assert following == 2


def test_a_length_beyond_all_memory_ends_nothing() -> None:
    """The compiled reader adds it to where it stands, finds the sum negative, and asks for so many bytes."""
    length = bytearray()
    encode_varint_py(2**63 - 40, length.append)
    data = batch(0, ["a"])
    at = data.rindex(b"value 0") - 1
    data[at : at + 1] = length
    data[61] += 2 * (len(length) - 1)  # the record's own length, a varint of one byte
    data[8:12] = (len(data) - 12).to_bytes(4)
    data[_CRC:_ATTRIBUTES] = calc_crc32c(bytes(data[_ATTRIBUTES:])).to_bytes(4)
    records, following = read(data, 0)
    assert isinstance(records[0].value, Unreadable)
    assert following == 1
