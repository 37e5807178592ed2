"""The type RuleAnyResponse."""

from pydantic import Field
from typing_extensions import TypeAliasType

from .._core import BaseModel

__all__ = ["RuleAnyResponse", "All"]

All = TypeAliasType("All", "RuleAnyResponse | str")


class RuleAnyResponse(BaseModel):
    all: list[All] | None = None
    not_: "RuleAnyResponse | None" = Field(default=None, alias="not")
