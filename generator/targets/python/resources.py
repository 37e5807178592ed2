"""Views of the modules of a resource: its endpoints and synchronous class, its asynchronous class."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ...surface import Module, Resource, Sdk, TypeName
from ..notation.imports import Imports, ImportView
from ..notation.literals import literal
from .children import ChildView, child_view, mode_views
from .docstrings import docstring, one_line
from .endpoints import (
    EndpointView,
    EntryView,
    ScopeView,
    endpoint,
    endpoint_constant,
    scope_view,
)
from .methods import MethodView, MethodWriter
from .modes import class_module, class_of, companion_names, modes_module
from .parts import Share
from .webhooks import WebhookView, webhook_view


class ResourceClassView(Struct, frozen=True):
    """A resource class, sync or async; ``modes`` lead to its raw and streaming companions.

    A resource in parts has no methods of its own: ``bases`` are its parts.
    """

    name: str
    bases: tuple[str, ...]
    doc: tuple[str, ...]
    children: tuple[ChildView, ...]
    modes: tuple[ChildView, ...]
    methods: tuple[MethodView, ...]
    webhooks: tuple[WebhookView, ...]


class ResourceModuleView(Struct, frozen=True):
    """The module with a resource's endpoints and synchronous class.

    ``lazy`` are the names that it exports from other modules, which are imported when one is used.
    """

    doc: str
    imports: tuple[ImportView, ...]
    local_imports: tuple[ImportView, ...]
    typing_imports: tuple[ImportView, ...]
    exports: tuple[str, ...]
    lazy: tuple[EntryView, ...]
    scopes: tuple[ScopeView, ...]
    endpoints: tuple[EndpointView, ...]
    resource: ResourceClassView


class AsyncResourceModuleView(Struct, frozen=True):
    """The module with the asynchronous class of a resource."""

    doc: str
    imports: tuple[ImportView, ...]
    local_imports: tuple[ImportView, ...]
    typing_imports: tuple[ImportView, ...]
    export: str
    resource: ResourceClassView


def resource_module(
    sdk: Sdk, share: Share, renamed: frozenset[TypeName]
) -> ResourceModuleView:
    """The module of a resource; ``renamed`` are types that hold names of their own."""
    resource = share.resource
    imports, typing_only = _imports(resource.module)
    view = _class(sdk, share, imports, typing_only, is_async=False)
    scopes = {
        method.scope.name: scope_view(method.scope, imports)
        for method in resource.methods
        if method.scope is not None
    }
    shadowed = _shadowed(resource)
    endpoints = tuple(
        endpoint(sdk, method, imports, shadowed, renamed) for method in resource.methods
    )
    lazy = dict(elsewhere(resource)) if share.is_whole else {}
    for name, module in lazy.items():
        imports.local(("_core", "lazy"), "exports")
        typing_only.local(module, name)
    return ResourceModuleView(
        doc=_doc(share),
        imports=imports.external(),
        local_imports=imports.internal(),
        typing_imports=typing_only.beyond(imports),
        exports=tuple(map(literal, (resource.sync_class, *lazy))),
        lazy=tuple(
            EntryView(literal(name), literal(f".{imports.relative(module)}"))
            for name, module in lazy.items()
        ),
        scopes=tuple(scopes.values()),
        endpoints=endpoints,
        resource=view,
    )


def elsewhere(resource: Resource) -> Iterator[tuple[str, Module]]:
    """The names that a resource's module has from other modules, which it imports when they are used."""
    yield resource.async_class, class_module(resource, is_async=True)
    for name in companion_names(resource):
        yield name, modes_module(resource)


def async_resource_module(sdk: Sdk, share: Share) -> AsyncResourceModuleView:
    """The module of a resource's asynchronous class, which calls the endpoints of the other one."""
    resource = share.resource
    imports, typing_only = _imports(class_module(resource, is_async=True))
    view = _class(sdk, share, imports, typing_only, is_async=True)
    for method in resource.methods:
        imports.local(resource.module, endpoint_constant(method))
    return AsyncResourceModuleView(
        doc=_doc(share, "asynchronous"),
        imports=imports.external(),
        local_imports=imports.internal(),
        typing_imports=typing_only.beyond(imports),
        export=literal(view.name),
        resource=view,
    )


def _doc(share: Share, form: str = "") -> str:
    name = f"The resource {'.'.join(share.resource.id)}"
    part = "" if share.is_whole else share.resource.module[-1].replace("_", " ")
    return one_line(f"{', '.join(filter(None, (name, part, form)))}.")


def _imports(module: Module) -> tuple[Imports, Imports]:
    """The imports of a module, and those that nothing but its annotations needs."""
    imports = Imports(module)
    return imports, Imports(module, bound=imports.bound, aliases=imports.aliases)


def _shadowed(resource: Resource) -> frozenset[str]:
    """The attributes of a resource's classes."""
    attributes = (child.attribute for child in resource.children)
    methods = (method.name for method in resource.methods)
    webhooks = (webhook.name for webhook in resource.webhooks)
    return frozenset((*methods, *webhooks, *attributes))


def _class(
    sdk: Sdk,
    share: Share,
    imports: Imports,
    typing_only: Imports,
    *,
    is_async: bool,
) -> ResourceClassView:
    resource = share.resource
    writer = MethodWriter(sdk, imports, typing_only, _shadowed(resource), is_async)
    if share.is_whole:
        imports.local(("_core", "cached"), "cached_property")
    if resource.methods:
        typing_only.plain("httpx2")
    return ResourceClassView(
        name=class_of(resource, None, is_async=is_async),
        bases=tuple(_bases(share, imports, is_async=is_async)),
        doc=docstring(resource.about, indent=4),
        children=tuple(
            child_view(child, imports, typing_only, is_async=is_async)
            for child in resource.children
        ),
        modes=(
            mode_views(resource, imports, typing_only, is_async=is_async)
            if share.is_whole and not resource.is_client
            else ()
        ),
        methods=tuple(writer.view(method) for method in resource.methods),
        webhooks=tuple(
            webhook_view(webhook, writer)
            for webhook in (resource.webhooks if share.is_whole else ())
        ),
    )


def _bases(share: Share, imports: Imports, *, is_async: bool) -> Iterator[str]:
    """The classes of a resource's parts, else that of the run-time library."""
    for part in share.parts:
        module = class_module(part, is_async=is_async)
        yield imports.local(module, class_of(part, None, is_async=is_async))
    if not share.parts:
        kind = "APIClient" if share.resource.is_client else "Resource"
        yield imports.core(f"{'Async' if is_async else 'Sync'}{kind}")
