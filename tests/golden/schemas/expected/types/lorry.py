"""The type Lorry."""

from pydantic import Field

from .vehicle import Vehicle

__all__ = ["Lorry"]


class Lorry(Vehicle):
    load_kg: float | None = Field(default=None, alias="loadKg")
