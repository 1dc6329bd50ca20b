"""Whether a reader of one schema understands what a writer of another one writes.

``problems`` walks the two JSON Schemas (draft 2020-12, the part of it that pydantic generates) side by side and names
each place where the writer may write what the reader refuses. Unknown fields are ignored by readers, so a field that
only the writer knows is no problem.
"""

from collections.abc import Iterator
from typing import Any

Schema = dict[str, Any]

_LOWER_BOUNDS = ("minimum", "exclusiveMinimum", "minLength", "minItems")
_UPPER_BOUNDS = ("maximum", "exclusiveMaximum", "maxLength", "maxItems")
_EXACT = ("pattern", "format", "contentEncoding", "const")


def problems(writer: Schema, reader: Schema) -> list[str]:
    """Each difference through which a value that ``writer`` allows may not be read with ``reader``."""
    return list(_Comparison(writer, reader).compare(writer, reader, "$"))


class _Comparison:
    def __init__(self, writer: Schema, reader: Schema) -> None:
        self.writer_definitions = writer.get("$defs", {})
        self.reader_definitions = reader.get("$defs", {})

    def compare(self, writer: Schema, reader: Schema, path: str) -> Iterator[str]:
        """The problems of one place and of all below it."""
        written = _alternatives(writer, self.writer_definitions)
        readable = _alternatives(reader, self.reader_definitions)
        for variant in written:
            attempts = [list(self._variant(variant, other, path)) for other in readable]
            if attempts and all(attempts):
                yield from min(attempts, key=len)

    def _variant(self, writer: Schema, reader: Schema, path: str) -> Iterator[str]:
        if "type" in reader and writer.get("type") != reader["type"]:
            yield f"{path}: {writer.get('type', 'anything')} is written, {reader['type']} is read"
            return
        yield from _value_problems(writer, reader, path)
        yield from self._object_problems(writer, reader, path)
        if "items" in reader:
            yield from self.compare(writer.get("items", {}), reader["items"], f"{path}[]")

    def _object_problems(self, writer: Schema, reader: Schema, path: str) -> Iterator[str]:
        written = writer.get("properties", {})
        for name in reader.get("required", []):
            if name not in writer.get("required", []):
                yield f"{path}.{name}: is required by the reader and may be missing"
        for name, schema in reader.get("properties", {}).items():
            if name in written:
                yield from self.compare(written[name], schema, f"{path}.{name}")


def _alternatives(schema: Schema, definitions: dict[str, Schema]) -> list[Schema]:
    if "$ref" in schema:
        return _alternatives(definitions[schema["$ref"].rsplit("/", 1)[1]], definitions)
    if "anyOf" in schema:
        return [variant for option in schema["anyOf"] for variant in _alternatives(option, definitions)]
    return [schema]


def _value_problems(writer: Schema, reader: Schema, path: str) -> Iterator[str]:
    if "enum" in reader:
        unknown = set(writer.get("enum", ["anything"])) - set(reader["enum"])
        if unknown:
            yield f"{path}: {', '.join(sorted(unknown))} may be written and is not known to the reader"
    for keyword in _EXACT:
        if keyword in reader and writer.get(keyword) != reader[keyword]:
            yield f"{path}: {keyword} is {writer.get(keyword)!r} for the writer and {reader[keyword]!r} for the reader"
    for keyword in _LOWER_BOUNDS:
        if keyword in reader and writer.get(keyword, float("-inf")) < reader[keyword]:
            yield f"{path}: {keyword} {reader[keyword]} of the reader does not hold for the writer"
    for keyword in _UPPER_BOUNDS:
        if keyword in reader and writer.get(keyword, float("inf")) > reader[keyword]:
            yield f"{path}: {keyword} {reader[keyword]} of the reader does not hold for the writer"
