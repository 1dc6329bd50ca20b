"""Settings from the environment (``COMMUNIQUE_…``), the same for worker, clients and command line."""

from pathlib import Path
from typing import Annotated, Final, Literal, Self

import orjson
from pydantic import BeforeValidator, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

SecurityProtocol = Literal["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"]
SaslMechanism = Literal["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"]
MAX_NESTING: Final = 100
"""Default of ``max_nesting``."""
_WRITABLE: Final = 200
"""What is nested deeper than this, and a little, can be read but not be written again."""


def _from_json(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        found = orjson.loads(value)
    except orjson.JSONDecodeError:
        found = None
    if not isinstance(found, list):
        raise ValueError('not a JSON list, such as ["fr","en"]')  # noqa: TRY004 - pydantic takes it as a fault of the value
    return found


class BrokerSettings(BaseSettings):
    """How to reach Kafka."""

    model_config = SettingsConfigDict(
        env_prefix="COMMUNIQUE_",
        extra="ignore",
        frozen=True,
        use_attribute_docstrings=True,
        hide_input_in_errors=True,  # it holds the secrets
    )

    bootstrap_servers: str = "127.0.0.1:9092"
    """Kafka brokers, ``host:port`` separated by commas."""
    topic_prefix: str = Field(default="", pattern=r"^[a-zA-Z0-9._-]*$")
    """Put before every topic name (``staging.`` gives ``staging.articles``)."""
    client_id: str = "communique"
    """Name under which the broker knows this client."""
    security_protocol: SecurityProtocol = "PLAINTEXT"
    """PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL."""
    sasl_mechanism: SaslMechanism = "SCRAM-SHA-512"
    """PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512."""
    sasl_username: str | None = None
    """User for SASL."""
    sasl_password: SecretStr | None = None
    """Password for SASL."""
    sasl_password_file: Path | None = None
    """File that holds the password, as container secrets are mounted; used where ``sasl_password`` is not set."""
    ssl_cafile: Path | None = None
    """Certificate authorities to trust (PEM); the system's where unset."""
    ssl_certfile: Path | None = None
    """Client certificate (PEM) for mutual TLS."""
    ssl_keyfile: Path | None = None
    """Key of the client certificate (PEM)."""
    ssl_key_password: SecretStr | None = None
    """Password of the key."""
    request_timeout: float = Field(default=30.0, gt=0)
    """Seconds to wait for the broker before giving up."""
    compression: Literal["none", "gzip", "lz4", "zstd", "snappy"] = "zstd"
    """How producers compress batches."""
    max_message_bytes: int = Field(default=32 * 1024 * 1024, ge=1024)
    """Largest record that is sent, in bytes; ``topics create`` makes topics that take it (``max.message.bytes``)."""
    max_article_bytes: int = Field(default=1024 * 1024, ge=1)
    """Largest article, in bytes of JSON: publishers refuse a larger one, workers make a dead letter of it."""
    max_nesting: int = Field(default=MAX_NESTING, ge=1, le=_WRITABLE)
    """Deepest nesting of an article's ``metadata``: publishers refuse what is deeper, workers make a dead letter of it."""
    source: str = "/communique"
    """CloudEvents source of the events sent (header ``ce_source``), a URI reference."""

    @model_validator(mode="after")
    def _sasl_is_complete(self) -> Self:
        if self.security_protocol.startswith("SASL"):
            if not self.sasl_username:
                raise ValueError(f"COMMUNIQUE_SASL_USERNAME is required with {self.security_protocol}")
            if self.sasl_password is None and self.sasl_password_file is None:
                raise ValueError(
                    "COMMUNIQUE_SASL_PASSWORD or COMMUNIQUE_SASL_PASSWORD_FILE is required "
                    f"with {self.security_protocol}"
                )
        if (self.ssl_certfile is None) != (self.ssl_keyfile is None):
            raise ValueError("COMMUNIQUE_SSL_CERTFILE and COMMUNIQUE_SSL_KEYFILE must be set together")
        return self


class WorkerSettings(BrokerSettings):
    """How the worker works."""

    group: str = "communique"
    """Consumer group of the workers: those of one group share the articles."""
    delivery: Literal["at-least-once", "exactly-once"] = "at-least-once"
    """exactly-once ties events and offsets into transactions: for subscribers that read committed records only."""
    processes: int = Field(default=0, ge=0)
    """Processes that run the models; 0 for one per core."""
    batch_size: int = Field(default=32, ge=1, le=10_000)
    """Most articles in hand at once, read and not yet delivered."""
    article_timeout: float = Field(default=120.0, gt=0)
    """Seconds that the models may take for one article."""
    article_memory: int = Field(default=2048, ge=0)
    """MiB that one article may take beyond the loaded models (on Linux); 0 for no limit."""
    max_mentions: int = Field(default=50_000, ge=0)
    """Most mentions of entities in one article, beyond which it becomes a dead letter as a whole; 0 for no limit."""
    max_statements: int = Field(default=10_000, ge=0)
    """Most statements in one article, beyond which it becomes a dead letter as a whole; 0 for no limit."""
    max_attempts: int = Field(default=3, ge=1)
    """Attempts at an article before it becomes a dead letter, where its error can be retried."""
    retry_backoff: float = Field(default=0.5, ge=0)
    """Seconds before the second attempt; doubled for each one more."""
    shutdown_timeout: float = Field(default=30.0, gt=0)
    """Seconds to finish what is in flight after SIGTERM."""
    web_host: str = "127.0.0.1"
    """Address of the web port (health and metrics)."""
    web_port: int = Field(default=6066, ge=0, le=65535)
    """Port for health and metrics."""
    web_token: SecretStr | None = None
    """Bearer token that the web port asks for, 16 characters or more; health is open to all."""
    web_token_file: Path | None = None
    """File that holds the token, as container secrets are mounted; used where ``web_token`` is not set."""
    ready_stall: float = Field(default=120.0, gt=0)
    """Seconds without progress, with articles waiting, after which the worker no longer reports ready."""
    languages: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_from_json)] = ()
    """Languages with a model here (``["fr","en"]``), loaded at the start; others read without. Unset: all, on first use."""
    knowledge: Path | None = None
    """File or folder of your own people, organisations and places (``communique kb``), merged over the built-in ones."""
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    """Least severe level that is logged."""
    log_format: Literal["text", "json"] = "text"
    """``json`` writes one object a line, for log collectors."""


class TopicSettings(BrokerSettings):
    """How topics are created."""

    partitions: int = Field(default=6, ge=1)
    """Partitions of each topic: the most workers that can share the articles."""
    replication_factor: int = Field(default=-1, ge=-1)
    """Replicas of each partition; -1 for the broker's default."""
    retention_days: float = Field(default=30.0, gt=0)
    """Days that records are kept; dead letters are kept three times as long."""
