"""What is published in a run, and what must become of it."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import orjson

from schemas import Article

MAX_BYTES = 40_000
"""Limit of an article in the runs, in bytes."""
_NAMES = ("Castellan", "Oduya", "Ferreira", "Lindqvist", "Marchetti", "Novotna", "Okafor", "Sandoval", "Teodorescu")
_SAID = ("said the ferry would sail", "denied the talks had failed", "asked for more time", "praised the crews")


@dataclass(frozen=True, slots=True)
class Item:
    """A record to be published, and the stable code of the dead letter that it must become; empty for an article."""

    key: bytes
    value: bytes
    code: str = ""


def cargo(count: int, chance: random.Random, *, poison: bool = True) -> Iterator[Item]:
    """So many records. One in five is a new version of an article before; one in sixty is bad input or poison."""
    made: list[int] = []
    for number in range(count):
        again = made and chance.random() < 0.2
        identity = chance.choice(made[-50:]) if again else number
        made.append(identity)
        faulty = poison and number % 60 == 59
        yield _bad(number, chance) if faulty else _good(identity, number, chance)


def _good(identity: int, number: int, chance: random.Random, **metadata: object) -> Item:
    sentences = (f"{chance.choice(_NAMES)} {chance.choice(_SAID)} ({number})" for _ in range(chance.randint(1, 6)))
    article = Article(
        id=f"f{identity:06}",
        title=f"Version {number}",
        text=". ".join(sentences),
        metadata={"number": number, "seconds": round(chance.uniform(0, 0.03), 4)} | metadata,
    )
    return Item(str(article.id).encode(), article.model_dump_json().encode())


def _bad(number: int, chance: random.Random) -> Item:
    key = b"bad%06d" % number
    match chance.randrange(5):
        case 0:
            return Item(key, b'{"id": "bad", "text": "cut off', "invalid-json")
        case 1:
            return Item(key, orjson.dumps({"id": key.decode(), "title": f"no text {number}"}), "invalid-article")
        case 2:
            return Item(key, orjson.dumps({"id": key.decode(), "text": "long " * (MAX_BYTES // 4)}), "too-large")
        case 3:
            return Item(key, _good(number, number, chance, end="killed").value, "process-died")
        case _:
            return Item(key, _good(number, number, chance, end="never").value, "enrichment-timeout")
