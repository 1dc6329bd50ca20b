"""The web port: health for the orchestrator, metrics for Prometheus. Tells nothing of any article."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from aiohttp import web

from stream.agents.metrics import Metrics
from stream.errors import ConfigurationError

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Health:
    """Whether it is well, and why not."""

    well: bool
    reason: str = ""

    def response(self) -> web.Response:
        """As HTTP: 200, or 503 with the reason."""
        body = {"status": "ok"} if self.well else {"status": "unavailable", "reason": self.reason}
        return web.json_response(body, status=200 if self.well else 503)


class WebPort:
    """``/health/live``, ``/health/ready`` and ``/metrics`` on one port, inside an ``async with``.

    Port 0 takes a free one; ``port`` tells which. Raises :class:`ConfigurationError` where the port is taken.
    """

    def __init__(
        self, host: str, port: int, *, live: Callable[[], Health], ready: Callable[[], Health], metrics: Metrics
    ) -> None:
        self._host = host
        self.port = port
        self._live = live
        self._ready = ready
        self._metrics = metrics
        app = web.Application()
        app.router.add_get("/health/live", self._serve_live)
        app.router.add_get("/health/ready", self._serve_ready)
        app.router.add_get("/metrics", self._serve_metrics)
        self._runner = web.AppRunner(app, access_log=None)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._host, self.port).start()
        except OSError as error:
            await self._runner.cleanup()
            raise ConfigurationError(
                f"the web port {self._host}:{self.port} cannot be used: {error.strerror}",
                hint="Set COMMUNIQUE_WEB_PORT to another one, or to 0 for a free one.",
            ) from error
        self.port = self._runner.addresses[0][1]
        _log.info("health and metrics at http://%s:%d", self._host, self.port)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self._runner.cleanup()

    async def _serve_live(self, _request: web.Request) -> web.Response:
        return self._live().response()

    async def _serve_ready(self, _request: web.Request) -> web.Response:
        return self._ready().response()

    async def _serve_metrics(self, _request: web.Request) -> web.Response:
        return web.Response(
            body=self._metrics.text(), headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"}
        )
