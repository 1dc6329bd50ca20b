import os
import stat
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.errors import (
    ClusterAuthorizationFailedError,
    GroupAuthorizationFailedError,
    TopicAuthorizationFailedError,
)

from schemas import ARTICLES, DEAD_LETTERS, EVENT_TOPICS, TOPICS
from stream.client import Replay
from stream.kafka.security import connection
from stream.kafka.topics import check, create
from stream.settings import BrokerSettings, TopicSettings, WorkerSettings
from tests.brokers.apache.distribution import java, libraries
from tests.brokers.apache.node import ApacheKafka
from tests.brokers.ports import free_port

USERS = {f"communique-{role}" for role in ("publisher", "subscriber", "worker", "operator", "admin")}
PREFIX = "acl."
REFUSED = (TopicAuthorizationFailedError, GroupAuthorizationFailedError, ClusterAuthorizationFailedError)
"""The last for a user who may write nowhere: it gets no producer id."""
GROUP = WorkerSettings.model_fields["group"].default


class Right(NamedTuple):
    """A line of rights.txt."""

    user: str
    resource: str
    pattern: str
    name: str
    operations: frozenset[str]


@pytest.fixture(scope="module")
def rights(root: Path) -> list[Right]:
    lines = [line.partition("#")[0].split() for line in (root / "deploy/acl/rights.txt").read_text().splitlines()]
    return [Right(*fields[:4], frozenset(fields[4].split(","))) for fields in lines if fields]


def _topics(rights: list[Right], user: str, operation: str) -> set[str]:
    return {
        right.name
        for right in rights
        if right.user == user and right.resource == "topic" and operation in right.operations
    }


def test_every_topic_is_one_of_the_contract(rights: list[Right]) -> None:
    """Each literal topic is the contract's, and each of its topics has someone who writes and someone who reads."""
    names = {topic.name for topic in TOPICS}
    literal = [right for right in rights if right.resource == "topic" and right.pattern == "literal"]
    assert {right.name for right in literal} == names
    for operation in ("Read", "Write"):
        assert {right.name for right in literal if operation in right.operations} == names
    assert {right.user for right in rights} == USERS
    assert all(right.operations and "All" not in right.operations for right in rights)


def test_each_user_has_the_least(rights: list[Right]) -> None:
    """Publishers only write articles, subscribers only read events, workers read articles and write the rest."""
    events = {topic.name for topic in EVENT_TOPICS}
    assert _topics(rights, "communique-publisher", "Write") == {ARTICLES.name}
    assert _topics(rights, "communique-publisher", "Read") == set()
    assert _topics(rights, "communique-subscriber", "Write") == set()
    assert _topics(rights, "communique-subscriber", "Read") == events
    assert _topics(rights, "communique-worker", "Read") == {ARTICLES.name}
    assert _topics(rights, "communique-worker", "Write") == events | {DEAD_LETTERS.name}
    assert _topics(rights, "communique-operator", "Read") == {DEAD_LETTERS.name}
    assert _topics(rights, "communique-operator", "Write") == {ARTICLES.name}
    assert _topics(rights, "communique-admin", "Read") | _topics(rights, "communique-admin", "Write") == set()


def test_workers_have_their_group(rights: list[Right]) -> None:
    """The group that workers join by default is theirs; a subscriber cannot join it and take articles away."""
    groups = {right.user: right for right in rights if right.resource == "group"}
    assert groups["communique-worker"].name == GROUP
    assert groups["communique-worker"].pattern == "literal"
    subscribers = groups["communique-subscriber"]
    assert subscribers.pattern == "prefixed"
    assert not GROUP.startswith(subscribers.name)


def test_secrets_are_those_of_the_users(root: Path) -> None:
    """The users of the Kubernetes secrets are users that the rules know."""
    text = (root / "deploy/kubernetes/secret.example.yaml").read_text()
    named = {line.split()[-1] for line in text.splitlines() if line.strip().startswith("username:")}
    assert named
    assert named <= USERS


