"""All views of a client: which file is printed from which template with which view.

Reads the IR and the name table; decides what the files are, not what they look like.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ..ir import Api, Definition, ModelEntry, PageBody, Resource, Within
from ..naming import NameTable
from ..naming.table import Module
from .circles import module_circles
from .client import client_module
from .client_modes import client_modes_module
from .migrated import migrated_modules
from .package import (
    LicenseView,
    lazy_package,
    pyproject,
    root_package,
    time_out,
    version_module,
)
from .pages import page_module
from .readme import api_list, readme
from .resources import resource_module, wrapper_names
from .types import model_module, params_module

Exports = dict[Module, list[tuple[str, Module, str]]]


@dataclass(frozen=True, slots=True)
class Rendering:
    """A file to print: its path in the output, its template, and what the template sees."""

    path: str
    template: str
    view: object


def project(api: Api, names: NameTable) -> Iterator[Rendering]:
    """Every generated file of the client, but for the copied run-time library."""
    yield Rendering("pyproject.toml", "pyproject.toml.jinja", pyproject(api))
    overview = readme(api, names)
    if overview is not None:
        yield Rendering("README.md", "README.md.jinja", overview)
    yield Rendering("api.md", "api.md.jinja", api_list(api, names))
    if api.package.license == "MIT":
        holder = f"the {api.package.project_name} authors"
        yield Rendering("LICENSE", "LICENSE.jinja", LicenseView(holder))
    source = f"src/{names.package}"
    yield from _python(source, "_client", client_module(api, names))
    yield from _python(source, "_client_modes", client_modes_module(api, names))
    yield from _python(source, "_version", version_module(api))
    if (own := time_out(api)) is not None:
        yield from _python(source, "_time_out", own)
    yield _lazy(source, root_package(api, names), ())
    for package, view in migrated_modules():
        yield _lazy(source, view, package)
    yield from _pages(api, names, source)
    yield from _resources(api, names, source)
    yield from _types(api, names, source)


def _python(source: str, module: str, view: object) -> Iterator[Rendering]:
    yield Rendering(f"{source}/{module}.py", f"src/package/{module}.py.jinja", view)


def _lazy(source: str, view: object, package: Module) -> Rendering:
    path = "/".join((source, *package, "__init__.py"))
    return Rendering(path, "src/package/lazy_package.py.jinja", view)


def _file(source: str, module: Module) -> str:
    return "/".join((source, *module)) + ".py"


def _pages(api: Api, names: NameTable, source: str) -> Iterator[Rendering]:
    if not api.pages:
        return
    exports: list[tuple[str, Module, str]] = []
    nested = _nested(api)
    for scheme in api.pages:
        page = names.pages[scheme.name]
        view = page_module(api, names, scheme, tuple(nested[scheme.id]))
        yield Rendering(
            _file(source, page.module), "src/package/pagination/scheme.py.jinja", view
        )
        exports += [(n, page.module, n) for n in (page.sync_class, page.async_class)]
    doc = "The page classes, one module a pagination scheme."
    yield _lazy(source, lazy_package(("pagination",), doc, exports), ("pagination",))


def _resources(api: Api, names: NameTable, source: str) -> Iterator[Rendering]:
    exports: Exports = defaultdict(list)
    for resource in api.every_resource():
        own = names.resources[resource.path]
        view = resource_module(api, names, resource)
        template = "src/package/resources/resource.py.jinja"
        yield Rendering(_file(source, own.module), template, view)
        for package in _packages(names, resource):
            exports[package] += [(n, own.module, n) for n in wrapper_names(own)]
    for package, entries in (exports or {("resources",): []}).items():
        doc = f"Resources under {'.'.join(package[1:]) or 'the client'}."
        yield _lazy(source, lazy_package(package, doc, entries), package)


def _packages(names: NameTable, resource: Resource) -> list[Module]:
    """The packages that export a resource: the one around it, and its own if it has children."""
    module = names.resources[resource.path].module
    return [module[:-1], module[:-2]] if resource.children else [module[:-1]]


def _types(api: Api, names: NameTable, source: str) -> Iterator[Rendering]:
    circles = module_circles(api, names)
    nested = _nested(api)
    exports: Exports = defaultdict(list)
    for definition in api.types.values():
        if isinstance(definition.origin, (Within, PageBody)):
            continue
        found = names.types[definition.id]
        view = model_module(names, circles, definition, nested[definition.id])
        yield Rendering(
            _file(source, found.module), "src/package/types/model.py.jinja", view
        )
        exports[found.module[:-1]].append((found.name, found.module, found.name))
        if isinstance(definition.origin, ModelEntry) and found.module[:-1] == (
            "types",
            "shared",
        ):
            exports["types",].append((found.name, found.module, found.name))
    for resource in api.every_resource():
        for method in resource.methods:
            if not method.has_keywords:
                continue
            found = names.params_types[method.id]
            view_ = params_module(names, method)
            yield Rendering(
                _file(source, found.module), "src/package/types/params.py.jinja", view_
            )
            exports[found.module[:-1]].append((found.name, found.module, found.name))
    for package in _with_parents(exports):
        children = [p for p in _with_parents(exports) if p[:-1] == package]
        entries = [*exports.get(package, ()), *((p[-1], p, "") for p in children)]
        doc = f"Types of {'.'.join(package[1:]) or 'the client'}."
        yield _lazy(source, lazy_package(package, doc, entries), package)


def _nested(api: Api) -> dict[str, list[Definition]]:
    nested: dict[str, list[Definition]] = defaultdict(list)
    for definition in api.types.values():
        if isinstance(definition.origin, Within):
            nested[definition.origin.root].append(definition)
    return nested


def _with_parents(exports: Exports) -> list[Module]:
    packages = {package[:n] for package in exports for n in range(1, len(package) + 1)}
    return sorted(packages | {("types",)})
