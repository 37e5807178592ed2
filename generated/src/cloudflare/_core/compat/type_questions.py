"""Questions about types and type arguments (``_utils._typing``)."""

from __future__ import annotations

import types
from collections.abc import Iterable, Sequence
from types import UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    NotRequired,
    Required,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
)

from typing_extensions import TypeAliasType, is_typeddict

__all__ = [
    "extract_type_arg",
    "extract_type_var_from_base",
    "get_args",
    "get_origin",
    "is_annotated_type",
    "is_iterable_type",
    "is_list_type",
    "is_literal_type",
    "is_required_type",
    "is_sequence_type",
    "is_type_alias_type",
    "is_typeddict",
    "is_typevar",
    "is_union",
    "is_union_type",
    "strip_annotated_type",
]


def is_list_type(type_: Any) -> bool:
    """Whether a type is ``list`` or ``list[…]``."""
    return (get_origin(type_) or type_) is list


def is_sequence_type(type_: Any) -> bool:
    """Whether a type is ``Sequence[…]``."""
    return get_origin(type_) is Sequence


def is_iterable_type(type_: Any) -> bool:
    """Whether a type is ``Iterable[…]``."""
    return get_origin(type_) is Iterable


def is_union(origin: Any) -> bool:
    """Whether the origin of a type is that of a union."""
    return origin in (Union, UnionType)


def is_union_type(type_: Any) -> bool:
    """Whether a type is a union, however it is written."""
    return is_union(get_origin(type_))


def is_annotated_type(type_: Any) -> bool:
    """Whether a type is ``Annotated[…]``."""
    return get_origin(type_) is Annotated


def is_required_type(type_: Any) -> bool:
    """Whether a type is ``Required[…]``."""
    return get_origin(type_) is Required


def is_literal_type(type_: Any) -> bool:
    """Whether a type is ``Literal[…]``."""
    return get_origin(type_) is Literal


def is_typevar(type_: Any) -> bool:
    """Whether a type is a type variable."""
    return isinstance(type_, TypeVar)


def is_type_alias_type(type_: Any) -> bool:
    """Whether a type is an alias that was made with ``type`` or ``TypeAliasType`` (PEP 695)."""
    kinds = (TypeAliasType, getattr(types, "TypeAliasType", TypeAliasType))
    return isinstance(type_, kinds)


def strip_annotated_type(type_: Any) -> Any:
    """The type inside ``Annotated``, ``Required`` and ``NotRequired``."""
    while get_origin(type_) in (Annotated, Required, NotRequired):
        type_ = get_args(type_)[0]
    return type_


def extract_type_arg(type_: Any, index: int) -> Any:
    """One of the arguments of a generic type.

    Raises:
        RuntimeError: the type has no such argument.
    """
    arguments = get_args(type_)
    if not 0 <= index < len(arguments):
        raise RuntimeError(
            f"Expected type {type_} to have a type argument at index {index} but it did not"
        )
    return arguments[index]


def extract_type_var_from_base(
    type_: Any,
    *,
    generic_bases: tuple[type, ...],
    index: int,
    failure_message: str | None = None,
) -> Any:
    """What a class, or one derived from it, has for a type variable of one of its generic bases.

    Raises:
        TypeError: none of the bases is among those of the class, or the variable is left open.
    """
    for base, arguments in _bases_of(type_):
        if base in generic_bases and index < len(arguments):
            found = arguments[index]
            if not is_typevar(found):
                return found
    raise TypeError(
        failure_message
        or f"could not resolve the inner type variable at index {index} for {type_}"
    )


def _bases_of(type_: Any) -> list[tuple[type, tuple[Any, ...]]]:
    """The generic classes that a type is derived from, itself first, each with its arguments."""
    origin = get_origin(type_) or type_
    own = get_args(type_)
    found: list[tuple[type, tuple[Any, ...]]] = [(origin, own)]
    variables = cast("tuple[Any, ...]", getattr(origin, "__parameters__", ()))
    known = dict(zip(variables, own, strict=False))
    for base in getattr(origin, "__orig_bases__", ()):
        for inner, arguments in _bases_of(base):
            replaced = tuple(known.get(a, a) if is_typevar(a) else a for a in arguments)
            found.append((inner, replaced))
    return found
