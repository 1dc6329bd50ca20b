"""Settings come from the environment and are checked at the start."""

import traceback
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from stream.settings import BrokerSettings, TopicSettings, WorkerSettings


def test_defaults_fit_a_laptop() -> None:
    """Without any setting everything talks to a broker on this machine, and the web port stays on it."""
    settings = WorkerSettings()
    assert settings.bootstrap_servers == "127.0.0.1:9092"
    assert settings.web_host == "127.0.0.1"


def test_environment_overrides(monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable with the prefix COMMUNIQUE_ sets its field."""
    monkeypatch.setenv("COMMUNIQUE_BOOTSTRAP_SERVERS", "kafka-1:9092,kafka-2:9092")
    monkeypatch.setenv("COMMUNIQUE_PARTITIONS", "12")
    monkeypatch.setenv("COMMUNIQUE_LANGUAGES", '["fr", "en"]')
    assert TopicSettings().bootstrap_servers == "kafka-1:9092,kafka-2:9092"
    assert TopicSettings().partitions == 12
    assert WorkerSettings().languages == ("fr", "en")


def test_password_is_never_shown() -> None:
    """A secret does not appear where settings are printed."""
    settings = BrokerSettings(
        security_protocol="SASL_SSL",
        sasl_username="reader",
        sasl_password="hunter2",  # noqa: S106 -- invented
    )
    assert "hunter2" not in repr(settings) + str(settings.model_dump()) + settings.model_dump_json()


SECRETS = {
    "sasl_password": "hunter2-sasl",
    "ssl_key_password": "hunter2-key",
    "web_token": "hunter2-and-so-on-32-characters",
}


def test_no_secret_is_shown_with_the_settings() -> None:
    """Neither where they are printed nor where they are written down, none of them."""
    settings = WorkerSettings.model_validate(SECRETS)
    secrets = [name for name, field in WorkerSettings.model_fields.items() if field.annotation == SecretStr | None]
    assert set(secrets) == set(SECRETS)
    shown = repr(settings) + str(settings) + str(settings.model_dump()) + settings.model_dump_json()
    assert "hunter2" not in shown


@pytest.mark.parametrize(
    "wrong",
    [
        {"security_protocol": "SASL_SSL"},
        {"ssl_certfile": "client.pem"},
        {"request_timeout": "soon"},
        {"sasl_password": ["hunter2-in-a-list"]},
        {"topic_prefix": "hunter2 in the wrong place"},
    ],
    ids=str,
)
def test_no_secret_is_in_the_traceback_of_a_wrong_setting(wrong: dict[str, object]) -> None:
    """Pydantic would show the whole input, passwords included, where settings do not go together."""
    with pytest.raises(ValidationError) as caught:
        WorkerSettings.model_validate(SECRETS | wrong)
    assert "hunter2" not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"security_protocol": "SASL_SSL"}, "COMMUNIQUE_SASL_USERNAME"),
        ({"security_protocol": "SASL_SSL", "sasl_username": "reader"}, "COMMUNIQUE_SASL_PASSWORD"),
        ({"ssl_certfile": Path("client.pem")}, "COMMUNIQUE_SSL_KEYFILE"),
        ({"topic_prefix": "no spaces"}, "topic_prefix"),
        ({"security_protocol": "TLS"}, "security_protocol"),
        ({"request_timeout": 0}, "request_timeout"),
    ],
)
def test_wrong_settings_name_the_variable(wrong: dict[str, object], name: str) -> None:
    """A setting that cannot work is refused at the start, by its name."""
    with pytest.raises(ValidationError, match=name):
        BrokerSettings.model_validate(wrong)


@pytest.mark.parametrize("model", [BrokerSettings, WorkerSettings, TopicSettings])
def test_every_setting_is_documented(model: type[BrokerSettings]) -> None:
    """Each setting says what it does."""
    assert [name for name, field in model.model_fields.items() if not field.description] == []
