"""Types as a surface shows them: a closed sum of expressions with names bound, and what they name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from msgspec import Struct

from ..ir import Bounds, Direction, Literals, PageItem, ResourcePath, Scalar, Unknown
from ..naming import TypeName


class ListOf(Struct, frozen=True):
    """A JSON array whose elements have one type."""

    item: TypeExpression


class TupleOf(Struct, frozen=True):
    """A JSON array of fixed length whose elements have a type each."""

    items: tuple[TypeExpression, ...]


class MapOf(Struct, frozen=True):
    """A JSON object with free keys whose values have one type."""

    value: TypeExpression


class Nullable(Struct, frozen=True):
    """A value or null."""

    inner: TypeExpression


class UnionOf(Struct, frozen=True):
    """One of several types; a discriminator may tell them apart."""

    members: tuple[TypeExpression, ...]
    discriminator: Discriminator | None = None


class Discriminator(Struct, frozen=True):
    """The property that tells the members of a union apart.

    ``tags`` has the member for each value of the property, ``default`` is that for any other.
    """

    property: str
    tags: tuple[tuple[str | int | float | bool, TypeExpression], ...]
    default: TypeExpression | None


class Named(Struct, frozen=True):
    """A model or alias."""

    name: TypeName


TypeExpression = (
    Scalar
    | Literals
    | ListOf
    | TupleOf
    | MapOf
    | Nullable
    | UnionOf
    | Named
    | Unknown
    | PageItem
)


class Field(Struct, frozen=True, kw_only=True):
    """A field of a model: the attribute that holds a property. Absence (``required``) and null (a
    ``Nullable`` type) are different things."""

    name: str
    wire_name: str
    type: TypeExpression
    required: bool
    deprecated: bool
    description: str | None
    bounds: Bounds


class Model(Struct, frozen=True, kw_only=True):
    """A class with fields; for what is sent, a dictionary with keys.

    ``subtypes`` tells which of the classes that extend it a response holds. ``resource`` is the
    resource that lists it, ``root`` the type in whose module it is nested; the
    body of a page has neither.
    """

    name: TypeName
    direction: Direction
    description: str | None
    resource: ResourcePath | None
    root: TypeName | None
    fields: tuple[Field, ...]
    base: TypeName | None
    subtypes: Discriminator | None
    extra: TypeExpression | None


class Alias(Struct, frozen=True, kw_only=True):
    """A name for a type that is not a class: an array, a union, an enumeration.

    ``resource`` and ``root`` are as for a model.
    """

    name: TypeName
    direction: Direction
    description: str | None
    resource: ResourcePath | None
    root: TypeName | None
    type: TypeExpression


Definition = Model | Alias


def names_in(ref: TypeExpression) -> Iterator[TypeName]:
    """The names of the types in a type."""
    match ref:
        case Named(name):
            yield name
        case ListOf(inner) | MapOf(inner) | Nullable(inner):
            yield from names_in(inner)
        case UnionOf(members) | TupleOf(members):
            for member in members:
                yield from names_in(member)
        case Scalar() | Literals() | Unknown() | PageItem():
            return
        case _:
            assert_never(ref)
