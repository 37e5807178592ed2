"""Every file of a client: which template prints it, with which view.

Decides what the files are, not what they look like.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from ...render import render, template_folder
from ...surface import (
    SHARED,
    Definition,
    Direction,
    Module,
    Resource,
    Sdk,
    TypeName,
    recorded,
)
from ...surface_file import SURFACE_NAME
from ..notation.introduction import bare_introduction, introduction
from .api_list import api_lists
from .api_tests import ApiTestsView, api_tests, conftest
from .client import client_module
from .client_modes import client_modes_modules
from .definition_order import DefinitionOrder, definition_order
from .exceptions import exceptions_module
from .migrated import migrated_modules
from .metadata import LicenseView, guide, pyproject, workflows
from .package import (
    LazyPackageView,
    index,
    lazy_package,
    root_package,
    time_out,
    version_module,
)
from .pages import page_module
from .modes import class_module, modes_module
from .companions import resource_modes
from .parts import Share, parts_package, shares
from .resources import async_resource_module, elsewhere, resource_module
from .sent_types import params_module, sent_module
from .types import model_module
from .wire_names import renamed_types

Exports = dict[Module, list[tuple[str, Module, str]]]
File = tuple[str, str]
"""A path, and the text of that file before it is formatted."""


def texts(sdk: Sdk) -> Mapping[str, str]:
    """Every printed file of the client by its path; the run-time library is not among them."""
    return dict(_files(sdk))


def _files(sdk: Sdk) -> Iterator[File]:
    tests = tuple(api_tests(sdk))
    yield from _project(sdk, has_tests=bool(tests))
    yield from _tests(sdk, tests)
    yield SURFACE_NAME, recorded(sdk)
    readme = introduction(sdk)
    if readme is not None:
        yield _printed("README.md", readme)
    else:  # the package cannot be built without one
        bare = render("python/bare_readme.md.jinja", bare_introduction(sdk))
        yield "README.md", bare
    for path, listed in api_lists(sdk):
        yield path, render("python/api.md.jinja", listed)
    yield from _license(sdk)
    source = f"src/{sdk.package.import_name}"
    yield _python(source, ("_client",), client_module(sdk))
    for module, modes in client_modes_modules(sdk).items():
        yield _python(source, module, modes, "_client_modes")
    yield _python(source, ("_version",), version_module(sdk))
    if (errors := exceptions_module(sdk)) is not None:
        yield _python(source, ("_exceptions",), errors)
    if (own := time_out(sdk)) is not None:
        yield _python(source, ("_time_out",), own)
    yield from _lazy(source, (), root_package(sdk))
    for package, view in migrated_modules(sdk):
        yield from _lazy(source, package, view)
    order = definition_order(sdk)
    yield from _pages(sdk, order, source)
    yield from _resources(sdk, source)
    yield from _types(sdk, order, source)


def _project(sdk: Sdk, *, has_tests: bool) -> Iterator[File]:
    """What makes a folder of modules a project: metadata, what maintainers read, workflows."""
    package = sdk.package
    yield _printed("pyproject.toml", pyproject(package, has_tests=has_tests))
    for name in ("CHANGELOG.md", "CONTRIBUTING.md"):
        yield _printed(name, guide(package, has_tests=has_tests))
    for name, view in workflows(package, has_tests=has_tests):
        text = render(f"python/workflows/{name}.yml.jinja", view)
        yield f".github/workflows/{name}.yml", text


def _tests(sdk: Sdk, tests: tuple[tuple[str, ApiTestsView], ...]) -> Iterator[File]:
    """The package's tests, and what they share."""
    for path, view in tests:
        yield path, render("python/tests/api_resources/resource.py.jinja", view)
    if tests:
        yield _printed("tests/api_resources/conftest.py", conftest(sdk))


def _license(sdk: Sdk) -> Iterator[File]:
    """The text of a license that allows others to use the client, if it is given or a known one."""
    if sdk.package.license_file is not None:
        name, text = sdk.package.license_file
        # half of a pair of code units is in JSON, and in no file
        yield name, text.encode(errors="backslashreplace").decode()
        return
    if sdk.package.license == "MIT":
        yield _printed(
            "LICENSE", LicenseView(f"the {sdk.package.project_name} authors")
        )
    known = template_folder() / "python" / "licenses" / "Apache-2.0.txt"
    if sdk.package.license == known.stem:
        yield "LICENSE", known.read_text()


def _printed(path: str, view: object) -> File:
    return path, render(f"python/{path}.jinja", view)


def _python(source: str, module: Module, view: object, template: str = "") -> File:
    name = template or "/".join(module)
    path = "/".join((source, *module))
    return f"{path}.py", render(f"python/src/package/{name}.py.jinja", view)


