import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest
import yaml
from prometheus_client import Metric

from stream.agents.recipe import Recipe
from stream.agents.work import Outcome
from stream.agents.worker import Worker
from stream.errors import InvalidJSONError
from stream.kafka.dead_letters import Failure
from stream.settings import WorkerSettings

JOB = "communique"
BY_PROMETHEUS = {"up", "ALERTS"}
"""Series that Prometheus itself makes."""
BY_SCRAPE = {"job", "instance", "alertname", "alertstate", "le", "__name__"}
"""Labels that scraping, rules and histograms bring."""
NAME = re.compile(r"\b(communique_\w+|process_\w+|up|ALERTS)\b(?=[\s{)\[]|$)")
SELECTOR = re.compile(r"(\w+)\{([^}]*)\}")
GROUPING = re.compile(r"\b(?:by|on) \(([^)]*)\)")
LABEL = re.compile(r"[a-zA-Z_][a-zA-Z0-9_]*")


@pytest.fixture(scope="module")
def metrics() -> list[Metric]:
    """What a worker's /metrics holds once it has finished one article and failed at another."""
    worker = Worker(WorkerSettings(), Recipe(1 << 20, "/test", ()))
    worker._metrics.finished(Outcome(language="fr", statements=2, seconds={"decode": 0.01, "enrich": 0.2}), None)
    failure = Failure.of("decode", InvalidJSONError("no JSON"))
    worker._metrics.finished(Outcome(failure=failure), failure)
    worker._metrics.delivered(2, 0.1)
    return list(worker._metrics.registry.collect())


@pytest.fixture(scope="module")
def labels(metrics: list[Metric]) -> dict[str, set[str]]:
    """Name of each series, and its labels."""
    found: dict[str, set[str]] = {}
    for metric in metrics:
        for sample in metric.samples:
            found.setdefault(sample.name, set()).update(sample.labels)
        found.setdefault(metric.name, set())
    return found


@pytest.fixture(scope="module")
def rules(root: Path) -> list[dict[str, Any]]:
    loaded = yaml.safe_load((root / "deploy/prometheus/alerts.yml").read_text())
    return [rule for group in loaded["groups"] for rule in group["rules"]]


