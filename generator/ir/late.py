"""Values that are made when they are first asked for: what only documentation shows."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Generic, TypeVar

T = TypeVar("T")


class Late(Generic[T]):
    """A value that ``make`` gives, called once, at the first use; compared by that value.

    What it is made of must not change any more, as nothing says when that use is.
    """

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make

    @cached_property
    def value(self) -> T:
        """The value."""
        return self._make()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Late) and self.value == other.value

    def __hash__(self) -> int:
        return hash(self.value)

    def __repr__(self) -> str:
        return repr(self.value)
