"""Names of the fields of models, and of the keys of typed dictionaries."""

from __future__ import annotations

from ..diagnostics import Report
from ..ir import Direction, Object, PageBody, TypeId
from .reserved import (
    MODEL_ATTRIBUTES,
    PAGE_ATTRIBUTES,
    escape,
    identifier,
)
from .scopes import Claim, Strength, settle
from .casing import Casing, hinted


def name_fields(
    definition: Object, casing: Casing, report: Report
) -> dict[tuple[TypeId, str], str]:
    """The attribute of each property of an object."""
    is_sent = definition.direction is Direction.SENT
    claims = [
        Claim(
            (definition.id, field.wire_name),
            (
                (hinted(field.hint, casing, "field"),)
                if field.hint
                else (_attribute(field.wire_name, casing, is_key=is_sent),)
            ),
            Strength.REQUIRED if field.hint else Strength.SUGGESTED,
            f"{position:04}",
            field.place,
            "add x-stainless-naming: {python: {property_name: …}} to one of the two properties",
        )
        for position, field in enumerate(definition.fields)
    ]
    is_page = isinstance(definition.origin, PageBody)
    reserved = PAGE_ATTRIBUTES if is_page else MODEL_ATTRIBUTES
    if is_sent:
        reserved = frozenset()
    return settle(
        claims,
        scope="the fields of one model",
        report=report,
        escape=lambda name: escape(name, reserved),
    )


def _attribute(wire_name: str, casing: Casing, *, is_key: bool) -> str:
    snake = casing.snake(wire_name)
    hidden = wire_name.startswith("_") or (snake.startswith("model_") and not is_key)
    if snake[:1].isdigit():
        return f"api_{snake}"
    name = identifier(snake, "field")
    return f"api_{name}" if hidden else name
