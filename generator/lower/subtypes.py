"""Classes that a property of their base tells apart: inheritance without a union.

Part of lowering (OpenAPI 3.2, 4.25.3 "Models with Polymorphism Support"). A value of the base class is
one of the classes that extend it, or else the base itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, MutableMapping

from msgspec.structs import replace

from .. import openapi
from ..ir import Definition, Discriminator, Object, Ref, TypeId
from ..openapi import Description, Schema
from .losses import Losses
from .tagging import Tagging


def add_subtypes(
    types: MutableMapping[TypeId, Definition],
    models: Iterable[TypeId],
    description: Description,
    tagging: Tagging,
    losses: Losses,
) -> None:
    """Give each model with a discriminator the models that extend it, by the values that mean
    them."""
    heirs = _heirs(types, models)
    for model in models:
        found, schema = types.get(model), tagging.target(description.schema(model))
        stated = discriminator_of_class(schema)
        if stated is None or not isinstance(found, Object):
            continue
        tags = {
            value: heir
            for heir in heirs[model]
            for value in tagging.tags(stated, tagging.target(description.schema(heir)))
        }
        if not tags:
            losses.no_subtypes(schema)
            continue
        members = tuple((value, Ref(heir)) for value, heir in tags.items())
        subtypes = Discriminator(stated.property, members)
        types[model] = replace(found, subtypes=subtypes)


def heirs_of(definition: Definition | None) -> tuple[TypeId, ...]:
    """The models that a discriminator tells apart as subtypes of one."""
    if not isinstance(definition, Object) or definition.subtypes is None:
        return ()
    members = (member for _, member in definition.subtypes.tags)
    return tuple(dict.fromkeys(m.target for m in members if isinstance(m, Ref)))


def discriminator_of_class(schema: Schema) -> openapi.Discriminator | None:
    """The discriminator of a schema without a choice, its own or of a part of its ``allOf``."""
    if schema.one_of or schema.any_of:
        return None
    own = (part.discriminator for part in (schema, *schema.all_of))
    return next((found for found in own if found is not None), None)


def _heirs(
    types: MutableMapping[TypeId, Definition], models: Iterable[TypeId]
) -> defaultdict[TypeId, list[TypeId]]:
    """The models that extend each model, directly or not."""
    heirs: defaultdict[TypeId, list[TypeId]] = defaultdict(list)
    for model in models:
        for base in _bases(types, model):
            heirs[base].append(model)
    return heirs


def _bases(
    types: MutableMapping[TypeId, Definition], model: TypeId
) -> Iterator[TypeId]:
    seen = {model}
    found = types.get(model)
    while isinstance(found, Object) and found.base is not None:
        if found.base in seen:
            return
        seen.add(found.base)
        yield found.base
        found = types.get(found.base)
