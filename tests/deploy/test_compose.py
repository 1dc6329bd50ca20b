import base64
import fnmatch
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import orjson
import pytest

from schemas import TOPICS
from stream.cli.inputs import SUFFIXES
from stream.kafka.codec import decode_article
from stream.kafka.topics import check, create
from stream.settings import BrokerSettings, TopicSettings, WorkerSettings
from tests.brokers.apache.distribution import libraries
from tests.brokers.apache.node import ApacheKafka
from tests.brokers.ports import free_port

OURS = ("topics", "worker", "seed")
ONE_SHOT = ("topics", "seed")
NOT_PROPERTIES = {"KAFKA_HEAP_OPTS"}
"""Variables that the image's start script reads itself; every other KAFKA_X_Y becomes the property x.y."""


def _environment(service: dict[str, Any]) -> dict[str, str]:
    """A service's variables with the defaults of its interpolations, as they are where nothing is set outside."""
    return {
        name: re.sub(r"\$\{\w+:-([^}]*)\}", r"\1", str(value)) for name, value in service.get("environment", {}).items()
    }


def _properties(kafka: dict[str, Any]) -> dict[str, str]:
    return {
        name.removeprefix("KAFKA_").lower().replace("_", "."): value
        for name, value in _environment(kafka).items()
        if name.startswith("KAFKA_") and name not in NOT_PROPERTIES
    }


def _listeners(value: str) -> dict[str, str]:
    return dict(entry.split("://") for entry in value.split(","))


def _seconds(duration: str) -> int:
    assert duration.endswith("s")
    return int(duration[:-1])


def test_file_follows_the_compose_specification(root: Path) -> None:
    """The file is valid against the Compose specification's own JSON Schema, which check-jsonschema brings along."""
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", "docker-compose.yml"],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_services(compose: dict[str, Any]) -> None:
    """Without a profile exactly the broker, the topics, the workers and the seeds start; monitoring is asked for."""
    started = {name for name, service in compose["services"].items() if "profiles" not in service}
    assert started == {"kafka", *OURS}
    monitoring = {name for name, service in compose["services"].items() if service.get("profiles") == ["monitoring"]}
    assert monitoring == set(compose["services"]) - started


def test_images_are_pinned(compose: dict[str, Any]) -> None:
    """Every image that is fetched has an exact version, and the broker is the official image."""
    fetched = {name: service["image"] for name, service in compose["services"].items() if name not in OURS}
    for image in fetched.values():
        assert re.fullmatch(r"[\w./-]+:v?\d+\.\d+\.\d+", image), image
    assert fetched["kafka"].startswith("apache/kafka:4.1.")


def test_one_service_builds(compose: dict[str, Any]) -> None:
    """One service builds the image; the others use it and never ask a registry for it."""
    services = {name: compose["services"][name] for name in OURS}
    assert {service["image"] for service in services.values()} == {"communique:local"}
    building = [name for name, service in services.items() if "build" in service]
    assert building == ["topics"]
    assert all(services[name]["pull_policy"] == "never" for name in OURS if name not in building)


def test_start_order(compose: dict[str, Any]) -> None:
    """Topics wait for a healthy broker, workers for the topics, the seeds for workers that are ready."""
    services = compose["services"]
    conditions = {
        name: {other: entry["condition"] for other, entry in services[name]["depends_on"].items()} for name in OURS
    }
    assert conditions["topics"] == {"kafka": "service_healthy"}
    assert conditions["worker"]["topics"] == "service_completed_successfully"
    assert conditions["seed"] == {"topics": "service_completed_successfully", "worker": "service_healthy"}
    assert "healthcheck" in services["kafka"]
    assert "healthcheck" not in services["worker"], "the image's own check is what the others wait for"


def test_two_workers_drain_before_they_are_killed(compose: dict[str, Any]) -> None:
    """Two workers run, come back after a crash, and get longer to stop than they take to drain."""
    worker = compose["services"]["worker"]
    assert worker["deploy"]["replicas"] == 2
    assert worker["restart"] == "unless-stopped"
    drain = float(_environment(worker)["COMMUNIQUE_SHUTDOWN_TIMEOUT"])
    assert _seconds(worker["stop_grace_period"]) > drain
    assert "ports" not in worker, "two workers cannot have the same port of the machine"


def test_one_shot_services_end(compose: dict[str, Any]) -> None:
    """What runs once is not started again and is not probed for a web port that it does not have."""
    for name in ONE_SHOT:
        service = compose["services"][name]
        assert service["restart"] == "no"
        assert service["healthcheck"] == {"disable": True}


