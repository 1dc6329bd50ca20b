"""The parts of a benchmark."""

import statistics
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from rich.markup import escape

from schemas import Article
from stream.kafka.broker import EmbeddedBroker
from tests.bench import processes, single, ways
from tests.bench import stages as watched
from tests.bench.articles import of_length, words
from tests.bench.brokered import Brokered
from tests.bench.rounds import rounds
from tests.brokers.apache.distribution import KafkaUnavailableError
from tests.brokers.apache.node import ApacheKafka

_LOADS = (0.1, 0.5, 0.9)
_LATENCY_WORDS = 500
_WARM = 4
_TIMES = 20


@dataclass(frozen=True, slots=True)
class Plan:
    """What all parts have in common."""

    texts: dict[str, list[Article]]
    """Articles by language."""
    processes: int
    """Model processes of each way."""
    rounds: int
    folder: Path
    stack: ExitStack
    """What is closed at the end."""
    say: Callable[[str], None]
    """Tells how far it is."""


def side_by_side(plan: Plan, names: Sequence[str]) -> dict[str, Any]:
    """The ways by turns: rates by language, and what the processes of each hold at the end."""
    with ExitStack() as stack:
        found: list[ways.Way] = []
        for name in names:
            plan.say(f"starting: {name}")
            try:
                way = _way(plan, name, stack)
            except (LookupError, KafkaUnavailableError) as reason:
                plan.say(f"left out: {name} ({escape(str(reason))})")
                continue
            stack.callback(way.close)
            found.append(way)
        texts: dict[str, Sequence[Article]] = dict(plan.texts)
        tallies = rounds(found, texts, plan.rounds)
        return {
            "rates": {
                name: {language: tally.rates() for language, tally in by.items()} for name, by in tallies.items()
            },
            "memory": {
                way.name: [asdict(each) for root in way.roots for each in processes.memory(root)] for way in found
            },
            "ready_after": {way.name: round(way.ready_after, 1) for way in found if isinstance(way, Brokered)},
        }


def stages(plan: Plan) -> dict[str, Any]:
    """Processor milliseconds a thousand words, by language and stage."""
    found: dict[str, Any] = {}
    for language, texts in plan.texts.items():
        plan.say(f"stages: {language}")
        batch = texts[_WARM:]
        seconds = watched.stages(language, batch, texts[:_WARM])
        found[language] = {stage: 1e6 * taken / words(batch) for stage, taken in seconds.items()}
    return found


def latency(plan: Plan) -> dict[str, Any]:
    """Seconds from published to enriched, at parts of what the worker can do."""
    pieces = of_length(list(chain.from_iterable(plan.texts.values())), _LATENCY_WORDS)
    with ExitStack() as stack:
        way = _way(plan, "kafka", stack)
        stack.callback(way.close)
        if not isinstance(way, Brokered):
            raise TypeError(way.name)
        way.read(_renamed(pieces[: 2 * _WARM], "warm"))
        start, busy = time.monotonic(), sum(map(processes.cpu_seconds, way.roots))
        way.read(_renamed(pieces, "full"))
        capacity = len(pieces) / (time.monotonic() - start)
        busy = (sum(map(processes.cpu_seconds, way.roots)) - busy) / len(pieces)
        found: dict[str, Any] = {"words": _LATENCY_WORDS, "capacity": round(capacity, 2), "own": round(busy, 3)}
        for load in _LOADS:
            plan.say(f"latency at {load:.0%}")
            share = pieces[: max(20, round(len(pieces) * load))]
            cuts = statistics.quantiles(way.latencies(_renamed(share, f"at{load}"), load * capacity), n=100)
            found[f"{load:.0%}"] = {
                name: round(cuts[at - 1], 3) for name, at in (("p50", 50), ("p95", 95), ("p99", 99))
            }
        return found


def memory(plan: Plan) -> dict[str, Any]:
    """A worker that is ready, by its languages: each process in MiB, and seconds until it was ready."""
    choices = [(language,) for language in plan.texts] + ([tuple(plan.texts)] if len(plan.texts) > 1 else [])
    found = {}
    for languages in choices:
        plan.say(f"memory: {', '.join(languages)}")
        with ExitStack() as stack:
            address = stack.enter_context(EmbeddedBroker()).address
            way = Brokered("memory", address, plan.folder, processes=1, languages=languages)
            stack.callback(way.close)
            for language in languages:
                way.read(plan.texts[language])
            each = processes.memory(way.roots[0])
            found["+".join(languages)] = {
                "ready_after": round(way.ready_after, 1),
                "pss": round(sum(one.pss for one in each)),
                "processes": [asdict(one) for one in each],
            }
    return found


def short(plan: Plan) -> dict[str, Any]:
    """Commands from a cold start."""
    language, texts = next(iter(plan.texts.items()))
    plan.say(f"short runs: {language}")
    return single.commands(_middling(texts))


def length(plan: Plan) -> dict[str, Any]:
    """How many times longer a text of twenty times the length takes, by language."""
    found = {}
    for language, texts in plan.texts.items():
        plan.say(f"length: {language}")
        found[language] = round(single.growth(_middling(texts), _TIMES), 1)
    return found


def _way(plan: Plan, name: str, stack: ExitStack) -> ways.Way:
    match name:
        case "models":
            return ways.bare(plan.processes)
        case "enrich":
            return ways.enrich(plan.processes)
        case "textacy":
            return ways.textacy(plan.processes)
        case "embedded":
            address = stack.enter_context(EmbeddedBroker()).address
        case _:
            address = stack.enter_context(ApacheKafka(plan.folder / "kafka")).address
    return Brokered(name, address, plan.folder, processes=plan.processes, languages=tuple(plan.texts))


def _middling(texts: Sequence[Article]) -> Article:
    return sorted(texts, key=lambda article: len(article.text))[len(texts) // 2]


def _renamed(batch: Sequence[Article], name: str) -> list[Article]:
    """The same articles under ids of their own, so that what comes out of an earlier run is not taken for theirs."""
    return [article.model_copy(update={"id": f"{name}-{number}"}) for number, article in enumerate(batch)]
