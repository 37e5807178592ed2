"""What a successful call returns."""

from __future__ import annotations

from typing import assert_never

from msgspec import Struct

from ..ir import MediaTypes
from .types import TypeExpression


class ModelResult(Struct, frozen=True):
    """A call returns one value: of the type that ``statuses`` has for its status, if it has one.

    ``accept`` are the media types to ask for, plain JSON if there are none. ``unwrapped`` is the wire
    name of the property of the body that is returned in place of the whole.
    """

    type: TypeExpression
    accept: MediaTypes = ()
    statuses: tuple[tuple[str, TypeExpression], ...] = ()
    unwrapped: str | None = None


class PageResult(Struct, frozen=True):
    """A call returns pages: the scheme, and the type of an item. What asks for a page is in the query,
    or ``in_body``."""

    scheme: str
    item: TypeExpression
    accept: MediaTypes = ()
    in_body: bool = False


class StreamResult(Struct, frozen=True):
    """A call returns items as they arrive: of this type, or server-sent events as they are."""

    item: TypeExpression | None
    accept: MediaTypes


class SwitchedResult(Struct, frozen=True):
    """A call returns a stream if the argument of the name ``switch`` is true, else one value."""

    switch: str
    value: ModelResult
    stream: StreamResult


class BinaryResult(Struct, frozen=True):
    """A call returns bytes, to be read or written to a file."""

    accept: MediaTypes


class TextResult(Struct, frozen=True):
    """A call returns text."""

    accept: MediaTypes


class NoResult(Struct, frozen=True):
    """A call returns nothing."""


Result = (
    ModelResult
    | PageResult
    | StreamResult
    | SwitchedResult
    | BinaryResult
    | TextResult
    | NoResult
)


def returned_type(result: Result) -> TypeExpression | None:
    """The described type that a result is about: the value, one item of a page or of a stream."""
    match result:
        case ModelResult(type=type_) | SwitchedResult(value=ModelResult(type=type_)):
            return type_
        case PageResult(item=item) | StreamResult(item=item):
            return item
        case BinaryResult() | TextResult() | NoResult():
            return None
    assert_never(result)
