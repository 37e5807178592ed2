"""The type PetRetrieveResponse."""

from .._core import BaseModel

__all__ = ["PetRetrieveResponse"]


class PetRetrieveResponse(BaseModel):
    """An animal that somebody keeps."""

    chip: str | None = None
    """The chip, null where it has none."""

    name: str
    """What it is called."""

    id: str | None = None
    age: int | None = None
    good: bool | None = None
    weight: float | None = None
