"""Which fields of a model a response must have."""

from __future__ import annotations

from typing import get_type_hints

import pydantic
from pydantic.fields import FieldInfo

__all__ = ["REQUIRED", "is_required", "required_names"]

REQUIRED = "required"
"""Annotates a field that responses must have, though it may be null and be left out in code."""


def is_required(field: FieldInfo) -> bool:
    """Whether a response without the field lacks something."""
    return field.is_required() or REQUIRED in field.metadata


def required_names(model: type[pydantic.BaseModel]) -> frozenset[str]:
    """The wire names of the fields that are required. pydantic may not have read the annotations of
    a class in a circle yet, so they are read here."""
    try:
        hints = get_type_hints(model, include_extras=True)
    except NameError:  # of a name that only type checkers know
        hints = {}
    return frozenset(
        field.alias or name
        for name, field in model.model_fields.items()
        if is_required(field)
        or REQUIRED in getattr(hints.get(name), "__metadata__", ())
    )