@pytest.fixture(scope="module")
def dashboard(root: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = orjson.loads((root / "deploy/grafana/dashboards/communique.json").read_bytes())
    return loaded


@pytest.fixture(scope="module")
def expressions(rules: list[dict[str, Any]], dashboard: dict[str, Any]) -> list[str]:
    """Every PromQL expression of the alerts and of the dashboard."""
    shown = [target["expr"] for panel in dashboard["panels"] for target in panel.get("targets", [])]
    listed = [variable["query"]["query"] for variable in dashboard["templating"]["list"] if variable["type"] == "query"]
    marked = [annotation["expr"] for annotation in dashboard["annotations"]["list"]]
    return [*(rule["expr"] for rule in rules), *shown, *listed, *marked]


def test_labels_are_valid(metrics: list[Metric]) -> None:
    """Every label has a name that Prometheus takes; with one bad label it would refuse all that the worker says."""
    for metric in metrics:
        for sample in metric.samples:
            for label in sample.labels:
                assert LABEL.fullmatch(label), f"{sample.name} has a label named {label!r}"


def test_series_exist(expressions: list[str], labels: dict[str, set[str]]) -> None:
    """Alerts and dashboard ask only for series that a worker has."""
    asked = {name for expression in expressions for name in NAME.findall(expression)} - BY_PROMETHEUS
    assert len(asked) >= 8
    assert asked - set(labels) == set()


def test_own_series_are_all_shown(expressions: list[str], metrics: list[Metric]) -> None:
    """Each metric of the worker is used by an alert or shown on the dashboard: none is counted for nobody."""
    asked = " ".join(expressions)
    for metric in metrics:
        if metric.name.startswith("communique_"):
            assert metric.name in asked


def test_labels_exist(expressions: list[str], labels: dict[str, set[str]]) -> None:
    """Selectors and groupings use only labels that those series have."""
    for expression in expressions:
        for name, selector in SELECTOR.findall(expression):
            used = set(re.findall(r"(\w+)\s*(?:=~|!~|!=|=)", selector))
            known = BY_SCRAPE | labels.get(name, set()) | ({"partition"} if name == "communique_lag" else set())
            assert used <= known, expression
        known = BY_SCRAPE | {"partition"}.union(*(labels.get(name, set()) for name in NAME.findall(expression)))
        for grouping in GROUPING.findall(expression):
            assert {label.strip() for label in grouping.split(",")} <= known, expression


def test_every_series_is_of_the_job(expressions: list[str], root: Path) -> None:
    """Each series is asked for with the job's name, which Prometheus and the pod monitor give to the workers alone."""
    for expression in expressions:
        for name, selector in SELECTOR.findall(expression):
            assert name == "ALERTS" or f'job="{JOB}"' in selector, expression
        assert len(NAME.findall(expression)) == len(SELECTOR.findall(expression)), (
            f"a series without a job: {expression}"
        )
    scraping = yaml.safe_load((root / "deploy/prometheus/prometheus.yml").read_text())["scrape_configs"]
    assert JOB in {config["job_name"] for config in scraping}
    monitor = yaml.safe_load((root / "deploy/kubernetes/components/monitoring/pod-monitor.yaml").read_text())
    (relabeling,) = monitor["spec"]["podMetricsEndpoints"][0]["relabelings"]
    assert (relabeling["targetLabel"], relabeling["replacement"]) == ("job", JOB)


def test_alerts_say_what_to_do(rules: list[dict[str, Any]]) -> None:
    """Each alert has a name of its own, a severity, what is wrong and what to do; what the issue names is covered."""
    names = [rule["alert"] for rule in rules]
    assert len(set(names)) == len(names)
    for rule in rules:
        assert rule["labels"]["severity"] in {"page", "ticket"}
        assert rule["annotations"]["summary"]
        assert len(rule["annotations"]["description"]) > 60
    assert {
        "CommuniqueLagGrowing",
        "CommuniqueNotReady",
        "CommuniqueDeadLetters",
        "CommuniqueNoProgress",
        "CommuniqueRestarts",
    } <= set(names)


def test_alerts_name_dead_letter_codes_that_exist(rules: list[dict[str, Any]]) -> None:
    """What the dead letters' alert says of error codes is true of the error tree."""
    (rule,) = [rule for rule in rules if rule["alert"] == "CommuniqueDeadLetters"]
    text = rule["annotations"]["description"]
    codes = {error.code for error in _errors(Exception)}
    for mentioned in ("too-large", "process-died"):
        assert mentioned in text
        assert mentioned in codes
    for prefix in ("invalid-", "enrichment-"):
        assert f"{prefix}…" in text
        assert any(code.startswith(prefix) for code in codes)


def _errors(base: type[BaseException]) -> Iterator[Any]:
    for error in base.__subclasses__():
        if error.__module__ == "stream.errors":
            yield error
        yield from _errors(error)


def test_every_alert_is_tested(rules: list[dict[str, Any]], root: Path) -> None:
    """Each alert fires in at least one of the examples that promtool runs."""
    examples = (root / "deploy/prometheus/alerts.test.yml").read_text()
    for rule in rules:
        assert f'alertname="{rule["alert"]}"' in examples


@pytest.mark.skipif(shutil.which("promtool") is None, reason="promtool, which checks the rules, is not installed")
@pytest.mark.parametrize(
    "arguments",
    [("check", "config", "prometheus.yml"), ("check", "rules", "alerts.yml"), ("test", "rules", "alerts.test.yml")],
)
def test_promtool(root: Path, arguments: tuple[str, ...]) -> None:
    """Prometheus' own tool takes configuration and rules, and each alert fires when its example says."""
    done = subprocess.run(
        ["promtool", *arguments],  # noqa: S607
        cwd=root / "deploy/prometheus",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_scraping_reaches_the_workers(root: Path, compose: dict[str, Any]) -> None:
    """Prometheus looks for the service of the workers, at the port that they expose."""
    configs = yaml.safe_load((root / "deploy/prometheus/prometheus.yml").read_text())["scrape_configs"]
    (workers,) = [config for config in configs if config["job_name"] == JOB]
    (discovery,) = workers["dns_sd_configs"]
    assert discovery["names"] == ["worker"]
    assert compose["services"]["worker"]["expose"] == [str(discovery["port"])]


def test_dashboard_is_well_formed(dashboard: dict[str, Any], root: Path, compose: dict[str, Any]) -> None:
    """Panels have ids of their own, do not overlap, say what they show, and read the provisioned data source."""
    panels = dashboard["panels"]
    assert len({panel["id"] for panel in panels}) == len(panels)
    covered: set[tuple[int, int]] = set()
    for panel in panels:
        place = panel["gridPos"]
        cells = {(place["x"] + x, place["y"] + y) for x in range(place["w"]) for y in range(place["h"])}
        assert not cells & covered, panel["title"]
        assert place["x"] + place["w"] <= 24
        covered |= cells
        assert panel["type"] == "row" or panel["targets"]
    (source,) = [variable for variable in dashboard["templating"]["list"] if variable["type"] == "datasource"]
    provisioned = yaml.safe_load((root / "deploy/grafana/provisioning/datasources/prometheus.yml").read_text())
    assert source["current"]["value"] == provisioned["datasources"][0]["uid"]
    provider = yaml.safe_load((root / "deploy/grafana/provisioning/dashboards/communique.yml").read_text())
    folder = provider["providers"][0]["options"]["path"]
    mounts = [mount.split(":")[:2] for mount in compose["services"]["grafana"]["volumes"]]
    assert ["./deploy/grafana/dashboards", folder] in mounts
    home = compose["services"]["grafana"]["environment"]["GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"]
    assert home == f"{folder}/communique.json"
