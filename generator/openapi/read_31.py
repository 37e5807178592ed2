"""Reads OpenAPI 3.1 into the model; the base of the readers of other versions.

A value of the wrong type is reported and left out. A reference to nothing is reported when the
files are loaded; here it is recorded in what needs it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, ClassVar, TypeVar

from ..diagnostics import Place, Report
from ..source import Value
from .cursor import Cursor
from .documents import DocumentSet
from .keywords import IGNORED
from .model import (
    BOUNDS,
    Body,
    Description,
    Discriminator,
    Location,
    MediaType,
    Operation,
    Parameter,
    Reference,
    Requirement,
    Response,
    Schema,
    SchemeKind,
    SecurityScheme,
    Server,
)

T = TypeVar("T")

_STYLES = {
    Location.PATH: "simple",
    Location.QUERY: "form",
    Location.HEADER: "simple",
    Location.COOKIE: "form",
    Location.QUERYSTRING: "form",
}
Read = Callable[[Any, Cursor, str, Value], object]
"""Reads a keyword: the reader, the schema, the keyword and its value; None if unusable."""

_MAY_BE_NULL = ("const", "default", "example")
_OPERATION = (
    *("$ref", "operationId", "summary", "description", "deprecated"),
    *("parameters", "requestBody", "responses", "security"),
)
_PARAMETER = (
    *("$ref", "schema", "style", "explode", "content"),
    *("description", "deprecated", "example", "examples"),
)


def _text(_: Read31, schema: Cursor, key: str, value: Value) -> str | None:
    return value if isinstance(value, str) else schema.text(key)


def _flag(_: Read31, schema: Cursor, key: str, value: Value) -> bool:
    return value if isinstance(value, bool) else schema.flag(key)


def _value(_: Read31, _schema: Cursor, _key: str, value: Value) -> Value:
    return value


def _values(_: Read31, schema: Cursor, key: str, value: Value) -> tuple[Value, ...]:
    if isinstance(value, list):
        return tuple(value)
    schema.step(key).expected("a list")
    return ()


def _names(_: Read31, schema: Cursor, key: str, value: Value) -> tuple[str, ...]:
    if isinstance(value, bool):
        return ()  # a flag of draft 3, which the checks report
    return schema.strings(key)


def _types(_: Read31, schema: Cursor, key: str, value: Value) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(dict.fromkeys(schema.strings(key)))


def _one(reader: Read31, schema: Cursor, key: str, _: Value) -> Schema:
    return reader.schema(schema.step(key))


def _list(reader: Read31, schema: Cursor, key: str, _: Value) -> tuple[Schema, ...]:
    return tuple(reader.schema(item) for item in schema.step(key).items())


def _named(reader: Read31, schema: Cursor, key: str, _: Value) -> Mapping[str, Schema]:
    entries = schema.step(key).entries()
    return {name: reader.schema(entry) for name, entry in entries}


def _reference(reader: Read31, schema: Cursor, key: str, value: Value) -> Reference:
    return reader.reference(schema.step(key))


def _discriminator(
    reader: Read31, schema: Cursor, key: str, _: Value
) -> Discriminator | None:
    return reader.discriminator(schema.step(key))


class Read31:
    """A reader of one description.

    The methods are named after the objects of the standard. ``SCHEMA`` has a row for each keyword
    of a schema: the field of the model that it fills, and how it is read.
    """

    VERBS: ClassVar[tuple[str, ...]] = (
        *("get", "put", "post", "delete", "options", "head", "patch", "trace"),
    )
    LOCATIONS: ClassVar[tuple[Location, ...]] = (
        *(Location.PATH, Location.QUERY, Location.HEADER, Location.COOKIE),
    )

    def __init__(self, documents: DocumentSet, report: Report) -> None:
        self._root = Cursor.root(documents, report)
        self._referenced: dict[str, Cursor] = {}
        self._schema = cache(self._read_schema)

    def description(self, version: str) -> Description:
        """The whole description."""
        root = self._root
        info = root.at("info")
        known = ("openapi", "info", "servers", "paths", "security", "components")
        schemas = root.descend("components", "schemas")
        return Description(
            origin=root.origin,
            version=version,
            title=info.text("title") if info else None,
            summary=info.text("summary") if info else None,
            servers=tuple(self.servers(root)),
            operations=MappingProxyType(
                {(o.verb, o.path): o for o in self.operations()}
            ),
            security=self.security(root),
            security_schemes=MappingProxyType(self.security_schemes()),
            schema_names=(
                tuple(name for name, _ in schemas.entries()) if schemas else ()
            ),
            unread=self.unread(root, "description", known),
            schema=self._schema,
            find_schema=self.find_schema,
        )

    def servers(self, holder: Cursor) -> Iterator[Server]:
        """The servers listed at a part of the description."""
        servers = holder.at("servers")
        for server in servers.items() if servers else ():
            url = server.text("url")
            if url:
                yield Server(url)

    def operations(self) -> Iterator[Operation]:
        """Every operation of every path."""
        paths = self._root.at("paths")
        for path, entry in paths.entries() if paths else ():
            item = entry.target()
            if item is None or path.startswith("x-"):
                continue
            for verb, operation in self.path_item(item):
                yield self.operation(operation, item, verb, path)

    def path_item(self, item: Cursor) -> Iterator[tuple[str, Cursor]]:
        """The operations of a path item by verb."""
        for verb, operation in item.entries():
            if verb in self.VERBS:
                yield verb, operation

    def operation(
        self, stated: Cursor, item: Cursor, verb: str, path: str
    ) -> Operation:
        """An operation with what it has from its path item."""
        broken: list[Place] = []
        found = self._followed(stated, broken) or stated
        return Operation(
            origin=stated.origin,
            verb=verb,
            path=path,
            operation_id=found.text("operationId"),
            summary=found.text("summary"),
            description=found.text("description"),
            deprecated=found.flag("deprecated"),
            parameters=tuple(self.parameters((item, found), broken)),
            body=self.body(found, broken),
            responses=tuple(self.responses(found, broken)),
            security=self.security(found),
            broken=tuple(broken),
            unread=self.unread(found, "operation", _OPERATION),
        )

    def parameters(
        self, holders: Iterable[Cursor], broken: list[Place]
    ) -> Iterable[Parameter]:
        """The parameters of a path item and an operation; the later one of a name counts."""
        found: dict[tuple[Location, str], Parameter] = {}
        for holder in holders:
            listed = holder.at("parameters")
            for entry in listed.items() if listed else ():
                stated = self._followed(entry, broken)
                parameter = self.parameter(stated) if stated else None
                if parameter is not None:
                    found[parameter.location, parameter.name] = parameter
        return found.values()

    def parameter(self, stated: Cursor) -> Parameter | None:
        """A parameter; None after reporting that it has no name or place."""
        name = stated.text("name")
        location = self.location(stated)
        if name is None or location is None:
            return None
        known = ("name", "in", "required", *_PARAMETER)
        return self._parameter(stated, name, location, "parameter", known)

    def location(self, stated: Cursor) -> Location | None:
        """Where a parameter or a credential travels."""
        known = {place.value: place for place in self.LOCATIONS}
        return self._one_of(stated, "in", known)

    def header(self, stated: Cursor, name: str) -> Parameter:
        """A header of a response."""
        known = ("required", *_PARAMETER)
        return self._parameter(stated, name, Location.HEADER, "header", known)

    def _parameter(
        self,
        stated: Cursor,
        name: str,
        location: Location,
        role: str,
        known: Iterable[str],
    ) -> Parameter:
        style = stated.text("style") or _STYLES[location]
        media = next(iter(self.content(stated)), None)
        schema = stated.at("schema")
        if media is not None:
            read = media.schema
        else:
            read = self.schema(schema) if schema is not None else None
        return Parameter(
            origin=stated.origin,
            name=name,
            location=location,
            required=stated.flag("required") or location is Location.PATH,
            schema=read,
            style=style,
            explode=stated.flag("explode", default=style == "form"),
            media_type=media.name if media else None,
            description=stated.text("description"),
            deprecated=stated.flag("deprecated"),
            examples=self.examples(stated),
            unread=self.unread(stated, role, known),
        )

    def body(self, holder: Cursor, broken: list[Place]) -> Body | None:
        """The body of an operation, if it has one."""
        entry = holder.at("requestBody")
        stated = self._followed(entry, broken) if entry is not None else None
        if stated is None:
            return None
        known = ("$ref", "required", "description", "content")
        return Body(
            origin=stated.origin,
            required=stated.flag("required"),
            content=tuple(self.content(stated)),
            description=stated.text("description"),
            unread=self.unread(stated, "body", known),
        )

    def content(self, holder: Cursor) -> Iterator[MediaType]:
        """The media types under ``content``."""
        content = holder.at("content")
        content = content.target() if content else None
        for name, entry in content.entries() if content else ():
            media = entry.target()
            if media is not None:
                yield self.media_type(media, name)

    def media_type(self, stated: Cursor, name: str) -> MediaType:
        """One media type of a body or response."""
        schema = stated.at("schema")
        known = ("$ref", "schema", "example", "examples")
        return MediaType(
            stated.origin,
            name,
            self.schema(schema) if schema is not None else None,
            self.examples(stated),
            self.unread(stated, "media", known),
        )

    def responses(self, holder: Cursor, broken: list[Place]) -> Iterator[Response]:
        """The responses of an operation; one without which no call makes sense may be broken."""
        listed = holder.at("responses")
        for status, entry in listed.entries() if listed else ():
            if status.startswith("x-"):
                continue
            needed = status.startswith("2") or status == "default"
            stated = self._followed(entry, broken if needed else [])
            if stated is not None:
                yield self.response(stated, status)

    def response(self, stated: Cursor, status: str) -> Response:
        """What a status means."""
        headers = stated.at("headers")
        entries = headers.entries() if headers else ()
        targets = ((name, entry.target()) for name, entry in entries)
        known = ("$ref", "description", "content", "headers")
        return Response(
            origin=stated.origin,
            status=status,
            description=stated.text("description"),
            content=tuple(self.content(stated)),
            headers=tuple(self.header(c, name) for name, c in targets if c is not None),
            unread=self.unread(stated, "response", known),
        )

    def examples(self, holder: Cursor) -> Mapping[str, Value]:
        """The examples of a parameter or media type by name, in order."""
        if holder.has("example"):
            return {"example": holder.value["example"]}
        named = holder.at("examples")
        entries = named.entries() if named else ()
        found: dict[str, Value] = {}
        for name, entry in sorted(entries, key=lambda item: item[0]):
            example = entry.target()
            for key in ("value", "dataValue"):
                if example is not None and example.has(key):
                    found[name] = example.value[key]
        return found

    def security(self, holder: Cursor) -> tuple[Requirement, ...] | None:
        """The alternatives of a ``security`` section, if there is one."""
        section = holder.at("security")
        if section is None:
            return None
        return tuple(
            tuple(name for name, _ in item.entries()) for item in section.items()
        )

    def security_schemes(self) -> dict[str, SecurityScheme]:
        """The security schemes by name."""
        section = self._root.descend("components", "securitySchemes")
        found: dict[str, SecurityScheme] = {}
        for name, entry in section.entries() if section else ():
            stated = entry.target()
            if stated is not None:
                found[name] = self.security_scheme(stated, name)
        return found

    def security_scheme(self, stated: Cursor, name: str) -> SecurityScheme:
        """A security scheme."""
        kind = self._one_of(stated, "type", {kind.value: kind for kind in SchemeKind})
        scheme = stated.text("scheme")
        is_key = kind is SchemeKind.API_KEY
        return SecurityScheme(
            origin=stated.origin,
            name=name,
            kind=kind,
            http_scheme=scheme.lower() if scheme else None,
            location=self.location(stated) if is_key else None,
            wire_name=stated.text("name") if is_key else None,
            description=stated.text("description"),
        )

    def find_schema(self, ref: str) -> Schema | None:
        """The schema that a reference written in the root document leads to."""
        found = self._root.goto(ref)
        if found is None:
            return None
        self._referenced.setdefault(found.id, found)
        return self._schema(found.id)

    def schema(self, stated: Cursor) -> Schema:
        """A schema with all that is nested in it."""
        value = stated.value
        if isinstance(value, bool):
            return Schema(origin=stated.origin, always=value)
        if not isinstance(value, dict):
            stated.expected("a schema")
            value = {}
        fields: dict[str, Any] = {}
        extensions: dict[str, Value] = {}
        bounds: dict[str, Value] = {}
        unread: list[str] = []
        for key, keyword in value.items():
            if key in self.SCHEMA:
                name, read = self.SCHEMA[key]
                if keyword is None and key not in _MAY_BE_NULL:
                    continue
                found = read(self, stated, key, keyword)
                if found is not None or key in _MAY_BE_NULL:
                    fields[name] = found
            elif key in BOUNDS:
                bounds[key] = keyword
            elif key.startswith("x-"):
                extensions[key] = keyword
            elif key not in IGNORED["schema"]:
                unread.append(key)
        self.adjust(fields, bounds)
        if bounds:
            fields["bounds"] = bounds
        if extensions:
            fields["extensions"] = extensions
        return Schema(
            origin=stated.origin,
            has_keywords=bool(value),
            unread=tuple(sorted(unread)),
            **fields,
        )

    def adjust(self, fields: dict[str, Any], bounds: dict[str, Value]) -> None:
        """Bring what a version says in its own way into the form of the model."""
        types = fields.get("types", ())
        if "null" in types and types != ("null",):
            fields["types"] = tuple(kind for kind in types if kind != "null")
            fields["nullable"] = True
        if "example" in fields:
            fields["examples"] = (fields.pop("example"), *fields.get("examples", ()))

    def reference(self, stated: Cursor) -> Reference:
        """A ``$ref`` in a schema."""
        if not isinstance(stated.value, str):
            return Reference("", None)
        target = stated.goto(stated.value)
        if target is None:
            return Reference(stated.value, None)
        self._referenced.setdefault(target.id, target)
        return Reference(stated.value, target.id)

    def discriminator(self, stated: Cursor) -> Discriminator | None:
        """The discriminator of a union."""
        name = stated.text("propertyName")
        if name is None:
            return None
        mapping = stated.at("mapping")
        entries = mapping.entries() if mapping else ()
        return Discriminator(name, {v: self._variant(entry) for v, entry in entries})

    def _variant(self, stated: Cursor) -> str | None:
        """The id of the schema that a mapping names by reference or by component name."""
        text = stated.as_text()
        if text is None:
            return None
        target = self._root.descend("components", "schemas", text) or stated.goto(text)
        return target.id if target is not None else None

    def unread(
        self, stated: Cursor, role: str, known: Iterable[str]
    ) -> tuple[str, ...]:
        """The keys of a part that are neither read nor left out on purpose."""
        if not isinstance(stated.value, dict):
            return ()
        left = [k for k in stated.value if k not in known and k not in IGNORED[role]]
        return tuple(sorted(key for key in left if not key.startswith("x-")))

    def _read_schema(self, schema_id: str) -> Schema:
        return self.schema(self._referenced[schema_id])

    def _followed(self, entry: Cursor, broken: list[Place]) -> Cursor | None:
        """What a part is, behind its references; one to nothing is recorded as broken."""
        target = entry.target()
        if target is None:
            broken.append(entry.origin.place_of("$ref"))
        return target

    def _one_of(self, stated: Cursor, key: str, known: Mapping[str, T]) -> T | None:
        text = stated.text(key)
        if text is not None and text not in known:
            place = stated.origin.place_of(key)
            message = f"unknown {key} '{text}'"
            help = f"write one of {', '.join(known)}"
            stated.report.warning("S024", place, message, help=help)
        return known.get(text) if text is not None else None

    SCHEMA: ClassVar[Mapping[str, tuple[str, Read]]] = MappingProxyType(
        {
            "$ref": ("ref", _reference),
            "type": ("types", _types),
            "nullable": ("nullable", _flag),
            "enum": ("enum", _values),
            "const": ("const", _value),
            "format": ("format", _text),
            "allOf": ("all_of", _list),
            "anyOf": ("any_of", _list),
            "oneOf": ("one_of", _list),
            "not": ("not_", _one),
            "if": ("if_", _one),
            "then": ("then", _one),
            "else": ("else_", _one),
            "properties": ("properties", _named),
            "patternProperties": ("pattern_properties", _named),
            "dependentSchemas": ("dependent_schemas", _named),
            "additionalProperties": ("additional_properties", _one),
            "unevaluatedProperties": ("unevaluated_properties", _one),
            "propertyNames": ("property_names", _one),
            "required": ("required", _names),
            "items": ("items", _one),
            "prefixItems": ("prefix_items", _list),
            "unevaluatedItems": ("unevaluated_items", _one),
            "contains": ("contains", _one),
            "contentSchema": ("content_schema", _one),
            "contentEncoding": ("content_encoding", _text),
            "contentMediaType": ("content_media_type", _text),
            "discriminator": ("discriminator", _discriminator),
            "title": ("title", _text),
            "description": ("description", _text),
            "default": ("default", _value),
            "example": ("example", _value),
            "examples": ("examples", _values),
            "deprecated": ("deprecated", _flag),
            "readOnly": ("read_only", _flag),
            "writeOnly": ("write_only", _flag),
        }
    )
