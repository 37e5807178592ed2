"""An existing package as its users see it, read without running it.

Frozen values with names and shapes; what a package does not show is not here. Knows no description.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from ..diagnostics import Place
from .shapes import Named, Shape


class Field(Struct, frozen=True):
    """A field of a class, with its name in JSON."""

    name: str
    wire_name: str
    shape: Shape
    required: bool


class Definition(Struct, frozen=True, kw_only=True):
    """A type of the package: a class with fields, or the name of a shape (``alias``).

    ``is_root`` says that its module is named after it, so that it has a name of its own.
    """

    id: Named
    bases: tuple[Named, ...]
    fields: tuple[Field, ...]
    alias: Shape | None
    is_root: bool
    place: Place


class Parameter(Struct, frozen=True):
    """A parameter of a method; one that is not positional needs its name."""

    name: str
    shape: Shape
    positional: bool
    required: bool


class Call(Struct, frozen=True, kw_only=True):
    """The request that a method makes.

    ``path`` has the names of Python in braces. ``body`` is the parameter that is the whole body,
    ``params`` the type of the arguments. ``page`` is the page class of the result; ``event`` the
    shape of an item of its stream, ``switch`` the parameter that asks for the stream. ``unwrapped``
    is the wire name of the property that is returned. ``timeout`` is in seconds.
    """

    verb: str
    path: str
    body: str | None
    params: Named | None
    page: Named | None
    event: Shape | None
    switch: str | None
    unwrapped: str | None
    timeout: float | None


class Method(Struct, frozen=True, kw_only=True):
    """A method of a resource; without a call it is not made from an operation."""

    name: str
    parameters: tuple[Parameter, ...]
    result: Shape
    call: Call | None
    deprecated: str | None
    place: Place


class Resource(Struct, frozen=True, kw_only=True):
    """A group of methods; ``path`` are the attributes from the client to it."""

    path: tuple[str, ...]
    class_name: str
    description: str | None
    methods: tuple[Method, ...]
    children: tuple[Resource, ...]
    has_own_index: bool
    place: Place

    def tree(self) -> Iterator[Resource]:
        """Itself and what is below it, parents first."""
        yield self
        for child in self.children:
            yield from child.tree()


class Carrier(Struct, frozen=True, kw_only=True):
    """Where an option travels: ``location`` is ``header`` or ``query``, or an HTTP scheme
    (``bearer``, ``basic``). Of ``basic``, the option is the ``username`` or the ``password``.
    ``is_credential`` tells what authenticates from what is only sent along."""

    location: str
    name: str
    is_credential: bool
    role: str = "value"


class Option(Struct, frozen=True, kw_only=True):
    """An option of the client's constructor."""

    name: str
    kind: str
    nullable: bool
    env: str | None
    default: object
    carrier: Carrier | None


class Client(Struct, frozen=True, kw_only=True):
    """The client class. ``own`` are arguments that no configuration makes; times are in seconds."""

    name: str
    options: tuple[Option, ...]
    own: tuple[str, ...]
    environments: Mapping[str, str]
    env_prefix: str | None
    default_headers: Mapping[str, str]
    array_format: str | None
    nested_format: str | None
    idempotency_header: str | None
    timeout: float | None
    max_retries: int | None
    initial_delay: float | None
    max_delay: float | None
    methods: tuple[Method, ...]
    place: Place


class PageField(Struct, frozen=True):
    """A property of a page: its name and its type in JSON, and what is in an object."""

    wire_name: str
    type: str
    fields: tuple[PageField, ...]


class PageClass(Struct, frozen=True, kw_only=True):
    """A class of pages, by the kinds and purposes of the configuration.

    ``params`` maps a purpose to a parameter of the request, ``roles`` a purpose to the way to a
    value in the response, of wire names. ``fields`` are all that the class has; ``headers`` maps
    fields to the response headers that hold them. If it ``is_array``, the items are the whole body.
    """

    id: Named
    kind: str
    params: Mapping[str, str]
    roles: Mapping[str, tuple[str, ...]]
    fields: tuple[PageField, ...]
    headers: Mapping[str, str]
    is_array: bool
    place: Place


class EventRule(Struct, frozen=True):
    """How the client treats an event; ``types`` is None for any, and may hold None for no type."""

    handle: str
    types: tuple[str | None, ...] | None
    starts_with: str
    error_property: str | None


class About(Struct, frozen=True, kw_only=True):
    """What the package says of itself."""

    project: str | None
    version: str | None
    license: str | None
    repository: str | None
    docs: str | None
    contact: str | None
    is_published: bool
    uses_uv: bool


class Package(Struct, frozen=True, kw_only=True):
    """A whole package. ``exported`` are the types that its ``types`` packages import, ``listed``
    those that its index (api.md) lists for a resource, and for ``$shared``; without an index it is
    empty."""

    name: str
    about: About
    client: Client
    resources: tuple[Resource, ...]
    definitions: Mapping[Named, Definition]
    exported: frozenset[Named]
    pages: Mapping[Named, PageClass]
    event_rules: tuple[EventRule, ...]
    listed: Mapping[tuple[str, ...], tuple[str, ...]]

    def every_resource(self) -> tuple[Resource, ...]:
        """All resources, parents first."""
        return tuple(r for top in self.resources for r in top.tree())
