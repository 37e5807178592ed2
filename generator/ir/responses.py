"""What a description says of the statuses of an operation."""

from __future__ import annotations

from dataclasses import dataclass

from .late import Late
from .types import Bounds, Ref, TypeRef


@dataclass(frozen=True, slots=True)
class ResponseHeader:
    """A header of a response, for readers."""

    name: str
    description: str | None
    bounds: Bounds = ()


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a JSON object under its wire name, for readers: no class is made of the object,
    so its ``type`` refers to none. ``inside`` are the properties of an object in it."""

    wire_name: str
    type: TypeRef
    required: bool
    description: str | None
    bounds: Bounds
    inside: tuple[Property, ...]


@dataclass(frozen=True, slots=True)
class ResponseContent:
    """A media type of a response's body; ``example`` is the description's, or None."""

    media_type: str
    is_json: bool
    example: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
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
