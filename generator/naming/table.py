"""The table of every Python name in the output. Frozen: later phases only look names up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from keyword import iskeyword

from msgspec import Struct

from ..ir import Argument, MethodId, ResourcePath, TypeId, location_of

Module = tuple[str, ...]
"""A dotted module path inside the package, e.g. ``("types", "zones", "zone")``."""


class ResourceNames(Struct, frozen=True):
    """The names of one resource. ``folder`` is the path of its children's files below
    ``resources`` and ``types``, ``module`` the file of its classes."""

    attribute: str
    sync_class: str
    async_class: str
    folder: Module
    module: Module
    types_package: Module


class TypeName(Struct, frozen=True):
    """A class or alias and the module that defines it."""

    name: str
    module: Module


class SwitchedParams(Struct, frozen=True):
    """The typed dictionaries of the parameters of a method that streams on request: those of every
    call, and of a call without and with the stream."""

    base: TypeName
    non_streaming: TypeName
    streaming: TypeName


class PageNames(Struct, frozen=True):
    """The two page classes of a pagination scheme and their module."""

    sync_class: str
    async_class: str
    module: Module


class NameTable(Struct, frozen=True):
    """Every name, by the id of what it names."""

    package: str
    client: str
    async_client: str
    base_error: str
    options: Mapping[str, str]
    resources: Mapping[ResourcePath, ResourceNames]
    methods: Mapping[MethodId, str]
    params_types: Mapping[MethodId, TypeName]
    variant_types: Mapping[TypeId, TypeName]
    arguments: Mapping[tuple[MethodId, str, str], str]
    types: Mapping[TypeId, TypeName]
    fields: Mapping[tuple[TypeId, str], str]
    pages: Mapping[str, PageNames]
    scopes: Mapping[str, str]
    errors: Mapping[str, str]

    def argument(self, method: MethodId, argument: Argument) -> str:
        """The keyword of an argument of a method."""
        return self.arguments[method, location_of(argument).value, argument.wire_name]

    def __post_init__(self) -> None:
        """Reject names that are not identifiers: they go into code unchanged.

        Raises:
            ValueError: a name is not an identifier, which is a bug in this package.
        """
        classes = (
            *self.types.values(),
            *self.params_types.values(),
            *self.variant_types.values(),
        )
        pages = (*self.pages.values(),)
        resources = (*self.resources.values(),)
        names = (
            *(self.package, self.client, self.async_client, self.base_error),
            *self.options.values(),
            *self.methods.values(),
            *self.arguments.values(),
            *self.fields.values(),
            *self.scopes.values(),
            *self.errors.values(),
            *(name for c in classes for name in (c.name, *c.module)),
            *(n for p in pages for n in (p.sync_class, p.async_class, *p.module)),
            *(n for r in resources for n in (r.attribute, *r.module, *r.folder)),
            *(n for r in resources for n in (r.sync_class, r.async_class)),
        )
        for name in names:
            if not (name.isascii() and name.isidentifier()) or iskeyword(name):
                raise ValueError(f"{name!r} is not an identifier")

    def rows(self) -> Iterator[tuple[str, str, str]]:
        """The table for people: kind, what is named, its name; in order."""
        yield "package", "", self.package
        yield "client", "", self.client
        yield "client", "async", self.async_client
        yield "error", "base", self.base_error
        for kind, name in self.errors.items():
            yield "error", kind, name
        for option, name in self.options.items():
            yield "option", option, name
        for path, resource in self.resources.items():
            yield "resource", ".".join(
                path
            ), f"{'.'.join(resource.module)}.{resource.sync_class}"
        for method, name in self.methods.items():
            yield "method", str(method), name
        for method, params in self.params_types.items():
            yield "params", str(method), f"{'.'.join(params.module)}.{params.name}"
        for kind, variant in self.variant_types.items():
            yield "variant", kind, f"{'.'.join(variant.module)}.{variant.name}"
        for (method, location, wire_name), name in self.arguments.items():
            yield "argument", f"{method} {location} {wire_name}", name
        for scheme, page in self.pages.items():
            yield "page", scheme, f"{'.'.join(page.module)}.{page.sync_class}"
        for type_id, type_name in self.types.items():
            yield "type", type_id, f"{'.'.join(type_name.module)}.{type_name.name}"
        for (type_id, wire_name), name in self.fields.items():
            yield "field", f"{type_id} {wire_name}", name
