"""The type ReportSummaryResponse."""

from .._core import BaseModel

__all__ = ["ReportSummaryResponse"]


class ReportSummaryResponse(BaseModel):
    text: str | None = None
