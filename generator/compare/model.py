"""A package as programs use it: what they can import, call and read.

Frozen values; a definition is identified by the module that holds it, and found by the paths from
which it can be imported.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from ..diagnostics import Place
from ..published import Named
from .hints import Hint


class Argument(Struct, frozen=True, kw_only=True):
    """An argument of a function. ``default`` is the value of one that has a constant, as it is
    written."""

    name: str
    hint: Hint
    positional: bool
    required: bool
    default: str | None


class Signature(Struct, frozen=True, kw_only=True):
    """What a call takes and returns. It may take any further arguments by position
    (``any_positional``) or by keyword (``any_keyword``)."""

    arguments: tuple[Argument, ...]
    result: Hint
    any_positional: bool
    any_keyword: bool


class Function(Struct, frozen=True, kw_only=True):
    """A function or method. Of one with overloads ``signature`` takes and returns what any of them
    does."""

    signature: Signature
    overloads: tuple[Signature, ...]
    is_async: bool
    is_deprecated: bool
    place: Place


class Field(Struct, frozen=True, kw_only=True):
    """What can be read from an object; of a dictionary, a key."""

    hint: Hint
    required: bool
    place: Place


Member = Function | Field


class Class(Struct, frozen=True, kw_only=True):
    """A class with its own members; ``is_dictionary`` tells a typed dictionary, whose members are
    its keys."""

    bases: tuple[Hint, ...]
    members: Mapping[str, Member]
    is_dictionary: bool
    place: Place


class Alias(Struct, frozen=True, kw_only=True):
    """Another name for a type."""

    hint: Hint
    place: Place


class Constant(Struct, frozen=True, kw_only=True):
    """A value; ``hint`` is its type if it is stated."""

    hint: Hint | None
    place: Place


Definition = Class | Alias | Function | Constant


class Exports(Struct, frozen=True, kw_only=True):
    """What can be imported: each path with what it leads to, None for what the package itself
    imports from elsewhere; and the modules, with the place of each."""

    paths: Mapping[str, Named | None]
    modules: Mapping[str, Place]
