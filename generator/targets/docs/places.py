"""Where each page is: its path in the site without an ending, and the anchors on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby
from types import MappingProxyType

from msgspec import Struct

from ...surface import (
    Definition,
    Model,
    Module,
    ResourcePath,
    Sdk,
    TypeName,
    portable_name,
)
from .weights import weight

_MOST = 100
"""The room of a page of types, in entries."""
MANY = 1_000
"""Types; the pages of a larger API have several each, so that the site does not become large."""
_MORE = 180
"""The room of such a page."""


class Target(Struct, frozen=True):
    """A place to go to: a page, and an anchor on it (``#name``, or nothing)."""

    path: str
    anchor: str = ""


class Places(Struct, frozen=True):
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
    together = _together(sdk) if len(sdk.types) > MANY else _by_module(sdk)
    types: dict[TypeName, Target] = {}
    for name, module in together.items():
        path = _claim(module, module, taken)
        types[name] = Target(path, f"#{_anchor(path, name, taken)}")
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


def _by_module(sdk: Sdk) -> Mapping[TypeName, Module]:
    """The page of each type: that of its module, or one of its own where that would be too large."""
    sizes: Counter[Module] = Counter()
    for definition in sdk.types:
        sizes[definition.name.module] += weight(definition)
    names = (definition.name for definition in sdk.types)
    return {
        name: (*name.module, name.name) if sizes[name.module] > _MOST else name.module
        for name in names
    }


def _together(sdk: Sdk) -> Mapping[TypeName, Module]:
    """The page of each type, which is that of its folder; several pages where a folder has many."""
    sizes = {definition.name: _size(sdk, definition) for definition in sdk.types}
    pages: dict[TypeName, Module] = {}
    in_order = sorted(
        sizes, key=lambda name: (name.module[:-1], name.module, name.name)
    )
    for folder, names in groupby(in_order, lambda name: name.module[:-1]):
        for number, some in enumerate(_filled(list(names), sizes), start=1):
            last = folder[-1] if number == 1 else f"{folder[-1]}_{number}"
            pages |= dict.fromkeys(some, (*folder, last))
    return pages


def _size(sdk: Sdk, definition: Definition) -> int:
    """The room of a type with its heading and what it inherits."""
    base = definition.base if isinstance(definition, Model) else None
    inherited = _size(sdk, sdk.definitions[base]) if base else 1
    return weight(definition) + inherited


def _filled(
    names: list[TypeName], sizes: Mapping[TypeName, int]
) -> Iterator[list[TypeName]]:
    """The types page by page."""
    page: list[TypeName] = []
    room = _MORE
    for name in names:
        if page and sizes[name] > room:
            yield page
            page, room = [], _MORE
        page.append(name)
        room -= sizes[name]
    yield page


def _anchor(path: str, name: TypeName, taken: dict[str, object]) -> str:
    """The anchor of a type: its name, and a number where another one on the page has it."""
    wanted, number = name.name, 1
    while taken.setdefault(f"{path}#{wanted}", name) != name:
        number += 1
        wanted = f"{name.name}_{number}"
    return wanted


def _claim(module: Module, owner: object, taken: dict[str, object]) -> str:
    """The path of a page; two owners never share one, even if a file system ignores case."""
    wanted = "/".join(map(portable_name, module))
    path, number = wanted, 1
    while taken.setdefault(path.casefold(), owner) != owner:
        number += 1
        path = f"{wanted}_{number}"
    return path
