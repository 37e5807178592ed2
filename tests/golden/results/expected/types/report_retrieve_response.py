"""The type ReportRetrieveResponse."""

from .._core import BaseModel

__all__ = ["ReportRetrieveResponse"]


class ReportRetrieveResponse(BaseModel):
    title: str | None = None
