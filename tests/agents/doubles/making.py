"""Records for the agents' tests."""

from datetime import UTC, datetime

import orjson

from stream.kafka.headers import Headers
from stream.kafka.records import Record


def make_record(
    text: str = "Paris waits",
    *,
    offset: int = 0,
    partition: int = 0,
    headers: Headers | None = None,
    value: bytes | None = None,
    **fields: object,
) -> Record:
    """A record with an article of this text, or with this value."""
    article = {"id": f"a{offset}", "text": text, **fields}
    return Record(
        value=orjson.dumps(article) if value is None else value,
        key=b"key",
        headers=headers or [],
        topic="articles",
        partition=partition,
        offset=offset,
        timestamp=datetime(2026, 3, 1, 8, 30, tzinfo=UTC),
    )
