"""Reads Swagger 2.0 into the model: 3.0 with its parts in other places.

Bodies and forms are parameters, media types are lists beside the operation, a parameter is its own
schema, and the server is three keys of the root.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import ClassVar

from ..diagnostics import Place
from .cursor import Cursor
from .grammar import FORM_20, METHODS_20, VALUE_KEYWORDS_20
from .model import (
    Body,
    Encoding,
    Location,
    MediaType,
    Origin,
    Parameter,
    Schema,
    SchemeKind,
    SecurityScheme,
    Server,
)
from .media_types import BYTES, FORM, JSON, MULTIPART
from .read_30 import Read30
from .read_31 import Read31
from .schemas_20 import Schemas20
from .servers import server

_STYLES: Mapping[str, tuple[str, bool]] = MappingProxyType(
    {
        "ssv": ("spaceDelimited", False),
        "tsv": ("tabDelimited", False),
        "pipes": ("pipeDelimited", False),
        "multi": ("form", True),
    }
)
"""How each ``collectionFormat`` but ``csv`` is called in OpenAPI 3, and whether it is exploded."""

_IN_BODY = ("body", "formData")


class Read20(Read30):
    """A reader of a description in Swagger 2.0."""

    SCHEMAS = Schemas20
    SECURITY_SCHEMES = ("securityDefinitions",)
    VERBS = METHODS_20
    LOCATIONS = (Location.PATH, Location.QUERY, Location.HEADER)
    READ: ClassVar[Mapping[str, tuple[str, ...]]] = MappingProxyType(
        {
            **Read31.READ,
            "description": (
                *("swagger", "info", "host", "basePath", "schemes", "consumes"),
                *("produces", "paths", "security", "tags"),
            ),
            "path": ("$ref", "parameters"),
            "operation": (
                *("$ref", "operationId", "summary", "description", "deprecated"),
                *("parameters", "responses", "security", "consumes", "produces"),
                *("schemes", "tags"),
            ),
            "parameter": (
                *("$ref", "name", "in", "required", "description", "schema"),
                *("collectionFormat", *VALUE_KEYWORDS_20),
            ),
            "header": ("description", "collectionFormat", *VALUE_KEYWORDS_20),
            "response": ("$ref", "description", "schema", "headers", "examples"),
        }
    )
    schemas: Schemas20

    def servers(self, holder: Cursor) -> Iterator[Server]:
        """The host with each protocol; encrypted ones first, since credentials go there.

        An operation has protocols of its own, on the same host.
        """
        schemes = holder.strings("schemes")
        if holder is not self._root and not schemes:
            return
        root, documents = self._root, self._root.documents
        host, base = root.text("host"), root.text("basePath") or ""
        web = [scheme for scheme in ("https", "http") if scheme in schemes]
        if host is not None:
            for scheme in web or ("https",):
                yield server(f"{scheme}://{host}{base}", holder, documents.url)
        elif base:
            yield server(base, holder, documents.url)

    def parameter(self, stated: Cursor) -> Parameter | None:
        """A parameter that is not part of the body."""
        return None if _is_in_body(stated) else super().parameter(stated)

    def style(self, stated: Cursor, location: Location) -> tuple[str, bool]:
        """The style that means the same as the parameter's ``collectionFormat``."""
        usual, _ = super().style(stated, location)
        written = stated.text("collectionFormat")
        return _STYLES.get(written or "", (usual, False))

    def parameter_schema(self, stated: Cursor) -> Schema | None:
        """A parameter as its own schema."""
        return self.schemas.value(stated)

    def body(self, item: Cursor, stated: Cursor, broken: list[Place]) -> Body | None:
        """The ``body`` parameter of an operation, or its ``formData`` parameters as one form."""
        whole: Cursor | None = None
        fields: dict[str, Cursor] = {}
        for holder in (item, stated):
            listed = holder.at("parameters")
            for entry in listed.items() if listed else ():
                parameter = entry.target()
                if parameter is None or not _is_in_body(parameter):
                    continue
                if parameter.value["in"] == "body":
                    whole = parameter
                elif name := parameter.text("name"):
                    fields[name] = parameter
        if whole is not None:
            return self._whole_body(whole, stated)
        return self._form(fields, stated) if fields else None

    def response_content(
        self, stated: Cursor, operation: Cursor
    ) -> Iterator[MediaType]:
        """The response's schema, in each media type that the operation produces."""
        stated_schema = stated.at("schema")
        samples = stated.at("examples")
        examples = dict(samples.entries()) if samples else {}
        if stated_schema is None:
            names: tuple[str, ...] = tuple(examples)
        else:
            names = self._media_types(operation, "produces") or (JSON,)
        schema = self._read(stated_schema)
        for name in _of_files(names) if _is_file(schema) else names:
            sample = examples.get(name)
            shown = {} if sample is None else {"example": sample.value}
            yield MediaType(stated.origin, name, schema, shown)

    def security_scheme(self, stated: Cursor, name: str) -> SecurityScheme:
        """A security scheme; ``basic`` is one of HTTP."""
        if stated.text("type") != "basic":
            return super().security_scheme(stated, name)
        return SecurityScheme(
            name=name,
            kind=SchemeKind.HTTP,
            http_scheme="basic",
            description=stated.text("description"),
        )

    def token_url(self, stated: Cursor) -> str | None:
        """Where a program gets a token for itself: the flow that 2.0 calls ``application``."""
        return stated.text("tokenUrl") if stated.text("flow") == "application" else None

    def _whole_body(self, parameter: Cursor, operation: Cursor) -> Body:
        schema = self._read(parameter.at("schema"))
        names = self._media_types(operation, "consumes") or (JSON,)
        return Body(
            origin=parameter.origin,
            description=parameter.text("description"),
            required=parameter.flag("required"),
            content=tuple(
                MediaType(parameter.origin, name, schema, {})
                for name in (_of_files(names) if _is_file(schema) else names)
            ),
        )

    def _form(self, fields: Mapping[str, Cursor], operation: Cursor) -> Body:
        required = tuple(n for n, field in fields.items() if field.flag("required"))
        at = operation.pointer / FORM_20
        origin = Origin(operation.origin.file, at, operation.document)
        schema = Schema(
            origin=origin,
            types=("object",),
            properties={n: self.schemas.field(field) for n, field in fields.items()},
            required=required,
        )
        consumed = self._media_types(operation, "consumes")
        has_files = any(
            _is_file(field) or _is_file(field.items)
            for field in schema.properties.values()
        )
        if has_files or (MULTIPART in consumed and FORM not in consumed):
            name = MULTIPART
        else:
            name = FORM
        lists = {
            field: Encoding(None, *_STYLES.get(stated or "csv", ("form", False)))
            for field, found in schema.properties.items()
            for stated in [fields[field].text("collectionFormat")]
            if found.types == ("array",) and name == FORM
        }
        media = MediaType(origin, name, schema, {}, encodings=MappingProxyType(lists))
        return Body(
            origin=origin, description=None, required=bool(required), content=(media,)
        )

    def _media_types(self, operation: Cursor, key: str) -> tuple[str, ...]:
        """What the operation consumes or produces, or else everything here does."""
        holder = operation if operation.has(key) else self._root
        return tuple(dict.fromkeys(holder.strings(key)))

    def _read(self, stated: Cursor | None) -> Schema | None:
        return self.schemas.read(stated) if stated is not None else None


def _is_in_body(stated: Cursor) -> bool:
    return isinstance(stated.value, dict) and stated.value.get("in") in _IN_BODY


def _is_file(schema: Schema | None) -> bool:
    return schema is not None and schema.format == "binary"


def _of_files(names: tuple[str, ...]) -> tuple[str, ...]:
    """The media types in which a file travels: no JSON."""
    return tuple(name for name in names if "json" not in name.lower()) or (BYTES,)
