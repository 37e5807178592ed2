"""The type OrderLatestResponse."""

from .._core import BaseModel
from .address import Address

__all__ = ["OrderLatestResponse", "Line", "Parts", "TotalTax", "Total"]


class Line(BaseModel):
    sku: str


class Parts(BaseModel):
    count: int | None = None


class TotalTax(BaseModel):
    rate: float | None = None


class Total(BaseModel):
    amount: float | None = None
    tax: TotalTax | None = None


class OrderLatestResponse(BaseModel):
    lines: list[Line] | None = None
    notes: dict[str, str] | None = None
    parts: dict[str, Parts] | None = None
    ship_to: Address | None = None
    total: Total | None = None
