"""The type ReportLinesEvent."""

from .._core import BaseModel

__all__ = ["ReportLinesEvent"]


class ReportLinesEvent(BaseModel):
    line: str | None = None
