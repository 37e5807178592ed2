"""The types of an API: a closed sum of references, and the definitions that they point to.

Edges are ids, never objects: cycles are harmless and equality is structural. An id is the JSON
pointer of the place that the type is used from, so it stays the same as long as the description
does.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NewType

from msgspec import Struct

from ..diagnostics import Place

TypeId = NewType("TypeId", str)

ResourcePath = tuple[str, ...]
"""The names from the client down to a resource, as the configuration writes them."""


class MethodId(Struct, frozen=True):
    """A method's address: its resource and its name in the configuration."""

    resource: ResourcePath
    name: str

    def __str__(self) -> str:
        return ".".join((*self.resource, self.name))


Bounds = tuple[tuple[str, object], ...]
"""What a schema says of a value beyond its type: JSON Schema keywords and their values."""


class ScalarKind(Enum):
    """The kinds of single values, told apart by how a program holds them.

    BINARY are bytes inside a document, FILE is a part of a form, CONTENT the bytes of a whole body.
    """

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    NULL = "null"
    DATE_TIME = "date-time"
    DATE = "date"
    BINARY = "binary"
    FILE = "file"
    CONTENT = "content"


class Scalar(Struct, frozen=True):
    """A single value; ``format`` keeps what the description says beyond the kind.

    ``bounds`` are for samples: types that differ in nothing else are equal.
    """

    kind: ScalarKind
    format: str | None = None
    bounds: Bounds = ()

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Scalar)
            and self.kind is other.kind
            and self.format == other.format
        )

    def __hash__(self) -> int:
        return hash((Scalar, self.kind, self.format))


class Literals(Struct, frozen=True):
    """One of a fixed list of values."""

    values: tuple[str | int | float | bool, ...]


class ListOf(Struct, frozen=True):
    """A JSON array whose elements have one type; ``bounds`` are as for a scalar."""

    item: TypeRef
    bounds: Bounds = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ListOf) and self.item == other.item

    def __hash__(self) -> int:
        return hash((ListOf, self.item))


class TupleOf(Struct, frozen=True):
    """A JSON array of fixed length whose elements have a type each."""

    items: tuple[TypeRef, ...]


class MapOf(Struct, frozen=True):
    """A JSON object with free keys whose values have one type."""

    value: TypeRef


class Nullable(Struct, frozen=True):
    """A value or null."""

    inner: TypeRef


class UnionOf(Struct, frozen=True):
    """One of several types; a discriminator may tell them apart."""

    members: tuple[TypeRef, ...]
    discriminator: Discriminator | None = None


class Discriminator(Struct, frozen=True):
    """The property that tells the members of a union apart.

    ``tags`` has the member for each value of the property, ``default`` is that for any other.
    """

    property: str
    tags: tuple[tuple[str | int | float | bool, TypeRef], ...]
    default: TypeRef | None = None


class Ref(Struct, frozen=True):
    """A type that is defined elsewhere."""

    target: TypeId


class Unknown(Struct, frozen=True):
    """Any value: nothing more is known."""


class PageItem(Struct, frozen=True):
    """The item type of a page: the one type parameter of a pagination scheme."""


TypeRef = (
    Scalar
    | Literals
    | ListOf
    | TupleOf
    | MapOf
    | Nullable
    | UnionOf
    | Ref
    | Unknown
    | PageItem
)


def without_null(ref: TypeRef) -> TypeRef:
    """The type of the value when it is not null."""
    return ref.inner if isinstance(ref, Nullable) else ref


class StepKind(Enum):
    """How one reaches a nested type from the one around it."""

    PROPERTY = "property"
    ITEM = "item"
    ENTRY = "entry"
    VARIANT = "variant"


class Step(Struct, frozen=True):
    """One step into a nested type; ``name`` is the property's wire name or the variant's name."""

    kind: StepKind
    name: str = ""


class ModelEntry(Struct, frozen=True):
    """A type that the configuration names as a model of a resource, which tells it from others.

    ``hint`` is the name that the description wants its class to have. One that ``is_bare`` has no suffix where
    callers give it.
    """

    resource: tuple[str, ...]
    name: str
    hint: str | None = None
    is_bare: bool = False

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, ModelEntry)
            and self.resource == other.resource
            and self.name == other.name
        )

    def __hash__(self) -> int:
        return hash((self.resource, self.name))


class MethodResult(Struct, frozen=True):
    """A type that exists because a method returns it, or pages or a stream of it.

    ``part`` says what it is: the response, that of a further status, or an event of a stream.
    """

    resource: tuple[str, ...]
    method: str
    part: str = "response"


class PageBody(Struct, frozen=True):
    """The body of a page of one pagination scheme."""

    scheme: str


class EventPayload(Struct, frozen=True):
    """A type of what the API sends to its users, by the words of its name."""

    name: tuple[str, ...]


class Within(Struct, frozen=True):
    """A type nested in another one, or in the parameters of a method, at the end of ``steps``."""

    root: TypeId | MethodId
    steps: tuple[Step, ...]


class Direction(Enum):
    """Whether values of a type are given by a caller or come from the server.

    A schema may have a type of each kind: what is read-only is not sent, what is write-only does
    not come back, and the names that a program uses differ.
    """

    SENT = "sent"
    RECEIVED = "received"


CLIENT = ("$client",)
"""The path of what holds the methods of the client itself."""


Origin = ModelEntry | MethodResult | PageBody | EventPayload | Within


class Field(Struct, frozen=True):
    """One property of an object. Absent, null and a value are three different things:
    ``required`` speaks of absence, a ``Nullable`` type of null. ``hint`` is the name that it wants
    in a program; ``bounds`` and ``example`` are for readers."""

    wire_name: str
    type: TypeRef
    required: bool
    description: str | None = None
    deprecated: bool = False
    bounds: Bounds = ()
    example: object = None
    hint: str | None = None
    place: Place = Place("")


class Object(Struct, frozen=True):
    """A JSON object with known properties, in the order in which the surface shows them.

    ``subtypes`` tells which of the objects that extend it a value is, by one of its properties.
    """

    id: TypeId
    origin: Origin
    fields: tuple[Field, ...]
    description: str | None = None
    extra: TypeRef | None = None
    base: TypeId | None = None
    subtypes: Discriminator | None = None
    direction: Direction = Direction.RECEIVED
    place: Place = Place("")


class Alias(Struct, frozen=True):
    """A name for a type that is not an object: an array, a union, an enumeration."""

    id: TypeId
    origin: Origin
    type: TypeRef
    description: str | None = None
    direction: Direction = Direction.RECEIVED
    place: Place = Place("")


Definition = Object | Alias


def behind(types: Mapping[TypeId, Definition], ref: TypeRef) -> TypeRef:
    """The type that is behind names of types and besides null."""
    ref = without_null(ref)
    found = types.get(ref.target) if isinstance(ref, Ref) else None
    return behind(types, found.type) if isinstance(found, Alias) else ref
