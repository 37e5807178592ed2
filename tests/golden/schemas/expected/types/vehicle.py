"""The type Vehicle."""

from pydantic import Field

from .._core import BaseModel, Subtypes

__all__ = ["Vehicle"]


class Vehicle(BaseModel):
    vehicle_kind: str = Field(alias="vehicleKind")
    owner: str | None = None

    __subtypes__ = Subtypes(
        "vehicleKind", lambda: {"bike": types.Bicycle, "Lorry": types.Lorry}
    )


from .. import types
