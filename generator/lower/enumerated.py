"""Enumerations and constants: literals, or the types of values that are none in Python.

Part of lowering.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import inf

from ..ir import (
    ListOf,
    Literals,
    MapOf,
    Scalar,
    ScalarKind,
    TypeRef,
    Unknown,
)
from ..openapi import ABSENT, Schema
from ..source import Value
from .unions import joined

_OTHERS: tuple[tuple[type, TypeRef], ...] = (
    (float, Scalar(ScalarKind.NUMBER)),
    (list, ListOf(Unknown())),
    (dict, MapOf(Unknown())),
)
"""The types of values that are no literals in Python."""

_LARGEST = 2**63 - 1
"""The largest whole number that every type checker takes for a literal."""


def enumerated(schema: Schema) -> TypeRef:
    """The type of an ``enum`` or ``const``."""
    stated = (schema.enum or ()) if schema.const is ABSENT else (schema.const,)
    members: list[TypeRef] = []
    values = [v for v in map(_whole, stated) if isinstance(v, (str, int))]
    if values:
        distinct = {(type(value), value): value for value in values}
        members.append(Literals(tuple(distinct.values())))
    members += (ref for kind, ref in _OTHERS if _has(stated, kind))
    if None in stated or schema.nullable:
        members.append(Scalar(ScalarKind.NULL))
    return joined(members) if members else Unknown()


def _whole(value: Value) -> Value:
    """A number without fraction as the whole number that it is, if type checkers read it."""
    if isinstance(value, int) and abs(value) > _LARGEST:
        return inf
    if isinstance(value, float) and value.is_integer() and abs(value) <= _LARGEST:
        return int(value)
    return value


def _has(values: Iterable[Value], kind: type) -> bool:
    return any(isinstance(_whole(value), kind) for value in values)
