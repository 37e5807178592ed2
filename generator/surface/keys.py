"""Examples as a caller writes them: with the keys of typed dictionaries in place of wire names."""

from __future__ import annotations

from itertools import zip_longest
from typing import assert_never

from msgspec import Struct

from .. import ir
from ..ir import Api
from ..naming import NameTable


class Keys(Struct, frozen=True):
    """The keys of what callers give, by the wire names."""

    api: Api
    names: NameTable

    def of_argument(self, argument: ir.Argument, value: object) -> object:
        """The value of an argument."""
        if isinstance(argument, ir.ScopeArgument):
            return value
        return self._value(value, argument.type)

    def _value(self, value: object, ref: ir.TypeRef) -> object:
        match ref:
            case ir.Nullable(inner):
                return self._value(value, inner)
            case ir.ListOf(inner) if isinstance(value, list):
                return [self._value(item, inner) for item in value]
            case ir.TupleOf(items) if isinstance(value, list):
                typed = zip_longest(value, items[: len(value)], fillvalue=ir.Unknown())
                return [self._value(item, inner) for item, inner in typed]
            case ir.MapOf(inner) if isinstance(value, dict):
                return {key: self._value(entry, inner) for key, entry in value.items()}
            case ir.UnionOf(members):
                fitting = next((m for m in members if self._fits(m, value)), None)
                return value if fitting is None else self._value(value, fitting)
            case ir.Ref(target):
                return self._defined(value, self.api.types.get(target))
            case (
                ir.ListOf()
                | ir.TupleOf()
                | ir.MapOf()
                | ir.Scalar()
                | ir.Literals()
                | ir.Unknown()
                | ir.PageItem()
            ):
                return value
        assert_never(ref)

    def _defined(self, value: object, found: ir.Definition | None) -> object:
        if isinstance(found, ir.Alias):
            return self._value(value, found.type)
        if not isinstance(found, ir.Object) or not isinstance(value, dict):
            return value
        types = {field.wire_name: field.type for field in found.fields}
        return {
            self.names.fields.get((found.id, key), key): (
                self._value(entry, types[key]) if key in types else entry
            )
            for key, entry in value.items()
        }

    def _fits(self, ref: ir.TypeRef, value: object) -> bool:
        """Whether a member of a union has every key of a value, or may be a list or map of it."""
        found = self.api.types.get(ref.target) if isinstance(ref, ir.Ref) else None
        if isinstance(found, ir.Alias):
            return self._fits(found.type, value)
        if isinstance(found, ir.Object):
            known = {field.wire_name for field in found.fields}
            return isinstance(value, dict) and value.keys() <= known
        is_array = isinstance(ref, (ir.ListOf, ir.TupleOf))
        return (is_array and isinstance(value, list)) or (
            isinstance(ref, ir.MapOf) and isinstance(value, dict)
        )
