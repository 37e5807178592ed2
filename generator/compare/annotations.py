"""Reads an annotation, or the value of a type alias, as a hint."""

from __future__ import annotations

import ast

from msgspec import Struct

from ..published import Module, Modules, Named
from .hints import (
    NONE,
    Applied,
    Hint,
    Other,
    Outside,
    Several,
    Values,
    Variable,
    either,
)

_DEEPEST = 64
_LANGUAGE = frozenset(
    (".typing", ".typing_extensions", ".collections.abc", ".builtins", ".types")
)
"""The modules whose types are known by their names alone."""
_SAME = {
    "List": "list",
    "Dict": "dict",
    "Tuple": "tuple",
    "Set": "set",
    "FrozenSet": "frozenset",
    "Type": "type",
    "Text": "str",
    "NoneType": "None",
    "AnyStr": "str",
}
_WRAPPERS = frozenset("Required NotRequired ReadOnly Annotated Final ClassVar".split())
"""Forms that mean their first argument."""
_ABSENT = frozenset(("Omit", "NotGiven"))
"""Types whose only value says that an argument is not given."""


class Annotation(Struct, frozen=True):
    """A hint and its wrappers; without ``Required`` or ``NotRequired``, ``required`` is None."""

    hint: Hint
    required: bool | None = None
    is_class_variable: bool = False


def read_annotation(node: ast.expr, module: Module, modules: Modules) -> Annotation:
    """An annotation with its wrappers taken off."""
    required: bool | None = None
    is_class_variable = False
    inner = node
    for _ in range(_DEEPEST):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            inner = _expression(inner.value) or ast.Constant(None)
        if not isinstance(inner, ast.Subscript):
            break
        name = _last_name(inner.value)
        if name not in _WRAPPERS:
            break
        if name in ("Required", "NotRequired") and required is None:
            required = name == "Required"
        is_class_variable = is_class_variable or name == "ClassVar"
        first = inner.slice
        if isinstance(first, ast.Tuple) and first.elts:
            first = first.elts[0]
        inner = first
    return Annotation(read_hint(inner, module, modules), required, is_class_variable)


def read_hint(node: ast.expr | None, module: Module, modules: Modules) -> Hint:
    """What an expression says about values."""
    return _Reader(module, modules).hint(node, _DEEPEST)


