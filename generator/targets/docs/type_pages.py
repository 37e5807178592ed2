"""Which types are on which page, and what the page is called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby

from ...surface import Definition, Sdk
from .places import Places

ModuleTypes = Sequence[Definition]
"""The types of a module that are on a page; the one it is named after comes first."""


def documented(sdk: Sdk) -> tuple[Definition, ...]:
    """The types that have a place in the documentation: all but the bodies of pages."""
    found = (d for d in sdk.types if d.resource is not None or d.root is not None)
    return tuple(found)


def types_by_page(sdk: Sdk, places: Places) -> Mapping[str, tuple[ModuleTypes, ...]]:
    """The types on each page, by its path."""
    pages: dict[str, list[Definition]] = defaultdict(list)
    for definition in documented(sdk):
        pages[places.types[definition.name].path].append(definition)
    return {path: _by_module(definitions) for path, definitions in pages.items()}


def _by_module(definitions: list[Definition]) -> tuple[ModuleTypes, ...]:
    in_order = sorted(definitions, key=lambda d: (d.name.module, bool(d.root)))
    grouped = groupby(in_order, key=lambda d: d.name.module)
    return tuple(tuple(types) for _, types in grouped)


def module_title(types: ModuleTypes) -> str:
    """The type that a module is named after, or the arguments that hold those in it."""
    first = types[0]
    if first.root is not None and len(types) > 1:
        return first.root.name
    return first.name.name


def page_title(modules: Sequence[ModuleTypes]) -> str:
    """What a page of types is called."""
    titles = [module_title(types) for types in modules]
    return titles[0] if len(titles) == 1 else f"{titles[0]} to {titles[-1]}"
