"""Choices become unions: the names of their variants, and which unions have names of their own.

Part of lowering. A property that may be one of several objects has a type of its own name; a union
of single values and lists is written where it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from typing import assert_never

from msgspec import Struct, field

from ..ir import (
    Alias,
    Definition,
    Direction,
    ListOf,
    Literals,
    MapOf,
    MethodId,
    Nullable,
    Object,
    PageItem,
    Ref,
    Scalar,
    Step,
    StepKind,
    TupleOf,
    TypeId,
    TypeRef,
    UnionOf,
    Unknown,
    without_null,
)
from ..openapi import Description, Schema
from .choices import Choice, choice_of, variant_of
from .tagging import Tagging
from .unions import joined, variant_name
from .use import Use

_Place = tuple[TypeId | MethodId, tuple[Step, ...], str]
"""A root, the steps to a variant, and the id of its schema."""


class Unions(Struct, frozen=True):
    """Makes the types of choices among ``types``; ``lowered`` gives the type of a schema at a place of
    use, ``target`` the schema that one stands for."""

    description: Description
    models: Mapping[str, TypeId]
    types: MutableMapping[TypeId, Definition]
    tagging: Tagging
    lowered: Callable[[Schema, Use], TypeRef]
    target: Callable[[Schema], Schema]
    direction: Direction
    _known: dict[_Place, Ref] = field(default_factory=dict[_Place, Ref])

    def of(self, schema: Schema, choice: Choice, use: Use) -> TypeRef:
        """The type of a schema that is a choice: its variants are named after it."""
        members: list[TypeRef] = []
        targets = [self.target(variant) for variant in choice.variants]
        alone = sum(target.types != ("null",) for target in targets) == 1
        first = 0  # the position of a variant in the union, without unions within it
        for index, target in enumerate(targets):
            path = f"/{choice.key}/{index}"
            value = self.tagging.only_value(choice.holder, target)
            position = f"UnionMember{first}"
            first += self._count(target)
            name = variant_name(choice.variants[index], target, position, value)
            into = use if alone else use.into(StepKind.VARIANT, path, name)
            if not alone and self._is_choice(target):
                into = use.part(path)  # its variants are those of this union
            whole = variant_of(self.description, schema, choice, index)
            members.append(self._type_of(whole, target, into))
        found = self.tagging.discriminator(choice.holder, targets, members)
        return self._named(joined(members, found), choice.holder, use)

    def _count(self, target: Schema) -> int:
        """How many variants a variant stands for: several kinds of values, or a union's variants."""
        if not self._is_choice(target):
            return 1 if target.id in self.models else max(1, len(target.types))
        choice = choice_of(self.description, target)
        return len(choice.variants) if choice is not None else 1

    def _is_choice(self, target: Schema) -> bool:
        """Whether a variant is a choice itself, and no model."""
        is_other = target.id in self.models or target.all_of
        return not is_other and choice_of(self.description, target) is not None

    def _type_of(self, variant: Schema, target: Schema, use: Use) -> TypeRef:
        """The type of a variant: the same where a union within the union has it, too."""
        place = use.root, use.steps, target.id
        known = self._known.get(place)
        if known is not None and known.target in self.types and not use.is_part:
            return known
        ref = self.lowered(variant, use)
        if isinstance(ref, Ref):
            self._known[place] = ref
        return ref

    def _named(self, ref: TypeRef, schema: Schema, use: Use) -> TypeRef:
        """A union behind a name, where it is one of objects and no root, whose name is settled."""
        union = without_null(ref)
        is_due = use.origin is None and not use.is_part and use.id not in self.types
        if not is_due or not isinstance(union, UnionOf) or not self._has_object(union):
            return ref
        self.types[use.id] = Alias(
            id=use.id,
            origin=use.owner,
            type=union,
            description=schema.description,
            direction=self.direction,
            place=schema.origin.place,
        )
        named = Ref(use.id)
        return Nullable(named) if isinstance(ref, Nullable) else named

    def _has_object(
        self, ref: TypeRef, around: frozenset[TypeId] = frozenset()
    ) -> bool:
        """Whether a value may be an object; ``around`` are the names that the type stands behind."""
        match ref:
            case Ref(target) if target in around:
                return False
            case Ref(target):
                found = self.types.get(target) or self.types.get(
                    TypeId(target.removeprefix("sent:"))
                )
                if found is None or isinstance(found, Object):
                    return True
                return self._has_object(found.type, around | {target})
            case Nullable(inner):
                return self._has_object(inner, around)
            case UnionOf(members):
                return any(self._has_object(member, around) for member in members)
            case (
                Scalar()
                | Literals()
                | ListOf()
                | TupleOf()
                | MapOf()
                | Unknown()
                | PageItem()
            ):
                return False
        assert_never(ref)
