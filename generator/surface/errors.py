"""The errors of an API under their names."""

from __future__ import annotations

from ..ir import Api
from ..naming import NameTable, status_error
from .model import ErrorClass, ErrorClasses, Errors
from .texts import prose


def bound_errors(api: Api, names: NameTable) -> Errors | None:
    """What failed responses list."""
    if api.errors is None:
        return None
    return Errors(
        items=api.errors.items,
        model=names.types[api.errors.type],
        success=api.errors.success,
    )


def error_classes(api: Api, names: NameTable) -> ErrorClasses | None:
    """The classes of errors that the API has of its own."""
    found = api.own_errors.kinds
    if found is None:
        return None
    classes = tuple(
        ErrorClass(
            name=names.errors[kind.values[0]],
            base=status_error(kind.statuses),
            values=kind.values,
            statuses=kind.statuses,
            description=prose(kind.description),
        )
        for kind in found.kinds
    )
    return ErrorClasses(discriminator=found.discriminator, classes=classes)
