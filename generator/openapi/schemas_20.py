"""Reads schemas of Swagger 2.0: those of OpenAPI 3.0 with other words for null and files.

A parameter or header of Swagger 2.0 is its own schema: the keywords lie beside ``name`` and ``in``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar

from msgspec.structs import replace

from ..source import Value
from .cursor import Cursor
from .grammar import VALUE_KEYWORDS_20
from .model import Discriminator, Schema
from .schemas_30 import Schemas30
from .schemas_31 import Read, Schemas31, read_flag


class Schemas20(Schemas30):
    """The schemas of a description in Swagger 2.0."""

    COMPONENTS: ClassVar[tuple[str, ...]] = ("definitions",)

    def value(self, stated: Cursor) -> Schema:
        """The schema of the value of a parameter or header."""
        return self.read(replace(stated, value=_only(stated.value, VALUE_KEYWORDS_20)))

    def field(self, stated: Cursor) -> Schema:
        """The schema of a form's field, with the parameter's description."""
        kept = (*VALUE_KEYWORDS_20, "description")
        return self.read(replace(stated, value=_only(stated.value, kept)))

    def adjust(self, fields: dict[str, Any], bounds: dict[str, Value]) -> None:
        """Turn files into binary strings as well."""
        if fields.get("types") == ("file",) or fields.get("format") == "file":
            fields["types"] = ("string",)
            fields["format"] = "binary"
        super().adjust(fields, bounds)

    def discriminator(self, stated: Cursor) -> Discriminator | None:
        """The discriminator of a schema: the name of the property alone."""
        name = stated.as_text()
        return Discriminator(name, {}) if name is not None else None

    SCHEMA: ClassVar[Mapping[str, tuple[str, Read]]] = MappingProxyType(
        {**Schemas31.SCHEMA, "x-nullable": ("nullable", read_flag)}
    )


def _only(value: Value, keys: tuple[str, ...]) -> Value:
    if not isinstance(value, dict):
        return value
    return {
        key: inner
        for key, inner in value.items()
        if key in keys or key.startswith("x-")
    }
