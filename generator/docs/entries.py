"""Parameters and fields as the entries of a list: type, bounds, values, words, and what is nested."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from markupsafe import Markup

from ..ir import (
    Alias,
    Api,
    Argument,
    Bounds,
    Field,
    ListOf,
    Literals,
    MapOf,
    Method,
    Nullable,
    Object,
    Ref,
    ScopeArgument,
    TypeId,
    TypeRef,
    UnionOf,
    is_required,
    without_null,
)
from ..naming import NameTable
from ..views.annotations import Annotator
from ..views.imports import Imports
from ..views.methods import positional_arguments
from .code import highlight
from .places import Places
from .weights import weight
from .text import RichText, Verbatim, rich, verbatim

_DEEPEST, _MOST = 3, 60
_LONGEST = 400
"""Characters of a type; one with hundreds of values has them listed below it."""


@dataclass(frozen=True, slots=True)
class TypeView:
    """A type, for both forms of a page; the names in it lead to their pages."""

    html: Markup
    text: Verbatim


@dataclass(frozen=True, slots=True)
class FactView:
    """A bound: the keyword and its value, as JSON where it is no plain text."""

    name: str
    value: Verbatim


@dataclass(frozen=True, slots=True)
class EntryView:
    """A parameter or field. ``badge`` says what is special about it, ``summary`` what it folds."""

    name: str
    anchor: str
    type: TypeView
    badge: str
    deprecated: bool
    description: RichText
    facts: tuple[FactView, ...]
    values: tuple[Verbatim, ...]
    nested: tuple[EntryView, ...]
    summary: str


@dataclass(slots=True)
class EntryWriter:
    """Puts parameters and fields into entries for one page; ``root`` leads to the site's top.

    ``left`` is how many nested entries the page may still take.
    """

    api: Api
    names: NameTable
    places: Places
    root: str
    left: int = _MOST
    _around: list[TypeId] = field(default_factory=list[TypeId])

    def parameters(self, method: Method) -> tuple[EntryView, ...]:
        """The parameters of a method, in the order of its signature."""
        given = list(method.arguments)
        first = positional_arguments(method)
        required = [a for a in given if is_required(a) and a not in first]
        scope = [a for a in given if isinstance(a, ScopeArgument)]
        optional = [a for a in given if not is_required(a) and a not in scope]
        return tuple(
            self._parameter(method, a) for a in (*first, *required, *scope, *optional)
        )

    def _parameter(self, method: Method, param: Argument) -> EntryView:
        name = self.names.argument(method.id, param)
        if isinstance(param, ScopeArgument):
            return self._scope(name, param)
        return EntryView(
            name=name,
            anchor=f"param-{name}",
            type=self.type(param.type, is_request=True),
            badge="required" if is_required(param) else "",
            deprecated=param.deprecated,
            description=rich(param.description),
            facts=_facts(param.bounds),
            values=self.values(param.type),
            nested=(),
            summary=_counted(self.values(param.type)),
        )

    def _scope(self, name: str, choice: ScopeArgument) -> EntryView:
        """An argument of which one decides the beginning of the path."""
        return EntryView(
            name=name,
            anchor=f"param-{name}",
            type=TypeView(highlight("str", "python"), verbatim("str")),
            badge="exactly one",
            deprecated=False,
            description=rich(choice.description),
            facts=(),
            values=(),
            nested=(),
            summary="",
        )

    def fields(self, owner: TypeId, prefix: str) -> tuple[EntryView, ...]:
        """The fields that a response of a type can hold, inherited ones first."""
        definition = self.api.types[owner]
        if not isinstance(definition, Object):
            return ()
        inherited = self.fields(definition.base, prefix) if definition.base else ()
        self._around.append(owner)
        own = tuple(
            self._field(definition, f, prefix)
            for f in definition.fields
            if not f.write_only
        )
        self._around.pop()
        names = {entry.name for entry in own}
        return (*(e for e in inherited if e.name not in names), *own)

    def _field(self, owner: Object, field: Field, prefix: str) -> EntryView:
        name = self.names.fields[owner.id, field.wire_name]
        anchor = f"{prefix}-{name}"
        optional = not field.required and not isinstance(field.type, Nullable)
        values = self.values(field.type)
        nested = self._nested(field.type, anchor)
        return EntryView(
            name=name,
            anchor=anchor,
            type=self.type(Nullable(field.type) if optional else field.type),
            badge="",
            deprecated=field.deprecated,
            description=rich(field.description),
            facts=_facts(field.bounds),
            values=values,
            nested=nested,
            summary=_counted(values) or _folded(nested),
        )

    def _nested(self, ref: TypeRef, prefix: str) -> tuple[EntryView, ...]:
        """The fields of the object that a field holds, as long as the page has room."""
        target = _object_in(ref)
        if target is None or target in self._around or len(self._around) > _DEEPEST:
            return ()
        definition = self.api.types[target]
        size = weight(definition)
        if not isinstance(definition, Object) or size > self.left:
            return ()
        self.left -= size
        return self.fields(target, prefix)

    def values(self, ref: TypeRef) -> tuple[Verbatim, ...]:
        """The values of an enumeration, as JSON."""
        match ref:
            case Literals(values):
                return tuple(verbatim(_json(value)) for value in values)
            case Nullable(inner) | ListOf(inner) | MapOf(inner):
                return self.values(inner)
            case UnionOf(members):
                return tuple(v for member in members for v in self.values(member))
            case Ref(target) if isinstance(alias := self.api.types.get(target), Alias):
                return (
                    self.values(alias.type) if isinstance(alias.type, Literals) else ()
                )
            case _:
                return ()

    def type(self, ref: TypeRef, *, is_request: bool = False) -> TypeView:
        """A type in words; each model in it leads to its page."""
        links: dict[str, str] = {}

        def model(target: TypeId) -> str:
            name = self.names.types[target].name
            links[name] = self._href(target)
            return name

        annotator = Annotator(Imports(()), model)
        text = annotator.request(ref) if is_request else annotator.response(ref)
        if len(text) > _LONGEST:
            text = f"{text[:_LONGEST].rpartition(', ')[0]}, …"
        return TypeView(highlight(text, "python", links), verbatim(text))

    def model(self, target: TypeId) -> TypeView:
        """A model by its name, which leads to its page."""
        name = self.names.types[target].name
        return TypeView(
            highlight(name, "python", {name: self._href(target)}), verbatim(name)
        )

    def _href(self, target: TypeId) -> str:
        place = self.places.types[target]
        return f"{self.root}{place.path}.html{place.anchor}"


def _object_in(ref: TypeRef) -> TypeId | None:
    """The one object that a value holds, be it in a list or a map."""
    match without_null(ref):
        case Ref(target):
            return target
        case ListOf(inner) | MapOf(inner):
            return _object_in(inner)
        case _:
            return None


def _facts(bounds: Bounds) -> tuple[FactView, ...]:
    return tuple(
        FactView(name, verbatim(value if isinstance(value, str) else _json(value)))
        for name, value in bounds
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _folded(nested: tuple[EntryView, ...]) -> str:
    return f"{len(nested)} field{'' if len(nested) == 1 else 's'}"


def _counted(values: tuple[Verbatim, ...]) -> str:
    return f"one of {len(values)} values" if values else ""
