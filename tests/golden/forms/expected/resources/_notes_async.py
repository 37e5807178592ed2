"""The resource notes, asynchronous."""

from __future__ import annotations

from .._core import AsyncResource, not_given
from .._core.cached import cached_property
from .notes import _CREATE

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._notes_modes import (
        AsyncNotesResourceWithRawResponse,
        AsyncNotesResourceWithStreamingResponse,
    )

__all__ = ["AsyncNotesResource"]


class AsyncNotesResource(AsyncResource):
    """Calls under notes."""

    @cached_property
    def with_raw_response(self) -> AsyncNotesResourceWithRawResponse:
        """View of ``notes`` whose methods return the raw ``APIResponse``."""
        from ._notes_modes import AsyncNotesResourceWithRawResponse

        return AsyncNotesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncNotesResourceWithStreamingResponse:
        """View of ``notes`` whose methods return before the body is read."""
        from ._notes_modes import AsyncNotesResourceWithStreamingResponse

        return AsyncNotesResourceWithStreamingResponse(self)

    async def create(
        self,
        *,
        body: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> None:
        """POST /notes

        Raises:
            AcmeError: the call failed; its subclasses say how.
        """
        return await self._request(
            _CREATE,
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
