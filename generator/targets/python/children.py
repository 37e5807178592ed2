"""Views of properties that import what they lead to when they are first used."""

from __future__ import annotations

from msgspec import Struct


from ...surface import Resource
from ..notation.imports import Imports
from .docstrings import one_line
from .modes import MODES, Mode, class_module, class_of, modes_module


class ChildView(Struct, frozen=True):
    """A property that leads to an object of ``class_name``, imported from ``module`` when used."""

    attribute: str
    class_name: str
    module: str
    doc: str


def child_view(
    child: Resource,
    imports: Imports,
    typing_only: Imports,
    mode: Mode | None = None,
    *,
    is_async: bool,
) -> ChildView:
    """The property that leads to a resource, or to its companion for a mode."""
    name = class_of(child, mode, is_async=is_async)
    module = modes_module(child) if mode else class_module(child, is_async=is_async)
    typing_only.local(module, name)
    return ChildView(
        child.attribute, name, imports.relative(module), one_line(child.about)
    )


def mode_views(
    resource: Resource, imports: Imports, typing_only: Imports, *, is_async: bool
) -> tuple[ChildView, ...]:
    """The properties of a resource that lead to its raw and streaming companions."""
    module = modes_module(resource)
    found: list[ChildView] = []
    for mode in MODES:
        name = typing_only.local(module, class_of(resource, mode, is_async=is_async))
        doc = f"View of ``{resource.attribute}`` {mode.doc}."
        found.append(ChildView(mode.attribute, name, imports.relative(module), doc))
    return tuple(found)
