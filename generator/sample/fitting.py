"""Whether a JSON value is one of a type: examples in descriptions are often none of theirs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import TypeGuard, assert_never
from uuid import UUID

from ..ir import (
    Alias,
    Definition,
    ListOf,
    Literals,
    MapOf,
    Nullable,
    PageItem,
    Ref,
    Scalar,
    ScalarKind,
    TupleOf,
    TypeId,
    TypeRef,
    UnionOf,
    Unknown,
)
from .scalars import number_in, range_of, text_fits

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
Types = Mapping[TypeId, Definition]


def fits(
    types: Types, ref: TypeRef, value: object, bounds: Mapping[str, object]
) -> bool:
    """Whether a value is one of a type, within ``bounds``."""
    match ref:
        case Scalar(bounds=own):
            return _is_scalar(ref, value, {**dict(own), **bounds})
        case Literals(values):
            return any(type(v) is type(value) and v == value for v in values)
        case ListOf(item, own):
            return isinstance(value, list) and (
                _has_length(value, {**dict(own), **bounds})
                and all(fits(types, item, entry, {}) for entry in value)
            )
        case TupleOf(items):
            return (
                isinstance(value, list)
                and len(value) == len(items)
                and all(
                    fits(types, item, entry, {})
                    for item, entry in zip(items, value, strict=True)
                )
            )
        case MapOf(inner):
            return isinstance(value, Mapping) and all(
                fits(types, inner, entry, {}) for entry in value.values()
            )
        case Nullable(inner):
            return value is None or fits(types, inner, value, bounds)
        case UnionOf(members):
            return any(fits(types, member, value, bounds) for member in members)
        case Ref(target):
            return _is_defined(types, types.get(target), value, bounds)
        case Unknown() | PageItem():
            return not isinstance(value, str) or text_fits(value, bounds)
    assert_never(ref)


def _is_defined(
    types: Types,
    definition: Definition | None,
    value: object,
    bounds: Mapping[str, object],
) -> bool:
    if isinstance(definition, Alias):
        return fits(types, definition.type, value, bounds)
    if not isinstance(value, Mapping):
        return False
    if definition is None:
        return True
    base = definition.base
    if base is not None and not fits(types, Ref(base), value, {}):
        return False
    return all(
        (
            fits(types, field.type, value[field.wire_name], dict(field.bounds))
            if field.wire_name in value
            else not field.required
        )
        for field in definition.fields
    )


def _is_scalar(ref: Scalar, value: object, bounds: Mapping[str, object]) -> bool:
    match ref.kind:
        case ScalarKind.NULL:
            return value is None
        case ScalarKind.BOOLEAN:
            return isinstance(value, bool)
        case ScalarKind.INTEGER:
            return _is_number(value, bounds) and float(value).is_integer()
        case ScalarKind.NUMBER:
            return _is_number(value, bounds)
        case ScalarKind.FILE | ScalarKind.CONTENT:
            return False
        case (
            ScalarKind.STRING
            | ScalarKind.DATE_TIME
            | ScalarKind.DATE
            | ScalarKind.BINARY
        ):
            return (
                isinstance(value, str)
                and text_fits(value, bounds)
                and _has_format(value, ref.format)
            )
    assert_never(ref.kind)


def _is_number(value: object, bounds: Mapping[str, object]) -> TypeGuard[float]:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    return range_of(bounds).contains(value)


def _has_length(value: list[object], bounds: Mapping[str, object]) -> bool:
    least, most = number_in(bounds, "minItems"), number_in(bounds, "maxItems")
    return (least or 0) <= len(value) and (most is None or len(value) <= most)


def _has_format(text: str, format_: str | None) -> bool:
    """Whether a text has a format, of those that examples often miss."""
    check = _FORMATS.get(format_ or "")
    try:
        return check is None or check(text)
    except ValueError:
        return False


_FORMATS: Mapping[str, Callable[[str], bool]] = MappingProxyType(
    {
        "date-time": lambda t: datetime.fromisoformat(t.upper()).tzinfo is not None,
        "date": lambda t: date.fromisoformat(t).isoformat() == t,
        "uuid": lambda t: str(UUID(t)) == t.lower(),
        "email": lambda t: "@" in t,
        "uri": lambda t: _SCHEME.match(t) is not None,
        "url": lambda t: _SCHEME.match(t) is not None,
    }
)
