"""What a description says of the statuses of an operation."""

from __future__ import annotations

from msgspec import Struct


from .late import Late
from .types import Bounds, Ref, TypeRef


class ResponseHeader(Struct, frozen=True):
    """A header of a response, for readers."""

    name: str
    description: str | None
    bounds: Bounds = ()


class Property(Struct, frozen=True):
    """A property of a JSON object under its wire name, for readers: no class is made of the object,
    so its ``type`` refers to none. ``inside`` are the properties of an object in it."""

    wire_name: str
    type: TypeRef
    required: bool
    description: str | None
    bounds: Bounds
    inside: tuple[Property, ...]


class ResponseContent(Struct, frozen=True):
    """A media type of a response's body; ``example`` is the description's, or None."""

    media_type: str
    is_json: bool
    example: object = None


class Response(Struct, frozen=True, kw_only=True):
    """What the description says of a status (``404``, ``4XX`` or ``default``).

    Of the JSON body of a failure, ``model`` is the configured model that it is, and ``properties``
    are for readers.
    """

    status: str
    is_success: bool
    description: str
    headers: tuple[ResponseHeader, ...] = ()
    contents: tuple[ResponseContent, ...] = ()
    properties: Late[tuple[Property, ...]] = Late(tuple)
    model: Ref | None = None
