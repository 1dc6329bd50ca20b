"""What the web port and the log tell."""

import logging
import socket

import aiohttp
import orjson
import pytest

from stream.agents.logs import Dampening, JSONFormatter, TextFormatter
from stream.agents.metrics import Metrics
from stream.agents.web import Health, WebPort
from stream.agents.work import Outcome
from stream.errors import ConfigurationError
from stream.kafka.dead_letters import CODES


async def get(port: int, path: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}{path}") as response:
        return response.status, await response.text()


def port(health: Health, metrics: Metrics | None = None) -> WebPort:
    return WebPort("127.0.0.1", 0, live=lambda: Health(well=True), ready=lambda: health, metrics=metrics or Metrics())


async def test_health_is_told_by_status_and_reason() -> None:
    """200 where it is well, 503 with the reason where not."""
    async with port(Health(well=False, reason="joining the group")) as web:
        assert await get(web.port, "/health/live") == (200, '{"status": "ok"}')
        status, body = await get(web.port, "/health/ready")
        assert status == 503
        assert orjson.loads(body) == {"status": "unavailable", "reason": "joining the group"}
        assert (await get(web.port, "/"))[0] == 404


async def test_metrics_are_in_prometheus_format() -> None:
    """With what is read at that moment."""
    metrics = Metrics()
    metrics.watch("communique_lag", "Lag.", "partition", lambda: {"0": 3.0})
    metrics.finished(Outcome("fr", statements=2, seconds={"decode": 0.001}), None)
    async with port(Health(well=True), metrics) as web:
        status, text = await get(web.port, "/metrics")
    assert status == 200
    for line in (
        'communique_articles_total{language="fr",outcome="enriched"} 1.0',
        'communique_statements_total{language="fr"} 2.0',
        'communique_lag{partition="0"} 3.0',
        'communique_stage_seconds_bucket{le="0.001",stage="decode"} 1.0',
        'communique_process_restarts_total{reason="died"} 0.0',
    ):
        assert line in text


async def test_a_taken_web_port_is_told() -> None:
    """One clear error that names the setting to change."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        taken = server.getsockname()[1]
        web = WebPort(
            "127.0.0.1", taken, live=lambda: Health(well=True), ready=lambda: Health(well=True), metrics=Metrics()
        )
        with pytest.raises(ConfigurationError, match=f"127.0.0.1:{taken}") as caught:
            await web.__aenter__()
    assert "COMMUNIQUE_WEB_PORT" in caught.value.advice


def test_label_values_are_bounded() -> None:
    """Whatever a language detector says, there is an end to the series."""
    metrics = Metrics()
    for language in ("", "x" * 1000, "\x1b", *(f"{a}{b}{c}" for a in "abcdefg" for b in "abcdefg" for c in "abcdefg")):
        metrics.finished(Outcome(language), None)
    series = [line for line in metrics.text().decode().splitlines() if line.startswith("communique_articles_total")]
    assert len(series) == 202
    assert 'communique_articles_total{language="none",outcome="enriched"} 1.0' in series
    assert any('language="other"' in line for line in series)


def test_every_kind_of_dead_letter_is_counted_from_zero() -> None:
    """Before anything has failed there is a series for each code: the first failure is an increase that alerts see."""
    lines = Metrics().text().decode().splitlines()
    counts = [line for line in lines if line.startswith("communique_dead_letters_total")]
    assert counts == [f'communique_dead_letters_total{{code="{code}"}} 0.0' for code in CODES]


def log_record(message: str, *, error: Exception | None = None) -> logging.LogRecord:
    trace = None if error is None else (type(error), error, error.__traceback__)
    return logging.LogRecord("stream.test", logging.WARNING, "x.py", 1, message, None, trace)


def test_a_log_message_is_one_line_whatever_it_holds() -> None:
    """Text from an article can neither forge a line nor steer a terminal, nor fill the disk."""
    shown = TextFormatter().format(log_record("bad\n2026 ERROR forged \x1b[2J \u202e" + "x" * 100_000))
    assert r"stream.test: bad\n2026 ERROR forged \x1b[2J \u202e" in shown
    assert shown.isprintable()
    assert len(shown) < 2200


def test_a_traceback_is_shown_harmless() -> None:
    """Its lines are indented and escaped."""
    shown = TextFormatter().format(log_record("failed", error=ValueError("\x1b[2J" + "y" * 100_000)))
    assert "\n    ValueError: " in TextFormatter().format(log_record("failed", error=ValueError("why")))
    assert "\x1b" not in shown
    assert len(shown) < 20_000


def test_json_logs_are_one_object_a_line() -> None:
    """For collectors."""
    line = JSONFormatter().format(log_record("bad\n\ud800", error=ValueError("\x1b\x9b2J\u202e")))
    entry = orjson.loads(line)
    assert "\n" not in line
    assert (entry["level"], entry["logger"], entry["message"]) == ("WARNING", "stream.test", r"bad\n\ud800")
    assert r"ValueError: \x1b\x9b2J\u202e" in entry["traceback"]
    assert line.isprintable()


def test_a_library_that_repeats_itself_is_dampened() -> None:
    """One line of a kind now and then, which says how many were left out; our own lines all pass."""
    dampening = Dampening(pause=10)

    def passes(name: str, created: float, message: str = "unable to connect to %s") -> str:
        record = logging.LogRecord(name, logging.ERROR, "x.py", 1, message, ("node",), None)
        record.created = created
        return record.getMessage() if dampening.filter(record) else ""

    assert [passes("aiokafka", 100 + second) for second in range(12)] == [
        "unable to connect to node",
        *[""] * 9,
        "unable to connect to node (and 9 more like it)",
        "",
    ]
    assert passes("aiokafka", 112, "other %s") == "other node"
    assert [passes("stream.agents.delivery", 100) for _ in range(3)] == ["unable to connect to node"] * 3
