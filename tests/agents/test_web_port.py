"""Who may ask the web port what, and what nobody gets from it."""

import asyncio
import hmac
import logging
from pathlib import Path

import pytest
from pydantic import SecretStr

from stream.agents import web
from stream.agents.metrics import Metrics
from stream.agents.web import Health, WebPort, reason, web_token
from stream.errors import BrokerUnreachableError, ConfigurationError
from stream.settings import WorkerSettings

TOKEN = "3f9c1e7a5b2d4866a0c4e2f81b6d9375"  # noqa: S105 - invented


def port(token: str | None = TOKEN) -> WebPort:
    well = Health(well=True)
    return WebPort("127.0.0.1", 0, live=lambda: well, ready=lambda: well, metrics=Metrics(), token=token)


async def ask(port: int, request: bytes) -> tuple[int, dict[str, str], str]:
    """Status, headers and body of the answer to these very bytes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request)
    head = (await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 10)).decode()
    first, *lines = head.strip().split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    body = await asyncio.wait_for(reader.readexactly(int(headers["content-length"])), 10)
    writer.close()
    await writer.wait_closed()
    return int(first.split()[1]), headers, body.decode()


async def get(port: int, path: str, *headers: str) -> tuple[int, dict[str, str], str]:
    lines = [f"GET {path} HTTP/1.1", "Host: here", *headers, "", ""]
    return await ask(port, "\r\n".join(lines).encode())


@pytest.mark.parametrize("path", ["/health/live", "/health/ready"])
async def test_health_needs_no_token(path: str) -> None:
    """The probes of an orchestrator have none."""
    async with port() as site:
        assert (await get(site.port, path))[0] == 200


@pytest.mark.parametrize("path", ["/metrics", "/", "/health", "/health/live/../../metrics", "/%6detrics", "//metrics"])
async def test_everything_else_needs_the_token(path: str) -> None:
    """Whether there is a page or not: without the token nobody can tell."""
    async with port() as site:
        status, headers, body = await get(site.port, path)
        assert (status, headers["www-authenticate"], body) == (401, "Bearer", "401\n")


@pytest.mark.parametrize(
    "header",
    [
        "Authorization: Bearer",
        "Authorization: Bearer ",
        "Authorization: Bearer x",
        f"Authorization: Bearer {TOKEN[:-1]}",
        f"Authorization: Bearer {TOKEN}0",
        f"Authorization: Bearer {TOKEN.upper()}",
        f"Authorization: Basic {TOKEN}",
        f"Authorization: {TOKEN}",
        f"Authorization: Bearer {TOKEN} {TOKEN}",
        "Authorization: Bearer \xff\xfe",
        f"X-Authorization: Bearer {TOKEN}",
    ],
)
async def test_a_wrong_token_is_refused(header: str) -> None:
    """As is none at all, one in another scheme and one that is not ASCII."""
    async with port() as site:
        assert (await get(site.port, "/metrics", header))[0] == 401


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER"])
async def test_the_token_opens_the_metrics(scheme: str) -> None:
    """Its scheme may be written in any case (RFC 9110, section 11.1)."""
    async with port() as site:
        status, _, body = await get(site.port, "/metrics", f"Authorization: {scheme} {TOKEN}")
        assert status == 200
        assert "communique_build_info" in body
        assert (await get(site.port, "/nothing", f"Authorization: {scheme} {TOKEN}"))[0] == 404


async def test_without_a_token_everything_is_open() -> None:
    """As on loopback, where the port is by default."""
    async with port(None) as site:
        assert (await get(site.port, "/metrics"))[0] == 200
        assert (await get(site.port, "/nothing"))[0] == 404


async def test_tokens_are_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the function made for it: how long it takes does not tell how much of a guess is right."""
    compared: list[tuple[bytes, bytes]] = []
    compare_digest = hmac.compare_digest

    def compare(given: bytes, wanted: bytes) -> bool:
        compared.append((given, wanted))
        return compare_digest(given, wanted)

    monkeypatch.setattr(web.hmac, "compare_digest", compare)
    async with port() as site:
        assert (await get(site.port, "/metrics", "Authorization: Bearer guess"))[0] == 401
    assert compared == [(b"guess", TOKEN.encode())]


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"GET /<script> HTTP/1.1\r\nHost: evil.example\r\nX-Evil: <script>\r\n\r\n", 404),
        (b"GET /metrics HTTP/1.1\r\nX-Evil: a\x00<script>\r\n\r\n", 400),
        (b"GET /metrics HTTP/1.1\r\nAuthorization: Bearer <script>\x01\r\n\r\n", 400),
        (b"<script>\r\n\r\n", 400),
        (b"POST /metrics HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 8\r\n\r\n<script>", 405),
        (b"GET /metrics HTTP/1.1\r\nX-Evil: <script>" + b"x" * 100_000 + b"\r\n\r\n", 400),
    ],
    ids=["path", "header", "token", "no HTTP", "method", "long"],
)
async def test_nothing_that_was_sent_comes_back(request_: bytes, status: int, caplog: pytest.LogCaptureFixture) -> None:
    """Neither in a header nor in a body, nor is it logged: it may be a token."""
    with caplog.at_level(logging.DEBUG):
        async with port(None) as site:
            found, headers, body = await ask(site.port, request_)
    assert (found, body) == (status, f"{status}\n")
    assert "script" not in str(headers)
    assert "evil" not in str(headers)
    assert "script" not in caplog.text
    assert headers["server"] == "communique", "no versions are told"


def test_a_fault_is_told_without_an_article() -> None:
    """An error of ours says what it is, in one printable line; any other may quote what it was given."""
    assert reason(BrokerUnreachableError("no broker answers at a:1\x1b[2J")) == r"no broker answers at a:1\x1b[2J"
    assert reason(ValueError("The minister said so.")) == "ValueError"


def test_the_token_may_come_from_a_file(tmp_path: Path) -> None:
    """As container secrets are mounted; the newline at its end is not part of it."""
    file = tmp_path / "token"
    file.write_text(f"{TOKEN}\n")
    assert web_token(WorkerSettings(web_token_file=file)) == TOKEN
    assert web_token(WorkerSettings(web_token=SecretStr(TOKEN))) == TOKEN
    assert web_token(WorkerSettings()) is None


@pytest.mark.parametrize(
    "wrong", ["", "short", "with blanks in between them", "a-token-with-ümlauts-in-it", "x" * 16 + "\n"]
)
def test_a_token_that_cannot_be_one_is_told(wrong: str, tmp_path: Path) -> None:
    """By the name of its setting, never by its value: an empty one must not open the port."""
    file = tmp_path / "token"
    file.write_text(wrong, encoding="utf-8")
    given = [WorkerSettings(web_token=SecretStr(wrong))]
    given += [WorkerSettings(web_token_file=file)] if not wrong.endswith("\n") else []
    for settings in given:
        with pytest.raises(ConfigurationError, match="COMMUNIQUE_WEB_TOKEN") as caught:
            web_token(settings)
        assert not wrong or wrong not in str(caught.value)


def test_a_missing_token_file_is_told(tmp_path: Path) -> None:
    """The error names the setting and the file."""
    with pytest.raises(ConfigurationError, match=r"COMMUNIQUE_WEB_TOKEN_FILE: .*none: No such file"):
        web_token(WorkerSettings(web_token_file=tmp_path / "none"))
