"""What a successful call returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from ..ir import MediaTypes
from .types import TypeExpression


@dataclass(frozen=True, slots=True)
class ModelResult:
    """A call returns one value: of the type that ``statuses`` has for its status, if it has one.

    ``accept`` are the media types to ask for, plain JSON if there are none. ``unwrapped`` is the wire
    name of the property of the body that is returned in place of the whole.
    """

    type: TypeExpression
    accept: MediaTypes = ()
    statuses: tuple[tuple[str, TypeExpression], ...] = ()
    unwrapped: str | None = None


@dataclass(frozen=True, slots=True)
class PageResult:
    """A call returns pages: the scheme, and the type of an item. What asks for a page is in the query,
    or ``in_body``."""

    scheme: str
    item: TypeExpression
    accept: MediaTypes = ()
    in_body: bool = False


@dataclass(frozen=True, slots=True)
class StreamResult:
    """A call returns items as they arrive: of this type, or server-sent events as they are."""

    item: TypeExpression | None
    accept: MediaTypes


@dataclass(frozen=True, slots=True)
class SwitchedResult:
    """A call returns a stream if the argument of the name ``switch`` is true, else one value."""

    switch: str
    value: ModelResult
    stream: StreamResult


@dataclass(frozen=True, slots=True)
class BinaryResult:
    """A call returns bytes, to be read or written to a file."""

    accept: MediaTypes


@dataclass(frozen=True, slots=True)
class TextResult:
    """A call returns text."""

    accept: MediaTypes


@dataclass(frozen=True, slots=True)
class NoResult:
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
