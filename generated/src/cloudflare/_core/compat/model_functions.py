"""Functions on models that hide pydantic's version (``_compat``)."""

from __future__ import annotations

from functools import cached_property
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo

from ..decode.moments import parse_date, parse_datetime
from .type_questions import (
    get_args,
    get_origin,
    is_literal_type,
    is_typeddict,
    is_union,
)

__all__ = [
    "PYDANTIC_V1",
    "PYDANTIC_V2",
    "ConfigDict",
    "cached_property",
    "field_get_default",
    "field_outer_type",
    "get_args",
    "get_model_config",
    "get_model_fields",
    "get_origin",
    "is_literal_type",
    "is_typeddict",
    "is_union",
    "model_copy",
    "model_dump",
    "model_json",
    "model_parse",
    "parse_date",
    "parse_datetime",
    "parse_obj",
    "typed_cached_property",
]

ModelT = TypeVar("ModelT", bound=BaseModel)

PYDANTIC_V1 = False
"""Whether pydantic 1 is in use, which is not supported."""

PYDANTIC_V2 = True
"""Whether pydantic 2 is in use."""

typed_cached_property = cached_property


def parse_obj(model: type[ModelT], value: object) -> ModelT:
    """A model from a value.

    Raises:
        pydantic.ValidationError: the value is not what the model describes.
    """
    return model.model_validate(value)


def model_parse(model: type[ModelT], data: Any) -> ModelT:
    """The same as ``parse_obj``."""
    return model.model_validate(data)


def model_dump(
    model: BaseModel,
    *,
    exclude: Any = None,
    exclude_unset: bool = False,
    exclude_defaults: bool = False,
    warnings: bool = True,
    mode: Literal["json", "python"] = "python",
    by_alias: bool | None = None,
) -> dict[str, Any]:
    """A model as a dictionary."""
    return model.model_dump(
        mode=mode,
        exclude=exclude,
        exclude_unset=exclude_unset,
        exclude_defaults=exclude_defaults,
        warnings=warnings,
        by_alias=by_alias or False,
    )


def model_json(model: BaseModel, *, indent: int | None = None) -> str:
    """A model as JSON text."""
    return model.model_dump_json(indent=indent)


def model_copy(model: ModelT, *, deep: bool = False) -> ModelT:
    """A copy of a model."""
    return model.model_copy(deep=deep)


def get_model_config(model: type[BaseModel]) -> Any:
    """The configuration of a model."""
    return model.model_config


def get_model_fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model by name."""
    return model.model_fields


def field_outer_type(field: FieldInfo) -> Any:
    """The type that a field is annotated with."""
    return field.annotation


def field_get_default(field: FieldInfo) -> Any:
    """The default of a field; None where it has none."""
    return None if field.is_required() else field.get_default()
