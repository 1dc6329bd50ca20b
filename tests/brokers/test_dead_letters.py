"""What cannot be processed ends in the dead letters, whole and explained, and holds nothing up."""

import asyncio
from collections.abc import Mapping

import pytest
from aiokafka import ConsumerRecord

from schemas import ARTICLES, DEAD_LETTERS, DeadLetter
from stream.kafka.codec import encode
from tests.brokers.articles import article
from tests.brokers.faulty import FAULTY
from tests.brokers.site import Site, keys
from tests.brokers.worker import Worker

pytestmark = pytest.mark.models
PARTITION = 1
HEADERS = [("trace", b"\x00\xff"), ("trace", b""), ("traceparent", b"00-nonsense")]
AFTER = article(900)
Letters = Mapping[str, tuple[ConsumerRecord, DeadLetter]]


async def _letters(newsroom: Site) -> Letters:
    topic = newsroom.name(ARTICLES)
    async with newsroom.producer() as producer:
        for kind, faulty in FAULTY.items():
            await producer.send_and_wait(topic, faulty.value, kind.encode(), partition=PARTITION, headers=HEADERS)
        await producer.send_and_wait(topic, encode(AFTER), str(AFTER.id).encode(), partition=PARTITION)
    await newsroom.read_ids({str(AFTER.id)})
    found = await newsroom.read_all(DEAD_LETTERS)
    return {
        record.key.decode(): (record, DeadLetter.model_validate_json(record.value))
        for record in found
        if record.key.decode() in FAULTY
    }


@pytest.fixture(scope="module")
def letters(newsroom: Site) -> Letters:
    """The dead letters, by kind, of all bad input: in one partition, with a good article behind it."""
    return asyncio.run(_letters(newsroom))


@pytest.mark.parametrize("kind", FAULTY)
def test_each_kind_of_bad_input_becomes_a_dead_letter_that_says_why(
    newsroom: Site, letters: Letters, kind: str
) -> None:
    """The letter has the original's bytes, key, headers and place, a stable code and a message that names the fault."""
    faulty, (record, letter) = FAULTY[kind], letters[kind]
    assert letter.value == faulty.value
    assert letter.size == len(faulty.value or b"")
    assert not letter.truncated
    assert letter.key == kind.encode()
    assert [(header.key, header.value) for header in letter.headers] == HEADERS
    assert (letter.topic, letter.partition) == (newsroom.name(ARTICLES), PARTITION)
    assert (letter.stage, letter.error, letter.retriable, letter.attempts) == ("decode", faulty.error, False, 1)
    assert faulty.message.search(letter.message)
    assert len(letter.message) < 600
    assert letter.message.isprintable()
    headers = dict(record.headers)
    assert headers["ce_type"] == DEAD_LETTERS.event_type.encode()
    assert "traceparent" not in headers, "a malformed trace is not carried on"


async def test_bad_input_gives_one_letter_each_and_the_worker_goes_on(
    newsroom: Site, newsroom_worker: Worker, letters: Letters
) -> None:
    """As many letters as bad records, each for another offset; the good article behind them is enriched."""
    assert len(letters) == len(FAULTY)
    assert len({letter.offset for _, letter in letters.values()}) == len(FAULTY)
    assert newsroom_worker.ready()
    assert str(AFTER.id) in keys(await newsroom.read_ids({str(AFTER.id)}))
