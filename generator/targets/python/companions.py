"""Views of the module with a resource's raw and streaming companions."""

from __future__ import annotations

from msgspec import Struct


from ..notation.imports import Imports, ImportView
from ..notation.literals import literal
from .children import ChildView, child_view
from .docstrings import one_line
from .modes import MODES, Mode, class_module, class_of, modes_module
from .parts import Share


class WrapperView(Struct, frozen=True):
    """The raw or streaming companion of a resource class.

    ``mode`` is the run-time library's word, ``adapter`` its typed identity for one method.
    A resource in parts has no methods of its own: ``bases`` are the companions of its parts.
    """

    name: str
    bases: tuple[str, ...]
    wraps: str
    argument: str
    mode: str
    adapter: str
    doc: str
    methods: tuple[str, ...]
    children: tuple[ChildView, ...]


class ResourceModesView(Struct, frozen=True):
    """The module of a resource's companions."""

    doc: str
    imports: tuple[ImportView, ...]
    local_imports: tuple[ImportView, ...]
    typing_imports: tuple[ImportView, ...]
    exports: tuple[str, ...]
    wrappers: tuple[WrapperView, ...]


def resource_modes(share: Share) -> ResourceModesView:
    """The module of the companions of a resource."""
    resource = share.resource
    module = modes_module(resource)
    imports, typing_only = Imports(module), Imports(module)
    wrappers = tuple(
        _wrapper(share, mode, imports, typing_only, is_async=is_async)
        for is_async in (False, True)
        for mode in MODES
    )
    return ResourceModesView(
        doc=one_line(
            f"The resource {'.'.join(resource.id)}, its calls returning responses."
        ),
        imports=imports.external(),
        local_imports=imports.internal(),
        typing_imports=typing_only.internal(),
        exports=tuple(literal(wrapper.name) for wrapper in wrappers),
        wrappers=wrappers,
    )


def _wrapper(
    share: Share,
    mode: Mode,
    imports: Imports,
    typing_only: Imports,
    *,
    is_async: bool,
) -> WrapperView:
    resource = share.resource
    wraps = class_of(resource, None, is_async=is_async)
    typing_only.local(class_module(resource, is_async=is_async), wraps)
    adapter = f"{'async_' if is_async else ''}returns_{mode.word}"
    if resource.methods:
        imports.core(adapter)
    if resource.children:
        imports.local(("_core", "cached"), "cached_property")
    return WrapperView(
        name=class_of(resource, mode, is_async=is_async),
        bases=tuple(
            imports.local(modes_module(part), class_of(part, mode, is_async=is_async))
            for part in share.parts
        ),
        wraps=wraps,
        argument=resource.attribute,
        mode=mode.word,
        adapter=adapter,
        doc=f"View of ``{resource.attribute}`` {mode.doc}.",
        methods=tuple(method.name for method in resource.methods),
        children=tuple(
            child_view(child, imports, typing_only, mode, is_async=is_async)
            for child in resource.children
        ),
    )
