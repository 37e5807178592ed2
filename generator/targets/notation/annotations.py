"""Type annotations: a type expression as the text behind a colon."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import assert_never

from msgspec import Struct, field

from ...surface import (
    Alias,
    Definition,
    Discriminator,
    ListOf,
    Literals,
    MapOf,
    Named,
    Nullable,
    PageItem,
    Scalar,
    ScalarKind,
    TupleOf,
    TypeExpression,
    TypeName,
    UnionOf,
    Unknown,
    Encoding,
    encoding_of,
)
from .imports import Imports
from .literals import literal

_TEXTS = frozenset(
    (
        *(ScalarKind.STRING, ScalarKind.DATE, ScalarKind.DATE_TIME),
        ScalarKind.BINARY,
    )
)
"""What a caller may give as a text."""
_MOST_OPERATORS = 500


def _encoding(scalar: Scalar) -> Encoding | None:
    """How bytes that are given in the place of a text are encoded, if they may be given."""
    if scalar.kind is ScalarKind.BINARY:
        return Encoding.BASE64
    is_text = scalar.kind is ScalarKind.STRING
    return encoding_of(scalar.format) if is_text else None


class Annotator(Struct, frozen=True):
    """Renders types as Python source for one class of one module.

    ``model`` gives the expression that reaches a model from there. ``shadowed`` are the
    attributes of the class: a builtin of the same name is written with its module. ``tags`` gives
    the constants of a class for a property; without it discriminators are not written.
    ``definitions`` are needed for what callers give.
    """

    imports: Imports
    model: Callable[[TypeName], str]
    shadowed: frozenset[str] = frozenset()
    tags: Callable[[TypeName, str], Collection[object]] | None = None
    definitions: Mapping[TypeName, Definition] = field(default_factory=dict)

    def response(self, ref: TypeExpression) -> str:
        """The type of a value that a response holds."""
        match ref:
            case Scalar(kind=kind):
                return self._scalar(kind)
            case Literals(values):
                return self._literal(values)
            case ListOf(item):
                return f"{self._builtin('list')}[{self.response(item)}]"
            case TupleOf(items):
                inside = ", ".join(self.response(item) for item in items)
                return f"{self._builtin('tuple')}[{inside}]"
            case MapOf(value):
                return f"{self._builtin('dict')}[{self._builtin('str')}, {self.response(value)}]"
            case Nullable(inner):
                return f"{self.response(inner)} | None"
            case UnionOf(members, discriminator):
                union = self._either(self.response(member) for member in members)
                if discriminator is None or self.tags is None:
                    return union
                info = self._property_info(discriminator, members)
                annotated = self.imports.name("typing", "Annotated")
                return f"{annotated}[{union}, {info}]"
            case Named(name):
                return self.model(name)
            case Unknown():
                return self._builtin("object")
            case PageItem():
                return self.imports.core("ItemT")
        assert_never(ref)

    def request(self, ref: TypeExpression) -> str:
        """The type of a value that a caller gives: as generous as the wire allows."""
        match ref:
            case Scalar():
                return self._given(ref)
            case ListOf(item) if self._may_be_text(item, frozenset()):
                return f"{self.imports.core('SequenceNotStr')}[{self.request(item)}]"
            case ListOf(item):
                return f"{self.imports.name('collections.abc', 'Iterable')}[{self.request(item)}]"
            case TupleOf(items):
                inside = ", ".join(self.request(item) for item in items)
                return f"{self._builtin('tuple')}[{inside}]"
            case MapOf(value):
                mapping = self.imports.name("collections.abc", "Mapping")
                return f"{mapping}[{self._builtin('str')}, {self.request(value)}]"
            case Nullable(inner):
                return f"{self.request(inner)} | None"
            case UnionOf(members):
                return self._either(self.request(member) for member in members)
            case Named(name):
                return self.model(name)
            case Literals() | Unknown() | PageItem():
                return self.response(ref)
        assert_never(ref)

    def _either(self, members: Iterable[str]) -> str:
        """A union of types. One of very many is not written with operators: each is nested in the next, and
        Python reads no expression that is nested a few thousand times."""
        different = list(dict.fromkeys(members))
        if len(different) <= _MOST_OPERATORS:
            return " | ".join(different)
        return f"{self.imports.name('typing', 'Union')}[{', '.join(different)}]"

    def _may_be_text(self, ref: TypeExpression, seen: frozenset[TypeName]) -> bool:
        """Whether a caller may give any text: a list of such values must not be one itself.

        ``seen`` are the aliases on the way to the type.
        """
        match ref:
            case Scalar(kind=kind):
                return kind in _TEXTS
            case Nullable(inner):
                return self._may_be_text(inner, seen)
            case UnionOf(members):
                return any(self._may_be_text(member, seen) for member in members)
            case Named(name):
                found = self.definitions.get(name)
                if not isinstance(found, Alias) or name in seen:
                    return False
                return self._may_be_text(found.type, seen | {name})
            case Unknown():
                return True
            case Literals() | ListOf() | TupleOf() | MapOf() | PageItem():
                return False
        assert_never(ref)

    def _given(self, scalar: Scalar) -> str:
        """The type of a single value that a caller gives."""
        encoding = _encoding(scalar)
        if encoding is Encoding.BASE64URL:
            return self.imports.core("Base64Url")
        if encoding is Encoding.BASE64:
            return f"{self._builtin('str')} | {self._builtin('bytes')}"
        if scalar.kind in (ScalarKind.DATE_TIME, ScalarKind.DATE):
            return f"{self._builtin('str')} | {self._scalar(scalar.kind)}"
        if scalar.kind is ScalarKind.FILE:
            return self.imports.core("FileTypes")
        if scalar.kind is ScalarKind.CONTENT:
            return self.imports.core("Content")
        return self._scalar(scalar.kind)

    def _property_info(
        self, found: Discriminator, members: tuple[TypeExpression, ...]
    ) -> str:
        """What tells the run-time library which member a value is."""
        info = self.imports.core("PropertyInfo")
        arguments = [f"discriminator={literal(found.property)}"]
        if not self._has_constants(found, members):
            entries = (f"{literal(v)}: {self.response(m)}" for v, m in found.tags)
            arguments.append(f"mapping={{{', '.join(entries)}}}")
        if found.default is not None:
            arguments.append(f"default={self.response(found.default)}")
        return f"{info}({', '.join(arguments)})"

    def _has_constants(
        self, found: Discriminator, members: tuple[TypeExpression, ...]
    ) -> bool:
        """Whether the classes themselves say which value of the property each has."""
        assert self.tags is not None
        stated = {
            (value, member)
            for member in members
            if isinstance(member, Named)
            for value in self.tags(member.name, found.property)
        }
        return stated == set(found.tags)

    def _scalar(self, kind: ScalarKind) -> str:
        match kind:
            case ScalarKind.STRING:
                return self._builtin("str")
            case ScalarKind.INTEGER:
                return self._builtin("int")
            case ScalarKind.NUMBER:
                return self._builtin("float")
            case ScalarKind.BOOLEAN:
                return self._builtin("bool")
            case ScalarKind.BINARY | ScalarKind.FILE | ScalarKind.CONTENT:
                return self._builtin("bytes")
            case ScalarKind.DATE_TIME:
                return self._datetime("datetime")
            case ScalarKind.DATE:
                return self._datetime("date")
            case ScalarKind.NULL:
                return "None"
        assert_never(kind)

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
