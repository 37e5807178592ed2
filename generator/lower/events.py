"""What the API sends to its users becomes types: the payloads of webhooks and callbacks.

A client neither sends nor receives them, but the program that does needs their types.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from ..ir import EventPayload, TypeId
from ..openapi import Description, Event
from ..source import Pointer
from .resources import NamedSchema
from .schemas import SchemaLowering
from .use import root_use


def lower_events(
    description: Description,
    methods: Collection[tuple[str, str]],
    models: Iterable[NamedSchema],
    schemas: SchemaLowering,
) -> None:
    """Define a type for each JSON payload that is none of the ``models``, which are defined already.

    ``methods`` are the verbs and paths of the operations whose callbacks count. A payload of
    another media type is reported as lost.
    """
    known = {model.id for model in models}
    for event in _events(description, methods):
        found = (m.schema for m in event.body.content if m.is_json)
        payload = next((schema for schema in found if schema is not None), None)
        if payload is None:
            schemas.losses.unread(event.origin, ("requestBody",))
            continue
        name: tuple[str, ...] = (event.name, "payload")
        if payload.ref is not None and payload.ref.target is not None:
            pointer = payload.ref.target.partition("#")[2]
            name = Pointer.parse(pointer).tokens[-1:] or name
        target = description.resolve(payload)
        if target is None or TypeId(target.id) in known:
            continue
        known.add(TypeId(target.id))
        schemas.type_of(target, root_use(target.id, EventPayload(name)))


def _events(
    description: Description, methods: Collection[tuple[str, str]]
) -> Iterator[Event]:
    yield from description.webhooks
    for key, operation in description.operations.items():
        if key in methods:
            yield from operation.callbacks
