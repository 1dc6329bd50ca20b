"""Free ports on loopback."""

import random
import socket

# Below the range from which systems take the ports of outgoing connections, so that none of those can come in between.
LOWEST, HIGHEST = 20_000, 29_999


def free_port() -> int:
    """A TCP port on 127.0.0.1 that nothing uses now."""
    chance = random.SystemRandom()
    for _ in range(1000):
        port = chance.randint(LOWEST, HIGHEST)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise OSError(f"no free port on 127.0.0.1 between {LOWEST} and {HIGHEST}")
