"""Where a generated type is ``object`` although the description says what the value is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from generator.ir import TypeRef, Unknown, without_null
from generator.lower.schemas import SchemaLowering
from generator.lower.use import Use
from generator.openapi import ABSENT, Schema


@contextmanager
def untyped_places() -> Iterator[set[str]]:
    """The ids of the schemas that say what they are, and were lowered to ``object`` in this block."""
    found: set[str] = set()
    lowered = SchemaLowering.type_of

    def type_of(self: SchemaLowering, stated: Schema, use: Use) -> TypeRef:
        ref = lowered(self, stated, use)
        if isinstance(without_null(ref), Unknown) and says_a_type(self.target(stated)):
            found.add(stated.id)
        return ref

    with patch.object(SchemaLowering, "type_of", type_of):
        yield found


def says_a_type(schema: Schema) -> bool:
    """Whether a schema says what its values are. Choices and compositions say what their parts say,
    which are looked at by themselves."""
    if schema.always is not None or schema.extensions.get("x-stainless-any"):
        return False
    return bool(
        schema.types
        or schema.properties
        or schema.items
        or schema.prefix_items
        or schema.pattern_properties
        or schema.enum
        or schema.const is not ABSENT
        or schema.format
    )
