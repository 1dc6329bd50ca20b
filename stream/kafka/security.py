"""How to reach the brokers: the settings as arguments of aiokafka's clients."""

import re
import ssl
from typing import Any

from stream.errors import ConfigurationError
from stream.settings import BrokerSettings

_ADDRESS = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[^\s:,\[\]]+):(\d{1,5})")
_MAX_PORT = 65535


def connection(settings: BrokerSettings) -> dict[str, Any]:
    """Arguments that every aiokafka client takes: addresses, client id, security, timeout.

    Raises :class:`ConfigurationError` where an address is malformed or a file cannot be read.
    """
    arguments: dict[str, Any] = {
        "bootstrap_servers": servers(settings),
        "client_id": settings.client_id,
        "request_timeout_ms": round(settings.request_timeout * 1000),
        "security_protocol": settings.security_protocol,
        "ssl_context": ssl_context(settings),
    }
    if settings.security_protocol.startswith("SASL"):
        arguments["sasl_mechanism"] = settings.sasl_mechanism
        arguments["sasl_plain_username"] = settings.sasl_username
        arguments["sasl_plain_password"] = password(settings)
    return arguments


def servers(settings: BrokerSettings) -> list[str]:
    """The bootstrap servers, each ``host:port``; raises :class:`ConfigurationError`."""
    addresses = [address.strip() for address in settings.bootstrap_servers.split(",") if address.strip()]
    for address in addresses:
        match = _ADDRESS.fullmatch(address)
        if match is None or not 0 < int(match[2]) <= _MAX_PORT:
            raise ConfigurationError(
                f"COMMUNIQUE_BOOTSTRAP_SERVERS: {address!r} is not host:port",
                hint="Give brokers as host:port, separated by commas.",
            )
    if not addresses:
        raise ConfigurationError("COMMUNIQUE_BOOTSTRAP_SERVERS names no broker")
    return addresses


def ssl_context(settings: BrokerSettings) -> ssl.SSLContext | None:
    """TLS as configured, host names verified; None for a protocol without TLS. Raises :class:`ConfigurationError`."""
    if not settings.security_protocol.endswith("SSL"):
        return None
    try:
        context = ssl.create_default_context(cafile=settings.ssl_cafile)
    except (OSError, ssl.SSLError) as error:
        raise ConfigurationError(f"COMMUNIQUE_SSL_CAFILE: {settings.ssl_cafile}: {_reason(error)}") from None
    if settings.ssl_certfile is not None and settings.ssl_keyfile is not None:
        key_password = settings.ssl_key_password
        try:
            # An empty password keeps OpenSSL from asking on the terminal for that of an encrypted key.
            context.load_cert_chain(
                settings.ssl_certfile,
                settings.ssl_keyfile,
                password=key_password.get_secret_value() if key_password is not None else "",
            )
        except (OSError, ssl.SSLError) as error:
            files = f"{settings.ssl_certfile}, {settings.ssl_keyfile}"
            raise ConfigurationError(
                f"COMMUNIQUE_SSL_CERTFILE, COMMUNIQUE_SSL_KEYFILE: {files}: {_reason(error)}"
            ) from None
    return context


def absence(settings: BrokerSettings) -> str:
    """What is to be said of a topic that the broker does not show: it shows none that one has no right to see."""
    anonymous = settings.security_protocol == "PLAINTEXT"
    return "does not exist" if anonymous else "does not exist, or the ACL that shows it is missing"


def password(settings: BrokerSettings) -> str:
    """The SASL password, given directly or as a file (a newline at its end does not count).

    Raises :class:`ConfigurationError` where the file cannot be read.
    """
    if settings.sasl_password is not None:
        return settings.sasl_password.get_secret_value()
    file = settings.sasl_password_file
    if file is None:
        raise ConfigurationError("COMMUNIQUE_SASL_PASSWORD or COMMUNIQUE_SASL_PASSWORD_FILE is required")
    try:
        return file.read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"COMMUNIQUE_SASL_PASSWORD_FILE: {file}: {_reason(error)}") from None


def _reason(error: Exception) -> str:
    if isinstance(error, ssl.SSLError):
        return (error.reason or str(error)).replace("_", " ").lower()
    if isinstance(error, UnicodeDecodeError):
        return "not UTF-8"
    return getattr(error, "strerror", None) or str(error)
