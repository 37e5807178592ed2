"""Views of what makes the output importable: version, defaults, lazy ``__init__`` modules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from ...surface import PACKAGE_EXPORTS, USUAL_RETRIES, USUAL_TIMEOUT, Module, Sdk
from ..notation.imports import Imports
from ..notation.literals import literal
from .docstrings import one_line
from .exceptions import WEBHOOK_ERROR, own_exceptions, typed_exceptions

_LARGEST_PART = 100_000
"""Characters of names in one module of a package."""


class ExportView(Struct, frozen=True):
    """A name of a package and where it comes from; a module where ``source`` is empty."""

    name: str
    module: str
    source: str
    key: str
    target: str


class LazyPackageView(Struct, frozen=True):
    """An ``__init__`` module whose names are imported when they are first used."""

    doc: str
    lazy_module: str
    exports: tuple[ExportView, ...]


class IndexPartView(Struct, frozen=True):
    """A module with some of the very many names of a package: where each comes from."""

    doc: str
    exports: tuple[ExportView, ...]


class IndexView(Struct, frozen=True):
    """An ``__init__`` module with very many names, and its stub: the modules of its parts, each
    after its first name."""

    doc: str
    lazy_module: str
    parts: tuple[tuple[str, str, str], ...]


class VersionView(Struct, frozen=True):
    """The version module."""

    title: str
    version: str


class TimeOutView(Struct, frozen=True):
    """The module of a timeout other than the default, in seconds."""

    seconds: str


def lazy_package(
    module: Module, doc: str, names: Iterable[tuple[str, Module, str]]
) -> LazyPackageView:
    """The ``__init__`` of a package.

    ``names`` are triples of the exported name, the module it comes from, and its name there
    (empty for the module itself).
    """
    imports = Imports(module, package_file=True)
    exports = [_export(imports, *entry) for entry in names]
    return LazyPackageView(
        doc=one_line(doc),
        lazy_module=imports.relative(("_core", "lazy")),
        exports=tuple(sorted(exports, key=lambda e: (e.name.casefold(), e.name))),
    )


def index(
    package: Module, view: LazyPackageView
) -> tuple[IndexView, Mapping[Module, IndexPartView]] | None:
    """A package in parts, by their modules; None for one that is small enough for one module."""
    parts = _parts(view.exports)
    if len(parts) == 1:
        return None
    modules = {
        (*package, f"_names_{number}"): IndexPartView(
            one_line(f"{view.doc} The names from {part[0].name} to {part[-1].name}."),
            part,
        )
        for number, part in enumerate(parts, start=1)
    }
    named = tuple(
        (part.exports[0].key, literal(f".{module[-1]}"), module[-1])
        for module, part in modules.items()
    )
    return IndexView(view.doc, view.lazy_module, named), modules


def _parts(exports: tuple[ExportView, ...]) -> list[tuple[ExportView, ...]]:
    """The names in their order, in parts of a size that type checkers and people can read."""
    parts: list[list[ExportView]] = [[]]
    size = 0
    for export in sorted(exports, key=lambda e: e.name):
        length = 4 * len(export.name) + 2 * len(export.module)
        if size + length > _LARGEST_PART:
            parts.append([])
            size = 0
        parts[-1].append(export)
        size += length
    return [tuple(part) for part in parts]


def _export(imports: Imports, name: str, module: Module, source: str) -> ExportView:
    if not source:
        parent = imports.relative(module[:-1])
        target = (
            f"{parent}{module[-1]}:"
            if parent.endswith(".")
            else f"{parent}.{module[-1]}:"
        )
        return ExportView(name, parent, module[-1], literal(name), literal(target))
    found = imports.relative(module)
    target = found if source == name else f"{found}:{source}"
    return ExportView(name, found, source, literal(name), literal(target))


def own_modules(sdk: Sdk) -> dict[str, Module]:
    """The modules of a client that have defaults of its own, by their names."""
    own: dict[str, Module] = {}
    if own_retries(sdk):
        own["DEFAULT_MAX_RETRIES"] = ("_client",)
    if time_out(sdk) is not None:
        own["DEFAULT_TIMEOUT"] = ("_time_out",)
    if sdk.errors is not None:
        own |= dict.fromkeys(typed_exceptions(sdk), ("_exceptions",))
    return own


def root_package(sdk: Sdk) -> LazyPackageView:
    """The package's own ``__init__``."""
    own = own_modules(sdk)
    environments = ("ENVIRONMENTS",) if sdk.environments else ()
    entries = [(name, own.get(name, ("_core",)), name) for name in PACKAGE_EXPORTS]
    entries += [(name, ("_exceptions",), name) for name in own_exceptions(sdk)]
    if sdk.has_webhooks:
        for error in (WEBHOOK_ERROR, "WebhookVerificationError"):
            entries.append((error, own.get(error, ("_core",)), error))
    entries.append((sdk.base_error, ("_core",), "ClientError"))
    clients = (sdk.client, sdk.async_client)
    for name in dict.fromkeys((*clients, "Client", "AsyncClient")):
        entries.append((name, ("_client",), name))
    entries += [(name, ("_client",), name) for name in environments]
    entries += [(name, ("_version",), name) for name in ("__title__", "__version__")]
    entries += [(name, (name,), "") for name in ("resources", "types")]
    if sdk.pages:
        entries.append(("pagination", ("pagination",), ""))
    return lazy_package((), f"{sdk.package.title}: a client for Python.", entries)


def version_module(sdk: Sdk) -> VersionView:
    """The version module."""
    return VersionView(literal(sdk.package.import_name), literal(sdk.package.version))


def own_retries(sdk: Sdk) -> str:
    """How often a call is tried again, where the configuration asks for another number than usual;
    empty for the usual one."""
    count = sdk.retries.max_retries
    return literal(count) if count != USUAL_RETRIES else ""


def time_out(sdk: Sdk) -> TimeOutView | None:
    """The module of the configured timeout; None for the default."""
    seconds = sdk.timeout_seconds
    return None if seconds == USUAL_TIMEOUT else TimeOutView(literal(seconds))
