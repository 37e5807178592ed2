"""The type Problem."""

from .._core import BaseModel

__all__ = ["Problem"]


class Problem(BaseModel):
    title: str
    """What is wrong."""
