"""The fault harness in short: a few faults, all of its account. The whole of it is ``make faults``."""

import os
import secrets
from dataclasses import replace
from pathlib import Path

import pytest

from tests.brokers.apache.distribution import KafkaUnavailableError
from tests.brokers.kinds import without_kafka
from tests.faults.run import SHORT, Run

pytestmark = pytest.mark.kafka


async def test_nothing_is_lost_over_kills_and_cuts(tmp_path: Path) -> None:
    """Every article is enriched or dead-lettered, in order, whatever is done to the workers and their connections."""
    seed = int(os.environ.get("COMMUNIQUE_FAULTS_SEED") or secrets.randbelow(1_000_000))
    try:
        report = await Run(replace(SHORT, seed=seed), tmp_path, print).run()
    except KafkaUnavailableError as reason:
        without_kafka(reason)
    found = report.account
    verdict = f"seed {seed}\n{report.table()}"
    assert found.lost == [], verdict
    assert found.differing == [], verdict
    assert found.disordered == [], verdict
    assert found.strange == [], verdict
    assert found.published == SHORT.articles, verdict
    assert found.enriched + found.dead.total() == SHORT.articles, verdict
    assert report.faults["kill"] == SHORT.plan.kill, verdict
