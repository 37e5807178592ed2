"""The resource x, asynchronous."""

from __future__ import annotations

from typing import Literal

from .. import types
from .._core import AsyncResource, Omit, not_given, omit
from .._core.cached import cached_property
from .x import _GET

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._x_modes import (
        AsyncXResourceWithRawResponse,
        AsyncXResourceWithStreamingResponse,
    )

__all__ = ["AsyncXResource"]


class AsyncXResource(AsyncResource):
    """A quote: " and another: \"\"\" """

    @cached_property
    def with_raw_response(self) -> AsyncXResourceWithRawResponse:
        """View of ``x`` whose methods return the raw ``APIResponse``."""
        from ._x_modes import AsyncXResourceWithRawResponse

        return AsyncXResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncXResourceWithStreamingResponse:
        """View of ``x`` whose methods return before the body is read."""
        from ._x_modes import AsyncXResourceWithStreamingResponse

        return AsyncXResourceWithStreamingResponse(self)

    async def get(
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
        return await self._request(
            _GET,
            q=q,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
