"""Numbers that a schema accepts."""

from __future__ import annotations

from math import ceil, floor, inf

from .layers import Layers


def nearest(layers: Layers, *, step: int) -> float | None:
    """The number within the bounds that is nearest to 1, or None.

    ``step`` is 1 for integers and 0 for any number.
    """
    low = layers.bound("minimum", max)
    high = layers.bound("maximum", min)
    above = layers.bound("exclusiveMinimum", max)
    below = layers.bound("exclusiveMaximum", min)
    factors = [f for f in layers.numbers("multipleOf") if f > 0]
    unit = max([step, *factors])
    gap = step or (0 if unit else _gap(above, below))
    least = max(-inf if low is None else low, -inf if above is None else above + gap)
    greatest = min(inf if high is None else high, inf if below is None else below - gap)
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


def _gap(above: float | None, below: float | None) -> float:
    if above is not None and below is not None:
        return (below - above) / 2
    return 1
