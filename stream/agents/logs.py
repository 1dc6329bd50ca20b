"""Logging to standard error: one line a message, as text or JSON, whatever the message holds."""

import asyncio
import logging
import sys
import traceback
from datetime import UTC, datetime
from typing import Any

import orjson

from stream.kafka.escape import escape
from stream.kafka.failures import TRANSLATED
from stream.settings import WorkerSettings

_MESSAGE = 2_000
_TRACE = 8_000
_OURS = "stream."
_MAX_SAID = 1000
_QUIET = ("aiokafka", "faust", "mode", "asyncio")
"""Libraries whose everyday messages are left out; their warnings stay."""


class Dampening(logging.Filter):
    """Lets a library say the same thing only now and then: while a broker is away, aiokafka would fill the disk.

    The next one let through says how many were left out.
    """

    def __init__(self, pause: float = 10.0) -> None:
        super().__init__()
        self._pause = pause
        self._said: dict[tuple[str, str], tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether to let it through."""
        if record.name.startswith(_OURS):
            return True
        key = (record.name, str(record.msg))
        since, left_out = self._said.get(key, (0.0, 0))
        if since and record.created - since < self._pause:
            self._said[key] = (since, left_out + 1)
            return False
        if len(self._said) >= _MAX_SAID:
            self._said.clear()
        self._said[key] = (record.created, 0)
        if left_out:
            record.msg = f"{record.msg} (and {left_out} more like it)"
        return True


class TextFormatter(logging.Formatter):
    """``2026-03-01T08:30:00.123Z WARNING stream.agents.delivery: message``; a traceback follows, indented."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, and the lines of a traceback; nothing in them can steer a terminal."""
        line = f"{_time(record)} {record.levelname} {record.name}: {_message(record)}"
        return "\n    ".join((line, *(escape(part, _MESSAGE) for part in _trace(record).splitlines())))


class JSONFormatter(logging.Formatter):
    """One JSON object a line: time, level, logger, message and, with an exception, traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """One line of JSON."""
        entry = {"time": _time(record), "level": record.levelname, "logger": record.name, "message": _message(record)}
        trace = _trace(record)
        if trace:
            entry["traceback"] = "\n".join(escape(part, _MESSAGE) for part in trace.splitlines())
        return orjson.dumps(entry).decode()


def configure(settings: WorkerSettings) -> None:
    """Send the log to standard error, as the settings ask."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JSONFormatter() if settings.log_format == "json" else TextFormatter())
    handler.addFilter(Dampening())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(settings.log_level)
    logging.captureWarnings(capture=True)  # a library's warning may quote what it was given
    if settings.log_level != "DEBUG":
        for name in _QUIET:
            logging.getLogger(name).setLevel(max(logging.WARNING, root.level))


def left_behind(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """An event loop's exception handler: a connection that failed while nobody asked for it any more is no news."""
    if isinstance(context.get("exception"), TRANSLATED):
        logging.getLogger("asyncio").debug("%s: %s", context["message"], context["exception"])
    else:
        loop.default_exception_handler(context)


def _time(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _message(record: logging.LogRecord) -> str:
    return escape(record.getMessage(), _MESSAGE)


def _trace(record: logging.LogRecord) -> str:
    if not record.exc_info or record.exc_info[1] is None:
        return ""
    return "".join(traceback.format_exception(record.exc_info[1]))[-_TRACE:]
