"""What a description says of the statuses of a method."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from .. import ir
from ..ir import Bounds, Late
from .texts import prose
from .types import TypeExpression


class ResponseHeader(Struct, frozen=True):
    """A header of a response."""

    name: str
    description: str | None
    bounds: Bounds


class Property(Struct, frozen=True):
    """A property of a JSON object that has no class, under its wire name; ``inside`` are the
    properties of an object in it."""

    wire_name: str
    type: TypeExpression
    required: bool
    description: str | None
    bounds: Bounds
    inside: tuple[Property, ...]


class Response(Struct, frozen=True, kw_only=True):
    """What the description says of a status, which may be ``4XX`` or ``default``.

    Of the JSON body of a failure, ``model`` is the type that it is decoded to, if it has one, and
    ``properties`` are for readers.
    """

    status: str
    is_success: bool
    description: str
    headers: tuple[ResponseHeader, ...]
    properties: Late[tuple[Property, ...]]
    model: TypeExpression | None


def bound_response(
    response: ir.Response, expression: Callable[[ir.TypeRef], TypeExpression]
) -> Response:
    """What is said of a status, with types as a surface shows them."""
    return Response(
        status=response.status,
        is_success=response.is_success,
        description=prose(response.description) or "",
        headers=tuple(
            ResponseHeader(header.name, prose(header.description), header.bounds)
            for header in response.headers
        ),
        properties=Late(
            lambda: tuple(_property(p, expression) for p in response.properties.value)
        ),
        model=expression(response.model) if response.model else None,
    )


def _property(
    found: ir.Property, expression: Callable[[ir.TypeRef], TypeExpression]
) -> Property:
    return Property(
        wire_name=found.wire_name,
        type=expression(found.type),
        required=found.required,
        description=prose(found.description),
        bounds=found.bounds,
        inside=tuple(_property(p, expression) for p in found.inside),
    )
