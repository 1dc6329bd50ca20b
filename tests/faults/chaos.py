"""Faults in an order that chance decides: a seed gives the same ones again."""

import asyncio
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, fields

from tests.faults.fleet import Fleet
from tests.faults.kafka import ProxiedKafka
from tests.faults.proxy import Proxy

_MOST_WORKERS = 4


@dataclass(frozen=True, slots=True)
class Plan:
    """How many faults of each kind."""

    kill: int = 20
    """A worker gets SIGKILL."""
    calm: int = 3
    """As ``kill``, but nothing else happens before and after: this is how long recovery takes."""
    pause: int = 3
    """A worker is stopped for longer than its session, then goes on."""
    add: int = 3
    remove: int = 3
    restart: int = 2
    """The broker is stopped in order and started again."""
    crash: int = 1
    """The broker gets SIGKILL and is started again."""
    cut: int = 4
    """The connections to the broker break and are refused for seconds."""
    slow: int = 3
    """Each chunk of data to and from the broker is held back."""
    stall: int = 2
    """Nothing passes for seconds; the connections stay open."""

    def shuffled(self, chance: random.Random) -> list[str]:
        """The faults in an order by chance."""
        names = [field.name for field in fields(self) for _ in range(getattr(self, field.name))]
        chance.shuffle(names)
        return names


class Chaos:
    """Does what a plan says, one fault after the other, with pauses in between."""

    def __init__(
        self, plan: Plan, chance: random.Random, fleet: Fleet, kafka: ProxiedKafka, proxy: Proxy, *, session: float
    ) -> None:
        self.done: Counter[str] = Counter()
        self.planned = len(order := plan.shuffled(chance))
        self.broker_away = asyncio.Event()
        """Set while the broker itself is down."""
        self._order = order
        self.calm = False
        """Whether recovery is being measured: articles are to come all the time."""
        self._chance = chance
        self._fleet = fleet
        self._kafka = kafka
        self._proxy = proxy
        self._session = session

    async def run(self, told: Callable[[str], None]) -> None:
        """All of the plan."""
        for name in self._order:
            # Short pauses hit what still recovers from the fault before, long ones what has settled.
            await asyncio.sleep(self._chance.choice((0.3, 2, self._session)) * self._chance.uniform(0.5, 1.2))
            told(name)
            await self._act(name)
            self.done[name] += 1

    async def _act(self, name: str) -> None:
        chance = self._chance
        match name:
            case "kill":
                await self._fleet.kill()
            case "calm":
                await asyncio.sleep(2 * self._session)
                await self._fleet.kill(calm=True)
                self.calm = True
                await asyncio.sleep(3 * self._session)
                self.calm = False
            case "pause":
                await self._fleet.pause(self._session * chance.uniform(1.2, 1.8))
            case "add":
                await (self._fleet.add() if self._fleet.size < _MOST_WORKERS else self._fleet.remove())
            case "remove":
                await self._fleet.remove()
            case "cut":
                await self._proxy.cut(chance.uniform(0, 4))
            case "slow":
                await self._proxy.slow(chance.uniform(2, 6), chance.uniform(0.02, 0.2))
            case "stall":
                await self._proxy.stall(chance.uniform(2, self._session))
            case _:
                await self._restart(self._kafka.stop if name == "restart" else self._kafka.kill)

    async def _restart(self, end: Callable[[], None]) -> None:
        self.broker_away.set()
        try:
            await asyncio.to_thread(end)
            await asyncio.sleep(self._chance.uniform(0, 2))
            await asyncio.to_thread(self._kafka.start)
        finally:
            self.broker_away.clear()
