"""Which fields of a model a response must have."""

from __future__ import annotations

from pydantic.fields import FieldInfo

__all__ = ["REQUIRED", "is_required"]

REQUIRED = "required"
"""Annotates a field that responses must have, though it may be null and be left out in code."""


def is_required(field: FieldInfo) -> bool:
    """Whether a response without the field lacks something."""
    return field.is_required() or REQUIRED in field.metadata
