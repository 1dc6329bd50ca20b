"""Settings as aiokafka's arguments."""

import ssl
from pathlib import Path

import pytest
from pydantic import SecretStr

from stream.errors import ConfigurationError
from stream.kafka.security import connection, servers
from stream.settings import BrokerSettings


def test_a_plain_connection_needs_no_secret() -> None:
    """Addresses, a client id and a timeout are all there is."""
    assert connection(BrokerSettings(bootstrap_servers="a:1, [::1]:2 ,", request_timeout=1.5)) == {
        "bootstrap_servers": ["a:1", "[::1]:2"],
        "client_id": "communique",
        "request_timeout_ms": 1500,
        "security_protocol": "PLAINTEXT",
        "ssl_context": None,
    }


@pytest.mark.parametrize("address", ["localhost", "a:b", "a:0", "a:70000", "::1:9092", "http://a:1", "a b:1", ","])
def test_a_malformed_address_is_told(address: str) -> None:
    """One clear error instead of a failure deep inside a client."""
    with pytest.raises(ConfigurationError, match="COMMUNIQUE_BOOTSTRAP_SERVERS"):
        servers(BrokerSettings(bootstrap_servers=address))


def test_sasl_over_tls_verifies_the_broker() -> None:
    """The certificate and the host name are checked; the password is handed over."""
    arguments = connection(
        BrokerSettings(
            security_protocol="SASL_SSL",
            sasl_mechanism="SCRAM-SHA-512",
            sasl_username="me",
            sasl_password=SecretStr("secret"),
        )
    )
    assert arguments["ssl_context"].verify_mode == ssl.CERT_REQUIRED
    assert arguments["ssl_context"].check_hostname
    assert arguments["sasl_mechanism"] == "SCRAM-SHA-512"
    assert arguments["sasl_plain_username"] == "me"
    assert arguments["sasl_plain_password"] == "secret"  # noqa: S105 - a test's


def test_the_password_may_come_from_a_file(tmp_path: Path) -> None:
    """As container secrets are mounted; the newline at the end of the file is not part of it."""
    file = tmp_path / "password"
    file.write_text("s3cret \n")
    settings = BrokerSettings(security_protocol="SASL_PLAINTEXT", sasl_username="me", sasl_password_file=file)
    assert connection(settings)["sasl_plain_password"] == "s3cret "  # noqa: S105 - a test's


def test_a_missing_password_file_is_told(tmp_path: Path) -> None:
    """The error names the setting and the file."""
    settings = BrokerSettings(
        security_protocol="SASL_PLAINTEXT", sasl_username="me", sasl_password_file=tmp_path / "none"
    )
    with pytest.raises(ConfigurationError, match=r"COMMUNIQUE_SASL_PASSWORD_FILE: .*none: No such file"):
        connection(settings)


def test_unusable_certificates_are_told(tmp_path: Path) -> None:
    """The error names the setting and the file."""
    bad = tmp_path / "bad.pem"
    bad.write_text("not a certificate")
    with pytest.raises(ConfigurationError, match=r"COMMUNIQUE_SSL_CAFILE: .*bad.pem"):
        connection(BrokerSettings(security_protocol="SSL", ssl_cafile=bad))
    with pytest.raises(ConfigurationError, match=r"COMMUNIQUE_SSL_CAFILE: .*none.pem: No such file"):
        connection(BrokerSettings(security_protocol="SSL", ssl_cafile=tmp_path / "none.pem"))
    with pytest.raises(ConfigurationError, match="COMMUNIQUE_SSL_CERTFILE"):
        connection(BrokerSettings(security_protocol="SSL", ssl_certfile=bad, ssl_keyfile=bad))
