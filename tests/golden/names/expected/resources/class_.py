"""The resource class."""

from __future__ import annotations

from .. import types
from .._core import Endpoint, Omit, SyncResource, not_given, omit, params
from .._core.cached import cached_property
from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._class__async import AsyncClassResource
    from ._class__modes import (
        AsyncClassResourceWithRawResponse,
        AsyncClassResourceWithStreamingResponse,
        ClassResourceWithRawResponse,
        ClassResourceWithStreamingResponse,
    )

__all__ = [
    "ClassResource",
    "AsyncClassResource",
    "ClassResourceWithRawResponse",
    "AsyncClassResourceWithRawResponse",
    "ClassResourceWithStreamingResponse",
    "AsyncClassResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncClassResource": ".._class__async",
            "ClassResourceWithRawResponse": ".._class__modes",
            "AsyncClassResourceWithRawResponse": ".._class__modes",
            "ClassResourceWithStreamingResponse": ".._class__modes",
            "AsyncClassResourceWithStreamingResponse": ".._class__modes",
        },
    )

_LIST: Endpoint[types.ClassListResponse] = Endpoint(
    "GET",
    "/lists",
    returns=lambda: types.ClassListResponse,
)

_IMPORT_: Endpoint[types.ClassImportResponse] = Endpoint(
    "GET",
    "/class/{from}",
    path_params=params(("from_", "from")),
    query_params=params(
        ("value_2nd_id", "2nd-Id"),
        ("query_from", "from"),
        ("self_", "self"),
        ("timeout_", "timeout"),
    ),
    returns=lambda: types.ClassImportResponse,
)


class ClassResource(SyncResource):
    """Calls under class."""

    @cached_property
    def with_raw_response(self) -> ClassResourceWithRawResponse:
        """View of ``class_`` whose methods return the raw ``APIResponse``."""
        from ._class__modes import ClassResourceWithRawResponse

        return ClassResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ClassResourceWithStreamingResponse:
        """View of ``class_`` whose methods return before the body is read."""
        from ._class__modes import ClassResourceWithStreamingResponse

        return ClassResourceWithStreamingResponse(self)

    def list(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.ClassListResponse:
        """GET /lists

        Raises:
            NamesError: the call failed; its subclasses say how.
        """
        return self._request(
            _LIST,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def import_(
        self,
        from_: str,
        *,
        value_2nd_id: str | Omit = omit,
        query_from: str | Omit = omit,
        self_: str | Omit = omit,
        timeout_: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.ClassImportResponse:
        """GET /class/{from}

        Raises:
            ValueError: ``from_`` is empty.
            NamesError: the call failed; its subclasses say how.
        """
        return self._request(
            _IMPORT_,
            from_=from_,
            value_2nd_id=value_2nd_id,
            query_from=query_from,
            self_=self_,
            timeout_=timeout_,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
