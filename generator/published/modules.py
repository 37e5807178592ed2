"""The modules of a package as syntax trees, with the names that they define and import.

Nothing of a package is run. A module that cannot be parsed defines nothing, and is reported.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from ..diagnostics import Place, Report
from .shapes import Named

_FURTHEST = 16
"""So many imports are followed from a name to its definition."""


class Module:
    """One module: its dotted name inside the package, its tree, and where it is."""

    def __init__(
        self, name: str, tree: ast.Module, *, is_package: bool, file: str
    ) -> None:
        self.name = name
        self.tree = tree
        self._file = file
        parts = tuple(name.split(".")) if name else ()
        self._folder = parts if is_package else parts[:-1]

    def place(self, node: ast.AST) -> Place:
        """Where a node is."""
        line, column = getattr(node, "lineno", 0), getattr(node, "col_offset", -1)
        return Place(self._file, line, column + 1)

    def statements(self) -> list[ast.stmt]:
        """The statements of the module, also those under a condition."""
        return statements(self.tree.body)

    @cached_property
    def defined(self) -> Mapping[str, ast.stmt]:
        """What the module defines by name; of several definitions the first one."""
        found: dict[str, ast.stmt] = {}
        for node in self.statements():
            for name in _names(node):
                found.setdefault(name, node)
        return found

    @cached_property
    def imports(self) -> Mapping[str, tuple[str, str | None]]:
        """What a name was imported from: a module of the package and a name in it, or with a dot
        before it a module elsewhere."""
        found: dict[str, tuple[str, str | None]] = {}
        for node in _nested(self.tree.body):
            if isinstance(node, ast.ImportFrom):
                source = self._absolute(node.level, node.module or "")
                for alias in node.names:
                    found.setdefault(alias.asname or alias.name, (source, alias.name))
            elif isinstance(node, ast.Import):
                for alias in node.names:
                    found.setdefault(
                        alias.asname or alias.name, (f".{alias.name}", None)
                    )
        return found

    def _absolute(self, level: int, module: str) -> str:
        if not level:
            return f".{module}"
        base = self._folder[: len(self._folder) - (level - 1)]
        return ".".join((*base, *filter(None, module.split("."))))


class Modules:
    """The modules of a package by their dotted names; the package itself is the empty one."""

    def __init__(
        self,
        name: str,
        files: Mapping[str, str],
        root: str,
        report: Report,
        *,
        parse: Callable[[str], ast.Module] = ast.parse,
    ) -> None:
        self._package = name
        self._parse = parse
        self.files = files
        self._root = root
        self._report = report
        self._read: dict[str, Module | None] = {}

    def __contains__(self, name: str) -> bool:
        return self._path(name) is not None

    def below(self, folder: str) -> list[str]:
        """The names of the modules in a folder and the folders in it, in order."""
        paths = (p for p in self.files if p.startswith(f"{folder}/"))
        return sorted(
            p.removesuffix(".py").replace("/", ".") for p in paths if p.endswith(".py")
        )

    def module(self, name: str) -> Module | None:
        """A module; None if there is none or it cannot be read."""
        if name not in self._read:
            self._read[name] = self._parsed(name)
        return self._read[name]

    def resolve(self, module: Module, name: str) -> Named | None:
        """Where what a module calls ``name`` is defined; for a module of the package its name and
        no name in it. None if it comes from elsewhere."""
        found = self._source(module, name)
        return found if isinstance(found, Named) else None

    def outside(self, module: Module, name: str) -> tuple[str, str | None]:
        """From which module elsewhere, with a dot before it, a name comes, and its name there, None
        for the module itself. Empty if it is not imported."""
        found = self._source(module, name)
        return found if isinstance(found, tuple) else ("", None)

    def _source(
        self, module: Module, name: str
    ) -> Named | tuple[str, str | None] | None:
        """Where a name comes from; None if the package does not say."""
        current, wanted = module, name
        for _ in range(_FURTHEST):
            if wanted in current.defined:
                return Named(current.name, wanted)
            if wanted not in current.imports:
                return None
            source, attribute = current.imports[wanted]
            source = self._inside(source)
            if source.startswith(".") or attribute is None:
                return source, attribute
            submodule = f"{source}.{attribute}" if source else attribute
            if submodule in self:
                return Named(submodule, "")
            following = self.module(source)
            if following is None:
                return None
            current, wanted = following, attribute
        return None

    def _inside(self, source: str) -> str:
        """A module that the package imports by its own full name, as one of its modules."""
        own = f".{self._package}"
        if source == own:
            return ""
        return (
            source.removeprefix(f"{own}.") if source.startswith(f"{own}.") else source
        )

    def _path(self, name: str) -> str | None:
        path = name.replace(".", "/")
        choices = (f"{path}.py", f"{path}/__init__.py") if path else ("__init__.py",)
        return next((c for c in choices if c in self.files), None)

    def _parsed(self, name: str) -> Module | None:
        path = self._path(name)
        if path is None:
            return None
        file = f"{self._root}/{path}"
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                tree = self._parse(self.files[path])
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            line = error.lineno or 0 if isinstance(error, SyntaxError) else 0
            self._report.warning(
                "P002",
                Place(file, line, 1 if line else 0),
                "this module is not Python that can be parsed; what it defines is left out",
                help="correct it, or add by hand what its resource or types need",
            )
            return None
        is_package = path.endswith("__init__.py")
        return Module(name, tree, is_package=is_package, file=file)


def statements(body: list[ast.stmt]) -> list[ast.stmt]:
    """The statements of a module or class, also those under a condition."""
    found: list[ast.stmt] = []
    waiting = body[::-1]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If):
            waiting += reversed((*node.body, *node.orelse))
        else:
            found.append(node)
    return found


def _nested(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements of a module, also those in its classes and functions."""
    waiting = body[::-1]
    while waiting:
        node = waiting.pop()
        yield node
        inner = (*getattr(node, "body", ()), *getattr(node, "orelse", ()))
        waiting += reversed(inner)


def _names(node: ast.stmt) -> list[str]:
    match node:
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
            return [name]
        case ast.AnnAssign(target=ast.Name(id=name)):
            return [name]
        case ast.Assign(targets=targets):
            return [t.id for t in targets if isinstance(t, ast.Name)]
        case _:
            return []
