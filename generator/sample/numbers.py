"""The number nearest to 1 that bounds allow."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, inf

from msgspec import Struct


class Range(Struct, frozen=True, kw_only=True):
    """Bounds of a number, named as in JSON Schema (Validation, 6.2); None where there is none."""

    minimum: float | None = None
    maximum: float | None = None
    exclusive_minimum: float | None = None
    exclusive_maximum: float | None = None
    multiples_of: Sequence[float] = ()

    def nearest(self, *, step: int) -> float | None:
        """The number within the bounds that is nearest to 1, or None.

        ``step`` is 1 for integers and 0 for any number.
        """
        above, below = self.exclusive_minimum, self.exclusive_maximum
        unit = max([step, *(f for f in self.multiples_of if f > 0)])
        gap = step or (0 if unit else self._gap())
        least = max(_or(self.minimum, -inf), -inf if above is None else above + gap)
        greatest = min(_or(self.maximum, inf), inf if below is None else below - gap)
        number = min(max(1, least), greatest)
        if unit:
            number = ceil(number / unit) * unit
            number += unit if number == above else 0
            if number > greatest or number == below:
                number = floor(greatest / unit) * unit
                number -= unit if number == below else 0
        if number < least or number in (inf, -inf):
            return None
        return int(number) if number == int(number) else number

    def contains(self, number: float) -> bool:
        """Whether a number is within the bounds."""
        return (
            (self.minimum is None or number >= self.minimum)
            and (self.maximum is None or number <= self.maximum)
            and (self.exclusive_minimum is None or number > self.exclusive_minimum)
            and (self.exclusive_maximum is None or number < self.exclusive_maximum)
            and all(_divides(factor, number) for factor in self.multiples_of)
        )

    def _gap(self) -> float:
        above, below = self.exclusive_minimum, self.exclusive_maximum
        if above is not None and below is not None:
            return (below - above) / 2
        return 1


def _divides(factor: float, number: float) -> bool:
    if factor <= 0:
        return True
    quotient = number / factor
    return abs(quotient - round(quotient)) < 1e-9


def _or(bound: float | None, default: float) -> float:
    return default if bound is None else bound