def _lazy(source: str, package: Module, view: LazyPackageView) -> Iterator[File]:
    """The ``__init__`` of a package; with very many names, its stub and its parts as well."""
    path = "/".join((source, *package, "__init__.py"))
    indexed = index(package, view)
    if indexed is None:
        yield path, render("python/src/package/lazy_package.py.jinja", view)
        return
    top, parts = indexed
    yield path, render("python/src/package/lazy_index.py.jinja", top)
    yield f"{path}i", render("python/src/package/lazy_index.pyi.jinja", top)
    for module, part in parts.items():
        yield _python(source, module, part, "lazy_names")


def _pages(sdk: Sdk, order: DefinitionOrder, source: str) -> Iterator[File]:
    if not sdk.pages:
        return
    exports: list[tuple[str, Module, str]] = []
    nested = _nested(sdk)
    for page in sdk.pages:
        view = page_module(sdk, order, page, tuple(nested[page.body]))
        yield _python(source, page.module, view, "pagination/scheme")
        exports += [(n, page.module, n) for n in (page.sync_class, page.async_class)]
    doc = "The page classes, one module a pagination scheme."
    package = lazy_package(("pagination",), doc, exports)
    yield from _lazy(source, ("pagination",), package)


def _resources(sdk: Sdk, source: str) -> Iterator[File]:
    exports: Exports = defaultdict(list)
    renamed = renamed_types(sdk)
    for resource in sdk.every_resource():
        found = shares(resource)
        for share in found:
            yield from _share(sdk, share, renamed, source)
        if len(found) > 1:
            package, doc = parts_package(resource), f"Parts of {'.'.join(resource.id)}."
            yield from _lazy(source, package, lazy_package(package, doc, ()))
        for package in () if resource.is_client else _packages(resource):
            exports[package] += _class_exports(resource)
    for package, entries in (exports or {("resources",): []}).items():
        doc = f"Resources under {'.'.join(package[1:]) or 'the client'}."
        yield from _lazy(source, package, lazy_package(package, doc, entries))


def _share(
    sdk: Sdk, share: Share, renamed: frozenset[TypeName], source: str
) -> Iterator[File]:
    resource = share.resource
    view = resource_module(sdk, share, renamed)
    yield _python(source, resource.module, view, "resources/resource")
    module = class_module(resource, is_async=True)
    own = async_resource_module(sdk, share)
    yield _python(source, module, own, "resources/async_resource")
    modes = resource_modes(share)
    yield _python(source, modes_module(resource), modes, "resources/modes")


def _class_exports(resource: Resource) -> Iterator[tuple[str, Module, str]]:
    """The classes of a resource, each with the module it comes from."""
    yield resource.sync_class, resource.module, resource.sync_class
    for name, module in elsewhere(resource):
        yield name, module, name


def _packages(resource: Resource) -> list[Module]:
    """The packages that export a resource: the one around it, and its own if it has children."""
    module = resource.module
    return [module[:-1], module[:-2]] if resource.children else [module[:-1]]


def _types(sdk: Sdk, order: DefinitionOrder, source: str) -> Iterator[File]:
    nested = _nested(sdk)
    exports: Exports = defaultdict(list)
    for definition in sdk.types:
        if definition.resource is None:
            continue
        found, is_sent = definition.name, definition.direction is Direction.SENT
        if is_sent:
            sent = sent_module(order, definition, nested[found])
            yield _python(source, found.module, sent, "types/sent")
        else:
            view = model_module(order, definition, nested[found])
            yield _python(source, found.module, view, "types/model")
        exports[found.module[:-1]].append((found.name, found.module, found.name))
        if definition.resource == SHARED and not is_sent:
            exports["types",].append((found.name, found.module, found.name))
    for method in sdk.every_method():
        if (params := method.params_type) is not None:
            sent = params_module(sdk, order, method, params, nested[params])
            yield _python(source, params.module, sent, "types/sent")
            exports[params.module[:-1]].append(
                (params.name, params.module, params.name)
            )
    for resource in sdk.every_resource():  # each has a package, even if it has no types
        exports[resource.types_package] += ()
    packages = _with_parents(exports)
    children: Exports = defaultdict(list)
    for package in packages:
        children[package[:-1]].append((package[-1], package, ""))
    for package in packages:
        entries = [*exports.get(package, ()), *children[package]]
        doc = f"Types of {'.'.join(package[1:]) or 'the client'}."
        yield from _lazy(source, package, lazy_package(package, doc, entries))


def _nested(sdk: Sdk) -> Mapping[TypeName, list[Definition]]:
    nested: dict[TypeName, list[Definition]] = defaultdict(list)
    for definition in sdk.types:
        if definition.root is not None:
            nested[definition.root].append(definition)
    return nested


def _with_parents(exports: Exports) -> list[Module]:
    packages = {package[:n] for package in exports for n in range(1, len(package) + 1)}
    return sorted(packages | {("types",)})
