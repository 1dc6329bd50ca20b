"""The generated documents are those of the models, and their examples are true."""

from importlib.resources import files

import jsonschema
import orjson
import pytest

from schemas import ARTICLES, DEAD_LETTERS, TOPICS, Article, EnrichedArticle, Span, Topic
from schemas.generate import asyncapi, documents, example, json_schema

by_name = pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.name)


@pytest.mark.parametrize("path", documents())
def test_committed_document_is_current(path: str) -> None:
    """What is committed is what the models generate; mend a difference with ``communique schemas``."""
    assert files("schemas").joinpath(path).read_bytes() == documents()[path]


@by_name
def test_schema_is_draft_2020_12(topic: Topic) -> None:
    """Each schema is valid by its own metaschema."""
    jsonschema.Draft202012Validator.check_schema(json_schema(topic))


@by_name
def test_example_satisfies_schema_and_model(topic: Topic) -> None:
    """Each example passes the schema and comes back from the model unchanged."""
    value = example(topic)
    jsonschema.Draft202012Validator(json_schema(topic)).validate(value)
    assert orjson.loads(topic.model.model_validate(value).model_dump_json()) == value


def test_example_spans_are_true() -> None:
    """Every span of the enriched example holds the characters that its offsets point at."""
    value = example(TOPICS[4])
    fields = {"text": value["article"]["text"], "title": value["article"]["title"]}

    def check(node: object) -> int:
        if isinstance(node, list):
            return sum(check(item) for item in node)
        if not isinstance(node, dict):
            return 0
        found = sum(check(item) for item in node.values())
        if node.get("start") is not None:
            assert fields[node["field"]][node["start"] : node["end"]] == node["text"]
            found += 1
        return found

    assert check(value) > 15


def test_asyncapi_refers_only_to_what_it_holds() -> None:
    """Each $ref of the AsyncAPI document resolves inside it."""
    document = asyncapi()

    def references(node: object) -> list[str]:
        if isinstance(node, list):
            return [ref for item in node for ref in references(item)]
        if isinstance(node, dict):
            own = [node["$ref"]] if isinstance(node.get("$ref"), str) else []
            return own + [ref for item in node.values() for ref in references(item)]
        return []

    found = references(document)
    assert found
    for ref in found:
        target = document
        for part in ref.removeprefix("#/").split("/"):
            target = target[part.replace("~1", "/")]
        assert target


def test_asyncapi_names_every_topic_with_key_headers_and_example() -> None:
    """A subscriber finds the key, the headers and an example of every topic."""
    document = asyncapi()
    assert list(document["channels"]) == [topic.name for topic in TOPICS]
    for topic in TOPICS:
        message = document["components"]["messages"][topic.model.__name__]
        assert message["bindings"]["kafka"]["key"]["description"]
        assert message["headers"]["properties"]["ce_type"]["const"] == topic.event_type
        assert message["examples"][0]["payload"] == example(topic)


def test_input_schema_requires_text_alone() -> None:
    """A publisher needs no more than a text, and the schema says so."""
    assert json_schema(ARTICLES)["required"] == ["text"]
    assert issubclass(ARTICLES.model, Article)


def test_dead_letter_bytes_travel_as_base64() -> None:
    """The original bytes of a dead letter survive JSON, whatever they are."""
    raw = bytes(range(256))
    letter = DEAD_LETTERS.model.model_validate({**example(DEAD_LETTERS), "value": None})
    copied = letter.model_copy(update={"value": raw})
    assert type(letter).model_validate_json(copied.model_dump_json()) == copied


def test_span_length_must_match() -> None:
    """A span whose offsets do not have the length of its text is refused."""
    with pytest.raises(ValueError, match="length"):
        Span(text="abc", start=0, end=2)


def test_enriched_article_needs_an_id() -> None:
    """An enriched article without an article id is refused."""
    value = example(TOPICS[4])
    value["article"]["id"] = None
    with pytest.raises(ValueError, match="has an id"):
        EnrichedArticle.model_validate(value)
