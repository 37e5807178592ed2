"""Where each page stands: its path in the site without an ending, and the anchors on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ..diagnostics import Place, Report
from ..ir import Api, MethodId, ResourcePath, TypeId
from ..naming import NameTable
from ..naming.files import file_name
from ..naming.table import Module, TypeName
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
    methods: Mapping[MethodId, Target]
    types: Mapping[TypeId, Target]
    pages: Mapping[str, Target]
    """The page classes, by pagination scheme."""


def find_places(api: Api, names: NameTable) -> Places:
    """Places that follow the names of the package; each path is safe and its own."""
    taken: dict[str, object] = {}
    resources = {
        path: _claim(found.module, path, taken)
        for path, found in names.resources.items()
    }
    methods = {
        method.id: _claim(
            (
                "methods",
                *names.resources[resource.path].module[1:],
                names.methods[method.id],
            ),
            method.id,
            taken,
        )
        for resource in api.every_resource()
        for method in resource.methods
    }
    large = _large(api, names)
    types = {
        type_id: _type_place(found, found.module in large, taken)
        for type_id, found in names.types.items()
    }
    pages = {
        scheme: Target(_claim(page.module, page.module, taken), f"#{page.sync_class}")
        for scheme, page in names.pages.items()
    }
    return Places(
        MappingProxyType({key: Target(path) for key, path in resources.items()}),
        MappingProxyType({key: Target(path) for key, path in methods.items()}),
        MappingProxyType(types),
        MappingProxyType(pages),
    )


def _large(api: Api, names: NameTable) -> set[Module]:
    """The modules whose types would make a page too large; each type gets one of its own."""
    sizes: Counter[Module] = Counter()
    for definition in api.types.values():
        sizes[names.types[definition.id].module] += weight(definition)
    return {module for module, size in sizes.items() if size > _MOST}


def _type_place(found: TypeName, is_alone: bool, taken: dict[str, object]) -> Target:
    module = (*found.module, found.name) if is_alone else found.module
    return Target(_claim(module, module, taken), f"#{found.name}")


def _claim(module: Module, owner: object, taken: dict[str, object]) -> str:
    """The path of a page; two owners never share one, whatever a file system makes of case."""
    wanted = "/".join(file_name(part, Place(""), Report()) for part in module)
    path, number = wanted, 1
    while taken.setdefault(path.casefold(), owner) != owner:
        number += 1
        path = f"{wanted}_{number}"
    return path
