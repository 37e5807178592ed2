"""What a caller gives to a method."""

from __future__ import annotations

from enum import Enum
from typing import assert_never

from msgspec import Struct

from .. import ir
from ..ir import Bounds, Location, Style
from .types import TypeExpression


class BodyPart(Enum):
    """What an argument is in the body: one of its properties, a file in a form, or all of it."""

    FIELD = "field"
    FILE = "file"
    WHOLE = "whole"


def body_part(argument: ir.Argument) -> BodyPart | None:
    """What an argument is in the body; None for one that goes elsewhere."""
    match argument:
        case ir.BodyField():
            return BodyPart.FIELD
        case ir.FileField():
            return BodyPart.FILE
        case ir.WholeBody():
            return BodyPart.WHOLE
        case (
            ir.PathArgument()
            | ir.QueryArgument()
            | ir.HeaderArgument()
            | ir.CookieArgument()
            | ir.ScopeArgument()
        ):
            return None
    assert_never(argument)


class Argument(Struct, frozen=True, kw_only=True):
    """What a caller gives to a method. ``positional`` arguments may be given without a keyword;
    of those whose location is a scope exactly one is given. ``style`` says how it is written, if
    not as the API usually writes parameters; ``part`` is set for the body's.
    """

    name: str
    wire_name: str
    location: Location
    part: BodyPart | None
    type: TypeExpression
    required: bool
    positional: bool
    deprecated: bool
    style: Style | None
    description: str | None
    bounds: Bounds
