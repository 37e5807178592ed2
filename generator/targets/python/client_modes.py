"""Views of the two modules with the raw and with the streaming companions of the clients.

Each has a property for every resource of the API, so that the one that is not used is not read.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from ...surface import Module, Sdk
from ..notation.imports import Imports, ImportView
from ..notation.literals import literal
from .children import ChildView, child_view
from .endpoints import EntryView
from .modes import MODES, Mode, class_of, modes_module


class ClientCompanionView(Struct, frozen=True):
    """The raw or streaming companion of a client; its ``base`` has the client's own methods."""

    name: str
    wraps: str
    base: str
    doc: str
    children: tuple[ChildView, ...]


class ClientModesView(Struct, frozen=True):
    """The module of the companions of one mode."""

    doc: str
    local_imports: tuple[ImportView, ...]
    typing_imports: tuple[ImportView, ...]
    exports: tuple[str, ...]
    classes: tuple[ClientCompanionView, ...]


def mode_children(
    client: str, imports: Imports, typing_only: Imports
) -> tuple[ChildView, ...]:
    """The properties of a client that lead to its companions."""
    found: list[ChildView] = []
    for mode in MODES:
        module = _module(mode)
        name = typing_only.local(module, client + mode.client_suffix)
        doc = f"View of the client {mode.doc}."
        found.append(ChildView(mode.attribute, name, imports.relative(module), doc))
    return tuple(found)


def _module(mode: Mode) -> Module:
    return (f"_client_{mode.word}",)


def mode_classes(sdk: Sdk) -> tuple[EntryView, ...]:
    """The names of all companions, each with its module."""
    return tuple(
        EntryView(literal(client + mode.client_suffix), literal(f"..{module}"))
        for client in (sdk.client, sdk.async_client)
        for mode in MODES
        for module in _module(mode)
    )


def client_modes_modules(sdk: Sdk) -> Mapping[Module, ClientModesView]:
    """The companions of both clients of an API, by module."""
    return {_module(mode): _view(sdk, mode) for mode in MODES}


def _base(sdk: Sdk, mode: Mode, imports: Imports, *, is_async: bool) -> str:
    if sdk.own is None:
        return ""
    name = class_of(sdk.own, mode, is_async=is_async)
    return imports.local(modes_module(sdk.own), name)


def _view(sdk: Sdk, mode: Mode) -> ClientModesView:
    imports, typing_only = Imports(_module(mode)), Imports(_module(mode))
    imports.local(("_core", "cached"), "cached_property")
    doc = f"View of the client {mode.doc}."
    classes = tuple(
        ClientCompanionView(
            name=client + mode.client_suffix,
            wraps=typing_only.local(("_client",), client),
            base=_base(sdk, mode, imports, is_async=is_async),
            doc=doc,
            children=tuple(
                child_view(r, imports, typing_only, mode, is_async=is_async)
                for r in sdk.children
            ),
        )
        for is_async, client in ((False, sdk.client), (True, sdk.async_client))
    )
    return ClientModesView(
        doc=f"Views of the clients {mode.doc}.",
        local_imports=imports.internal(),
        typing_imports=typing_only.internal(),
        exports=tuple(literal(view.name) for view in classes),
        classes=classes,
    )
