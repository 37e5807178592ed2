"""One value for an argument, and one for the body of a response.

Deliberately simple: the first member of a union, one item of a list. An example in the description
replaces what is made up, unless it does not fit its own type.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import assert_never

from msgspec import Struct, field

from ..ir import (
    Alias,
    Api,
    Argument,
    BinaryResult,
    Bounds,
    Definition,
    Discriminator,
    Field,
    ListOf,
    Literals,
    MapOf,
    Method,
    ModelResult,
    NoResult,
    Nullable,
    Object,
    PageItem,
    PageResult,
    Ref,
    Result,
    Scalar,
    ScalarKind,
    ScopeArgument,
    StreamResult,
    SwitchedResult,
    TextResult,
    TupleOf,
    TypeId,
    TypeRef,
    UnionOf,
    Unknown,
    behind,
    without_null,
)
from .fitting import fits
from .scalars import number_in as _number, scalar_sample

_DEEPEST, _MOST = 6, 150


def argument_sample(api: Api, argument: Argument) -> object:
    """A value for an argument: its example, else one of its type."""
    if isinstance(argument, ScopeArgument):
        return argument.wire_name
    ref, bounds, example = argument.type, argument.bounds, argument.example
    if example is not None and fits(api.types, ref, example, dict(bounds)):
        return example
    if isinstance(behind(api.types, ref), Unknown):
        ref = Scalar(ScalarKind.STRING)
    return sample(api, ref, argument.wire_name, bounds)


def sample(api: Api, ref: TypeRef, name: str, bounds: Bounds) -> object:
    """A value of a type, for what has a name."""
    try:
        return _Sampler(api.types).value(ref, name, bounds)
    except _Endless:
        return {}


def body_sample(api: Api, method: Method) -> object:
    """A body of the successful response, or an item of a stream: the example, else one of its type;
    None without one."""
    return _body_sample(api, method.result)


def _body_sample(api: Api, result: Result) -> object:
    match result:
        case NoResult() | BinaryResult():
            return None
        case SwitchedResult(value=value):
            return _body_sample(api, value)
        case (
            ModelResult(example=example)
            | PageResult(example=example)
            | StreamResult(example=example)
            | TextResult(example=example)
        ) if (example is not None):
            return example
        case TextResult():
            return "text"
        case StreamResult(item=item):
            return sample(api, item, "", ()) if item is not None else None
        case ModelResult(type=ref, unwrapped=wrapper):
            whole = sample(api, ref, "", ())
            return whole if wrapper is None else {wrapper: whole}
        case PageResult(scheme=name, item=item):
            scheme = next(s for s in api.pages if s.name == name)
            page = sample(api, Ref(scheme.id), "", ())
            items = [sample(api, item, "", ())]
            return _placed(page, () if scheme.body else scheme.fields["items"], items)
    assert_never(result)


def _placed(page: object, path: tuple[str, ...], items: list[object]) -> object:
    """The page with the items at their place; a list where the page is nothing but its items."""
    if not path:
        return items
    entries = dict(page) if isinstance(page, dict) else {}
    return entries | {path[0]: _placed(entries.get(path[0]), path[1:], items)}


class _Endless(Exception):
    """A type contains itself: there is no value that ends."""


class _Sampler(Struct):
    """Makes one value; what is optional is left out once it grew large, or would not end."""

    types: Mapping[TypeId, Definition]
    count: int = 0
    around: list[TypeId] = field(default_factory=list[TypeId])

    def value(self, ref: TypeRef, name: str, bounds: Bounds) -> object:
        """A value of a type; ``bounds`` are what is said of it beyond the type.

        Raises:
            _Endless: each value of the type contains another one.
        """
        self.count += 1
        match ref:
            case Scalar(bounds=own):
                return scalar_sample(ref, name, {**dict(own), **dict(bounds)})
            case Literals(values):
                return values[0]
            case ListOf(bounds=own):
                return self._list(ref, name, {**dict(own), **dict(bounds)})
            case TupleOf(items):
                return [self.value(item, name, ()) for item in items]
            case MapOf(value):
                return self._map(value, name)
            case Nullable(inner):
                return self._first((inner, Scalar(ScalarKind.NULL)), name, bounds)
            case UnionOf(members, discriminator):
                return self._first(members, name, bounds, discriminator)
            case Ref(target):
                return self._defined(target, name, bounds)
            case Unknown() | PageItem():
                return {}
        assert_never(ref)

    def _first(
        self,
        members: Sequence[TypeRef],
        name: str,
        bounds: Bounds,
        discriminator: Discriminator | None = None,
    ) -> object:
        """A value of the first member that has one, with what tells it from the others."""
        for member in members:
            try:
                value = self.value(member, name, bounds)
            except _Endless:
                continue
            if discriminator is None or not isinstance(value, dict):
                return value
            tags = (v for v, target in discriminator.tags if target == member)
            tagged = (value | {discriminator.property: tag} for tag in tags)
            return next((v for v in tagged if fits(self.types, member, v, {})), value)
        raise _Endless

    def _list(self, ref: ListOf, name: str, bounds: Mapping[str, object]) -> object:
        """A list with an item, or as many as it must have, which differ if they must."""
        least = _number(bounds, "minItems") or 0
        if _number(bounds, "maxItems") == 0:
            return []
        try:
            item = self.value(ref.item, name.removesuffix("s"), ())
        except _Endless:
            if least:
                raise
            return []
        wanted = min(max(int(least), 1), _MOST)
        if bounds.get("uniqueItems") is True and wanted > 1:
            return self._distinct(ref.item, item, wanted)
        return [item] * wanted

    def _distinct(self, ref: TypeRef, item: object, wanted: int) -> list[object]:
        inner = without_null(ref)
        if isinstance(inner, Literals):
            return list(inner.values[:wanted])
        if isinstance(item, str):
            return [item, *(f"{item}{n}" for n in range(2, wanted + 1))]
        if isinstance(item, int) and not isinstance(item, bool):
            return [item + n for n in range(wanted)]
        return [item] * wanted

    def _map(self, ref: TypeRef, name: str) -> object:
        if isinstance(ref, Unknown):
            return {"key": "value"}
        try:
            return {"key": self.value(ref, name, ())}
        except _Endless:
            return {}

    def _defined(self, target: TypeId, name: str, bounds: Bounds) -> object:
        definition = self.types.get(target)
        if definition is None:
            return {}
        if target in self.around or len(self.around) > _DEEPEST:
            raise _Endless
        self.around.append(target)
        try:
            if isinstance(definition, Alias):
                return self.value(definition.type, name, bounds)
            return self._object(definition)
        finally:
            self.around.pop()

    def _object(self, definition: Object) -> dict[str, object]:
        base = self.types[definition.base] if definition.base else None
        entries = self._object(base) if isinstance(base, Object) else {}
        for entry in definition.fields:
            if self.count > _MOST and not entry.required:
                continue
            try:
                value = self._field(entry)
            except _Endless:
                if entry.required:
                    raise
                continue
            bounds = dict(entry.bounds)
            if entry.required or fits(self.types, entry.type, value, bounds):
                entries[entry.wire_name] = value
        return entries

    def _field(self, entry: Field) -> object:
        example, bounds = entry.example, dict(entry.bounds)
        if example is not None and fits(self.types, entry.type, example, bounds):
            return example
        return self.value(entry.type, entry.wire_name, entry.bounds)
