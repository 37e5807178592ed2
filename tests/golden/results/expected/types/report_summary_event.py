"""The type ReportSummaryEvent."""

from .._core import BaseModel

__all__ = ["ReportSummaryEvent"]


class ReportSummaryEvent(BaseModel):
    words: str | None = None
