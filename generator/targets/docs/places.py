"""Where each page is: its path in the site without an ending, and the anchors on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ...surface import Module, ResourcePath, Sdk, TypeName, portable_name
from .weights import weight

_MOST = 100


@dataclass(frozen=True, slots=True)
class Target:
    """A place to go to: a page, and an anchor on it (``#name``, or nothing)."""

    path: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Places:
    """The place of everything that has one."""

    resources: Mapping[ResourcePath, Target]
    methods: Mapping[tuple[str, ...], Target]
    """By the path from the client to the method."""
    types: Mapping[TypeName, Target]
    pages: Mapping[str, Target]
    """The page classes, by pagination scheme."""


def find_places(sdk: Sdk) -> Places:
    """Places that follow the names of the package; each path is safe and its own."""
    taken: dict[str, object] = {}
    resources = {
        resource.id: _claim(resource.module, resource.id, taken)
        for resource in sdk.every_resource()
    }
    methods = {
        method.path: _claim(
            ("methods", *resource.module[1:], method.name), method.dotted, taken
        )
        for resource in sdk.every_resource()
        for method in resource.methods
    }
    large = _large(sdk)
    types = {
        found.name: _type_place(found.name, found.name.module in large, taken)
        for found in sdk.types
    }
    pages = {
        page.scheme: Target(
            _claim(page.module, page.module, taken), f"#{page.sync_class}"
        )
        for page in sdk.pages
    }
    return Places(
        MappingProxyType({key: Target(path) for key, path in resources.items()}),
        MappingProxyType({key: Target(path) for key, path in methods.items()}),
        MappingProxyType(types),
        MappingProxyType(pages),
    )


def _large(sdk: Sdk) -> set[Module]:
    """The modules whose types get a page each, since one page would be too large."""
    sizes: Counter[Module] = Counter()
    for definition in sdk.types:
        sizes[definition.name.module] += weight(definition)
    return {module for module, size in sizes.items() if size > _MOST}


def _type_place(found: TypeName, is_alone: bool, taken: dict[str, object]) -> Target:
    module = (*found.module, found.name) if is_alone else found.module
    return Target(_claim(module, module, taken), f"#{found.name}")


def _claim(module: Module, owner: object, taken: dict[str, object]) -> str:
    """The path of a page; two owners never share one, even if a file system ignores case."""
    wanted = "/".join(map(portable_name, module))
    path, number = wanted, 1
    while taken.setdefault(path.casefold(), owner) != owner:
        number += 1
        path = f"{wanted}_{number}"
    return path
