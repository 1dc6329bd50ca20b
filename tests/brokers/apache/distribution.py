"""Apache Kafka's jars, fetched once from Maven Central with the machine's own Java and Maven."""

import hashlib
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
POM = HERE / "pom.xml"
CACHE = ROOT / ".kafka"
JAVA = 17
"""Oldest Java that Kafka 4 brokers run on (KIP-1013)."""
FETCH_TIMEOUT = 600.0
"""Seconds for Maven to fetch about 55 MB."""


class KafkaUnavailableError(Exception):
    """Apache Kafka cannot run on this machine; the message says what is missing."""


def version() -> str:
    """Version of Kafka that the pom.xml asks for."""
    found = re.search(r"<kafka\.version>([^<]+)<", POM.read_text())
    if found is None:
        raise KafkaUnavailableError(f"{POM.name} names no kafka.version")
    return found[1]


def java() -> str:
    """Path of a Java that Kafka runs on.

    Raises:
        KafkaUnavailableError: there is none, or it is too old.

    """
    path = shutil.which("java")
    if path is None:
        raise KafkaUnavailableError(f"Java is not installed (Kafka needs {JAVA} or later)")
    banner = subprocess.run([path, "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', banner)
    if found is None or int(found[1]) < JAVA:
        raise KafkaUnavailableError(f"Kafka needs Java {JAVA} or later; here is {banner.splitlines()[0:1]}")
    return path


def libraries(cache: Path = CACHE) -> Path:
    """Folder of Kafka's jars, fetched if it is not there yet.

    The folder is named by version and pom.xml, and appears whole or not at all: Maven fills a temporary one beside it,
    which is then renamed, so runs at the same time or cut short do no harm.

    Raises:
        KafkaUnavailableError: Maven is missing or did not succeed.

    """
    folder = cache / f"{version()}-{hashlib.sha256(POM.read_bytes()).hexdigest()[:8]}"
    if not folder.is_dir():
        _fetch(folder)
    return folder


def _fetch(folder: Path) -> None:
    maven = shutil.which("mvn")
    if maven is None:
        raise KafkaUnavailableError("Maven (mvn) is not installed, and Kafka was not fetched before")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix="fetching-") as scratch:
        target = Path(scratch) / "lib"
        goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={target}"]
        try:
            done = subprocess.run(
                [maven, "-B", "-q", "-f", str(POM), *goal],
                capture_output=True,
                text=True,
                check=False,
                timeout=FETCH_TIMEOUT,
            )
        except subprocess.TimeoutExpired:
            raise KafkaUnavailableError(f"Maven did not fetch Kafka within {FETCH_TIMEOUT:.0f} s") from None
        if done.returncode != 0:
            raise KafkaUnavailableError(f"Maven could not fetch Kafka: {(done.stdout + done.stderr).strip()[-2000:]}")
        try:
            target.rename(folder)
        except OSError:
            if not folder.is_dir():  # a run at the same time may have been first: its jars are as good
                raise
