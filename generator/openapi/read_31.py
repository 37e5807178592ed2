"""Reads OpenAPI 3.1 into the model; the base of the readers of other versions.

A value of the wrong type is reported and left out. A reference to nothing is reported when the
files are loaded; here it is recorded in what needs it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import ClassVar, TypeVar

from ..diagnostics import Place, Report
from ..source import Value
from .bodies import body_of, encodings_of
from .cursor import Cursor
from .documents import DocumentSet
from .events import read_callbacks, read_webhooks
from .grammar import METHODS_31
from .info import read_info, extensions_of, tags_of
from .keywords import IGNORED, RESERVED_HEADERS, STYLE_NAMES
from .model import (
    Body,
    Description,
    Location,
    MediaType,
    Operation,
    Parameter,
    PathItem,
    Requirement,
    Response,
    Schema,
    SchemeKind,
    SecurityScheme,
    Server,
)
from .path_keys import fixed_query, placed, split_key
from .schemas_31 import Schemas31
from .servers import read_servers

T = TypeVar("T")

_STYLES = {
    Location.PATH: "simple",
    Location.QUERY: "form",
    Location.HEADER: "simple",
    Location.COOKIE: "form",
    Location.QUERYSTRING: "form",
}

_STATING_STYLE = ("style", "explode", "collectionFormat")
_RANGE = re.compile("[1-5]xx")
_VARIABLE = re.compile(r"\{([^{}]+)\}")
_HEADER = (
    *("$ref", "required", "schema", "style", "explode", "content"),
    *("description", "deprecated", "example", "examples"),
)


class Read31:
    """A reader of one description.

    The methods are named after the objects of the standard.
    """

    SCHEMAS: ClassVar[type[Schemas31]] = Schemas31
    SECURITY_SCHEMES: ClassVar[tuple[str, ...]] = ("components", "securitySchemes")
    READ: ClassVar[Mapping[str, tuple[str, ...]]] = MappingProxyType(
        {
            "description": (
                *("openapi", "info", "servers", "paths", "security", "components"),
                *("tags", "webhooks"),
            ),
            "path": (
                *("$ref", "summary", "description", "parameters", "servers"),
                "additionalOperations",
            ),
            "operation": (
                *("$ref", "operationId", "summary", "description", "deprecated"),
                *("parameters", "requestBody", "responses", "security", "servers"),
                *("tags", "callbacks"),
            ),
            "parameter": ("name", "in", "allowReserved", *_HEADER),
            "header": _HEADER,
            "response": ("$ref", "description", "content", "headers"),
            "media": ("$ref", "schema", "example", "examples", "encoding"),
        }
    )
    """The keys that are read, by the object of the standard; all verbs are in a path item."""

    VERBS: ClassVar[tuple[str, ...]] = METHODS_31
    LOCATIONS: ClassVar[tuple[Location, ...]] = (
        *(Location.PATH, Location.QUERY, Location.HEADER, Location.COOKIE),
    )

    def __init__(self, documents: DocumentSet, report: Report) -> None:
        self._root = Cursor.root(documents, report)
        self.schemas = self.SCHEMAS(self._root)

    def description(self) -> Description:
        """The whole description."""
        root = self._root
        schemas = root.descend(*self.SCHEMAS.COMPONENTS)
        return Description(
            origin=root.origin,
            info=read_info(root.value),
            servers=tuple(self.servers(root)),
            operations=MappingProxyType(
                {(o.verb, o.path): o for o in self.operations()}
            ),
            security=self.security(root),
            security_schemes=MappingProxyType(self.security_schemes()),
            schema_names=(
                tuple(name for name, _ in schemas.entries()) if schemas else ()
            ),
            webhooks=tuple(read_webhooks(root, self.VERBS, self.body)),
            unread=self.unread(root, "description"),
            removed=root.documents.removed,
            schema=self.schemas.by_id,
            find_schema=self.schemas.find,
        )

    def servers(self, holder: Cursor) -> Iterator[Server]:
        """The servers listed at a part of the description."""
        return read_servers(holder, self._root.documents.url)

    def operations(self) -> Iterator[Operation]:
        """Every operation of every path."""
        paths = self._root.at("paths")
        for path, entry in paths.entries() if paths else ():
            if path.startswith("x-"):
                continue
            route = path if path.startswith("/") else f"/{path}"
            # An operation beside a reference counts more than one behind it (3.1, 4.8.9).
            found: dict[str, tuple[Cursor, Cursor]] = {}
            for item in filter(None, (entry.target(), entry)):
                for verb, operation in self.path_item(item):
                    found[verb] = operation, item
            for verb, (operation, item) in found.items():
                yield self.operation(operation, item, verb, route)

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
        route, query = split_key(path)
        parameters = tuple(self.parameters(path, (item, found), broken))
        return Operation(
            origin=stated.origin,
            verb=verb,
            path=path,
            route=route,
            query=fixed_query(query, parameters),
            path_item=PathItem(item.origin, self.unread(item, "path")),
            operation_id=found.text("operationId"),
            summary=found.text("summary"),
            description=found.text("description"),
            deprecated=found.flag("deprecated"),
            parameters=placed(parameters, query),
            body=self.body(item, found, broken),
            responses=tuple(self.responses(found, broken)),
            security=self.security(found),
            servers=tuple(self.servers(found)) or tuple(self.servers(item)),
            callbacks=tuple(read_callbacks(found, self.VERBS, self.body)),
            broken=tuple(broken),
            tags=tags_of(found.value),
            extensions=extensions_of(found.value),
            unread=self.unread(found, "operation"),
        )

    def parameters(
        self, path: str, holders: tuple[Cursor, Cursor], broken: list[Place]
    ) -> Iterator[Parameter]:
        """The parameters of a path item and an operation; the later one of a name counts.

        The checks report a variable of the path without a parameter, which is read as a text, and
        a parameter of a variable that the path does not have, which goes nowhere.
        """
        found: dict[tuple[Location, str], Parameter] = {}
        for holder in holders:
            listed = holder.at("parameters")
            for entry in listed.items() if listed else ():
                stated = self._followed(entry, broken)
                parameter = self.parameter(stated) if stated else None
                if parameter is not None:
                    found[parameter.location, parameter.name] = parameter
        variables = dict.fromkeys(_VARIABLE.findall(path.partition("#")[0]))
        for (location, name), parameter in found.items():
            if location is Location.HEADER and name.lower() in RESERVED_HEADERS:
                continue
            if location is not Location.PATH or name in variables:
                yield parameter
        for name in variables:
            if (Location.PATH, name) not in found:
                yield Parameter(
                    origin=holders[-1].origin,
                    name=name,
                    location=Location.PATH,
                    required=True,
                    schema=None,
                    style=_STYLES[Location.PATH],
                    explode=False,
                )

    def parameter(self, stated: Cursor) -> Parameter | None:
        """A parameter; None after reporting that it has no name or place."""
        name = stated.text("name")
        location = self.location(stated)
        if name is None or location is None:
            return None
        return self._parameter(stated, name, location, "parameter")

    def location(self, stated: Cursor) -> Location | None:
        """Where a parameter or a credential travels."""
        known = {place.value: place for place in self.LOCATIONS}
        return stated.one_of("in", known)

    def header(self, stated: Cursor, name: str) -> Parameter:
        """A header of a response."""
        return self._parameter(stated, name, Location.HEADER, "header")

    def _parameter(
        self,
        stated: Cursor,
        name: str,
        location: Location,
        role: str,
    ) -> Parameter:
        style, explode = self.style(stated, location)
        media = next(iter(self.content(stated)), None)
        return Parameter(
            origin=stated.origin,
            name=name,
            location=location,
            required=stated.flag("required") or location is Location.PATH,
            schema=media.schema if media else self.parameter_schema(stated),
            style=style,
            explode=explode,
            states_style=any(stated.has(key) for key in _STATING_STYLE),
            allow_reserved=stated.flag("allowReserved"),
            media_type=media.name if media else None,
            description=stated.text("description"),
            deprecated=stated.flag("deprecated"),
            examples=self.examples(stated),
            extensions=extensions_of(stated.value),
            unread=self.unread(stated, role),
        )

    def style(self, stated: Cursor, location: Location) -> tuple[str, bool]:
        """How the value of a parameter is written down: the style, and whether it is exploded."""
        style = stated.one_of("style", STYLE_NAMES) or _STYLES[location]
        return style, stated.flag("explode", default=style in ("form", "cookie"))

    def parameter_schema(self, stated: Cursor) -> Schema | None:
        """The schema of a parameter or header."""
        schema = stated.at("schema")
        return self.schemas.read(schema) if schema is not None else None

    def body(self, item: Cursor, stated: Cursor, broken: list[Place]) -> Body | None:
        """The body of an operation in a path item, if it has one."""
        entry = stated.at("requestBody")
        body = self._followed(entry, broken) if entry is not None else None
        if body is None:
            return None
        return body_of(body, self.content(body))

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
        is_read = "itemSchema" in self.READ["media"]
        item = stated.at("itemSchema") if is_read else None
        return MediaType(
            origin=stated.origin,
            name=name,
            schema=self.schemas.read(schema) if schema is not None else None,
            item_schema=self.schemas.read(item) if item is not None else None,
            examples=self.examples(stated),
            unread=self.unread(stated, "media"),
            encodings=encodings_of(stated),
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
                yield self.response(stated, status, holder)

    def response(self, stated: Cursor, status: str, operation: Cursor) -> Response:
        """What a status means."""
        headers = stated.at("headers")
        entries = headers.entries() if headers else ()
        targets = ((name, entry.target()) for name, entry in entries)
        return Response(
            origin=stated.origin,
            status=status.upper() if _RANGE.fullmatch(status) else status,
            description=stated.text("description"),
            content=tuple(self.response_content(stated, operation)),
            headers=tuple(self.header(c, name) for name, c in targets if c is not None),
            unread=self.unread(stated, "response"),
        )

    def response_content(
        self, stated: Cursor, operation: Cursor
    ) -> Iterator[MediaType]:
        """The media types of a response to an operation."""
        return self.content(stated)

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
        section = self._root.descend(*self.SECURITY_SCHEMES)
        found: dict[str, SecurityScheme] = {}
        for name, entry in section.entries() if section else ():
            stated = entry.target()
            if stated is not None:
                found[name] = self.security_scheme(stated, name)
        return found

    def security_scheme(self, stated: Cursor, name: str) -> SecurityScheme:
        """A security scheme."""
        kind = stated.one_of("type", {kind.value: kind for kind in SchemeKind})
        scheme = stated.text("scheme")
        is_key = kind is SchemeKind.API_KEY
        return SecurityScheme(
            name=name,
            kind=kind,
            http_scheme=scheme.lower() if scheme else None,
            location=self.location(stated) if is_key else None,
            wire_name=stated.text("name") if is_key else None,
            token_url=self.token_url(stated) if kind is SchemeKind.OAUTH2 else None,
            description=stated.text("description"),
            extensions=extensions_of(stated.value),
        )

    def token_url(self, stated: Cursor) -> str | None:
        """Where a program gets a token for itself (RFC 6749, 4.4)."""
        flow = stated.descend("flows", "clientCredentials")
        return flow.text("tokenUrl") if flow else None

    def unread(self, stated: Cursor, role: str) -> tuple[str, ...]:
        """The keys of a part that are neither read nor left out on purpose."""
        if not isinstance(stated.value, dict):
            return ()
        known = {*self.READ[role], *IGNORED[role]}
        if role == "path":
            known.update(self.VERBS)
        left = (key for key in stated.value if key not in known)
        return tuple(sorted(key for key in left if not key.startswith("x-")))

    def _followed(self, entry: Cursor, broken: list[Place]) -> Cursor | None:
        """What a part is, behind its references; one to nothing is recorded as broken."""
        target = entry.target()
        if target is None:
            broken.append(entry.origin.place_of("$ref"))
        return target
