"""The type Bicycle."""

from .vehicle import Vehicle

__all__ = ["Bicycle"]


class Bicycle(Vehicle):
    gears: int | None = None
