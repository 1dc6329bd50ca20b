import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from schemas import ARTICLES
from stream.settings import TopicSettings, WorkerSettings

Manifest = dict[str, Any]
WORKLOADS = ("Deployment", "Job")


@pytest.fixture(scope="module")
def folder(root: Path) -> Path:
    return root / "deploy/kubernetes"


@pytest.fixture(scope="module")
def manifests(folder: Path) -> list[Manifest]:
    """Every object of the manifests, optional parts and the example secrets included."""
    files = sorted(file for file in folder.rglob("*.yaml") if file.name != "kustomization.yaml")
    return [document for file in files for document in yaml.safe_load_all(file.read_text())]


@pytest.fixture(scope="module")
def config(folder: Path) -> dict[str, str]:
    lines = (folder / "config.env").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def _get(manifests: list[Manifest], kind: str, name: str | None = None) -> Manifest:
    (found,) = [
        each for each in manifests if each["kind"] == kind and (name is None or each["metadata"]["name"] == name)
    ]
    return found


def _pods(manifests: list[Manifest]) -> Iterator[tuple[str, Manifest]]:
    for each in manifests:
        if each["kind"] in WORKLOADS:
            yield each["kind"], each["spec"]["template"]["spec"]


def _container(pod: Manifest) -> Manifest:
    (container,) = pod["containers"]
    found: Manifest = container
    return found


def _plain_variables(container: Manifest) -> dict[str, str]:
    return {entry["name"]: entry["value"] for entry in container["env"] if "value" in entry}


def test_every_file_is_used(folder: Path) -> None:
    """Each manifest is named by its kustomization; only the example secrets are left out, on purpose."""
    for kustomization in folder.rglob("kustomization.yaml"):
        named = set(yaml.safe_load(kustomization.read_text())["resources"])
        present = {file.name for file in kustomization.parent.glob("*.yaml")}
        assert present - named - {"kustomization.yaml", "secret.example.yaml"} == set()
        assert named <= present


def test_pods_are_hardened(manifests: list[Manifest]) -> None:
    """Pods keep to the restricted standard: no root, no privilege, no writable root, no API token."""
    pods = dict(_pods(manifests))
    assert set(pods) == set(WORKLOADS)
    for pod in pods.values():
        assert pod["automountServiceAccountToken"] is False
        assert pod["securityContext"]["runAsNonRoot"] is True
        assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
        security = _container(pod)["securityContext"]
        assert security["readOnlyRootFilesystem"] is True
        assert security["allowPrivilegeEscalation"] is False
        assert security["capabilities"] == {"drop": ["ALL"]}
    enforced = _get(manifests, "Namespace")["metadata"]["labels"]["pod-security.kubernetes.io/enforce"]
    assert enforced == "restricted"


def test_pods_are_bounded(manifests: list[Manifest]) -> None:
    """Each container asks for what it needs and may not take all memory of its node; /tmp is bounded too."""
    for _, pod in _pods(manifests):
        resources = _container(pod)["resources"]
        assert set(resources["requests"]) == {"cpu", "memory"}
        assert "memory" in resources["limits"]
        (temporary,) = [volume for volume in pod["volumes"] if volume["name"] == "tmp"]
        assert "sizeLimit" in temporary["emptyDir"]


def test_variables_are_settings(
    manifests: list[Manifest], config: dict[str, str], known_variables: frozenset[str]
) -> None:
    """Every variable, of the config map and of the containers, is one that the settings read."""
    assert set(config) <= known_variables
    for _, pod in _pods(manifests):
        assert {entry["name"] for entry in _container(pod)["env"]} <= known_variables


