"""Parameters and fields as the entries of a list: type, bounds, values, words, and what is nested."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import assert_never

from markupsafe import Markup

from ...surface import (
    Alias,
    Argument,
    Bounds,
    Definition,
    Field,
    ListOf,
    Literals,
    Location,
    MapOf,
    Method,
    Model,
    Named,
    Nullable,
    PageItem,
    Scalar,
    Sdk,
    TypeExpression,
    TypeName,
    UnionOf,
    Unknown,
)
from ..notation.annotations import Annotator
from ..notation.imports import Imports
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
    """A bound: the keyword and its value, as JSON unless it is plain text."""

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

    sdk: Sdk
    places: Places
    root: str
    left: int = _MOST
    _around: list[TypeName] = field(default_factory=list[TypeName])

    def parameters(self, method: Method) -> tuple[EntryView, ...]:
        """The parameters of a method, in the order of its signature."""
        return tuple(map(self._parameter, method.arguments))

    def _parameter(self, param: Argument) -> EntryView:
        is_choice = param.location is Location.SCOPE
        return EntryView(
            name=param.name,
            anchor=f"param-{param.name}",
            type=self.type(param.type, is_request=True),
            badge="exactly one" if is_choice else "required" if param.required else "",
            deprecated=param.deprecated,
            description=rich(param.description),
            facts=_facts(param.bounds),
            values=self.values(param.type),
            nested=(),
            summary=_counted(self.values(param.type)),
        )

    def fields(self, definition: Definition, prefix: str) -> tuple[EntryView, ...]:
        """The fields that a response of a type can hold, inherited ones first."""
        if isinstance(definition, Alias):
            return ()
        base = self.sdk.definitions[definition.base] if definition.base else None
        inherited = self.fields(base, prefix) if base else ()
        self._around.append(definition.name)
        own = tuple(self._field(f, prefix) for f in definition.fields)
        self._around.pop()
        names = {entry.name for entry in own}
        return (*(e for e in inherited if e.name not in names), *own)

    def _field(self, field: Field, prefix: str) -> EntryView:
        anchor = f"{prefix}-{field.name}"
        optional = not field.required and not isinstance(field.type, Nullable)
        values = self.values(field.type)
        nested = self._nested(field.type, anchor)
        return EntryView(
            name=field.name,
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

    def _nested(self, ref: TypeExpression, prefix: str) -> tuple[EntryView, ...]:
        """The fields of the object that a field holds, as long as the page has room."""
        target = _object_in(ref)
        if target is None or target in self._around or len(self._around) > _DEEPEST:
            return ()
        definition = self.sdk.definitions[target]
        size = weight(definition)
        if not isinstance(definition, Model) or size > self.left:
            return ()
        self.left -= size
        return self.fields(definition, prefix)

    def values(self, ref: TypeExpression) -> tuple[Verbatim, ...]:
        """The values of an enumeration, as JSON."""
        match ref:
            case Literals(values):
                return tuple(verbatim(_json(value)) for value in values)
            case Nullable(inner) | ListOf(inner) | MapOf(inner):
                return self.values(inner)
            case UnionOf(members):
                return tuple(v for member in members for v in self.values(member))
            case Named(target):
                alias = self.sdk.definitions[target]
                if isinstance(alias, Alias) and isinstance(alias.type, Literals):
                    return self.values(alias.type)
                return ()
            case Scalar() | Unknown() | PageItem():
                return ()
        assert_never(ref)

    def type(self, ref: TypeExpression, *, is_request: bool = False) -> TypeView:
        """A type as source; each model in it leads to its page."""
        links: dict[str, str] = {}

        def model(target: TypeName) -> str:
            links[target.name] = self._href(target)
            return target.name

        annotator = Annotator(Imports(()), model)
        text = annotator.request(ref) if is_request else annotator.response(ref)
        text = _shortened(text)
        return TypeView(highlight(text, "python", links), verbatim(text))

    def model(self, target: TypeName) -> TypeView:
        """A model by its name, which leads to its page."""
        name = target.name
        return TypeView(
            highlight(name, "python", {name: self._href(target)}), verbatim(name)
        )

    def _href(self, target: TypeName) -> str:
        place = self.places.types[target]
        return f"{self.root}{place.path}.html{place.anchor}"


def _shortened(text: str) -> str:
    """A type, or the whole values and members of a long one that find room."""
    if len(text) <= _LONGEST:
        return text
    cut = text[:_LONGEST]
    parts = (cut.rpartition(between) for between in (", ", " | "))
    whole, between, _ = max(parts, key=lambda part: len(part[0]))
    return f"{whole or cut}{between}…"


def _object_in(ref: TypeExpression) -> TypeName | None:
    """The one object that a value holds, possibly in a list or a map."""
    match ref:
        case Named(target):
            return target
        case ListOf(inner) | MapOf(inner) | Nullable(inner):
            return _object_in(inner)
        case Scalar() | Literals() | UnionOf() | Unknown() | PageItem():
            return None
    assert_never(ref)


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
