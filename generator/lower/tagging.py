"""What tells the variants of a union apart, as a description says it or shows it.

Part of lowering: a discriminator with its mapping, the names of components, constants.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, field

from .. import openapi
from ..ir import Discriminator, Ref, TypeRef, without_null
from ..openapi import Description, Schema
from .kinds import kinds_of
from .objects import Shapes
from .unions import Tag, discriminator_of


class Tagging(Struct, frozen=True):
    """Finds discriminators; ``target`` gives the schema that one stands for."""

    description: Description
    shapes: Shapes
    target: Callable[[Schema], Schema]
    _known: dict[str, dict[str, tuple[Tag, ...]]] = field(
        default_factory=dict[str, dict[str, tuple[Tag, ...]]]
    )

    def discriminator(
        self, schema: Schema, targets: list[Schema], members: list[TypeRef]
    ) -> Discriminator | None:
        """What tells the variants of a union apart: as stated, else a constant that each has."""
        stated = schema.discriminator
        if stated is not None:
            tags = [self.tags(stated, target) for target in targets]
            ids = [target.id for target in targets]
            default = self._id_of(stated.default)
            index = ids.index(default) if default in ids else None
            return discriminator_of(stated.property, members, tags, index)
        constants = [
            self._constants(target) if isinstance(without_null(member), Ref) else {}
            for target, member in zip(targets, members, strict=True)
        ]
        objects = [found for found in constants if found]
        for name in objects[0] if len(objects) > 1 else ():
            values = [value for found in objects for value in found.get(name, ())]
            if len(values) == len(set(values)) and all(name in c for c in objects):
                tags = [found.get(name, ()) for found in constants]
                return discriminator_of(name, members, tags, None)
        return None

    def only_value(self, holder: Schema, target: Schema) -> str | None:
        """The text that means a variant, of a discriminator that names no variants."""
        stated = holder.discriminator
        if stated is None or stated.mapping or target.types not in ((), ("object",)):
            return None
        found = self.shapes.merged(target).properties.get(stated.property)
        values = _values(self.target(found)) if found is not None else ()
        value = values[0] if len(values) == 1 else None
        return value if isinstance(value, str) else None

    def tags(self, stated: openapi.Discriminator, target: Schema) -> tuple[Tag, ...]:
        """The values of a discriminator that mean a schema; none for what is not an object."""
        kinds = kinds_of(target)
        if kinds and "object" not in kinds:
            return ()
        mapping = stated.mapping.items()
        mapped = [v for v, id_ in mapping if self._id_of(id_) == target.id]
        constant = self._constants(target).get(stated.property, ())
        implicit = (target.name,) if target.is_component else ()
        return tuple(dict.fromkeys(mapped)) or constant or implicit

    def _id_of(self, schema_id: str | None) -> str | None:
        if schema_id is None:
            return None
        return self.target(self.description.schema(schema_id)).id

    def _constants(self, schema: Schema) -> dict[str, tuple[Tag, ...]]:
        """The properties that an object must have and whose values are known, with these."""
        if schema.id not in self._known:
            shape = self.shapes.merged(schema)
            self._known[schema.id] = {
                name: values
                for name, stated in shape.properties.items()
                if name in shape.required and (values := _values(self.target(stated)))
            }
        return self._known[schema.id]


def _values(schema: Schema) -> tuple[Tag, ...]:
    """The only values of a schema, if all can be told apart."""
    values = (schema.const,) if schema.enum is None else schema.enum
    found = tuple(value for value in values if isinstance(value, (str, int)))
    return found if len(found) == len(values) else ()
