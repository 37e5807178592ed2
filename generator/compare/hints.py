"""Annotations by their meaning: a closed sum in which equal types are equal values.

``Optional[str]``, ``Union[None, str]`` and ``"str | None"`` are one hint; so are ``List[int]`` and
``list[int]``. Knows nothing of packages but what ``Named`` identifies.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from msgspec import Struct

from ..published import Named


class Outside(Struct, frozen=True):
    """A type that the package does not define; those of the language have no module."""

    module: str
    name: str


class Values(Struct, frozen=True):
    """One of a few values (``Literal``), each as it is written."""

    values: frozenset[str]


class Either(Struct, frozen=True):
    """One of several types."""

    members: frozenset[Hint]


class Applied(Struct, frozen=True):
    """A generic type with its arguments."""

    generic: Hint
    arguments: tuple[Hint, ...]


class Several(Struct, frozen=True):
    """A list of types in the arguments of another, such as those of ``Callable``."""

    items: tuple[Hint, ...]


@dataclass(frozen=True, slots=True)
class Variable:
    """A type variable; how it is called makes no difference."""

    name: str = field(compare=False)


class Other(Struct, frozen=True):
    """An expression that is not understood; ``text`` is how it is written."""

    text: str


Hint = Outside | Values | Either | Applied | Several | Variable | Other | Named

NONE = Outside("", "None")
ANYTHING = frozenset((Outside("", "Any"), Outside("", "object")))
"""What every value belongs to."""


def either(members: Iterator[Hint] | tuple[Hint, ...]) -> Hint:
    """The union of types: flat, and with all literal values in one member."""
    found: set[Hint] = set()
    values: set[str] = set()
    for member in members:
        for part in member.members if isinstance(member, Either) else (member,):
            if isinstance(part, Values):
                values |= part.values
            else:
                found.add(part)
    if values:
        found.add(Values(frozenset(values)))
    return next(iter(found)) if len(found) == 1 else Either(frozenset(found))


def alternatives(hint: Hint) -> frozenset[Hint]:
    """The members of a union; of any other type itself."""
    return hint.members if isinstance(hint, Either) else frozenset((hint,))


def named_in(hint: Hint) -> Iterator[Named]:
    """The types of the package that a hint mentions."""
    match hint:
        case Named():
            yield hint
        case Either(members):
            for member in members:
                yield from named_in(member)
        case Applied(generic, arguments):
            yield from named_in(generic)
            for argument in arguments:
                yield from named_in(argument)
        case Several(items):
            for item in items:
                yield from named_in(item)
        case Outside() | Values() | Variable() | Other():
            pass


def shown(hint: Hint, *, full: bool = False) -> str:
    """A hint as a person would write it; ``full`` with the modules of names."""
    match hint:
        case Named(module, name) | Outside(module, name):
            return f"{module}.{name}" if full and module else name
        case Values(values):
            return f"Literal[{', '.join(sorted(values))}]"
        case Either(members):
            ordered = sorted(members, key=lambda m: (m == NONE, shown(m, full=True)))
            return " | ".join(shown(member, full=full) for member in ordered)
        case Applied(generic, arguments):
            inner = ", ".join(shown(argument, full=full) for argument in arguments)
            return f"{shown(generic, full=full)}[{inner}]"
        case Several(items):
            return f"[{', '.join(shown(item, full=full) for item in items)}]"
        case Variable(name):
            return name
        case Other(text):
            return text
