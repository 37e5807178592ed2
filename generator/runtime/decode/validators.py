"""Validators of JSON; types that hold very many models share one.

The models of a large API hold each other, so that each of them leads to hundreds: a validator of
its own would take megabytes for each type that a program receives. In a validator that is shared,
each type is a field, and one call decodes into one field.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import Any, TypeAlias

from pydantic_core import SchemaValidator, ValidationError, core_schema

from .flat import OwnSchema, Schema, flat_schema

Validate: TypeAlias = Callable[..., Any]
"""Decodes ``data`` into a type; ``strict`` refuses what is not what was described."""

MANY = 64
"""Definitions that a type leads to, from which on its validator is shared."""

_NUMBERS = count()


@cache
def _can_share() -> bool:
    """Whether pydantic knows that the value of such a field comes from JSON; old ones do not."""
    origin = core_schema.json_or_python_schema(
        json_schema=core_schema.int_schema(), python_schema=core_schema.str_schema()
    )
    field = core_schema.model_field(core_schema.json_schema(origin))
    validator = SchemaValidator(core_schema.model_fields_schema({"": field}))
    try:
        validator.validate_assignment({}, "", b"1")
    except ValidationError:
        return False
    return True


def validator_of(own: OwnSchema) -> Validate:
    """What decodes JSON by a schema and what it leads to."""
    schema = flat_schema(own)
    if len(schema["definitions"]) < MANY or not _can_share():
        return SchemaValidator(schema).validate_json
    root = schema["schema"]
    name = root.get("schema_ref") or str(next(_NUMBERS))
    return _Field(name, schema).validate


@dataclass(frozen=True, slots=True)
class _Shared:
    """A validator that has the types as fields."""

    types: Mapping[str, Schema]
    definitions: Mapping[str, Schema]
    validator: SchemaValidator

    def with_type(self, name: str, schema: Schema) -> _Shared:
        """Another one that has the type too, and every definition that it leads to."""
        added = {found["ref"]: found for found in schema["definitions"]}
        definitions = {**self.definitions, **added}
        refer = core_schema.definition_reference_schema
        types = {**self.types, **{ref: refer(ref) for ref in added}}
        types[name] = schema["schema"]
        fields = core_schema.model_fields_schema(
            {
                name: core_schema.model_field(core_schema.json_schema(schema))
                for name, schema in types.items()
            }
        )
        every = core_schema.definitions_schema(fields, list(definitions.values()))
        return _Shared(types, definitions, SchemaValidator(every))


_shared = _Shared({}, {}, SchemaValidator(core_schema.any_schema()))


@dataclass(frozen=True, slots=True)
class _Field:
    """A type that is decoded by the validator that is shared."""

    name: str
    schema: Schema

    def validate(self, data: bytes, *, strict: bool | None) -> Any:
        """What the bytes are as this type; raises ValidationError as a validator of its own would.

        Takes no lock: of two threads that add a type at once one does it again.
        """
        global _shared
        shared = _shared
        if self.name not in shared.types:
            shared = _shared = shared.with_type(self.name, self.schema)
        try:
            found: Any = shared.validator.validate_assignment(
                {}, self.name, data, strict=strict
            )
        except ValidationError as error:
            raise _without_field(error) from None
        return found[0][self.name]


def _without_field(error: ValidationError) -> ValidationError:
    """The same error, about JSON, with paths that start inside the field."""
    found = error.errors(include_url=False)
    lines: Any = [{**line, "loc": line["loc"][1:]} for line in found]
    return ValidationError.from_exception_data(error.title, lines, input_type="json")
