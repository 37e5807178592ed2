"""A description as typed values, the same for every version of OpenAPI.

References between parts that are not schemas are resolved. A schema keeps its ``$ref`` as the id
of its target, so that cycles are harmless; ``Description.resolve`` follows it. What was read but
has no field here is listed under ``unread`` of the part that contains it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final

from msgspec import Struct, field

from ..diagnostics import Place
from ..source import Value
from .info import Info
from .media_types import is_json
from .origin import Origin as Origin
from .schemes import Location as Location
from .schemes import Requirement as Requirement
from .schemes import SchemeKind as SchemeKind
from .schemes import SecurityScheme as SecurityScheme
from .successors import NOTHING, Removed


class Absent(Enum):
    """Tells a keyword that is absent from one whose value is null."""

    ABSENT = "absent"


ABSENT: Final = Absent.ABSENT
Values = Mapping[str, Value]


class Reference(Struct, frozen=True):
    """A ``$ref``: the id of its target; None if it leads to nothing."""

    target: str | None


class Discriminator(Struct, frozen=True):
    """The property that tells the variants of a union apart (OpenAPI 3.1, 4.8.25).

    ``mapping`` leads from a value of the property to the id of a schema, ``default`` is that for
    any other value (OpenAPI 3.2).
    """

    property: str
    mapping: Mapping[str, str | None]
    default: str | None = None


def _no_values() -> Values:
    return _NO_VALUES


def _no_schemas() -> Mapping[str, Schema]:
    return _NO_SCHEMAS


_NO_VALUES: Values = MappingProxyType({})


class Schema(Struct, frozen=True, kw_only=True, eq=False):
    """A schema (JSON Schema 2020-12 with the OpenAPI vocabulary).

    ``always`` is set for the schemas ``true`` and ``false``. ``types`` has no ``null`` unless null
    is all that is allowed; ``nullable`` says that null is also allowed. ``has_keywords``
    is false for the empty schema. ``conditional`` are the schemas that hold for some values only
    (``then``, ``else``, ``dependentSchemas``). ``bounds`` are the
    keywords that limit a value of a type, unchanged. ``extensions`` are the ``x-`` keywords.
    """

    origin: Origin
    always: bool | None = None
    ref: Reference | None = None
    types: tuple[str, ...] = ()
    nullable: bool = False
    enum: tuple[Value, ...] | None = None
    const: Value = ABSENT
    format: str | None = None
    all_of: tuple[Schema, ...] = ()
    any_of: tuple[Schema, ...] = ()
    one_of: tuple[Schema, ...] = ()
    properties: Mapping[str, Schema] = field(default_factory=_no_schemas)
    pattern_properties: Mapping[str, Schema] = field(default_factory=_no_schemas)
    additional_properties: Schema | None = None
    property_names: Schema | None = None
    required: tuple[str, ...] = ()
    items: Schema | None = None
    prefix_items: tuple[Schema, ...] = ()
    content_schema: Schema | None = None
    conditional: tuple[Schema, ...] = ()
    discriminator: Discriminator | None = None
    bounds: Values = field(default_factory=_no_values)
    title: str | None = None
    description: str | None = None
    default: Value = ABSENT
    examples: tuple[Value, ...] = ()
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False
    extensions: Values = field(default_factory=_no_values)
    has_keywords: bool = True
    unread: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The key or index of the schema in its parent."""
        tokens = self.origin.pointer.tokens
        return tokens[-1] if tokens else ""

    @property
    def id(self) -> str:
        """The id of the schema's place."""
        return self.origin.id

    @property
    def is_plain(self) -> bool:
        """Whether the schema is ``true``, ``false`` or empty: it describes no values."""
        return self.always is not None or not self.has_keywords

    @property
    def is_component(self) -> bool:
        """Whether the schema is one of those that a description lists by name."""
        return self.origin.pointer.tokens[:-1] in _COMPONENTS

    @property
    def is_empty(self) -> bool:
        """Whether the schema has no keyword at all."""
        return not self.has_keywords and self.always is None


_COMPONENTS = (("components", "schemas"), ("definitions",))
_NO_SCHEMAS: Mapping[str, Schema] = MappingProxyType({})


class Encoding(Struct, frozen=True, eq=False):
    """How a field of a form is written (OpenAPI 3.1, 4.8.15); None for what is not specified."""

    media_type: str | None
    style: str | None
    explode: bool


class MediaType(Struct, frozen=True, eq=False):
    """A media type of a body or response; ``examples`` by name, a single one as ``example``.

    ``item_schema`` is that of one item where the media type is a sequence of items; ``encodings``
    are those of a form's fields.
    """

    origin: Origin
    name: str
    schema: Schema | None
    examples: Values
    item_schema: Schema | None = None
    unread: tuple[str, ...] = ()
    encodings: Mapping[str, Encoding] = field(default_factory=dict[str, Encoding])

    @property
    def essence(self) -> str:
        """The name without parameters, in lower case (RFC 9110, 8.3.1)."""
        return self.name.partition(";")[0].strip().lower()

    @property
    def is_json(self) -> bool:
        """Whether a value of this media type is JSON."""
        return is_json(self.essence)

    @property
    def example(self) -> Value:
        """The first example, or None."""
        return next(iter(self.examples.values()), None)


