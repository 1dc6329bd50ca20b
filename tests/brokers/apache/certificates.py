"""Certificates for tests, made with the machine's own openssl: an authority, and what it signs."""

import subprocess
from pathlib import Path

from tests.brokers.apache.distribution import KafkaUnavailableError

_KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
_DAYS = ("-days", "2")


def _openssl(*arguments: str | Path) -> None:
    try:
        subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)  # noqa: S607
    except FileNotFoundError:
        raise KafkaUnavailableError("openssl is not installed") from None


class Authority:
    """A certificate authority of its own, whose files are in ``directory``."""

    def __init__(self, directory: Path, name: str) -> None:
        self._directory = directory
        self._name = name
        self.certificate = directory / f"{name}.crt"
        self._key = directory / f"{name}.key"
        subject = ("-subj", f"/CN={name}")
        _openssl("req", "-x509", *_KEY, *_DAYS, *subject, "-keyout", self._key, "-out", self.certificate)

    def sign(self, name: str, *alternatives: str) -> tuple[Path, Path]:
        """Certificate and key for a name; ``alternatives`` are its other names (``IP:127.0.0.1``, ``DNS:…``)."""
        certificate, key, request = (self._directory / f"{name}.{kind}" for kind in ("crt", "key", "csr"))
        extensions = self._directory / f"{name}.ext"
        extensions.write_text(f"subjectAltName={','.join(alternatives)}\n" if alternatives else "")
        _openssl("req", *_KEY, "-subj", f"/CN={name}", "-keyout", key, "-out", request)
        signing = ("-CA", self.certificate, "-CAkey", self._key, "-CAcreateserial", *_DAYS, "-extfile", extensions)
        _openssl("x509", "-req", "-in", request, *signing, "-out", certificate)
        return certificate, key
