"""Whether a JSON value is one of a type: examples in descriptions are often none of theirs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import TypeGuard, assert_never
from uuid import UUID

from ..ir import (
    Alias,
    Definition,
    ListOf,
    Literals,
    MapOf,
    Nullable,
    Object,
    PageItem,
    Ref,
    Scalar,
    ScalarKind,
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
            return True
    assert_never(ref)


def _is_defined(
    types: Types,
    definition: Definition | None,
    value: object,
    bounds: Mapping[str, object],
) -> bool:
    match definition:
        case Alias(type=ref):
            return fits(types, ref, value, bounds)
        case Object(fields=fields, base=base):
            if not isinstance(value, Mapping):
                return False
            if base is not None and not fits(types, Ref(base), value, {}):
                return False
            return all(
                (
                    fits(types, f.type, value[f.wire_name], dict(f.bounds))
                    if f.wire_name in value
                    else not f.required
                )
                for f in fields
            )
        case None:
            return isinstance(value, Mapping)
    assert_never(definition)


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
    try:
        match format_:
            case "date-time":
                return datetime.fromisoformat(text.upper()).tzinfo is not None
            case "date":
                return date.fromisoformat(text).isoformat() == text
            case "uuid":
                return str(UUID(text)) == text.lower()
            case "email":
                return "@" in text
            case "uri" | "url":
                return bool(_SCHEME.match(text))
            case _:
                return True
    except ValueError:
        return False
