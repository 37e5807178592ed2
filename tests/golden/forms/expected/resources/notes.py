"""The resource notes."""

from __future__ import annotations

from .._core import BodySpec, Endpoint, SyncResource, not_given
from .._core.cached import cached_property
from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._notes_async import AsyncNotesResource
    from ._notes_modes import (
        AsyncNotesResourceWithRawResponse,
        AsyncNotesResourceWithStreamingResponse,
        NotesResourceWithRawResponse,
        NotesResourceWithStreamingResponse,
    )

__all__ = [
    "NotesResource",
    "AsyncNotesResource",
    "NotesResourceWithRawResponse",
    "AsyncNotesResourceWithRawResponse",
    "NotesResourceWithStreamingResponse",
    "AsyncNotesResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncNotesResource": ".._notes_async",
            "NotesResourceWithRawResponse": ".._notes_modes",
            "AsyncNotesResourceWithRawResponse": ".._notes_modes",
            "NotesResourceWithStreamingResponse": ".._notes_modes",
            "AsyncNotesResourceWithStreamingResponse": ".._notes_modes",
        },
    )

_CREATE: Endpoint[None] = Endpoint(
    "POST",
    "/notes",
    body=BodySpec("content", whole="body", required=True, media_type="text/plain"),
    accept="*/*",
    returns=lambda: None,
)


class NotesResource(SyncResource):
    """Calls under notes."""

    @cached_property
    def with_raw_response(self) -> NotesResourceWithRawResponse:
        """View of ``notes`` whose methods return the raw ``APIResponse``."""
        from ._notes_modes import NotesResourceWithRawResponse

        return NotesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> NotesResourceWithStreamingResponse:
        """View of ``notes`` whose methods return before the body is read."""
        from ._notes_modes import NotesResourceWithStreamingResponse

        return NotesResourceWithStreamingResponse(self)

    def create(
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
        return self._request(
            _CREATE,
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
