"""The resource kites."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from .._core import (
    Endpoint,
    Omit,
    ParamStyle,
    SequenceNotStr,
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
    from .._core import Body, Headers, NotGiven, Query
    from ._kites_async import AsyncKitesResource
    from ._kites_modes import (
        AsyncKitesResourceWithRawResponse,
        AsyncKitesResourceWithStreamingResponse,
        KitesResourceWithRawResponse,
        KitesResourceWithStreamingResponse,
    )

__all__ = [
    "KitesResource",
    "AsyncKitesResource",
    "KitesResourceWithRawResponse",
    "AsyncKitesResourceWithRawResponse",
    "KitesResourceWithStreamingResponse",
    "AsyncKitesResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncKitesResource": ".._kites_async",
            "KitesResourceWithRawResponse": ".._kites_modes",
            "AsyncKitesResourceWithRawResponse": ".._kites_modes",
            "KitesResourceWithStreamingResponse": ".._kites_modes",
            "AsyncKitesResourceWithStreamingResponse": ".._kites_modes",
        },
    )

_LIST: Endpoint[None] = Endpoint(
    "GET",
    "/beaches/{beach}/kites/{colour}.{format}",
    path_params=params(
        "format",
        ("beach", "beach", ParamStyle("simple")),
        ("colour", "colour", ParamStyle("label")),
    ),
    query_params=params(
        ("link", "link", ParamStyle("form", explode=True, allow_reserved=True)),
        ("size", "size", ParamStyle("form", explode=True)),
        ("sort", "sort", ParamStyle("pipeDelimited")),
        "tags",
        ("where", "where", ParamStyle("json")),
        "wind",
    ),
    header_params=params(("x_days", "X-Days", ParamStyle("simple"))),
    cookie_params=params(("session_id", "session-id")),
    accept="*/*",
    returns=lambda: None,
)

_QUERY: Endpoint[None] = Endpoint(
    "GET",
    "/query",
    query_params=params(("path", "path", ParamStyle("text", whole=True))),
    accept="*/*",
    returns=lambda: None,
)


class KitesResource(SyncResource):
    """Calls under kites."""

    @cached_property
    def with_raw_response(self) -> KitesResourceWithRawResponse:
        """View of ``kites`` whose methods return the raw ``APIResponse``."""
        from ._kites_modes import KitesResourceWithRawResponse

        return KitesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> KitesResourceWithStreamingResponse:
        """View of ``kites`` whose methods return before the body is read."""
        from ._kites_modes import KitesResourceWithStreamingResponse

        return KitesResourceWithStreamingResponse(self)

    def list(
        self,
        format: str,
        *,
        beach: Iterable[int],
        colour: Literal["red", "blue"],
        session_id: str,
        link: str | Omit = omit,
        size: Mapping[str, int] | Omit = omit,
        sort: SequenceNotStr[str] | Omit = omit,
        tags: SequenceNotStr[str] | Omit = omit,
        where: Mapping[str, object] | Omit = omit,
        wind: Mapping[str, object] | Omit = omit,
        x_days: SequenceNotStr[str | date] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> None:
        """Kites of a colour.

        Raises:
            ValueError: ``format`` is empty.
            KitesError: the call failed; its subclasses say how.
        """
        return self._request(
            _LIST,
            format=format,
            beach=beach,
            colour=colour,
            session_id=session_id,
            link=link,
            size=size,
            sort=sort,
            tags=tags,
            where=where,
            wind=wind,
            x_days=x_days,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def query(
        self,
        *,
        path: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> None:
        """GET /query

        Raises:
            KitesError: the call failed; its subclasses say how.
        """
        return self._request(
            _QUERY,
            path=path,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
