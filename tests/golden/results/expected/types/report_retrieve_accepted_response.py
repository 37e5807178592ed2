"""The type ReportRetrieveAcceptedResponse."""

from .._core import BaseModel

__all__ = ["ReportRetrieveAcceptedResponse"]


class ReportRetrieveAcceptedResponse(BaseModel):
    job: str | None = None