class _Reader:
    def __init__(self, module: Module, modules: Modules) -> None:
        self._module = module
        self._modules = modules

    def hint(self, node: ast.expr | None, depth: int) -> Hint:
        if node is None:
            return Outside("", "Any")
        if depth == 0:
            return Other("…")
        match node:
            case ast.Constant(value=None):
                return NONE
            case ast.Constant(value=str() as text):
                inner = _expression(text)
                return self.hint(inner, depth - 1) if inner else Other(repr(text))
            case ast.Constant(value=value) if value is ...:
                return Outside("", "...")
            case ast.Name(id=name):
                return self._name(name)
            case ast.Attribute():
                return self._attribute(node)
            case ast.BinOp(op=ast.BitOr()):
                return self._union(_operands(node), depth)
            case ast.List(elts=items):
                return Several(tuple(self.hint(item, depth - 1) for item in items))
            case ast.Subscript(value=generic, slice=inner):
                arguments = inner.elts if isinstance(inner, ast.Tuple) else [inner]
                return self._generic(generic, arguments, depth - 1)
            case ast.Call(func=function, args=[_, value, *_]) if (
                _last_name(function) == "TypeAliasType"
            ):
                return self.hint(value, depth - 1)
            case _:
                return Other(_written(node))

    def _union(self, parts: list[ast.expr], depth: int) -> Hint:
        """A union, without the types of arguments that are not given."""
        found = tuple(self.hint(part, depth - 1) for part in parts)
        given = tuple(hint for hint in found if not _is_absence(hint))
        return either(given or found)

    def _name(self, name: str) -> Hint:
        found = self._modules.resolve(self._module, name)
        if found is not None:
            return self._own(found)
        source, attribute = self._modules.outside(self._module, name)
        if not source or source in _LANGUAGE:
            return _of_language(attribute or name)
        return Outside(source.removeprefix("."), attribute or name)

    def _attribute(self, node: ast.Attribute) -> Hint:
        owner, name = node.value, node.attr
        if not isinstance(owner, ast.Name):
            found = self._submodule(node)
            return self._own(found) if found else Other(_written(node))
        module = self._modules.resolve(self._module, owner.id)
        if module is not None and not module.name:
            return self._member(module.module, name) or Other(_written(node))
        source, attribute = self._modules.outside(self._module, owner.id)
        imported = self._module.imports.get(owner.id, ("", None))
        if not source and imported[0].startswith("."):
            source, attribute = imported  # a stand-in at run time, behind TYPE_CHECKING
        whole = ".".join(filter(None, (source, attribute)))
        if whole in _LANGUAGE:
            return _of_language(name)
        return (
            Outside(whole.removeprefix("."), name) if whole else Other(_written(node))
        )

    def _submodule(self, node: ast.Attribute) -> Named | None:
        """What a dotted name of several modules of the package names."""
        parts = [node.attr]
        inner: ast.expr = node.value
        while isinstance(inner, ast.Attribute):
            parts.append(inner.attr)
            inner = inner.value
        if not isinstance(inner, ast.Name):
            return None
        found = self._modules.resolve(self._module, inner.id)
        for part in reversed(parts):
            if found is None or found.name:
                return None
            module = self._modules.module(found.module)
            if module is None:
                return None
            submodule = f"{found.module}.{part}" if found.module else part
            found = self._modules.resolve(module, part) or (
                Named(submodule, "") if submodule in self._modules else None
            )
        return found

    def _member(self, module: str, name: str) -> Hint | None:
        """A name of a module of the package."""
        found = self._modules.module(module)
        if found is None:
            return None
        named = self._modules.resolve(found, name)
        if named is not None:
            return self._own(named)
        source, attribute = self._modules.outside(found, name)
        if source in _LANGUAGE:
            return _of_language(attribute or name)
        return Outside(source.removeprefix("."), attribute or name) if source else None

    def _own(self, found: Named) -> Hint:
        module = self._modules.module(found.module)
        node = module.defined.get(found.name) if module else None
        match node:
            case ast.Assign(value=ast.Call(func=function)) if _last_name(function) in (
                "TypeVar",
                "ParamSpec",
                "TypeVarTuple",
            ):
                return Variable(found.name)
            case _:
                return found if found.name else Other(found.module)

    def _generic(self, node: ast.expr, arguments: list[ast.expr], depth: int) -> Hint:
        if depth <= 0:
            return Other("…")
        name = _last_name(node)
        if name == "Literal":
            values = (_written(a) for a in arguments if _is_value(a))
            return Values(frozenset(values))
        if name in _WRAPPERS and arguments:
            return self.hint(arguments[0], depth)
        if name == "Optional" and arguments:
            return either((self.hint(arguments[0], depth), NONE))
        if name == "Union":
            return self._union(arguments, depth)
        inner = tuple(self.hint(argument, depth) for argument in arguments)
        return Applied(self.hint(node, depth), inner)


def _is_absence(hint: Hint) -> bool:
    return isinstance(hint, Named | Outside) and hint.name in _ABSENT


def _is_value(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant | ast.UnaryOp | ast.Attribute)


def _of_language(name: str) -> Outside:
    return Outside("", _SAME.get(name, name))


def _operands(node: ast.expr) -> list[ast.expr]:
    """The operands of ``A | B | …``."""
    found: list[ast.expr] = []
    while isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        found.append(node.right)
        node = node.left
    return [node, *reversed(found)]


def _last_name(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _expression(text: str) -> ast.expr | None:
    try:
        return ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _written(node: ast.expr) -> str:
    try:
        return ast.unparse(node)
    except (RecursionError, ValueError):
        return "…"
