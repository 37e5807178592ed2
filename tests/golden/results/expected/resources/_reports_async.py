"""The resource reports, asynchronous."""

from __future__ import annotations

from typing import Literal, overload

from .. import types
from .._core import AsyncResource, Omit, ServerSentEvent, not_given, omit
from .._core.cached import cached_property
from .reports import _EVENTS, _LINES, _PDF, _RETRIEVE, _SUMMARY, _TEXT

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from typing import Unpack
    from .._core import (
        AsyncBinaryAPIResponse,
        AsyncStream,
        Body,
        Headers,
        NotGiven,
        Query,
    )
    from ..types.report_summary_params import ReportSummaryArguments
    from ._reports_modes import (
        AsyncReportsResourceWithRawResponse,
        AsyncReportsResourceWithStreamingResponse,
    )

__all__ = ["AsyncReportsResource"]


class AsyncReportsResource(AsyncResource):
    """Calls under reports."""

    @cached_property
    def with_raw_response(self) -> AsyncReportsResourceWithRawResponse:
        """View of ``reports`` whose methods return the raw ``APIResponse``."""
        from ._reports_modes import AsyncReportsResourceWithRawResponse

        return AsyncReportsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncReportsResourceWithStreamingResponse:
        """View of ``reports`` whose methods return before the body is read."""
        from ._reports_modes import AsyncReportsResourceWithStreamingResponse

        return AsyncReportsResourceWithStreamingResponse(self)

    async def retrieve(
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
        return await self._request(
            _RETRIEVE,
            id=id,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def events(
        self,
        id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> AsyncStream[ServerSentEvent]:
        """GET /reports/{id}/events

        Raises:
            ValueError: ``id`` is empty.
            ResultsError: the call failed; its subclasses say how.
        """
        return await self._request(
            _EVENTS.async_streams,
            id=id,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def lines(
        self,
        id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> AsyncStream[types.ReportLinesEvent]:
        """GET /reports/{id}/lines

        Raises:
            ValueError: ``id`` is empty.
            ResultsError: the call failed; its subclasses say how.
        """
        return await self._request(
            _LINES.async_streams,
            id=id,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def pdf(
        self,
        id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> AsyncBinaryAPIResponse:
        """GET /reports/{id}/pdf

        Raises:
            ValueError: ``id`` is empty.
            ResultsError: the call failed; its subclasses say how.
        """
        return await self._request(
            _PDF.async_responses,
            id=id,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    @overload
    async def summary(
        self,
        id: str,
        *,
        stream: Literal[False] | Omit = omit,
        **arguments: Unpack[ReportSummaryArguments],
    ) -> types.ReportSummaryResponse: ...
    @overload
    async def summary(
        self,
        id: str,
        *,
        stream: Literal[True],
        **arguments: Unpack[ReportSummaryArguments],
    ) -> AsyncStream[types.ReportSummaryEvent]: ...
    @overload
    async def summary(
        self, id: str, *, stream: bool, **arguments: Unpack[ReportSummaryArguments]
    ) -> types.ReportSummaryResponse | AsyncStream[types.ReportSummaryEvent]: ...
    async def summary(
        self,
        id: str,
        *,
        length: int,
        stream: bool | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.ReportSummaryResponse | AsyncStream[types.ReportSummaryEvent]:
        """GET /reports/{id}/summary

        Raises:
            ValueError: ``id`` is empty.
            ResultsError: the call failed; its subclasses say how.
        """
        return await self._request(
            _SUMMARY.async_chosen(stream),
            id=id,
            length=length,
            stream=stream,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def text(
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
        return await self._request(
            _TEXT,
            id=id,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
