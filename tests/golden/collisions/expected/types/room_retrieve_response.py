"""The type RoomRetrieveResponse."""

import builtins
import datetime as _datetime
from pydantic import Field
from typing import Literal

from .._core import BaseModel

__all__ = [
    "RoomRetrieveResponse",
    "UsageDetail",
    "Usage",
    "RoomRetrieveResponseUsageDetail",
]


class UsageDetail(BaseModel):
    a: str | None = None


class Usage(BaseModel):
    detail: UsageDetail | None = None


class RoomRetrieveResponseUsageDetail(BaseModel):
    b: str | None = None


class RoomRetrieveResponse(BaseModel):
    after_str: builtins.str | None = None
    changed: _datetime.datetime | None = None
    date: _datetime.date | None = None
    """Hides the type of its neighbour."""

    datetime: _datetime.datetime | None = None
    dict_: dict[builtins.str, builtins.object] | None = Field(
        default=None, alias="dict"
    )
    list: builtins.list[builtins.str] | None = None
    literal: Literal["a", "b"] | None = Field(default=None, alias="Literal")
    object: dict[builtins.str, builtins.object] | None = None
    str: builtins.str | None = None
    until: _datetime.date | None = None
    usage: Usage | None = None
    usage_detail: RoomRetrieveResponseUsageDetail | None = None
