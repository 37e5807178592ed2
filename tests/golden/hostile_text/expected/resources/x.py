"""The resource x."""

from __future__ import annotations

from typing import Literal

from .. import types
from .._core import Endpoint, Omit, SyncResource, not_given, omit, params
from .._core.cached import cached_property
from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._x_async import AsyncXResource
    from ._x_modes import (
        AsyncXResourceWithRawResponse,
        AsyncXResourceWithStreamingResponse,
        XResourceWithRawResponse,
        XResourceWithStreamingResponse,
    )

__all__ = [
    "XResource",
    "AsyncXResource",
    "XResourceWithRawResponse",
    "AsyncXResourceWithRawResponse",
    "XResourceWithStreamingResponse",
    "AsyncXResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncXResource": ".._x_async",
            "XResourceWithRawResponse": ".._x_modes",
            "AsyncXResourceWithRawResponse": ".._x_modes",
            "XResourceWithStreamingResponse": ".._x_modes",
            "AsyncXResourceWithStreamingResponse": ".._x_modes",
        },
    )

_GET: Endpoint[types.XGetResponse] = Endpoint(
    "GET",
    "/x",
    query_params=params(("q", "q'\"]\\")),
    returns=lambda: types.XGetResponse,
)


class XResource(SyncResource):
    """A quote: " and another: \"\"\" """

    @cached_property
    def with_raw_response(self) -> XResourceWithRawResponse:
        """View of ``x`` whose methods return the raw ``APIResponse``."""
        from ._x_modes import XResourceWithRawResponse

        return XResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> XResourceWithStreamingResponse:
        """View of ``x`` whose methods return before the body is read."""
        from ._x_modes import XResourceWithStreamingResponse

        return XResourceWithStreamingResponse(self)

    def get(
        self,
        *,
        q: Literal['"; import os; "', "a\nb"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.XGetResponse:
        """line separator \u202eright to left\u0001 {{ 7 * 7 }} {% raw %} \"\"\"; import os

        Args:
            q: trailing backslash \\

        Raises:
            HostileTextError: the call failed; its subclasses say how.
        """
        return self._request(
            _GET,
            q=q,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
