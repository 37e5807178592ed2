"""Decoding that never fails because a server changed, done by pydantic's Rust core.

In a response, a field holds what its type says, or else the value that arrived; a field that is missing
is None. This holds for decoding JSON in lax mode only: constructors, ``model_validate``, the JSON
schema and ``strict=True`` follow the declared types. Each model's core schema therefore has two
branches, one for JSON and one for Python values; pydantic chooses by where the data come from.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias, get_args

from pydantic_core import core_schema

Schema: TypeAlias = Any
LENIENT = "clientwright_lenient"
"""The key of a schema's metadata that marks its two branches."""

LABEL = "\0"
"""Stands in the path of an error where a field has its two choices; not part of the data."""

NEVER = "\0nothing"
"""What a value would have to be to pass in strict mode without having its type."""

_ANYTHING = core_schema.lax_or_strict_schema(
    lax_schema=core_schema.any_schema(),
    strict_schema=core_schema.literal_schema([NEVER]),
)
_AS_IT_IS: Schema = (
    core_schema.simple_ser_schema("any")
    if "any" in get_args(core_schema.ExpectedSerializationTypes)
    else core_schema.plain_serializer_function_ser_schema(lambda value: value)
)
"""For numbers: true and false would be written as 1 and 0 where a number is described."""

_INEXACT = 2.0**53
"""The least whole number that a float holds and may stand for another (IEEE 754, binary64)."""
_YEAR = "([0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)"  # there is no year 0
_DATE = f"^{_YEAR}-[0-9]{{2}}-[0-9]{{2}}$"
_TIMESTAMP = (
    f"^{_YEAR}-[0-9]{{2}}-[0-9]{{2}}[Tt ][0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(\\.[0-9]{{1,6}})?"
    "([Zz]|[+-][0-9]{2}:?[0-9]{2})?$"
)


def soften_model(model: Schema) -> None:
    """Give the fields of a model's core schema, in place, their two branches."""
    holder = model
    while isinstance(holder.get("schema"), dict):
        inner = holder["schema"]
        if inner["type"] == "model-fields":
            holder["schema"] = _two_branches(_lenient_fields(inner), _faithful(inner))
            return
        if inner.get("metadata", {}).get(LENIENT):
            return
        holder = inner


def lenient(schema: Any) -> Any:
    """A schema that accepts, in JSON, what ``schema`` says at every depth, or else anything."""
    return _two_branches(_or_anything(schema), _faithful(schema))


def _two_branches(json_branch: Schema, python_branch: Schema) -> Schema:
    def json_schema(_: Any, handler: Callable[[Any], Any]) -> Any:
        return handler(python_branch)

    metadata = {LENIENT: True, "pydantic_js_functions": [json_schema]}
    return core_schema.json_or_python_schema(
        json_schema=json_branch,
        python_schema=python_branch,
        metadata=metadata,
    )


def _faithful(schema: Schema) -> Schema:
    """The same schema, which writes what stands for numbers as it is."""
    match schema["type"]:
        case "int" | "float":
            return {**schema, "serialization": _AS_IT_IS}
        case "model-fields":
            fields = schema["fields"].items()
            return {**schema, "fields": {name: _faithful(f) for name, f in fields}}
        case "model-field" | "nullable" | "default":
            return {**schema, "schema": _faithful(schema["schema"])}
        case "list" | "set" | "frozenset" if "items_schema" in schema:
            return {**schema, "items_schema": _faithful(schema["items_schema"])}
        case "tuple":
            items = [_faithful(item) for item in schema["items_schema"]]
            return {**schema, "items_schema": items}
        case "dict" if "values_schema" in schema:
            return {**schema, "values_schema": _faithful(schema["values_schema"])}
        case "union":
            return {
                **schema,
                "choices": [_each(c, _faithful) for c in schema["choices"]],
            }
        case _:
            return schema


def _lenient_fields(fields: Schema) -> Schema:
    lenient_fields = {
        **fields,
        "fields": {
            name: _lenient_field(field) for name, field in fields["fields"].items()
        },
    }
    if (extras := fields.get("extras_schema")) is not None:
        lenient_fields["extras_schema"] = _or_anything(extras)
    return lenient_fields


def _lenient_field(field: Schema) -> Schema:
    schema = field["schema"]
    if schema["type"] == "default":
        return {**field, "schema": {**schema, "schema": _or_anything(schema["schema"])}}
    missing = core_schema.with_default_schema(
        _or_anything(schema), default=None, validate_default=True
    )
    return {**field, "schema": missing}


def _or_anything(schema: Schema) -> Schema:
    """The type at every depth, without conversions, or else the value that arrived.

    The second choice exists in lax mode only, so that the same validator is strict on demand.
    """
    return core_schema.union_schema(
        [(_deep(schema), LABEL), (_ANYTHING, LABEL)],
        mode="left_to_right",
    )


def _deep(schema: Schema) -> Schema:
    match schema["type"]:
        case "list" | "set" | "frozenset" if "items_schema" in schema:
            return {**schema, "items_schema": _or_anything(schema["items_schema"])}
        case "tuple":
            items = [_or_anything(item) for item in schema["items_schema"]]
            return {**schema, "items_schema": items}
        case "dict" if "values_schema" in schema:
            return {**schema, "values_schema": _or_anything(schema["values_schema"])}
        case "nullable" | "default":
            return {**schema, "schema": _deep(schema["schema"])}
        case "union":
            return {
                **schema,
                "choices": [_each(choice, _deep) for choice in schema["choices"]],
            }
        case "datetime":
            exact = {**schema, "microseconds_precision": "error"}
            return _text_first(_TIMESTAMP, exact, strict=schema)
        case "date":
            return _text_first(_DATE, schema, strict=schema)
        case "float":
            return _float_or_large_integer({**schema, "strict": True})
        case "int":
            return {**schema, "strict": True, "serialization": _AS_IT_IS}
        case "bool" | "str":
            return {**schema, "strict": True}
        case _:
            return schema


def _each(choice: Any, change: Callable[[Schema], Schema]) -> Any:
    """A choice of a union, which may have a label, with its schema changed."""
    if isinstance(choice, tuple):
        return (change(choice[0]), *choice[1:])
    return change(choice)


def _float_or_large_integer(schema: Schema) -> Schema:
    """A float, also from a whole number; an integer that a float cannot hold exactly stays one."""
    exact = core_schema.float_schema(
        strict=True, gt=-_INEXACT, lt=_INEXACT, serialization=_AS_IT_IS
    )
    large = core_schema.int_schema(strict=True, serialization=_AS_IT_IS)
    return core_schema.union_schema([exact, large, schema], mode="left_to_right")


def _text_first(pattern: str, schema: Schema, *, strict: Schema) -> Schema:
    """A date from text of its form only: numbers, and text that holds one, stay as they came. So does
    what a date cannot hold exactly, which ``strict`` takes: it is no fault of the server.
    """
    text: Schema = core_schema.str_schema(pattern=pattern, strict=True)
    return core_schema.lax_or_strict_schema(
        lax_schema=core_schema.chain_schema([text, schema]),
        strict_schema=strict,
    )
