"""Where a subscriber begins to read."""

import re
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Literal

from aiokafka import AIOKafkaConsumer, TopicPartition

from stream.errors import UsageError

Start = Literal["beginning", "end", "committed"] | datetime
"""``beginning``, ``end``, a time (the first record not older than it) or a group's ``committed`` offsets."""

_WORDS: tuple[Literal["beginning", "end", "committed"], ...] = ("beginning", "end", "committed")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def parse_start(text: str) -> Start:
    """Read a start as a person writes it: a word, an RFC 3339 time or a date (UTC).

    Raises:
        UsageError: it is none of them.

    """
    for word in _WORDS:
        if text == word:
            return word
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        time = None
    if time is not None and _DATE.fullmatch(text):
        return time.replace(tzinfo=UTC)
    if time is None or time.tzinfo is None:
        raise UsageError(
            f"{text!r} is no place to begin",
            hint="Give beginning, end, committed, a date, or a time with its offset such as 2026-03-01T08:00:00Z",
        )
    return time


async def resolve(
    start: Start, consumer: AIOKafkaConsumer, partitions: Collection[TopicPartition]
) -> Mapping[TopicPartition, int]:
    """The offset to begin with in each partition; ``committed`` stands for the beginning where nothing is committed."""
    if not partitions:
        return {}
    if start == "end":
        return await _ends(consumer, partitions)
    if not isinstance(start, datetime):
        return dict(await consumer.beginning_offsets(list(partitions)))
    found = await consumer.offsets_for_times(dict.fromkeys(partitions, round(start.timestamp() * 1000)))
    ends = await _ends(consumer, partitions)
    return {
        partition: ends[partition] if (at := found[partition]) is None else int(at.offset) for partition in partitions
    }


async def _ends(consumer: AIOKafkaConsumer, partitions: Collection[TopicPartition]) -> dict[TopicPartition, int]:
    return dict(await consumer.end_offsets(list(partitions)))
