"""The resource widgets, asynchronous."""

from __future__ import annotations

from typing import Literal
from typing_extensions import deprecated

from .. import types
from .._core import AsyncResource, Omit, not_given, omit
from .._core.cached import cached_property
from .widgets import _CREATE, _FIND, _LIST, _SEARCH

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ..types import widget_create_params
    from ._widgets_modes import (
        AsyncWidgetsResourceWithRawResponse,
        AsyncWidgetsResourceWithStreamingResponse,
    )

__all__ = ["AsyncWidgetsResource"]


class AsyncWidgetsResource(AsyncResource):
    """Calls under widgets."""

    @cached_property
    def with_raw_response(self) -> AsyncWidgetsResourceWithRawResponse:
        """View of ``widgets`` whose methods return the raw ``APIResponse``."""
        from ._widgets_modes import AsyncWidgetsResourceWithRawResponse

        return AsyncWidgetsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncWidgetsResourceWithStreamingResponse:
        """View of ``widgets`` whose methods return before the body is read."""
        from ._widgets_modes import AsyncWidgetsResourceWithStreamingResponse

        return AsyncWidgetsResourceWithStreamingResponse(self)

    async def create(
        self,
        *,
        name: str,
        maker: widget_create_params.Maker | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.Widget:
        """POST /widgets

        Args:
            maker: Removed from the API, and from this client in 1.6.0.

        Raises:
            KeptError: the call failed; its subclasses say how.
        """
        return await self._request(
            _CREATE,
            name=name,
            maker=maker,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def list(
        self,
        *,
        color: str | Omit = omit,
        colour: str | Omit = omit,
        size: Literal["small", "large", "medium"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.Widget:
        """GET /widgets

        Args:
            colour: Removed from the API, and from this client in 1.6.0; use `color`
                instead.
            size: Removed from the API, and from this client in 1.6.0: `medium`.

        Raises:
            KeptError: the call failed; its subclasses say how.
        """
        return await self._request(
            _LIST,
            color=color,
            colour=colour,
            size=size,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    @deprecated(
        "Removed from the API, and from this client in 1.6.0; use `client.widgets.search` instead."
    )
    async def find(
        self,
        *,
        name: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.Widget:
        """GET /widgets/find

        Raises:
            KeptError: the call failed; its subclasses say how.
        """
        return await self._request(
            _FIND,
            name=name,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def search(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.Widget:
        """GET /widgets/search

        Raises:
            KeptError: the call failed; its subclasses say how.
        """
        return await self._request(
            _SEARCH,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
