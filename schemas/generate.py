"""JSON Schema (draft 2020-12) and AsyncAPI 3.0 documents, generated from the models.

Sources: https://json-schema.org/draft/2020-12, https://www.asyncapi.com/docs/reference/specification/v3.0.0,
https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md.
"""

from importlib.resources import files
from typing import Any, Final

import orjson
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from schemas.base import SCHEMA_VERSION, ContractModel
from schemas.topics import ARTICLES, TOPICS, Topic

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_COMPONENTS: Final = "#/components/schemas/{model}"

_HEADERS: Final[dict[str, tuple[str, dict[str, Any]]]] = {
    "ce_specversion": ("CloudEvents version.", {"type": "string", "const": "1.0"}),
    "ce_id": ("A function of the input alone: an article processed again gives the same id.", {"type": "string"}),
    "ce_type": ("Type of the event.", {"type": "string"}),
    "ce_source": ("Who sent it.", {"type": "string", "format": "uri-reference"}),
    "ce_time": ("Time of the article's record in Kafka.", {"type": "string", "format": "date-time"}),
    "ce_sequence": (
        "Partition and offset of the article's record: of one article's results, the greatest is of its newest version.",
        {"type": "string", "pattern": "^[0-9]{10}-[0-9]{19}$"},
    ),
    "content-type": ("Media type of the value.", {"type": "string", "const": "application/json"}),
    "traceparent": (
        "W3C trace context, carried on from the article.",
        {"type": "string", "pattern": "^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$"},
    ),
}
_OPTIONAL_HEADERS: Final = frozenset({"traceparent", "ce_sequence"})


def documents() -> dict[str, bytes]:
    """All generated documents: their path below ``schemas/`` and their bytes (UTF-8, indented, final newline)."""
    generated = {f"json/{topic.name}.schema.json": _encode(json_schema(topic)) for topic in TOPICS}
    generated["asyncapi.json"] = _encode(asyncapi())
    return generated


def json_schema(topic: Topic) -> dict[str, Any]:
    """JSON Schema of a topic's value: what may be written for ``articles``, what will be read for the others."""
    schema = topic.model.model_json_schema(mode=_mode(topic))
    return {"$schema": _DIALECT, "$id": f"urn:communique:{topic.name}:{SCHEMA_VERSION}", **schema}


def asyncapi() -> dict[str, Any]:
    """The AsyncAPI document: topics, keys, headers, values and examples."""
    pairs: list[tuple[type[ContractModel], JsonSchemaMode]] = [(topic.model, _mode(topic)) for topic in TOPICS]
    _, components = models_json_schema(pairs, ref_template=_COMPONENTS)
    names = {topic: _component_name(topic, components["$defs"]) for topic in TOPICS}
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "communique",
            "version": SCHEMA_VERSION,
            "description": "News articles in; their language, entities and attributed statements out.",
            "license": {"name": "Apache-2.0"},
        },
        "defaultContentType": "application/json",
        "servers": {
            "local": {"host": "127.0.0.1:9092", "protocol": "kafka", "description": "docker compose up, or make demo"}
        },
        "channels": {topic.name: _channel(topic) for topic in TOPICS},
        "operations": {_operation_id(topic): _operation(topic) for topic in TOPICS},
        "components": {
            "messages": {topic.model.__name__: _message(topic, names[topic]) for topic in TOPICS},
            "schemas": components["$defs"],
        },
    }


def example(topic: Topic) -> Any:
    """The example value of a topic, as JSON values."""
    return orjson.loads(files("schemas").joinpath("examples", f"{topic.name}.json").read_bytes())


def _mode(topic: Topic) -> JsonSchemaMode:
    return "validation" if topic is ARTICLES else "serialization"


def _component_name(topic: Topic, definitions: dict[str, Any]) -> str:
    """Pydantic names a model that is both read and written twice: Article-Input and Article-Output."""
    name = topic.model.__name__
    suffix = "Input" if topic is ARTICLES else "Output"
    return name if name in definitions else f"{name}-{suffix}"


def _channel(topic: Topic) -> dict[str, Any]:
    name = topic.model.__name__
    return {
        "address": topic.name,
        "description": f"{topic.purpose}; a configurable prefix goes before the name",
        "messages": {name: {"$ref": f"#/components/messages/{name}"}},
        "bindings": {"kafka": {"topic": topic.name, "bindingVersion": "0.5.0"}},
    }


def _operation_id(topic: Topic) -> str:
    return ("publish-" if topic is ARTICLES else "subscribe-") + topic.name.replace(".", "-")


def _operation(topic: Topic) -> dict[str, Any]:
    return {
        # As the reader of this document acts: it sends articles and receives all else.
        "action": "send" if topic is ARTICLES else "receive",
        "channel": {"$ref": f"#/channels/{topic.name.replace('/', '~1')}"},
    }


def _message(topic: Topic, component: str) -> dict[str, Any]:
    return {
        "name": topic.model.__name__,
        "title": topic.purpose,
        "contentType": "application/json",
        "headers": {
            "type": "object",
            "properties": {
                name: {
                    "description": description,
                    **schema,
                    **({"const": topic.event_type} if name == "ce_type" else {}),
                }
                for name, (description, schema) in _HEADERS.items()
            },
            # Publishers need no headers: everything that the worker needs is in the value.
            "required": [] if topic is ARTICLES else sorted(_HEADERS.keys() - _OPTIONAL_HEADERS),
        },
        "payload": {"$ref": _COMPONENTS.format(model=component)},
        "bindings": {
            "kafka": {"key": {"type": "string", "description": f"{topic.key}, UTF-8"}, "bindingVersion": "0.5.0"}
        },
        "examples": [{"name": topic.name, "payload": example(topic)}],
    }


def _encode(document: dict[str, Any]) -> bytes:
    return orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
