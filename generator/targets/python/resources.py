"""Views of a resource's module: endpoints and the two resource classes."""

from __future__ import annotations

from dataclasses import dataclass

from ...surface import Resource, Sdk, TypeName
from ..notation.imports import Imports, ImportView
from ..notation.literals import literal
from .children import ChildView, child_view, mode_views
from .docstrings import docstring, one_line
from .endpoints import EndpointView, ScopeView, endpoint, scope_view
from .methods import MethodView, MethodWriter
from .modes import class_names, companion_names, modes_module


@dataclass(frozen=True, slots=True)
class ResourceClassView:
    """A resource class, sync or async; ``modes`` lead to its raw and streaming companions."""

    name: str
    base: str
    doc: tuple[str, ...]
    children: tuple[ChildView, ...]
    modes: tuple[ChildView, ...]
    methods: tuple[MethodView, ...]


@dataclass(frozen=True, slots=True)
class ResourceModuleView:
    """The module of one resource; after its two classes, ``exports`` has
    the companions, which are loaded from ``companion_module`` when used."""

    doc: str
    imports: tuple[ImportView, ...]
    local_imports: tuple[ImportView, ...]
    typing_imports: tuple[ImportView, ...]
    exports: tuple[str, ...]
    companion_module: str
    scopes: tuple[ScopeView, ...]
    endpoints: tuple[EndpointView, ...]
    classes: tuple[ResourceClassView, ...]


def resource_module(
    sdk: Sdk, resource: Resource, renamed: frozenset[TypeName]
) -> ResourceModuleView:
    """The module of a resource; ``renamed`` are types that hold names of their own."""
    imports = Imports(resource.module)
    typing_only = Imports(resource.module, bound=imports.bound, aliases=imports.aliases)
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
        endpoint(sdk, method, imports, shadowed, renamed) for method in resource.methods
    )
    imports.local(("_core", "lazy"), "exports")
    names = companion_names(resource)
    for name in names:
        typing_only.local(modes_module(resource), name)
    return ResourceModuleView(
        doc=one_line(f"The resource {'.'.join(resource.id)}."),
        imports=imports.external(),
        local_imports=imports.internal(),
        typing_imports=typing_only.beyond(imports),
        exports=tuple(literal(n) for n in (*class_names(resource), *names)),
        companion_module=literal(f".{imports.relative(modes_module(resource))}"),
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
    imports.local(("_core", "cached"), "cached_property")
    writer = MethodWriter(sdk, imports, typing_only, shadowed, is_async)
    return ResourceClassView(
        name=resource.async_class if is_async else resource.sync_class,
        base=imports.core("AsyncResource" if is_async else "SyncResource"),
        doc=docstring(resource.about, indent=4),
        children=tuple(
            child_view(child, imports, typing_only, is_async=is_async)
            for child in resource.children
        ),
        modes=mode_views(resource, imports, typing_only, is_async=is_async),
        methods=tuple(writer.view(method) for method in resource.methods),
    )
