"""Reads an annotation, or a type's definition, as a shape."""

from __future__ import annotations

import ast

from .modules import Module, Modules
from .shapes import (
    Anything,
    Applied,
    ListOf,
    MapOf,
    Named,
    Null,
    OneOf,
    Scalar,
    Shape,
    UnionOf,
)

_SCALARS = {
    **{name: name for name in "str int float bool datetime date bytes".split()},
    "FileTypes": "bytes",
    "Base64FileInput": "bytes",
}
_LISTS = frozenset(
    "List list Iterable Sequence SequenceNotStr Tuple tuple Set set".split()
)
_MAPS = frozenset("Dict dict Mapping".split())
_FIRST = frozenset("Required NotRequired Annotated ReadOnly Final ClassVar".split())
"""What stands for its first argument."""
_ABSENT = frozenset(("Omit", "NotGiven"))
_DEEPEST = 64


def read_shape(node: ast.expr | None, module: Module, modules: Modules) -> Shape:
    """The shape that an annotation describes; ``Anything`` for one that is not understood."""
    return _Reader(module, modules).shape(node, _DEEPEST)


class _Reader:
    def __init__(self, module: Module, modules: Modules) -> None:
        self._module = module
        self._modules = modules

    def shape(self, node: ast.expr | None, depth: int) -> Shape:
        if depth == 0:
            return Anything()
        match node:
            case ast.Constant(value=None):
                return Null()
            case ast.Constant(value=str() as text):
                return self.shape(_expression(text), depth - 1)
            case ast.Name(id=name):
                return self._name(name)
            case ast.Attribute():
                return self._attribute(node)
            case ast.BinOp(op=ast.BitOr()):
                parts = _alternatives(node)
                return _union(tuple(self.shape(part, depth - 1) for part in parts))
            case ast.Subscript(value=generic, slice=inner):
                arguments = inner.elts if isinstance(inner, ast.Tuple) else [inner]
                return self._generic(generic, arguments, depth - 1)
            case ast.Call(func=ast.Name(id="TypeAliasType"), args=[_, value]):
                return self.shape(value, depth - 1)
            case _:
                return Anything()

    def _name(self, name: str) -> Shape:
        found = self._modules.resolve(self._module, name)
        if name in _SCALARS and (found is None or not found.module.startswith("types")):
            return Scalar(_SCALARS[name])
        if name in _ABSENT:
            return Null()
        return found if found is not None and found.name else Anything()

    def _attribute(self, node: ast.Attribute) -> Shape:
        if not isinstance(node.value, ast.Name):
            return Anything()
        module = self._modules.resolve(self._module, node.value.id)
        if module is None or module.name:
            kind = _SCALARS.get(node.attr)
            return Scalar(kind) if kind else Anything()
        found = self._modules.module(module.module)
        named = self._modules.resolve(found, node.attr) if found else None
        return named if named is not None and named.name else Anything()

    def _generic(self, node: ast.expr, arguments: list[ast.expr], depth: int) -> Shape:
        name = node.attr if isinstance(node, ast.Attribute) else None
        name = node.id if isinstance(node, ast.Name) else name
        if not arguments:
            return OneOf(()) if name == "Literal" else Anything()
        if name == "Literal":
            values = (a.value for a in arguments if isinstance(a, ast.Constant))
            return OneOf(tuple(v for v in values if isinstance(v, str | int | None)))
        if name in _FIRST:
            return self.shape(arguments[0], depth)
        shapes = tuple(self.shape(argument, depth) for argument in arguments)
        if name == "Optional":
            return _union((*shapes, Null()))
        if name == "Union":
            return _union(shapes)
        if name in _LISTS:
            return ListOf(shapes[0])
        if name in _MAPS:
            return MapOf(shapes[-1])
        generic = self.shape(node, depth)
        return Applied(generic, shapes) if isinstance(generic, Named) else Anything()


def _alternatives(node: ast.expr) -> list[ast.expr]:
    """The operands of ``A | B | …``."""
    found: list[ast.expr] = []
    while isinstance(node, ast.BinOp):
        found.append(node.right)
        node = node.left
    return [node, *reversed(found)]


def _union(shapes: tuple[Shape, ...]) -> Shape:
    flat = [m for s in shapes for m in (s.members if isinstance(s, UnionOf) else (s,))]
    distinct = tuple(dict.fromkeys(flat))
    return distinct[0] if len(distinct) == 1 else UnionOf(distinct)


def _expression(text: str) -> ast.expr | None:
    try:
        return ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
