"""The type ErrorData."""

from ..._core import BaseModel

__all__ = ["ErrorData", "Source"]


class Source(BaseModel):
    """What in the request gave rise to it."""

    pointer: str | None = None
    """The way to the offending part of the request."""


class ErrorData(BaseModel):
    """An error or a notice about the call."""

    code: int | None = None
    """A number that stands for this kind of error or notice."""

    documentation_url: str | None = None
    """Where to read more about it."""

    message: str | None = None
    """The same in words for people."""

    source: Source | None = None
    """What in the request gave rise to it."""
