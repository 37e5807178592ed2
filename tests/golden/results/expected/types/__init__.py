"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .problem import Problem as Problem
    from .report_lines_event import ReportLinesEvent as ReportLinesEvent
    from .report_retrieve_accepted_response import (
        ReportRetrieveAcceptedResponse as ReportRetrieveAcceptedResponse,
    )
    from .report_retrieve_response import (
        ReportRetrieveResponse as ReportRetrieveResponse,
    )
    from .report_summary_event import ReportSummaryEvent as ReportSummaryEvent
    from .report_summary_params import ReportSummaryParams as ReportSummaryParams
    from .report_summary_response import ReportSummaryResponse as ReportSummaryResponse
    from .report_text_response import ReportTextResponse as ReportTextResponse
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "Problem": ".problem",
            "ReportLinesEvent": ".report_lines_event",
            "ReportRetrieveAcceptedResponse": ".report_retrieve_accepted_response",
            "ReportRetrieveResponse": ".report_retrieve_response",
            "ReportSummaryEvent": ".report_summary_event",
            "ReportSummaryParams": ".report_summary_params",
            "ReportSummaryResponse": ".report_summary_response",
            "ReportTextResponse": ".report_text_response",
        },
    )

__all__ = [
    "Problem",
    "ReportLinesEvent",
    "ReportRetrieveAcceptedResponse",
    "ReportRetrieveResponse",
    "ReportSummaryEvent",
    "ReportSummaryParams",
    "ReportSummaryResponse",
    "ReportTextResponse",
]
