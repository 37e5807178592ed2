"""View of the module with the raw and the streaming twins of the clients."""

from __future__ import annotations

from dataclasses import dataclass

from ...surface import Sdk
from ..notation.imports import Imports, ImportView
from ..notation.literals import literal
from .resources import ChildView, child_view

MODULE = ("_client_modes",)
_MODES = (  # attribute, end of the twin's name, end of its resources' names, docstring
    (
        "with_raw_response",
        "WithRawResponse",
        "WithRawResponse",
        "The client whose calls return the response itself, its body read.",
    ),
    (
        "with_streaming_response",
        "WithStreamedResponse",
        "WithStreamingResponse",
        "The client whose calls return the response before its body is read.",
    ),
)


@dataclass(frozen=True, slots=True)
class ClientTwinView:
    """The raw or streaming twin of a client."""

    name: str
    wraps: str
    doc: str
    children: tuple[ChildView, ...]


@dataclass(frozen=True, slots=True)
class ClientModesView:
    """The module of the twins."""

    imports: tuple[ImportView, ...]
    typing_imports: tuple[ImportView, ...]
    exports: tuple[str, ...]
    classes: tuple[ClientTwinView, ...]


def mode_children(
    client: str, imports: Imports, typing_only: Imports
) -> tuple[ChildView, ...]:
    """The properties of a client that lead to its twins."""
    found: list[ChildView] = []
    for attribute, suffix, _, doc in _MODES:
        name = typing_only.local(MODULE, client + suffix)
        found.append(ChildView(attribute, name, imports.relative(MODULE), doc))
    return tuple(found)


def mode_classes(sdk: Sdk) -> list[str]:
    """The names of all twins."""
    clients = (sdk.client, sdk.async_client)
    return [client + suffix for client in clients for _, suffix, _, _ in _MODES]


def client_modes_module(sdk: Sdk) -> ClientModesView:
    """The twins of both clients of an API."""
    imports, typing_only = Imports(MODULE), Imports(MODULE)
    imports.name("functools", "cached_property")
    classes = tuple(
        ClientTwinView(
            name=client + suffix,
            wraps=typing_only.local(("_client",), client),
            doc=doc,
            children=tuple(
                child_view(r, imports, typing_only, inner, is_async=is_async)
                for r in sdk.resources
            ),
        )
        for is_async, client in ((False, sdk.client), (True, sdk.async_client))
        for _, suffix, inner, doc in _MODES
    )
    return ClientModesView(
        imports=imports.external(),
        typing_imports=typing_only.internal(),
        exports=tuple(literal(view.name) for view in classes),
        classes=classes,
    )
