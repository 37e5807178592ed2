"""What a description says of each status of an operation.

Part of lowering. A failure's body is decoded where it is a model of the configuration. No other
class is made of it, since a program meets it as plain JSON: its properties are outlined for
readers, by their wire names and a few levels deep.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from types import MappingProxyType

from .. import openapi
from ..ir import (
    Late,
    ListOf,
    Literals,
    MapOf,
    Property,
    Ref,
    Response,
    ResponseContent,
    ResponseHeader,
    Scalar,
    ScalarKind,
    TypeId,
    TypeRef,
    Unknown,
)
from ..openapi import Description, Schema
from .bounds import bounds_of
from .meaning import meaning_among, meaning_of
from .objects import Shapes
from .order import in_order, surface_key
from .unions import joined, or_null

_MOST = (40, 40, 10)
"""Properties of an object on each level: a larger one in others is left closed, the body is cut."""
_SCALARS: Mapping[str, ScalarKind] = MappingProxyType(
    {
        "string": ScalarKind.STRING,
        "integer": ScalarKind.INTEGER,
        "number": ScalarKind.NUMBER,
        "boolean": ScalarKind.BOOLEAN,
        "null": ScalarKind.NULL,
    }
)
_OBJECT = MapOf(Unknown())


class Outlines:
    """Outlines responses; a schema that many of them share is read once.

    ``models`` maps the id of a schema to the model that the configuration made of it.
    """

    def __init__(
        self, description: Description, models: Mapping[str, TypeId], *, sort: bool
    ) -> None:
        self._description = description
        self._models = models
        self._shapes = Shapes(description, {})
        self._sort = sort
        self._known: dict[str, tuple[Property, ...]] = {}

    def responses(self, operation: openapi.Operation) -> tuple[Response, ...]:
        """The described responses, those without a status of their own last."""
        successes = operation.successes
        return tuple(
            self._response(found, is_success=found in successes)
            for found in sorted(operation.responses, key=lambda r: r.status)
            if found in successes or not found.status.startswith(("1", "2", "3"))
        )

    def _response(self, found: openapi.Response, *, is_success: bool) -> Response:
        body = None if is_success else _body(found)
        return Response(
            status=found.status,
            is_success=is_success,
            description=found.description or "",
            headers=tuple(map(self._header, found.headers)),
            contents=tuple(map(self._content, found.content if found.has_body else ())),
            properties=Late(partial(self._properties, body)),
            model=self._model(body) if body is not None else None,
        )

    def _content(self, media: openapi.MediaType) -> ResponseContent:
        example = media.example
        target = self._target(media.schema) if media.schema is not None else None
        if example is None and target is not None:
            example = next(iter(target.examples), None)
        return ResponseContent(media.name, media.is_json, in_order(example))

    def _header(self, header: openapi.Parameter) -> ResponseHeader:
        schema = header.schema
        target = self._target(schema) if schema is not None else None
        bounds = bounds_of(schema, target) if schema and target else ()
        about = header.description or (schema.description if schema else None)
        return ResponseHeader(header.name, about, bounds)

    def _model(self, body: Schema) -> Ref | None:
        meaning = meaning_among(self._description, body, self._models)
        model = self._models.get(meaning.schema.id) if meaning is not None else None
        return Ref(model) if model is not None else None

    def _properties(self, body: Schema | None) -> tuple[Property, ...]:
        target = self._target(body) if body is not None else None
        if target is None:
            return ()
        if target.id not in self._known:
            self._known[target.id] = self._inside(target, ())
        return self._known[target.id]

    def _inside(self, stated: Schema, around: tuple[str, ...]) -> tuple[Property, ...]:
        """The properties of the first object among what a value may be."""
        for schema in self._alternatives(stated, frozenset()):
            level = len(around)
            if schema.id in around or level >= len(_MOST):
                return ()
            if schema.items is not None:
                return self._inside(schema.items, around)
            shape = self._shapes.merged(schema)
            if level and len(shape.properties) > _MOST[level]:
                return ()
            if shape.properties:
                names = list(shape.properties)[: _MOST[level]]
                names = sorted(names, key=surface_key) if self._sort else names
                names.sort(key=lambda name: name not in shape.required)
                return tuple(
                    self._property(
                        name,
                        shape.properties[name],
                        name in shape.required,
                        (*around, schema.id),
                    )
                    for name in names
                )
        return ()

    def _property(
        self, name: str, stated: Schema, required: bool, around: tuple[str, ...]
    ) -> Property:
        target = self._target(stated) or stated
        return Property(
            wire_name=name,
            type=self._type(stated, 0),
            required=required,
            description=stated.description or target.description,
            bounds=bounds_of(stated, target),
            inside=self._inside(stated, around),
        )

    def _type(self, stated: Schema, depth: int) -> TypeRef:
        """The type of a value in JSON's own terms, in which objects are maps."""
        schemas = list(self._alternatives(stated, frozenset()))
        ref = joined([self._single(schema, depth) for schema in schemas] or [Unknown()])
        target = self._target(stated)
        is_null = stated.nullable or (target is not None and target.nullable)
        return or_null(ref) if is_null else ref

    def _single(self, schema: Schema, depth: int) -> TypeRef:
        values = tuple(v for v in schema.enum or () if isinstance(v, (str, int, float)))
        if values:
            return Literals(values)
        if schema.items is not None:
            return (
                ListOf(self._type(schema.items, depth + 1)) if depth < 4 else Unknown()
            )
        if self._shapes.merged(schema).properties:
            return _OBJECT
        kinds: list[TypeRef] = []
        for kind in schema.types:
            if kind in _SCALARS:
                kinds.append(Scalar(_SCALARS[kind]))
            else:
                kinds.append(_OBJECT if kind == "object" else ListOf(Unknown()))
        return joined(kinds) if kinds else Unknown()

    def _alternatives(self, stated: Schema, seen: frozenset[str]) -> Iterator[Schema]:
        """What a value may be: the schemas of a choice, else the one that is meant."""
        schema = self._target(stated)
        if schema is None or schema.id in seen:
            return
        members = schema.one_of or schema.any_of
        if not members or schema.properties:
            yield schema
        for member in members if not schema.properties else ():
            yield from self._alternatives(member, seen | {schema.id})

    def _target(self, stated: Schema) -> Schema | None:
        meaning = meaning_of(self._description, stated)
        return meaning.schema if meaning is not None else None


def _body(response: openapi.Response) -> Schema | None:
    """The schema of a JSON body."""
    schemas = (media.schema for media in response.content if media.is_json)
    return next((found for found in schemas if found is not None), None)