def test_nothing_is_open_to_the_network(compose: dict[str, Any]) -> None:
    """Ports are published on loopback alone, since this broker asks for no password."""
    ports = [port for service in compose["services"].values() for port in service.get("ports", [])]
    assert "127.0.0.1:9092:9092" in ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_services_are_hardened(compose: dict[str, Any]) -> None:
    """Our containers have a read-only root, no capability, no way to gain one, and a small /tmp."""
    for name, service in compose["services"].items():
        assert service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert service["init"] is True, name
    for name in OURS:
        service = compose["services"][name]
        assert service["read_only"] is True
        assert [mount.split(":")[0] for mount in service["tmpfs"]] == ["/tmp"]  # noqa: S108 - a path in a container


def test_variables_are_settings(
    compose: dict[str, Any], known_variables: frozenset[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every COMMUNIQUE_ variable is one that the settings read, with a value that they take."""
    for name in OURS:
        environment = _environment(compose["services"][name])
        assert set(environment) <= known_variables
        with monkeypatch.context() as patch:
            for variable, value in environment.items():
                patch.setenv(variable, value)
            settings = WorkerSettings()
        assert settings.bootstrap_servers == environment["COMMUNIQUE_BOOTSTRAP_SERVERS"]


def test_workers_share_the_machine(compose: dict[str, Any]) -> None:
    """Two workers side by side have a bounded number of processes, and of memory, each."""
    worker = compose["services"]["worker"]
    assert int(_environment(worker)["COMMUNIQUE_PROCESSES"]) >= 1
    assert worker["deploy"]["resources"]["limits"]["memory"].endswith("g")


def test_both_listeners_lead_to_clients(compose: dict[str, Any]) -> None:
    """The broker advertises the address that the services use, and to the machine the commands' own default."""
    kafka = _properties(compose["services"]["kafka"])
    advertised = _listeners(kafka["advertised.listeners"])
    assert advertised["INTERNAL"] == _environment(compose["services"]["worker"])["COMMUNIQUE_BOOTSTRAP_SERVERS"]
    assert advertised["HOST"] == BrokerSettings.model_fields["bootstrap_servers"].default
    bound = _listeners(kafka["listeners"])
    assert {name: address.rsplit(":")[-1] for name, address in advertised.items()} == {
        name: bound[name].rsplit(":")[-1] for name in advertised
    }


def test_data_outlives_the_container(compose: dict[str, Any]) -> None:
    """The broker's data lies on a named volume."""
    kafka = compose["services"]["kafka"]
    volume, folder = kafka["volumes"][0].split(":")
    assert volume in compose["volumes"]
    assert folder == _properties(kafka)["log.dirs"]


def test_cluster_id_is_one_that_kafka_takes(compose: dict[str, Any]) -> None:
    """The cluster id is 16 bytes in unpadded base64, without the leading dash that Kafka's tools stumble over."""
    cluster = _environment(compose["services"]["kafka"])["CLUSTER_ID"]
    assert len(base64.urlsafe_b64decode(cluster + "==")) == 16
    assert not cluster.startswith("-")


def test_seed_publishes_articles_alone(compose: dict[str, Any], root: Path) -> None:
    """What the seed service's pattern finds is every sample article, and nothing that is none."""
    seed = compose["services"]["seed"]
    source, target, mode = seed["volumes"][0].split(":")
    pattern = re.search(rf"{target}/(\S+)", seed["entrypoint"][-1])
    assert mode == "ro"
    assert pattern
    files = [file for file in (root / source).iterdir() if file.is_file()]
    found = [file for file in files if fnmatch.fnmatch(file.name, pattern[1])]
    assert len(found) >= 14
    assert {file for file in files if file.suffix in SUFFIXES} == set(found)
    for file in found:
        value = orjson.loads(file.read_bytes())
        for article in value if isinstance(value, list) else [value]:
            decode_article(orjson.dumps(article), limit=1 << 20)


@pytest.mark.kafka
async def test_broker_configuration_starts_and_serves(compose: dict[str, Any], tmp_path: Path) -> None:
    """Apache Kafka starts with the file's own properties, serves both listeners, and gets its topics from us alone."""
    libraries()
    ports = {number: str(free_port()) for number in ("9092", "19092", "29093")}
    properties = {
        name: re.sub(r":(\d+)", lambda match: f":{ports.get(match[1], match[1])}", value).replace(
            "kafka:", "127.0.0.1:"
        )
        for name, value in _properties(compose["services"]["kafka"]).items()
    }
    properties["listeners"] = properties["listeners"].replace("://:", "://127.0.0.1:")
    properties["log.dirs"] = str(tmp_path / "data")
    with ApacheKafka(tmp_path, port=int(ports["9092"]), properties=properties):
        inside = TopicSettings(bootstrap_servers=f"127.0.0.1:{ports['19092']}")
        outside = inside.model_copy(update={"bootstrap_servers": f"127.0.0.1:{ports['9092']}"})
        assert {problem.topic for problem in await check(outside)} == {topic.name for topic in TOPICS}
        assert set(await create(inside)) == {topic.name for topic in TOPICS}
        assert await create(inside) == []
        assert await check(outside) == []
