"""The type RuleAnyResponse."""

from pydantic import Field

from .._core import BaseModel

__all__ = ["RuleAnyResponse"]


class RuleAnyResponse(BaseModel):
    all: "list[RuleAnyResponse | str] | None" = None
    not_: "RuleAnyResponse | None" = Field(default=None, alias="not")
