"""View of the module with the raw and the streaming companions of the clients."""

from __future__ import annotations

from dataclasses import dataclass

from ...surface import Sdk
from ..notation.imports import Imports, ImportView
from ..notation.literals import literal
from .children import ChildView, child_view
from .modes import MODES

MODULE = ("_client_modes",)


@dataclass(frozen=True, slots=True)
class ClientCompanionView:
    """The raw or streaming companion of a client."""

    name: str
    wraps: str
    doc: str
    children: tuple[ChildView, ...]


@dataclass(frozen=True, slots=True)
class ClientModesView:
    """The module of the companions."""

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
        name = typing_only.local(MODULE, client + mode.client_suffix)
        doc = f"The client {mode.doc}."
        found.append(ChildView(mode.attribute, name, imports.relative(MODULE), doc))
    return tuple(found)


def mode_classes(sdk: Sdk) -> list[str]:
    """The names of all companions."""
    clients = (sdk.client, sdk.async_client)
    return [client + mode.client_suffix for client in clients for mode in MODES]


def client_modes_module(sdk: Sdk) -> ClientModesView:
    """The companions of both clients of an API."""
    imports, typing_only = Imports(MODULE), Imports(MODULE)
    imports.local(("_core", "cached"), "cached_property")
    classes = tuple(
        ClientCompanionView(
            name=client + mode.client_suffix,
            wraps=typing_only.local(("_client",), client),
            doc=f"The client {mode.doc}.",
            children=tuple(
                child_view(r, imports, typing_only, mode, is_async=is_async)
                for r in sdk.resources
            ),
        )
        for is_async, client in ((False, sdk.client), (True, sdk.async_client))
        for mode in MODES
    )
    return ClientModesView(
        local_imports=imports.internal(),
        typing_imports=typing_only.internal(),
        exports=tuple(literal(view.name) for view in classes),
        classes=classes,
    )
