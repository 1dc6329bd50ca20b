"""The contract stays readable for those who were built against a released version of it."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from schemas import ARTICLES, ENRICHED, TOPICS, Topic
from schemas.generate import json_schema
from tests.schemas.compatibility import problems

RELEASED = Path(__file__).parent / "released"
VERSIONS = sorted(path.name for path in RELEASED.iterdir())


def released(version: str, topic: Topic) -> dict[str, Any]:
    return json.loads((RELEASED / version / f"{topic.name}.schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("topic", [topic for topic in TOPICS if topic is not ARTICLES], ids=lambda topic: topic.name)
def test_old_subscribers_read_new_events(version: str, topic: Topic) -> None:
    """What the worker writes today is understood by a subscriber built against any released version."""
    assert problems(writer=json_schema(topic), reader=released(version, topic)) == []


@pytest.mark.parametrize("version", VERSIONS)
def test_new_workers_read_old_articles(version: str) -> None:
    """What a publisher built against any released version writes is understood by the worker of today."""
    assert problems(writer=released(version, ARTICLES), reader=json_schema(ARTICLES)) == []


def drop_field(schema: dict[str, Any]) -> None:
    statement = schema["$defs"]["Statement"]
    del statement["properties"]["speaker"]
    statement["required"].remove("speaker")


def make_nullable(schema: dict[str, Any]) -> None:
    properties = schema["$defs"]["Entity"]["properties"]
    properties["name"] = {"anyOf": [properties["name"], {"type": "null"}]}


def add_act(schema: dict[str, Any]) -> None:
    schema["$defs"]["Statement"]["properties"]["act"]["enum"].append("whisper")


def change_type(schema: dict[str, Any]) -> None:
    schema["$defs"]["Span"]["properties"]["start"] = {"type": "string"}


def loosen(schema: dict[str, Any]) -> None:
    del schema["$defs"]["CountryMention"]["properties"]["code"]["pattern"]


def lower_minimum(schema: dict[str, Any]) -> None:
    schema["$defs"]["CountryMention"]["properties"]["mentions"]["minimum"] = 0


@pytest.mark.parametrize("change", [drop_field, make_nullable, add_act, change_type, loosen, lower_minimum])
def test_each_breaking_change_is_found(change: Callable[[dict[str, Any]], None]) -> None:
    """A dropped or nullable field, a new enum value, another type and a weaker bound all break old readers."""
    changed = copy.deepcopy(json_schema(ENRICHED))
    change(changed)
    assert problems(writer=changed, reader=json_schema(ENRICHED)) != []


def test_added_field_breaks_nobody() -> None:
    """A field that only the writer knows is ignored by readers."""
    changed = copy.deepcopy(json_schema(ENRICHED))
    changed["$defs"]["Statement"]["properties"]["tone"] = {"type": "string"}
    changed["$defs"]["Statement"]["required"].append("tone")
    assert problems(writer=changed, reader=json_schema(ENRICHED)) == []


def test_new_required_input_breaks_old_publishers() -> None:
    """A field that the worker begins to require is a problem for those who do not send it."""
    changed = copy.deepcopy(json_schema(ARTICLES))
    changed["required"].append("url")
    assert problems(writer=json_schema(ARTICLES), reader=changed) == [
        "$.url: is required by the reader and may be missing"
    ]
