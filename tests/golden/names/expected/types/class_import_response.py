"""The type ClassImportResponse."""

import builtins
import datetime as _datetime
from pydantic import Field

from .._core import BaseModel

__all__ = ["ClassImportResponse"]


class ClassImportResponse(BaseModel):
    class_: str = Field(alias="class")
    api_1st: str | None = Field(default=None, alias="1st")
    api_id: str | None = Field(default=None, alias="_id")
    any: builtins.object | None = None
    camel_case_url: str | None = Field(default=None, alias="camelCaseURL")
    copy_: str | None = Field(default=None, alias="copy")
    datetime: _datetime.datetime | None = None
    list: builtins.list[int] | None = None
    api_model_name: str | None = Field(default=None, alias="model_name")
    object: dict[str, builtins.object] | None = None
    schema_: str | None = Field(default=None, alias="schema")
