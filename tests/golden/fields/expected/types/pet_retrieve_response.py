"""The type PetRetrieveResponse."""

from typing import Annotated

from .._core import REQUIRED, BaseModel

__all__ = ["PetRetrieveResponse"]


class PetRetrieveResponse(BaseModel):
    """An animal that somebody keeps."""

    chip: Annotated[str | None, REQUIRED] = None
    """The chip, null where it has none."""

    name: str
    """What it is called."""

    id: str | None = None
    age: int | None = None
    good: bool | None = None
    weight: float | None = None
