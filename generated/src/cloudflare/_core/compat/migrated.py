"""Functions that exist for migrated programs and tests alone: nothing here uses them.

They answer questions about types as the private modules of generated clients have long done, and
are reached under the old names, say ``_utils.is_dict``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from types import UnionType
from typing import Annotated, Any, TypeGuard, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter
from pydantic.fields import FieldInfo
from typing_extensions import TypeAliasType

PYDANTIC_V1 = False
"""Whether pydantic 1 is in use, which is no longer supported."""


def is_dict(value: object) -> TypeGuard[dict[object, object]]:
    """Whether a value is a dict."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[object]]:
    """Whether a value is a list."""
    return isinstance(value, list)


def is_list_type(type_: Any) -> bool:
    """Whether a type is ``list`` or ``list[…]``."""
    return (get_origin(type_) or type_) is list


def is_sequence_type(type_: Any) -> bool:
    """Whether a type is ``Sequence[…]``."""
    return get_origin(type_) is Sequence


def is_union_type(type_: Any) -> bool:
    """Whether a type is a union, however it is written."""
    return get_origin(type_) in (Union, UnionType)


def is_annotated_type(type_: Any) -> bool:
    """Whether a type is ``Annotated[…]``."""
    return get_origin(type_) is Annotated


def is_type_alias_type(type_: Any) -> bool:
    """Whether a type is an alias that was made with ``type`` or ``TypeAliasType`` (PEP 695)."""
    return isinstance(type_, TypeAliasType)


def extract_type_arg(type_: Any, index: int) -> Any:
    """One of the arguments of a generic type.

    Raises:
        RuntimeError: the type has no such argument.
    """
    arguments = get_args(type_)
    if not 0 <= index < len(arguments):
        raise RuntimeError(f"{type_} has no type argument at index {index}")
    return arguments[index]


def parse_datetime(value: str | int | float | datetime) -> datetime:
    """A moment from its text (RFC 3339) or from seconds since 1970.

    Raises:
        pydantic.ValidationError: the value is not a valid date-time.
    """
    return TypeAdapter(datetime).validate_python(value)


def parse_date(value: str | int | float | date) -> date:
    """A day from its text (RFC 3339, full-date) or from seconds since 1970 that fall on midnight.

    Raises:
        pydantic.ValidationError: the value is not a valid date.
    """
    return TypeAdapter(date).validate_python(value)


def get_model_fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model by name."""
    return model.model_fields


def field_outer_type(field: FieldInfo) -> Any:
    """The type that a field is annotated with."""
    return field.annotation
