"""``communique topics``: create, check, describe."""

import asyncio
import uuid

import pytest

from schemas import TOPICS
from stream.kafka import topics
from stream.settings import TopicSettings
from tests.cli.conftest import Command
from tests.cli.reading import put

pytestmark = pytest.mark.embedded


@pytest.fixture
def prefix(at_site: TopicSettings, monkeypatch: pytest.MonkeyPatch) -> str:
    """A prefix under which nothing exists yet."""
    assert at_site.bootstrap_servers
    found = f"{uuid.uuid4().hex[:8]}."
    monkeypatch.setenv("COMMUNIQUE_TOPIC_PREFIX", found)
    return found


def test_from_nothing_to_topics_that_are_as_they_must_be(communique: Command, prefix: str) -> None:
    """Check says what is missing and what to do; create does it, once; then check is content."""
    names = [f"{prefix}{topic.name}" for topic in TOPICS]
    missing = communique("topics", "check")
    assert missing.code == 1
    assert missing.out.splitlines() == [f"{name}: does not exist" for name in names]
    assert missing.err == (
        "communique: 6 of 6 topics cannot be used (Create the topics with: communique topics create)\n"
    )
    created = communique("topics", "create", "--partitions", "4", "--replication-factor", "1")
    assert (created.code, created.err) == (0, "")
    assert sorted(created.out.splitlines()) == sorted(f"created {name}" for name in names)
    again = communique("topics", "create")
    assert (again.code, again.out) == (0, "all topics exist\n")
    assert communique("topics", "check").out == "all 6 topics are as they must be\n"


def test_what_is_missing_is_created_and_the_rest_stays(
    communique: Command, prefix: str, at_site: TopicSettings
) -> None:
    """A topic that exists keeps its partitions."""
    some = at_site.model_copy(update={"topic_prefix": prefix, "partitions": 1})
    asyncio.run(topics.create(some))
    other = f"{prefix}more."
    assert communique("topics", "create", "--topic-prefix", other).code == 0
    assert communique("topics", "create", "--partitions", "5").out == "all topics exist\n"
    described = communique("topics", "describe").out
    assert {line.split()[1] for line in described.splitlines() if line.startswith(prefix)} == {"1"}


def test_describe_shows_each_topic(
    communique: Command, at_site: TopicSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Partitions, replicas, records, configuration; of a topic that is missing it says so, and fails nothing."""
    monkeypatch.setenv("COLUMNS", "140")
    put(at_site, TOPICS[0], [b"{}", b"{}"])
    done = communique("topics", "describe")
    assert (done.code, done.err) == (0, "")
    heading, *rows = done.out.splitlines()
    assert heading.split() == ["topic", "partitions", "replicas", "records", "configuration"]
    assert [row.split()[0] for row in rows] == [f"{at_site.topic_prefix}{topic.name}" for topic in TOPICS]
    assert rows[0].split()[1:4] == ["2", "1", "2"]
    assert "max.message.bytes=33554432" in rows[0]
    missing = communique("topics", "describe", "--topic-prefix", "nowhere.")
    assert missing.code == 0
    assert missing.out.count("does not exist") == 6
