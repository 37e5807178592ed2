"""Type annotations: a TypeRef as the text that stands behind a colon."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from ..ir import (
    ListOf,
    Literals,
    MapOf,
    Nullable,
    PageItem,
    Ref,
    Scalar,
    ScalarKind,
    TypeId,
    TypeRef,
    UnionOf,
    Unknown,
)
from .imports import Imports
from .literals import literal

_BUILTIN = {
    ScalarKind.STRING: "str",
    ScalarKind.INTEGER: "int",
    ScalarKind.NUMBER: "float",
    ScalarKind.BOOLEAN: "bool",
    ScalarKind.BINARY: "bytes",
}
_DATETIME = {ScalarKind.DATE_TIME: "datetime", ScalarKind.DATE: "date"}


@dataclass(frozen=True, slots=True)
class Annotator:
    """Puts types into words for one class of one module.

    ``model`` gives the expression that reaches a model from there. ``shadowed`` are the
    attributes of the class: a builtin of the same name is written with its module.
    """

    imports: Imports
    model: Callable[[TypeId], str]
    shadowed: frozenset[str] = frozenset()

    def response(self, ref: TypeRef) -> str:
        """The type of a value that a response holds."""
        match ref:
            case Scalar(kind=ScalarKind.NULL):
                return "None"
            case Scalar(kind=kind) if kind in _DATETIME:
                return self._datetime(_DATETIME[kind])
            case Scalar(kind=kind):
                return self._builtin(_BUILTIN[kind])
            case Literals(values):
                return self._literal(values)
            case ListOf(item):
                return f"{self._builtin('list')}[{self.response(item)}]"
            case MapOf(value):
                return f"{self._builtin('dict')}[{self._builtin('str')}, {self.response(value)}]"
            case Nullable(inner):
                return f"{self.response(inner)} | None"
            case UnionOf(members):
                return " | ".join(self.response(member) for member in members)
            case Ref(target):
                return self.model(target)
            case Unknown():
                return self._builtin("object")
            case PageItem():
                return self.imports.core("ItemT")
        assert_never(ref)

    def request(self, ref: TypeRef) -> str:
        """The type of a value that a caller gives: as generous as the wire allows."""
        match ref:
            case Scalar(kind=kind) if kind in _DATETIME:
                return f"{self._builtin('str')} | {self._datetime(_DATETIME[kind])}"
            case ListOf(Scalar(kind=ScalarKind.STRING)):
                return f"{self.imports.core('SequenceNotStr')}[{self._builtin('str')}]"
            case ListOf(item):
                return f"{self.imports.name('collections.abc', 'Iterable')}[{self.request(item)}]"
            case MapOf(value):
                mapping = self.imports.name("collections.abc", "Mapping")
                return f"{mapping}[{self._builtin('str')}, {self.request(value)}]"
            case Nullable(inner):
                return f"{self.request(inner)} | None"
            case UnionOf(members):
                return " | ".join(
                    dict.fromkeys(self.request(member) for member in members)
                )
            case Ref():
                return self.request(MapOf(Unknown()))
            case _:
                return self.response(ref)

    def _builtin(self, name: str) -> str:
        return f"{self._module('builtins')}.{name}" if name in self.shadowed else name

    def _module(self, module: str) -> str:
        """A module of the standard library, under a private name where an attribute has its own."""
        alias = f"_{module}" if module in self.shadowed else module
        return self.imports.plain(module, alias)

    def _datetime(self, name: str) -> str:
        if self.shadowed & {"datetime", "date"}:
            return f"{self._module('datetime')}.{name}"
        return self.imports.name("datetime", name)

    def _literal(self, values: tuple[str | int | float | bool, ...]) -> str:
        inside = ", ".join(literal(value) for value in values)
        return f"{self.imports.name('typing', 'Literal')}[{inside}]"