def _secured(directory: Path) -> tuple[ApacheKafka, str]:
    """A broker with passwords and an authorizer, and the address of its listener for superusers."""
    port, inside, controller = free_port(), f"127.0.0.1:{free_port()}", f"127.0.0.1:{free_port()}"
    addresses = f"CLIENT://127.0.0.1:{port},INSIDE://{inside}"
    properties = {
        "controller.quorum.voters": f"1@{controller}",
        "listeners": f"{addresses},CONTROLLER://{controller}",
        "advertised.listeners": addresses,
        "listener.security.protocol.map": "CLIENT:SASL_PLAINTEXT,INSIDE:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "inter.broker.listener.name": "INSIDE",
        "sasl.enabled.mechanisms": "SCRAM-SHA-512",
        "listener.name.client.scram-sha-512.sasl.jaas.config": (
            "org.apache.kafka.common.security.scram.ScramLoginModule required;"
        ),
        "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
        "super.users": "User:ANONYMOUS",
    }
    users = [
        word for user in sorted(USERS) for word in ("--add-scram", f"SCRAM-SHA-512=[name={user},password={user}-pw]")
    ]
    return ApacheKafka(directory, port=port, properties=properties, format_options=users), inside


def _apply(root: Path, address: str, directory: Path) -> None:
    """Run apply.sh as an administrator does, with a kafka-acls.sh over the fetched jars."""
    tool = directory / "kafka-acls.sh"
    options = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
    tool.write_text(
        f"#!/bin/sh\nexec '{java()}' {options} -cp '{libraries()}/*' org.apache.kafka.tools.AclCommand \"$@\"\n"
    )
    tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
    done = subprocess.run(
        [root / "deploy/acl/apply.sh", "--bootstrap-server", address],
        env={**os.environ, "COMMUNIQUE_TOPIC_PREFIX": PREFIX, "KAFKA_ACLS": str(tool)},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _as(user: str, address: str) -> TopicSettings:
    return TopicSettings(
        bootstrap_servers=address,
        topic_prefix=PREFIX,
        security_protocol="SASL_PLAINTEXT",
        sasl_username=user,
        sasl_password=f"{user}-pw",  # type: ignore[arg-type] # pydantic makes a SecretStr of it
        partitions=1,
    )


async def _write(settings: BrokerSettings, topic: str) -> None:
    producer = AIOKafkaProducer(**connection(settings), enable_idempotence=True)
    try:
        await producer.start()
        await producer.send_and_wait(PREFIX + topic, b"{}", key=b"k")
    finally:
        await producer.stop()


async def _read(settings: BrokerSettings, topic: str, group: str | None) -> bytes | None:
    consumer = AIOKafkaConsumer(
        PREFIX + topic, **connection(settings), group_id=group, auto_offset_reset="earliest", enable_auto_commit=False
    )
    try:
        await consumer.start()
        record = await consumer.getone()
        if group is not None:
            await consumer.commit()
        return record.value
    finally:
        await consumer.stop()


@pytest.mark.kafka
async def test_rules_hold_on_a_broker(root: Path, tmp_path: Path) -> None:
    """With apply.sh's rules each user does its work on Apache Kafka, and what it must not do is refused."""
    libraries()
    broker, inside = _secured(tmp_path / "broker")
    with broker:
        _apply(root, inside, tmp_path)
        publisher, subscriber, worker, operator, admin = (
            _as(f"communique-{role}", broker.address)
            for role in ("publisher", "subscriber", "worker", "operator", "admin")
        )
        assert len(await create(admin)) == len(TOPICS)
        assert await check(admin) == []
        assert await check(worker) == []

        await _write(publisher, ARTICLES.name)
        assert await _read(worker, ARTICLES.name, GROUP) == b"{}"
        for topic in (*EVENT_TOPICS, DEAD_LETTERS):
            await _write(worker, topic.name)
        for topic in EVENT_TOPICS:
            assert await _read(subscriber, topic.name, "subscriber.analysts") == b"{}"
        assert await _read(operator, DEAD_LETTERS.name, "communique-replay-by-hand") == b"{}"
        async with Replay(operator) as replay:
            assert replay.exact
            assert [replayed async for replayed in replay] == []
            assert replay.invalid == 1, "what the worker wrote above is no dead letter"
        await _write(operator, ARTICLES.name)

        for user, topic in (
            (publisher, EVENT_TOPICS[-1]),
            (subscriber, ARTICLES),
            (subscriber, EVENT_TOPICS[-1]),
            (worker, ARTICLES),
            (admin, ARTICLES),
        ):
            with pytest.raises(REFUSED):
                await _write(user, topic.name)
        for user, topic, group in (
            (publisher, ARTICLES, "subscriber.x"),
            (subscriber, DEAD_LETTERS, "subscriber.x"),
            (subscriber, EVENT_TOPICS[-1], GROUP),
        ):
            with pytest.raises(REFUSED):
                await _read(user, topic.name, group)
