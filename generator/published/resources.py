"""The tree of resources that hangs on the client, with their methods."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .annotations import read_shape
from .calls import read_call
from .model import Method, Parameter, Resource
from .modules import Module, Modules
from .shapes import Named

_COMMON = frozenset(("extra_headers", "extra_query", "extra_body", "timeout"))
"""The keyword arguments of every method."""
_MOST = 10_000
"""So many resources are read of one package."""


def read_resources(
    owner: ast.ClassDef, module: Module, modules: Modules
) -> tuple[Resource, ...]:
    """The resources that a class has as attributes, in its order, and those below them."""
    return _Tree(modules).below(owner, module, (), frozenset())


class _Tree:
    """Reads resources below each other; a class within itself and what comes after very many are
    left out."""

    def __init__(self, modules: Modules) -> None:
        self._modules = modules
        self._room = _MOST

    def below(
        self,
        owner: ast.ClassDef,
        module: Module,
        path: tuple[str, ...],
        above: frozenset[Named],
    ) -> tuple[Resource, ...]:
        found: list[Resource] = []
        for name, annotation in _attributes(owner):
            named = read_shape(annotation, module, self._modules)
            if not isinstance(named, Named) or named in above or not self._room:
                continue
            if named.module.startswith("resources"):
                self._room -= 1
                resource = self._resource((*path, name), named, above | {named})
                if resource is not None:
                    found.append(resource)
        return tuple(found)

    def _resource(
        self, path: tuple[str, ...], named: Named, above: frozenset[Named]
    ) -> Resource | None:
        module = self._modules.module(named.module)
        node = module.defined.get(named.name) if module else None
        if module is None or not isinstance(node, ast.ClassDef):
            return None
        folder = named.module.rpartition(".")[0].replace(".", "/")
        return Resource(
            path=path,
            class_name=named.name,
            description=ast.get_docstring(node),
            methods=read_methods(node, module, self._modules),
            children=self.below(node, module, path, above),
            has_own_index=f"{folder}/api.md" in self._modules.files,
            place=module.place(node),
        )


def read_methods(
    owner: ast.ClassDef, module: Module, modules: Modules
) -> tuple[Method, ...]:
    """The methods of a class; of several overloads the implementation."""
    found: dict[str, Method] = {}
    for node in owner.body:
        if isinstance(node, ast.FunctionDef) and _is_method(node):
            found[node.name] = _method(node, module, modules)
    return tuple(found.values())


def _attributes(owner: ast.ClassDef) -> Iterator[tuple[str, ast.expr]]:
    for node in owner.body:
        match node:
            case ast.FunctionDef(name=name, returns=ast.expr() as annotation):
                if not name.startswith(("_", "with_")) and _has(
                    node, "cached_property"
                ):
                    yield name, annotation
            case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation):
                if not name.startswith(("_", "with_")):
                    yield name, annotation
            case _:
                pass


def _is_method(node: ast.FunctionDef) -> bool:
    decorators = (
        "property",
        "cached_property",
        "staticmethod",
        "classmethod",
        "setter",
    )
    return not node.name.startswith("__") and not any(_has(node, d) for d in decorators)


def _has(node: ast.FunctionDef, decorator: str) -> bool:
    return any(_name(d) == decorator for d in node.decorator_list)


def _name(node: ast.expr) -> str:
    match node:
        case ast.Call(func=inner):
            return _name(inner)
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _method(node: ast.FunctionDef, module: Module, modules: Modules) -> Method:
    return Method(
        name=node.name,
        parameters=tuple(_parameters(node, module, modules)),
        result=read_shape(node.returns, module, modules),
        call=read_call(node, module, modules),
        deprecated=_deprecation(node),
        place=module.place(node),
    )


def _parameters(
    node: ast.FunctionDef, module: Module, modules: Modules
) -> Iterator[Parameter]:
    positional = node.args.args[1:]
    missing = len(positional) - len(node.args.defaults)
    for index, argument in enumerate(positional):
        shape = read_shape(argument.annotation, module, modules)
        yield Parameter(argument.arg, shape, positional=True, required=index < missing)
    pairs = zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True)
    for argument, default in pairs:
        if argument.arg not in _COMMON:
            shape = read_shape(argument.annotation, module, modules)
            yield Parameter(
                argument.arg, shape, positional=False, required=default is None
            )


def _deprecation(node: ast.FunctionDef) -> str | None:
    for decorator in node.decorator_list:
        match decorator:
            case ast.Call(args=[ast.Constant(value=str() as text), *_]):
                if _name(decorator) == "deprecated":
                    return text
            case _:
                pass
    return None
