"""Names that a description wants its parts to have in Python, whatever they are on the wire.

Part of lowering; knows the keywords, not how names are made of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..openapi import Operation, Parameter, Schema, Value

_PYTHON = "python"
_OF_PROPERTY = ("property_name", "method_argument")
_OF_ARGUMENT = ("method_argument", "param_name", "property_name")
_OF_TYPE = ("type_name", "model_name")


def property_name(*schemas: Schema) -> str | None:
    """The name of a property: the first that one of its schemas has."""
    return _first((schema.extensions for schema in schemas), _OF_PROPERTY)


def argument_name(parameter: Parameter) -> str | None:
    """The name of the argument for a parameter."""
    found = [parameter.extensions]
    if parameter.schema is not None:
        found.append(parameter.schema.extensions)
    return _first(found, _OF_ARGUMENT) or next(
        (
            name
            for extensions in found
            if isinstance(name := extensions.get("x-stainless-param"), str) and name
        ),
        None,
    )


def type_name(*schemas: Schema) -> str | None:
    """The name of the type of a schema."""
    return _first((schema.extensions for schema in schemas), _OF_TYPE)


def deprecation(operation: Operation) -> str | None:
    """Why an operation is deprecated."""
    text = operation.extensions.get("x-stainless-deprecation-message")
    return text if isinstance(text, str) and text else None


def is_skipped(extensions: Mapping[str, Value]) -> bool:
    """Whether a property or parameter is left out of Python clients."""
    skip = extensions.get("x-stainless-skip")
    return skip is True or (isinstance(skip, list) and _PYTHON in skip)


def _first(found: Iterable[Mapping[str, Value]], parts: tuple[str, ...]) -> str | None:
    for extensions in filter(None, found):
        naming = extensions.get("x-stainless-naming")
        names = naming.get(_PYTHON) if isinstance(naming, dict) else None
        if not isinstance(names, dict):
            continue
        for part in parts:
            name = names.get(part)
            if isinstance(name, str) and name:
                return name
    return None
