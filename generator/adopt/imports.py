"""What carried modules import from the client that it does not have."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator, Mapping

from msgspec import Struct

from ..diagnostics import Report
from ..published import Module, Modules
from .checkout import modules_of


class MissingImport(Struct, frozen=True):
    """Names that a file imports from a module of the client, which lacks them; without names the
    module itself."""

    path: str
    line: int
    module: str
    names: tuple[str, ...]


def missing_imports(
    carried: Mapping[str, bytes],
    tree: Mapping[str, bytes],
    package: str,
    former: str,
) -> list[MissingImport]:
    """The imports of carried files, by their new paths, that fail in a client with the files of
    ``tree``; ``package`` is the folder of its package and ``former`` the name that it once had.
    """
    files = {**modules_of(package, tree), **modules_of(package, carried)}
    name = package.rpartition("/")[2]
    modules = Modules(name, files, package, Report())
    found: list[MissingImport] = []
    for path, data in sorted(carried.items()):
        if path.endswith(".py"):
            folder = _folder(path, package)
            for node in _imports(data):
                found += _missing(path, node, folder, modules, {name, former}, name)
    return found


def _imports(data: bytes) -> Iterator[ast.Import | ast.ImportFrom]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(data)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node


def _folder(path: str, package: str) -> tuple[str, ...] | None:
    """The package that a file belongs to, from the client's own; None outside of it."""
    if not path.startswith(f"{package}/"):
        return None
    return tuple(path.removeprefix(f"{package}/").split("/")[:-1])


def _missing(
    path: str,
    node: ast.Import | ast.ImportFrom,
    folder: tuple[str, ...] | None,
    modules: Modules,
    roots: set[str],
    name: str,
) -> Iterator[MissingImport]:
    if isinstance(node, ast.Import):
        for alias in node.names:
            root, _, module = alias.name.partition(".")
            if root in roots and (root != name or not _has_module(modules, module)):
                yield MissingImport(path, node.lineno, alias.name, ())
        return
    if node.level:
        if folder is None or node.level > len(folder) + 1:
            return
        above = folder[: len(folder) - (node.level - 1)]
        module = ".".join((*above, *filter(None, (node.module or "").split("."))))
    else:
        root, _, module = (node.module or "").partition(".")
        if root not in roots:
            return
        if root != name:
            yield MissingImport(path, node.lineno, node.module or "", ())
            return
    shown = f"{name}.{module}" if module else name
    if not _has_module(modules, module):
        yield MissingImport(path, node.lineno, shown, ())
        return
    wanted = [alias.name for alias in node.names if alias.name != "*"]
    lacking = tuple(n for n in wanted if not _has_name(modules, module, n))
    if lacking:
        yield MissingImport(path, node.lineno, shown, lacking)


def _has_module(modules: Modules, name: str) -> bool:
    return not name or name in modules or bool(modules.below(name.replace(".", "/")))


def _has_name(modules: Modules, module: str, name: str) -> bool:
    if _has_module(modules, f"{module}.{name}" if module else name):
        return True
    found = modules.module(module)
    if found is None:
        return module in modules  # it cannot be parsed, which its own reader reports
    return name in found.defined or name in found.imports or _may_have(found, name)


def _may_have(module: Module, name: str) -> bool:
    """Whether a module may have a name that is not written in it as a definition or import."""
    for node in ast.walk(module.tree):
        match node:
            case ast.AsyncFunctionDef(name=found) if found == name:
                return True
            case ast.ImportFrom(names=[ast.alias(name="*")]):
                return True
            case ast.Name(id=found, ctx=ast.Store()) if found == name:
                return True
            case _:
                pass
    return False
