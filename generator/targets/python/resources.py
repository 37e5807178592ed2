"""Views of a resource module: endpoints, the two resource classes, their raw and streaming twins."""

from __future__ import annotations

from dataclasses import dataclass

from ...surface import Resource, Sdk
from ..notation.imports import Imports, ImportView
from ..notation.literals import literal
from .docstrings import docstring, one_line
from .endpoints import EndpointView, ScopeView, endpoint, scope_view
from .methods import MethodView, MethodWriter


@dataclass(frozen=True, slots=True)
class ChildView:
    """A property that leads to a subresource, imported from ``module`` when first used."""

    attribute: str
    class_name: str
    module: str
    doc: str


@dataclass(frozen=True, slots=True)
class WrapperView:
    """The raw or streaming twin of a resource class.

    ``mode`` is the run-time library's word, ``adapter`` its typed identity for one method.
    """

    attribute: str
    name: str
    wraps: str
    argument: str
    mode: str
    adapter: str
    doc: str
    methods: tuple[str, ...]
    children: tuple[ChildView, ...]


@dataclass(frozen=True, slots=True)
class ResourceClassView:
    """A resource class, sync or async."""

    name: str
    base: str
    doc: tuple[str, ...]
    children: tuple[ChildView, ...]
    methods: tuple[MethodView, ...]
    wrappers: tuple[WrapperView, ...]


@dataclass(frozen=True, slots=True)
class ResourceModuleView:
    """The module of one resource."""

    doc: str
    imports: tuple[ImportView, ...]
    local_imports: tuple[ImportView, ...]
    typing_imports: tuple[ImportView, ...]
    exports: tuple[str, ...]
    scopes: tuple[ScopeView, ...]
    endpoints: tuple[EndpointView, ...]
    classes: tuple[ResourceClassView, ...]


def wrapper_names(resource: Resource) -> tuple[str, ...]:
    """The names of all classes of a resource module."""
    both = (resource.sync_class, resource.async_class)
    return (
        *both,
        *(f"{name}WithRawResponse" for name in both),
        *(f"{name}WithStreamingResponse" for name in both),
    )


def resource_module(sdk: Sdk, resource: Resource) -> ResourceModuleView:
    """The module of a resource."""
    imports, typing_only = Imports(resource.module), Imports(resource.module)
    shadowed = frozenset(
        (
            *(method.name for method in resource.methods),
            *(child.attribute for child in resource.children),
        )
    )
    classes = tuple(
        _class(sdk, resource, imports, typing_only, shadowed, is_async=is_async)
        for is_async in (False, True)
    )
    if resource.methods:
        typing_only.plain("httpx2")
    scopes = {
        method.scope.name: scope_view(method.scope, imports)
        for method in resource.methods
        if method.scope is not None
    }
    endpoints = tuple(
        endpoint(sdk, method, imports, shadowed) for method in resource.methods
    )
    if resource.children or typing_only.internal() or resource.methods:
        imports.name("typing", "TYPE_CHECKING")
    return ResourceModuleView(
        doc=one_line(f"The resource {'.'.join(resource.id)}."),
        imports=imports.external(),
        local_imports=imports.internal(),
        typing_imports=(*typing_only.external(), *typing_only.internal()),
        exports=tuple(literal(name) for name in wrapper_names(resource)),
        scopes=tuple(scopes.values()),
        endpoints=endpoints,
        classes=classes,
    )


def _class(
    sdk: Sdk,
    resource: Resource,
    imports: Imports,
    typing_only: Imports,
    shadowed: frozenset[str],
    *,
    is_async: bool,
) -> ResourceClassView:
    name = resource.async_class if is_async else resource.sync_class
    imports.name("functools", "cached_property")
    writer = MethodWriter(sdk, imports, typing_only, shadowed, is_async)
    return ResourceClassView(
        name=name,
        base=imports.core("AsyncResource" if is_async else "SyncResource"),
        doc=docstring(resource.about, indent=4),
        children=_children(resource, imports, typing_only, is_async, suffix=""),
        methods=tuple(writer.view(method) for method in resource.methods),
        wrappers=tuple(
            _wrapper(resource, imports, typing_only, is_async, streaming=streaming)
            for streaming in (False, True)
        ),
    )


def _children(
    resource: Resource,
    imports: Imports,
    typing_only: Imports,
    is_async: bool,
    *,
    suffix: str,
) -> tuple[ChildView, ...]:
    return tuple(
        child_view(child, imports, typing_only, suffix, is_async=is_async)
        for child in resource.children
    )


def child_view(
    child: Resource,
    imports: Imports,
    typing_only: Imports,
    suffix: str,
    *,
    is_async: bool,
) -> ChildView:
    """The property that leads to a resource; ``suffix`` names its raw or streaming twin."""
    class_name = (child.async_class if is_async else child.sync_class) + suffix
    typing_only.local(child.module, class_name)
    module = imports.relative(child.module)
    return ChildView(child.attribute, class_name, module, one_line(child.about))


def _wrapper(
    resource: Resource,
    imports: Imports,
    typing_only: Imports,
    is_async: bool,
    *,
    streaming: bool,
) -> WrapperView:
    wraps = resource.async_class if is_async else resource.sync_class
    suffix = "WithStreamingResponse" if streaming else "WithRawResponse"
    adapter = ("async_" if is_async else "") + (
        "returns_stream" if streaming else "returns_raw"
    )
    if resource.methods:
        imports.core(adapter)
    raw = "whose calls return the response itself, its body read"
    stream = "whose calls return the response before its body is read"
    return WrapperView(
        attribute="with_streaming_response" if streaming else "with_raw_response",
        name=wraps + suffix,
        wraps=wraps,
        argument=resource.attribute,
        mode="stream" if streaming else "raw",
        adapter=adapter,
        doc=f"``{resource.attribute}`` {stream if streaming else raw}.",
        methods=tuple(method.name for method in resource.methods),
        children=_children(resource, imports, typing_only, is_async, suffix=suffix),
    )
