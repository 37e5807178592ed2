"""The type XGetResponse."""

from pydantic import Field
from typing import Literal

from .._core import BaseModel

__all__ = ["XGetResponse"]


class XGetResponse(BaseModel):
    """\"\"\"\" """

    a: str | None = None
    """ends in a quote \""""

    b_import_os: Literal["${HOME} %s {0}"] | None = Field(
        default=None, alias='b"\nimport os'
    )
    """tab     and \\ backslash"""
