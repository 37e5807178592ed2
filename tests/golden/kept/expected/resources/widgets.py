"""The resource widgets."""

from __future__ import annotations

from typing import Literal
from typing_extensions import deprecated

from .. import types
from .._core import BodySpec, Endpoint, Omit, SyncResource, not_given, omit, params
from .._core.cached import cached_property
from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ..types import widget_create_params
    from ._widgets_async import AsyncWidgetsResource
    from ._widgets_modes import (
        AsyncWidgetsResourceWithRawResponse,
        AsyncWidgetsResourceWithStreamingResponse,
        WidgetsResourceWithRawResponse,
        WidgetsResourceWithStreamingResponse,
    )

__all__ = [
    "WidgetsResource",
    "AsyncWidgetsResource",
    "WidgetsResourceWithRawResponse",
    "AsyncWidgetsResourceWithRawResponse",
    "WidgetsResourceWithStreamingResponse",
    "AsyncWidgetsResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncWidgetsResource": ".._widgets_async",
            "WidgetsResourceWithRawResponse": ".._widgets_modes",
            "AsyncWidgetsResourceWithRawResponse": ".._widgets_modes",
            "WidgetsResourceWithStreamingResponse": ".._widgets_modes",
            "AsyncWidgetsResourceWithStreamingResponse": ".._widgets_modes",
        },
    )

_CREATE: Endpoint[types.Widget] = Endpoint(
    "POST",
    "/widgets",
    body=BodySpec("json", params("name", "maker"), required=True),
    returns=lambda: types.Widget,
)

_LIST: Endpoint[types.Widget] = Endpoint(
    "GET",
    "/widgets",
    query_params=params("color", "colour", "size"),
    returns=lambda: types.Widget,
)

_FIND: Endpoint[types.Widget] = Endpoint(
    "GET",
    "/widgets/find",
    query_params=params("name"),
    returns=lambda: types.Widget,
)

_SEARCH: Endpoint[types.Widget] = Endpoint(
    "GET",
    "/widgets/search",
    returns=lambda: types.Widget,
)


class WidgetsResource(SyncResource):
    """Calls under widgets."""

    @cached_property
    def with_raw_response(self) -> WidgetsResourceWithRawResponse:
        """View of ``widgets`` whose methods return the raw ``APIResponse``."""
        from ._widgets_modes import WidgetsResourceWithRawResponse

        return WidgetsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> WidgetsResourceWithStreamingResponse:
        """View of ``widgets`` whose methods return before the body is read."""
        from ._widgets_modes import WidgetsResourceWithStreamingResponse

        return WidgetsResourceWithStreamingResponse(self)

    def create(
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
        return self._request(
            _CREATE,
            name=name,
            maker=maker,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def list(
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
        return self._request(
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
    def find(
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
        return self._request(
            _FIND,
            name=name,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def search(
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
        return self._request(
            _SEARCH,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
