"""The web port: health for the orchestrator, metrics for Prometheus. Tells nothing of any article.

Health is open, since the probes of an orchestrator carry no token; everything else asks for the token where one is set
(RFC 6750). What a client sends comes back in no answer and goes into no log.
"""

import hmac
import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Final, Self

from aiohttp import web

from stream.agents.metrics import Metrics
from stream.errors import CommuniqueError, ConfigurationError
from stream.kafka.escape import escape
from stream.settings import WorkerSettings

_log = logging.getLogger(__name__)

_OPEN: Final = frozenset({"/health/live", "/health/ready"})
_HEADERS: Final = {"Server": "communique", "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
_TOKEN: Final = re.compile(r"[A-Za-z0-9._~+/-]{16,}=*")
"""What RFC 6750 (section 2.1) allows, and no fewer characters than cannot be guessed."""
_BEARER: Final = re.compile(r"bearer +(.+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Health:
    """Whether it is well, and why not."""

    well: bool
    reason: str = ""

    def response(self) -> web.Response:
        """As HTTP: 200, or 503 with the reason."""
        body = {"status": "ok"} if self.well else {"status": "unavailable", "reason": self.reason}
        return web.json_response(body, status=200 if self.well else 503, headers=_HEADERS)


def reason(fault: BaseException) -> str:
    """Why a worker stopped, for anybody to read: an error of ours, or only its kind, for others may quote an article."""
    return escape(fault.message, 300) if isinstance(fault, CommuniqueError) else type(fault).__name__


def web_token(settings: WorkerSettings) -> str | None:
    """The token that the web port asks for, given directly or as a file; None where there is none.

    Raises :class:`ConfigurationError` where the file cannot be read or the token cannot be one.
    """
    if settings.web_token is not None:
        return _checked(settings.web_token.get_secret_value(), "COMMUNIQUE_WEB_TOKEN")
    file = settings.web_token_file
    if file is None:
        return None
    try:
        token = file.read_text(encoding="ascii").rstrip("\r\n")
    except OSError as error:
        raise ConfigurationError(f"COMMUNIQUE_WEB_TOKEN_FILE: {file}: {error.strerror}") from None
    except UnicodeDecodeError:
        token = ""
    return _checked(token, "COMMUNIQUE_WEB_TOKEN_FILE")


def _checked(token: str, variable: str) -> str:
    if not _TOKEN.fullmatch(token):
        raise ConfigurationError(
            f"{variable}: not a token of 16 characters or more, of letters, digits and -._~+/",
            hint="Make one with: openssl rand -hex 32",
        )
    return token


class WebPort:
    """``/health/live``, ``/health/ready`` and ``/metrics`` on one port, inside an ``async with``.

    Port 0 takes a free one; ``port`` tells which. All but health asks for ``token``, if there is one. Raises
    :class:`ConfigurationError` where the port is taken.
    """

    def __init__(  # noqa: PLR0913 - each is a matter of its own
        self,
        host: str,
        port: int,
        *,
        live: Callable[[], Health],
        ready: Callable[[], Health],
        metrics: Metrics,
        token: str | None = None,
    ) -> None:
        self._host = host
        self.port = port
        self._token = token
        self._pages: Mapping[str, Callable[[], web.Response]] = {
            "/health/live": lambda: live().response(),
            "/health/ready": lambda: ready().response(),
            "/metrics": lambda: _metrics(metrics),
        }
        self._runner: web.ServerRunner | None = None

    async def __aenter__(self) -> Self:
        runner = self._runner = web.ServerRunner(_Server(self._answer, access_log=None))
        await runner.setup()
        try:
            await web.TCPSite(runner, self._host, self.port).start()
        except OSError as error:
            await runner.cleanup()
            raise ConfigurationError(
                f"the web port {self._host}:{self.port} cannot be used: {error.strerror}",
                hint="Set COMMUNIQUE_WEB_PORT to another one, or to 0 for a free one.",
            ) from error
        self.port = runner.addresses[0][1]
        _log.info("health and metrics at http://%s:%d", self._host, self.port)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        if request.path not in _OPEN and not self._admits(request.headers.get("Authorization", "")):
            return _status(401, {"WWW-Authenticate": "Bearer"})
        page = self._pages.get(request.path)
        if page is None:
            return _status(404)
        return page() if request.method in ("GET", "HEAD") else _status(405, {"Allow": "GET, HEAD"})

    def _admits(self, authorization: str) -> bool:
        if self._token is None:
            return True
        given = _BEARER.fullmatch(authorization)
        # In a time that does not tell how much of it is right.
        return given is not None and hmac.compare_digest(given[1].encode("utf-8", "replace"), self._token.encode())


class _Quiet(web.RequestHandler):
    """Answers what is not HTTP with the status alone: aiohttp would quote it, there and in the log."""

    __slots__ = ()

    def handle_error(
        self, request: web.BaseRequest, status: int = 500, exc: BaseException | None = None, message: str | None = None
    ) -> web.StreamResponse:
        if status >= web.HTTPInternalServerError.status_code:
            return super().handle_error(request, status, exc, message)
        response = _status(status)
        response.force_close()
        return response


class _Server(web.Server):
    def __call__(self) -> web.RequestHandler:
        return _Quiet(self, loop=self._loop, **self._kwargs)


def _metrics(metrics: Metrics) -> web.Response:
    content = {"Content-Type": "text/plain; version=0.0.4; charset=utf-8"}
    return web.Response(body=metrics.text(), headers=_HEADERS | content)


def _status(status: int, more: Mapping[str, Any] | None = None) -> web.Response:
    return web.Response(status=status, text=f"{status}\n", headers=_HEADERS | dict(more or {}))