class Parameter(Struct, frozen=True, kw_only=True, eq=False):
    """A parameter or, with ``location`` HEADER, a header of a response.

    ``media_type`` is set where the value travels as a document of that type (``content``).
    ``states_style`` says that ``style`` or ``explode`` are not the defaults of the standard.
    """

    origin: Origin
    name: str
    location: Location
    required: bool
    schema: Schema | None
    style: str
    explode: bool
    states_style: bool = False
    allow_reserved: bool = False
    media_type: str | None = None
    description: str | None = None
    deprecated: bool = False
    examples: Values = field(default_factory=_no_values)
    extensions: Values = field(default_factory=_no_values)
    unread: tuple[str, ...] = ()

    @property
    def example(self) -> Value:
        """The first example, or None."""
        return next(iter(self.examples.values()), None)


class Body(Struct, frozen=True, kw_only=True, eq=False):
    """The body of a request."""

    origin: Origin
    description: str | None
    required: bool
    content: tuple[MediaType, ...]


class Response(Struct, frozen=True, kw_only=True, eq=False):
    """What a status means; ``status`` is the key: ``200``, ``2XX`` or ``default``."""

    origin: Origin
    status: str
    description: str | None
    content: tuple[MediaType, ...]
    headers: tuple[Parameter, ...]
    unread: tuple[str, ...] = ()

    @property
    def is_success(self) -> bool:
        """Whether the status is one of success."""
        return self.status.startswith("2")

    @property
    def has_body(self) -> bool:
        """Whether there can be a body, which some statuses rule out (RFC 9110, 15.3.5 and 15.3.6)."""
        return bool(self.content) and self.status not in ("204", "205")


class PathItem(Struct, frozen=True, eq=False):
    """What the operations on one path have in common, beyond their parameters."""

    origin: Origin
    unread: tuple[str, ...]


class Event(Struct, frozen=True, kw_only=True, eq=False):
    """A request that the API makes to its users: a webhook, or a callback of an operation."""

    origin: Origin
    name: str
    body: Body


class Operation(Struct, frozen=True, kw_only=True, eq=False):
    """A verb on a path, with the parameters of its path item among its own.

    ``path`` is the key, ``route`` the part of it that is sent as the path, ``query`` what is always
    sent as the query: keys of descriptions may hold one, or a fragment, to tell operations apart.
    ``callbacks`` are what the API sends because of it.
    ``servers`` are empty and ``security`` is None where those of the description hold. ``broken``
    are the references that the operation needs and that lead to nothing.
    """

    origin: Origin
    verb: str
    path: str
    route: str
    query: tuple[tuple[str, str], ...]
    path_item: PathItem
    operation_id: str | None
    summary: str | None
    description: str | None
    deprecated: bool
    parameters: tuple[Parameter, ...]
    body: Body | None
    responses: tuple[Response, ...]
    security: tuple[Requirement, ...] | None
    servers: tuple[Server, ...] = ()
    callbacks: tuple[Event, ...] = ()
    broken: tuple[Place, ...] = ()
    tags: tuple[str, ...] = ()
    extensions: Values = field(default_factory=_no_values)
    unread: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.verb} {self.path}"

    @property
    def successes(self) -> tuple[Response, ...]:
        """The responses of success, the lowest status first; the default one if there are none."""
        found = sorted(
            (r for r in self.responses if r.is_success), key=lambda r: r.status
        )
        return tuple(found or (r for r in self.responses if r.status == "default"))

    @property
    def success(self) -> Response | None:
        """The first of the ``successes``."""
        return next(iter(self.successes), None)


class Server(Struct, frozen=True, eq=False):
    """Where the API is.

    ``url`` has its variables filled in; one that is absolute, complete and without query ``is_usable``.
    """

    origin: Origin
    url: str
    is_usable: bool


class Description(Struct, frozen=True, kw_only=True, eq=False, dict=True):
    """A whole description.

    ``schema`` gives the schema of an id, read when it is first asked for; ``find_schema`` that of a
    component's name or a reference in the root. ``removed`` are the operations that are kept although the
    API no longer has them.
    """

    origin: Origin
    info: Info
    servers: tuple[Server, ...]
    operations: Mapping[tuple[str, str], Operation]
    security: tuple[Requirement, ...] | None
    security_schemes: Mapping[str, SecurityScheme]
    schema_names: tuple[str, ...]
    webhooks: tuple[Event, ...] = ()
    unread: tuple[str, ...] = ()
    removed: Removed = NOTHING
    schema: Callable[[str], Schema]
    find_schema: Callable[[str], Schema | None]

    @cached_property
    def answers(self) -> dict[object, dict[Schema, Any]]:
        """What has been found out about schemas, by the function that found it."""
        return {}

    def resolve(self, schema: Schema) -> Schema | None:
        """The schema that a chain of references leads to; None if it leads to none."""
        if schema.ref is None:
            return schema
        known: dict[Schema, Schema | None]
        known = self.answers.setdefault(Description.resolve, {})
        way: set[Schema] = set()
        found: Schema | None = schema
        while found is not None and (ref := found.ref) is not None:
            if found in known:
                found = known[found]
                break
            target = ref.target if found not in way else None
            way.add(found)
            found = self.schema(target) if target is not None else None
        known |= dict.fromkeys(way, found)
        return found

    def constituents(self, schema: Schema) -> list[Schema]:
        """The schema and those that it is put together from, each once."""
        found: dict[str, Schema] = {}
        waiting = [schema]
        while waiting:
            current = self.resolve(waiting.pop(0))
            if current is not None and current.id not in found:
                found[current.id] = current
                waiting += (*current.all_of, *current.any_of, *current.one_of)
        return list(found.values())
