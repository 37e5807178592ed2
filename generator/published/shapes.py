"""What an annotation says, as far as a description can say it too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Anything:
    """Any value, or one of a type that is not read."""


@dataclass(frozen=True, slots=True)
class Null:
    """``None``."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value without parts: ``str``, ``int``, ``float``, ``bool``, ``datetime``, ``date``,
    ``bytes``."""

    kind: str


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few values (``Literal``)."""

    values: tuple[str | int | bool | None, ...]


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list."""

    item: Shape


@dataclass(frozen=True, slots=True)
class MapOf:
    """A mapping from texts."""

    value: Shape


@dataclass(frozen=True, slots=True)
class UnionOf:
    """One of several shapes."""

    members: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A type that the package defines: its module, dotted and inside the package, and its name."""

    module: str
    name: str


@dataclass(frozen=True, slots=True)
class Applied:
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