def test_values_are_taken(manifests: list[Manifest], config: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Worker and topics job start with these values: the settings accept them together."""
    worker = _plain_variables(_container(_get(manifests, "Deployment")["spec"]["template"]["spec"]))
    for variable, value in {**config, **worker, "COMMUNIQUE_SASL_USERNAME": "communique-worker"}.items():
        monkeypatch.setenv(variable, value)
    assert WorkerSettings().security_protocol == "SASL_SSL"
    assert WorkerSettings().languages == ("fr", "en", "ru")
    assert TopicSettings().replication_factor == 3


def test_worker_drains_before_it_is_killed(manifests: list[Manifest]) -> None:
    """The grace period is longer than the worker takes to finish what is in flight."""
    pod = _get(manifests, "Deployment")["spec"]["template"]["spec"]
    drain = float(_plain_variables(_container(pod))["COMMUNIQUE_SHUTDOWN_TIMEOUT"])
    assert pod["terminationGracePeriodSeconds"] > drain


def test_probes(manifests: list[Manifest]) -> None:
    """Alive and ready are different questions, asked at the worker's web port; the job has none."""
    worker = _container(_get(manifests, "Deployment")["spec"]["template"]["spec"])
    paths = {name: worker[name]["httpGet"]["path"] for name in ("startupProbe", "livenessProbe", "readinessProbe")}
    assert paths == {
        "startupProbe": "/health/live",
        "livenessProbe": "/health/live",
        "readinessProbe": "/health/ready",
    }
    (port,) = worker["ports"]
    assert str(port["containerPort"]) == _plain_variables(worker)["COMMUNIQUE_WEB_PORT"]
    assert {worker[name]["httpGet"]["port"] for name in paths} == {port["name"]}


def test_secrets(manifests: list[Manifest], config: dict[str, str], folder: Path) -> None:
    """The example holds each secret and key that the pods use, no real value, and is never applied by itself."""
    examples = {each["metadata"]["name"]: each["stringData"] for each in manifests if each["kind"] == "Secret"}
    mount = "/etc/communique/kafka/"
    files = {value.removeprefix(mount) for value in config.values() if value.startswith(mount)}
    used = set()
    for _, pod in _pods(manifests):
        container = _container(pod)
        (secret,) = [volume["secret"]["secretName"] for volume in pod["volumes"] if "secret" in volume]
        (entry,) = [entry["valueFrom"] for entry in container["env"] if entry["name"] == "COMMUNIQUE_SASL_USERNAME"]
        reference = entry["secretKeyRef"]
        assert reference["name"] == secret
        assert files | {reference["key"]} == set(examples[secret])
        assert examples[secret]["password"] == "replace-me"  # noqa: S105 - an example
        assert {entry["mountPath"] for entry in container["volumeMounts"]} == {mount.rstrip("/"), "/tmp"}  # noqa: S108
        used.add(secret)
    assert used == set(examples)
    applied = yaml.safe_load((folder / "kustomization.yaml").read_text())["resources"]
    assert "secret.example.yaml" not in applied


def test_selectors_find_the_worker_alone(manifests: list[Manifest]) -> None:
    """Deployment, disruption budget and pod monitor select the worker's pods, and not those of the topics job."""
    deployment = _get(manifests, "Deployment")
    worker = deployment["spec"]["template"]["metadata"]["labels"]
    job = _get(manifests, "Job")["spec"]["template"]["metadata"]["labels"]
    for each in (deployment, _get(manifests, "PodDisruptionBudget"), _get(manifests, "PodMonitor")):
        wanted = each["spec"]["selector"]["matchLabels"].items()
        assert wanted <= worker.items()
        assert not wanted <= job.items()


def test_network_is_closed_but_for_what_is_needed(manifests: list[Manifest], config: dict[str, str]) -> None:
    """In: the web port. Out: DNS and the brokers' port of the config map, nothing else."""
    policy = _get(manifests, "NetworkPolicy")["spec"]
    assert set(policy["policyTypes"]) == {"Ingress", "Egress"}
    assert all(rule["from"] for rule in policy["ingress"])
    assert {port["port"] for rule in policy["ingress"] for port in rule["ports"]} == {"web"}
    assert all(rule["to"] for rule in policy["egress"])
    brokers = int(config["COMMUNIQUE_BOOTSTRAP_SERVERS"].rpartition(":")[2])
    assert {port["port"] for rule in policy["egress"] for port in rule["ports"]} == {53, brokers}


def test_no_more_workers_than_partitions(manifests: list[Manifest], config: dict[str, str]) -> None:
    """Neither autoscaler starts a worker that no partition would be left for, and each starts at two."""
    partitions = int(config["COMMUNIQUE_PARTITIONS"])
    by_cpu = _get(manifests, "HorizontalPodAutoscaler")["spec"]
    by_lag = _get(manifests, "ScaledObject")["spec"]
    assert by_cpu["maxReplicas"] <= partitions
    assert by_lag["maxReplicaCount"] <= partitions
    assert by_cpu["minReplicas"] == by_lag["minReplicaCount"] == _get(manifests, "Deployment")["spec"]["replicas"]
    for each in (by_cpu, by_lag):
        assert each["scaleTargetRef"]["name"] == _get(manifests, "Deployment")["metadata"]["name"]


def test_lag_is_that_of_the_workers(manifests: list[Manifest], config: dict[str, str]) -> None:
    """KEDA looks at the workers' own group, topic and brokers, with their secret."""
    (trigger,) = _get(manifests, "ScaledObject")["spec"]["triggers"]
    assert trigger["metadata"]["bootstrapServers"] == config["COMMUNIQUE_BOOTSTRAP_SERVERS"]
    assert trigger["metadata"]["consumerGroup"] == config["COMMUNIQUE_GROUP"]
    assert trigger["metadata"]["topic"] == config["COMMUNIQUE_TOPIC_PREFIX"] + ARTICLES.name
    authentication = _get(manifests, "TriggerAuthentication", trigger["authenticationRef"]["name"])
    examples = {each["metadata"]["name"]: each["stringData"] for each in manifests if each["kind"] == "Secret"}
    for reference in authentication["spec"]["secretTargetRef"]:
        assert reference["key"] in examples[reference["name"]]


@pytest.mark.skipif(shutil.which("kubectl") is None, reason="kubectl, which renders the manifests, is not installed")
@pytest.mark.parametrize("components", [(), ("autoscale-lag", "monitoring"), ("autoscale-cpu", "monitoring")])
def test_kustomize_renders(folder: Path, tmp_path: Path, components: tuple[str, ...]) -> None:
    """The manifests render with and without the optional parts; references follow generated names."""
    copy = tmp_path / "kubernetes"
    shutil.copytree(folder, copy)
    kustomization = yaml.safe_load((copy / "kustomization.yaml").read_text())
    kustomization["components"] = [f"components/{name}" for name in components]
    (copy / "kustomization.yaml").write_text(yaml.safe_dump(kustomization))
    rendered = subprocess.run(["kubectl", "kustomize", copy], capture_output=True, text=True, timeout=60, check=False)  # noqa: S607
    assert rendered.returncode == 0, rendered.stderr
    objects = list(yaml.safe_load_all(rendered.stdout))
    assert {each["metadata"].get("namespace", "communique") for each in objects} == {"communique"}
    name = _get(objects, "ConfigMap")["metadata"]["name"]
    for _, pod in _pods(objects):
        container = _container(pod)
        assert container["envFrom"] == [{"configMapRef": {"name": name}}]
        assert container["image"].partition("/")[2].startswith("communique:")
    scaled = any(component.startswith("autoscale") for component in components)
    assert ("replicas" in _get(objects, "Deployment")["spec"]) is not scaled
