"""The page of a resource: its methods, what is below it, and its models."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from ..ir import Api, Method, MethodResult, ModelEntry, Resource, ResourcePath
from ..naming import NameTable
from .methods import about, title_of
from .places import Places
from .shell import Link, ShellView, Surroundings
from .signatures import dotted
from .text import RichText, Verbatim, line, rich, verbatim

_MANY = 60
"""Methods; a longer list shows names and titles only."""


@dataclass(frozen=True, slots=True)
class MethodLine:
    """A method in a list."""

    name: Verbatim
    path: str
    title: str
    verb: str
    url: Verbatim
    about: RichText


@dataclass(frozen=True, slots=True)
class ResourceLine:
    """A resource in a list."""

    name: str
    path: str
    about: RichText


@dataclass(frozen=True, slots=True)
class ResourcePage:
    """The page of a resource."""

    shell: ShellView
    title: str
    name: Verbatim
    description: RichText
    methods: tuple[MethodLine, ...]
    is_long: bool
    children: tuple[ResourceLine, ...]
    types: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ResourcePages:
    """Puts resources into pages."""

    api: Api
    names: NameTable
    places: Places
    surroundings: Surroundings
    types: Mapping[ResourcePath, tuple[Link, ...]]

    def page(self, resource: Resource) -> ResourcePage:
        """The page of one resource."""
        place = self.places.resources[resource.path]
        title = self.names.resources[resource.path].sync_class.removesuffix("Resource")
        text = resource.description or f"Calls under {'.'.join(resource.path)}."
        steps = range(1, len(resource.path) + 1)
        attributes = [self.names.resources[resource.path[:n]].attribute for n in steps]
        return ResourcePage(
            shell=self.surroundings.shell(place, title, text, within=resource.path),
            title=title,
            name=verbatim(".".join(("client", *attributes))),
            description=rich(text),
            methods=tuple(map(self._method, resource.methods)),
            is_long=len(resource.methods) > _MANY,
            children=tuple(map(self.line, resource.children)),
            types=self.types.get(resource.path, ()),
        )

    def line(self, resource: Resource) -> ResourceLine:
        """A resource in the list of another page."""
        name = self.names.resources[resource.path].attribute
        return ResourceLine(
            name, self.places.resources[resource.path].path, line(resource.description)
        )

    def _method(self, method: Method) -> MethodLine:
        return MethodLine(
            name=verbatim(dotted(self.names, method)),
            path=self.places.methods[method.id].path,
            title=title_of(self.names, method),
            verb=method.operation.verb.upper(),
            url=verbatim(method.operation.path),
            about=line(about(method)),
        )


def types_by_resource(
    api: Api, names: NameTable, places: Places
) -> Mapping[ResourcePath, tuple[Link, ...]]:
    """The models of each resource, as links."""
    found: dict[ResourcePath, list[Link]] = defaultdict(list)
    for definition in api.types.values():
        if isinstance(definition.origin, (ModelEntry, MethodResult)):
            place = places.types[definition.id]
            link = Link(names.types[definition.id].name, place.path, place.anchor)
            found[definition.origin.resource].append(link)
    return {path: tuple(links) for path, links in found.items()}
