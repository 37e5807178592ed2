"""The resource reports."""

from __future__ import annotations

from typing import Literal, overload

from .. import types
from .._core import (
    BinaryEndpoint,
    Endpoint,
    Omit,
    ServerSentEvent,
    StreamEndpoint,
    SwitchedEndpoint,
    SyncResource,
    not_given,
    omit,
    params,
)
from .._core.cached import cached_property
from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from typing import Unpack
    from .._core import BinaryAPIResponse, Body, Headers, NotGiven, Query, Stream
    from ..types.report_summary_params import ReportSummaryArguments
    from ._reports_async import AsyncReportsResource
    from ._reports_modes import (
        AsyncReportsResourceWithRawResponse,
        AsyncReportsResourceWithStreamingResponse,
        ReportsResourceWithRawResponse,
        ReportsResourceWithStreamingResponse,
    )

__all__ = [
    "ReportsResource",
    "AsyncReportsResource",
    "ReportsResourceWithRawResponse",
    "AsyncReportsResourceWithRawResponse",
    "ReportsResourceWithStreamingResponse",
    "AsyncReportsResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncReportsResource": ".._reports_async",
            "ReportsResourceWithRawResponse": ".._reports_modes",
            "AsyncReportsResourceWithRawResponse": ".._reports_modes",
            "ReportsResourceWithStreamingResponse": ".._reports_modes",
            "AsyncReportsResourceWithStreamingResponse": ".._reports_modes",
        },
    )

_RETRIEVE: Endpoint[
    types.ReportRetrieveResponse | types.ReportRetrieveAcceptedResponse | None
] = Endpoint(
    "GET",
    "/reports/{id}",
    path_params=params("id"),
    statuses={
        "200": lambda: types.ReportRetrieveResponse,
        "202": lambda: types.ReportRetrieveAcceptedResponse,
        "204": lambda: None,
    },
    returns=lambda: types.ReportRetrieveResponse
    | types.ReportRetrieveAcceptedResponse
    | None,
)

_EVENTS: StreamEndpoint[ServerSentEvent] = StreamEndpoint(
    "GET",
    "/reports/{id}/events",
    path_params=params("id"),
    accept="text/event-stream",
    item=lambda: ServerSentEvent,
)

_LINES: StreamEndpoint[types.ReportLinesEvent] = StreamEndpoint(
    "GET",
    "/reports/{id}/lines",
    path_params=params("id"),
    accept="application/x-ndjson",
    item=lambda: types.ReportLinesEvent,
)

_PDF = BinaryEndpoint(
    "GET",
    "/reports/{id}/pdf",
    path_params=params("id"),
    accept="application/pdf",
)

_SUMMARY: SwitchedEndpoint[types.ReportSummaryEvent, types.ReportSummaryResponse] = (
    SwitchedEndpoint(
        "GET",
        "/reports/{id}/summary",
        path_params=params("id"),
        query_params=params("length", "stream"),
        accept="text/event-stream",
        item=lambda: types.ReportSummaryEvent,
        returns=lambda: types.ReportSummaryResponse,
    )
)

_TEXT: Endpoint[str] = Endpoint(
    "GET",
    "/reports/{id}/text",
    path_params=params("id"),
    accept="text/plain",
    is_json=False,
    failures={"409": lambda: types.Problem, "default": lambda: types.Problem},
    returns=lambda: str,
)


class ReportsResource(SyncResource):
    """Calls under reports."""

    @cached_property
    def with_raw_response(self) -> ReportsResourceWithRawResponse:
        """View of ``reports`` whose methods return the raw ``APIResponse``."""
        from ._reports_modes import ReportsResourceWithRawResponse

        return ReportsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ReportsResourceWithStreamingResponse:
        """View of ``reports`` whose methods return before the body is read."""
        from ._reports_modes import ReportsResourceWithStreamingResponse

        return ReportsResourceWithStreamingResponse(self)

    def retrieve(
        self,
        id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.ReportRetrieveResponse | types.ReportRetrieveAcceptedResponse | None:
        """A report, or the job that makes it.

        Raises:
            ValueError: ``id`` is empty.
            ResultsError: the call failed; its subclasses say how.
        """
        return self._request(
            _RETRIEVE,
            id=id,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def events(
        self,
        id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> Stream[ServerSentEvent]:
        """GET /reports/{id}/events

        Raises:
            ValueError: ``id`` is empty.
            ResultsError: the call failed; its subclasses say how.
        """
        return self._request(
            _EVENTS.streams,
            id=id,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def lines(
        self,
        id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> Stream[types.ReportLinesEvent]:
        """GET /reports/{id}/lines

        Raises:
            ValueError: ``id`` is empty.
            ResultsError: the call failed; its subclasses say how.
        """
        return self._request(
            _LINES.streams,
            id=id,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def pdf(
        self,
        id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> BinaryAPIResponse:
        """GET /reports/{id}/pdf

        Raises:
            ValueError: ``id`` is empty.
            ResultsError: the call failed; its subclasses say how.
        """
        return self._request(
            _PDF.responses,
            id=id,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    @overload
    def summary(
        self,
        id: str,
        *,
        stream: Literal[False] | Omit = omit,
        **arguments: Unpack[ReportSummaryArguments],
    ) -> types.ReportSummaryResponse: ...
    @overload
    def summary(
        self,
        id: str,
        *,
        stream: Literal[True],
        **arguments: Unpack[ReportSummaryArguments],
    ) -> Stream[types.ReportSummaryEvent]: ...
    @overload
    def summary(
        self, id: str, *, stream: bool, **arguments: Unpack[ReportSummaryArguments]
    ) -> types.ReportSummaryResponse | Stream[types.ReportSummaryEvent]: ...
    def summary(
        self,
        id: str,
        *,
        length: int,
        stream: bool | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.ReportSummaryResponse | Stream[types.ReportSummaryEvent]:
        """GET /reports/{id}/summary

        Raises:
            ValueError: ``id`` is empty.
            ResultsError: the call failed; its subclasses say how.
        """
        return self._request(
            _SUMMARY.chosen(stream),
            id=id,
            length=length,
            stream=stream,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def text(
        self,
        id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> str:
        """GET /reports/{id}/text

        Raises:
            ValueError: ``id`` is empty.
            ResultsError: the call failed; its subclasses say how.
        """
        return self._request(
            _TEXT,
            id=id,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
