"""Apache Kafka behind a proxy for those under test, with a way past it for those who watch."""

from pathlib import Path

from tests.brokers.apache.node import ApacheKafka
from tests.brokers.ports import free_port


class ProxiedKafka(ApacheKafka):
    """A node that tells clients to come through ``proxy_port``; ``direct`` is for the harness itself."""

    def __init__(self, directory: Path) -> None:
        super().__init__(directory)
        self.proxy_port = free_port()
        self._direct_port = free_port()

    @property
    def proxied(self) -> str:
        """Address through the proxy."""
        return f"127.0.0.1:{self.proxy_port}"

    @property
    def direct(self) -> str:
        """Address past the proxy."""
        return f"127.0.0.1:{self._direct_port}"

    def _configuration(self) -> dict[str, str]:
        base = super()._configuration()
        direct = f"DIRECT://{self.direct}"
        return base | {
            "listeners": f"{base['listeners']},{direct}",
            "advertised.listeners": f"PLAINTEXT://{self.proxied},{direct}",
            "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,DIRECT:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "inter.broker.listener.name": "DIRECT",
        }
