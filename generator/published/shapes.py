"""What an annotation says, as far as a description can say it too."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct


class Anything(Struct, frozen=True):
    """Any value, or one of a type that is not read."""


class Null(Struct, frozen=True):
    """``None``."""


class Scalar(Struct, frozen=True):
    """A value without parts: ``str``, ``int``, ``float``, ``bool``, ``datetime``, ``date``,
    ``bytes``."""

    kind: str


class OneOf(Struct, frozen=True):
    """One of a few values (``Literal``)."""

    values: tuple[str | int | bool | None, ...]


class ListOf(Struct, frozen=True):
    """A list."""

    item: Shape


class MapOf(Struct, frozen=True):
    """A mapping from texts."""

    value: Shape


class UnionOf(Struct, frozen=True):
    """One of several shapes."""

    members: tuple[Shape, ...]


class Named(Struct, frozen=True):
    """A type that the package defines: its module, dotted and inside the package, and its name."""

    module: str
    name: str


class Applied(Struct, frozen=True):
    """A generic type of the package with its arguments, such as a page of something."""

    generic: Named
    arguments: tuple[Shape, ...]


Shape = Anything | Null | Scalar | OneOf | ListOf | MapOf | UnionOf | Named | Applied


def members(shape: Shape) -> tuple[Shape, ...]:
    """The alternatives of a shape, without null; itself if it has none."""
    if isinstance(shape, UnionOf):
        inner = (m for member in shape.members for m in members(member))
        return tuple(dict.fromkeys(inner))
    return () if isinstance(shape, Null) else (shape,)


def named_in(shape: Shape) -> Iterator[Named]:
    """The types of the package that a shape mentions."""
    match shape:
        case Named():
            yield shape
        case ListOf(inner) | MapOf(inner):
            yield from named_in(inner)
        case UnionOf(parts):
            for part in parts:
                yield from named_in(part)
        case Applied(generic, arguments):
            yield generic
            for argument in arguments:
                yield from named_in(argument)
        case Anything() | Null() | Scalar() | OneOf():
            pass
