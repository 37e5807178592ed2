"""Streams: the type of an item, and the argument that asks for one."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import Struct

from ..config import MethodConfig
from ..ir import (
    Alias,
    Argument,
    MethodResult,
    ModelEntry,
    Ref,
    ResourcePath,
    Scalar,
    ScalarKind,
    ScopeArgument,
    StepKind,
    StreamResult,
    TypeRef,
    UnionOf,
    Unknown,
    without_null,
)
from ..openapi import EVENT_FIELDS, EVENTS, MediaType, Schema, is_events
from .responses import ResponseBody, accepted_types
from .schemas import SchemaLowering
from .use import Use, root_use
from .unions import joined, variant_name


def is_switch(name: str, arguments: Collection[Argument]) -> bool:
    """Whether one of the arguments has a wire name, and is true or false."""
    return any(
        argument.wire_name == name
        and not isinstance(argument, ScopeArgument)
        and without_null(argument.type) == Scalar(ScalarKind.BOOLEAN)
        for argument in arguments
    )


class StreamLowering(Struct, frozen=True):
    """Lowers streamed responses of the method ``entry`` of ``resource``."""

    schemas: SchemaLowering
    resource: ResourcePath
    entry: MethodConfig

    def result(self, bodies: Sequence[ResponseBody]) -> StreamResult:
        """The stream that a method returns; of server-sent events if no media type is described."""
        media = next((body.media[0] for body in bodies if body.media), None)
        accept = accepted_types(bodies) or (EVENTS,)
        item = self._configured()
        if item is None and media is not None:
            item = self._item(media)
        return StreamResult(item, accept)

    def _configured(self) -> TypeRef | None:
        """The model that the configuration names as an event."""
        config = self.entry.streaming
        if not config or config.event is None:
            return None
        entry = ModelEntry(*config.event)
        named = (d.id for d in self.schemas.types.values() if d.origin == entry)
        return next((Ref(found) for found in named), None)

    def _item(self, media: MediaType) -> TypeRef | None:
        """The type of an item; None for an event that says no more than that it is one."""
        has_events = is_events(media.essence)
        schema = media.item_schema
        if schema is None and media.schema is not None:
            whole = self.schemas.target(media.schema)
            schema = whole.items if whole.items is not None else media.schema
        if schema is None or schema.is_empty:
            return None if has_events else Unknown()
        data = self._data(schema) if has_events else []
        ref = self._joined(data) if data else self.schemas.type_of(schema, self._use())
        if isinstance(ref, Scalar) and ref.kind is ScalarKind.STRING:
            return None if has_events else Unknown()
        return ref

    def _data(self, event: Schema) -> list[Schema]:
        """What is said of the data of an event that is described as an object with the fields of an
        event (OpenAPI 3.2, 4.14.4); nothing if the schema is that of the data."""
        found: dict[str, Schema] = {}
        waiting = [event]
        while waiting:
            part = self.schemas.target(waiting.pop(0))
            if not set(part.properties) <= EVENT_FIELDS:
                return []
            if part.id not in found:
                found[part.id] = part
                waiting += (*part.all_of, *part.one_of, *part.any_of)
        return [p.properties["data"] for p in found.values() if "data" in p.properties]

    def _joined(self, data: list[Schema]) -> TypeRef:
        """The type of data, of which each is a JSON value or a text that holds one."""
        held = [self._held(schema) for schema in data]
        targets = list(map(self.schemas.target, held))
        distinct = list({t.id: s for t, s in zip(targets, held, strict=True)}.values())
        use, text = self._use(), Scalar(ScalarKind.STRING)
        if any(target.types == ("string",) for target in targets):
            return text
        if len(distinct) == 1:
            return self.schemas.type_of(distinct[0], use)
        types: list[TypeRef] = []
        for index, schema in enumerate(distinct):
            name = variant_name(
                schema, self.schemas.target(schema), f"UnionMember{index}"
            )
            into = use.into(StepKind.VARIANT, f"/data/{index}", name)
            types.append(self.schemas.type_of(schema, into))
        ref = joined(types)
        if not isinstance(ref, UnionOf):
            return ref
        place = data[0].origin.place
        self.schemas.types[use.id] = Alias(use.id, use.owner, ref, place=place)
        return Ref(use.id)

    def _held(self, data: Schema) -> Schema:
        return self.schemas.target(data).content_schema or data

    def _use(self) -> Use:
        resource, name = self.resource, self.entry.name
        where = f"#/methods/{'/'.join(resource)}/{name}/event"
        return root_use(where, MethodResult(resource, name, "event"))
