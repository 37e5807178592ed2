"""The kinds of objects that a body may be, each with the steps that name its type.

Part of lowering. A union within the union adds its kinds to those around it, as in published
packages, and a union of one kind is that kind.
"""

from __future__ import annotations

from msgspec import Struct

from ..diagnostics import Place
from ..ir import Field, Step, StepKind, TypeId
from ..openapi import Schema
from .choices import choice_of, variant_of
from .schemas import DEEPEST, SchemaLowering
from .unions import variant_name
from .use import Use

MOST_KINDS = 500
"""How many schemas a union may lead to; beyond, the body is one argument."""


class BodyKind(Struct, frozen=True):
    """One kind of object: the id of its place, the ``steps`` to it, and its properties."""

    id: TypeId
    steps: tuple[Step, ...]
    fields: tuple[Field, ...]
    description: str | None
    place: Place


def body_kinds(sent: SchemaLowering, stated: Schema, use: Use) -> tuple[BodyKind, ...]:
    """The kinds of objects that a body may be; none if it may be no object."""
    known, search = len(sent.types), _Search(sent)
    if search.add(stated, use, depth=0):
        return tuple(search.found)
    while len(sent.types) > known:
        sent.types.popitem()
    return ()


class _Search:
    """Collects the kinds that schemas lead to, which ``visited`` counts."""

    def __init__(self, sent: SchemaLowering) -> None:
        self.found: list[BodyKind] = []
        self._sent = sent
        self._visited = 0

    def add(self, stated: Schema, use: Use, *, depth: int) -> bool:
        """Whether a schema is always an object, whose kinds are then among those found."""
        self._visited += 1
        if depth > DEEPEST or self._visited > MOST_KINDS:
            return False
        schema = self._sent.target(stated)
        choice = choice_of(self._sent.description, schema)
        if choice is None:
            return self._add_object(stated, schema, use)
        if schema.nullable:
            return False
        for index, variant in enumerate(choice.variants):
            whole = variant_of(self._sent.description, schema, choice, index)
            path, into = f"/{choice.key}/{index}", use
            if len(choice.variants) > 1:
                into = self._into(variant, use, path)
            if not self.add(whole, into, depth=depth + 1):
                return False
        return True

    def _add_object(self, stated: Schema, schema: Schema, use: Use) -> bool:
        fields = self._sent.fields_of(stated, use)
        if fields:
            kind = BodyKind(
                id=use.id,
                steps=use.steps,
                fields=fields,
                description=schema.description,
                place=schema.origin.place,
            )
            self.found.append(kind)
        return bool(fields)

    def _into(self, variant: Schema, use: Use, path: str) -> Use:
        """The use of a variant, which has a name of its own unless it is a union of several."""
        target = self._sent.target(variant)
        inner = choice_of(self._sent.description, target)
        if inner is not None and len(inner.variants) > 1:
            return use.part(path)
        position = f"Variant{len(self.found)}"
        return use.into(StepKind.VARIANT, path, variant_name(variant, target, position))
