"""Apache Kafka with TLS, passwords, client certificates and an authorizer."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.brokers.apache.certificates import Authority
from tests.brokers.apache.distribution import java, libraries
from tests.brokers.apache.node import ApacheKafka
from tests.brokers.ports import free_port

PASSWORDS = {
    "desk": "s3cret-of-the-desk",
    "stranger": "s3cret-of-a-stranger",
    "onlooker": "s3cret-of-an-onlooker",
}
"""Users with their passwords: one who may do everything, and two who may do nothing."""
_LISTENERS = {"SCRAM": "SASL_SSL", "MUTUAL": "SSL", "ELSEWHERE": "SASL_SSL", "INSIDE": "PLAINTEXT"}


@dataclass(frozen=True, slots=True)
class Secured:
    """A broker, its addresses and the files that its clients need."""

    node: ApacheKafka
    scram: str
    """SASL/SCRAM-SHA-512 over TLS."""
    mutual: str
    """TLS with client certificates."""
    elsewhere: str
    """As ``scram``, but its certificate is for another host."""
    inside: str
    """Without security, for a superuser."""
    authority: Path
    unknown_authority: Path
    client: tuple[Path, Path]
    """Certificate and key of a client who may do everything."""

    def let_look(self, user: str) -> None:
        """Let a user see the contract's topics and nothing more."""
        rule = ("--add", "--allow-principal", f"User:{user}", "--operation", "Describe")
        topics = ("--topic", "articles", "--resource-pattern-type", "prefixed")
        command = (java(), "-XX:TieredStopAtLevel=1", "-cp", f"{libraries()}/*", "org.apache.kafka.tools.AclCommand")
        subprocess.run([*command, "--bootstrap-server", self.inside, *rule, *topics], check=True, capture_output=True)


def secured(directory: Path) -> Secured:
    """The broker, not yet started."""
    directory.mkdir(parents=True, exist_ok=True)
    ours, theirs = Authority(directory, "authority"), Authority(directory, "unknown")
    client = ours.sign("client")
    addresses = {name: f"127.0.0.1:{free_port()}" for name in (*_LISTENERS, "CONTROLLER")}
    outside = ",".join(f"{name}://{addresses[name]}" for name in _LISTENERS)
    protocols = _LISTENERS | {"CONTROLLER": "PLAINTEXT"}
    properties = {
        "controller.quorum.voters": f"1@{addresses['CONTROLLER']}",
        "listeners": f"{outside},CONTROLLER://{addresses['CONTROLLER']}",
        "advertised.listeners": outside,
        "listener.security.protocol.map": ",".join(f"{name}:{protocol}" for name, protocol in protocols.items()),
        "inter.broker.listener.name": "INSIDE",
        "sasl.enabled.mechanisms": "SCRAM-SHA-512",
        "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
        "super.users": "User:ANONYMOUS;User:desk;User:CN=client",
        "listener.name.mutual.ssl.client.auth": "required",
    }
    here, other = ours.sign("here", "IP:127.0.0.1"), ours.sign("other", "DNS:kafka.elsewhere.example")
    for name, certificate in (("scram", here), ("mutual", here), ("elsewhere", other)):
        properties |= _keys(directory, f"listener.name.{name}", ours.certificate, *certificate)
    for name in ("scram", "elsewhere"):
        login = "org.apache.kafka.common.security.scram.ScramLoginModule required;"
        properties[f"listener.name.{name}.scram-sha-512.sasl.jaas.config"] = login
    users = [
        word
        for user, password in PASSWORDS.items()
        for word in ("--add-scram", f"SCRAM-SHA-512=[name={user},password={password}]")
    ]
    node = ApacheKafka(directory / "kafka", properties=properties, format_options=users)
    places = (addresses[name] for name in ("SCRAM", "MUTUAL", "ELSEWHERE", "INSIDE"))
    return Secured(node, *places, ours.certificate, theirs.certificate, client)


def _keys(directory: Path, prefix: str, authority: Path, certificate: Path, key: Path) -> dict[str, str]:
    """A listener's own certificate and the authority that it trusts, as PEM files."""
    store = directory / f"{certificate.stem}.pem"
    store.write_text(key.read_text() + certificate.read_text())
    return {
        f"{prefix}.ssl.keystore.type": "PEM",
        f"{prefix}.ssl.keystore.location": str(store),
        f"{prefix}.ssl.truststore.type": "PEM",
        f"{prefix}.ssl.truststore.location": str(authority),
    }
