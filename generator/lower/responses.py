"""The body to read of each response: the media types that are held in the preferred way."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ..ir import MediaTypes
from ..openapi import JSON, Carried, MediaType, Response, Schema, carried, is_name
from ..source import Value
from .order import in_order
from .schemas import SchemaLowering

VALUES = (Carried.JSON, Carried.BYTES, Carried.TEXT)
"""What is not a stream, the most welcome first: bytes can hold a text, and texts no bytes."""


class ResponseBody(Struct, frozen=True):
    """A response, how its body is held, and in which media types, the first of which is read; none
    where there is no body."""

    response: Response
    held: Carried | None = None
    media: tuple[MediaType, ...] = ()

    @property
    def schema(self) -> Schema | None:
        """The schema of the body."""
        return self.media[0].schema if self.media else None

    @property
    def example(self) -> object:
        """The example of the body, or None."""
        return in_order(self.media[0].example) if self.media else None

    @property
    def content(self) -> Value:
        """What is written as the schema: equal for responses that have the same type."""
        return self.schema.origin.value if self.schema else None


def bodies_in(
    responses: Sequence[Response],
    held: Sequence[Carried],
    schemas: SchemaLowering,
    *,
    as_described: bool = False,
) -> list[ResponseBody]:
    """What is taken of responses that are held in one of these ways, and those without a body: also
    those whose status rules it out, unless they are taken ``as_described``."""
    found = (
        (
            _body(response, held, schemas)
            if response.has_body or (as_described and response.content)
            else ResponseBody(response)
        )
        for response in responses
    )
    return [body for body in found if body is not None]


def _body(
    response: Response, welcome: Sequence[Carried], schemas: SchemaLowering
) -> ResponseBody | None:
    kinds = [(_held(media, schemas), media) for media in response.content]
    kind = next((k for k in welcome if any(k is known for known, _ in kinds)), None)
    if kind is None:
        return None
    media = sorted((m for known, m in kinds if known is kind), key=_plain_first)
    return ResponseBody(
        response, kind, tuple(media[:1] if kind is Carried.JSON else media)
    )


def _held(media: MediaType, schemas: SchemaLowering) -> Carried:
    return carried(media, schemas.target(media.schema) if media.schema else None)


def _plain_first(media: MediaType) -> tuple[bool, str]:
    return media.name != JSON, media.name


def accepted_types(bodies: Sequence[ResponseBody]) -> MediaTypes:
    """The media types to ask for; none where plain JSON is all."""
    names = dict.fromkeys(m.name for body in bodies for m in body.media)
    if set(names) <= {JSON}:
        return ()
    valid = tuple(name for name in names if is_name(name))
    return valid if len(valid) == len(names) else (*valid, "*/*")
