"""The resource pets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from .. import types
from .._core import Endpoint, Omit, ParamStyle, SyncResource, not_given, omit, params
from .._core.cached import cached_property
from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._pets_async import AsyncPetsResource
    from ._pets_modes import (
        AsyncPetsResourceWithRawResponse,
        AsyncPetsResourceWithStreamingResponse,
        PetsResourceWithRawResponse,
        PetsResourceWithStreamingResponse,
    )

__all__ = [
    "PetsResource",
    "AsyncPetsResource",
    "PetsResourceWithRawResponse",
    "AsyncPetsResourceWithRawResponse",
    "PetsResourceWithStreamingResponse",
    "AsyncPetsResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncPetsResource": ".._pets_async",
            "PetsResourceWithRawResponse": ".._pets_modes",
            "AsyncPetsResourceWithRawResponse": ".._pets_modes",
            "PetsResourceWithStreamingResponse": ".._pets_modes",
            "AsyncPetsResourceWithStreamingResponse": ".._pets_modes",
        },
    )

_RETRIEVE: Endpoint[types.Pet] = Endpoint(
    "GET",
    "/pets/{name}",
    path_params=params("name"),
    returns=lambda: types.Pet,
)

_LIST: Endpoint[types.PetListResponse] = Endpoint(
    "GET",
    "/pets",
    query_params=params(("kind", "kind", ParamStyle("form")), "limit"),
    returns=lambda: types.PetListResponse,
)

_DELETE: Endpoint[None] = Endpoint(
    "DELETE",
    "/pets/{name}",
    path_params=params("name"),
    accept="*/*",
    returns=lambda: None,
)


class PetsResource(SyncResource):
    """Calls under pets."""

    @cached_property
    def with_raw_response(self) -> PetsResourceWithRawResponse:
        """View of ``pets`` whose methods return the raw ``APIResponse``."""
        from ._pets_modes import PetsResourceWithRawResponse

        return PetsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> PetsResourceWithStreamingResponse:
        """View of ``pets`` whose methods return before the body is read."""
        from ._pets_modes import PetsResourceWithStreamingResponse

        return PetsResourceWithStreamingResponse(self)

    def retrieve(
        self,
        name: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.Pet:
        """GET /pets/{name}

        Args:
            name: Which pet.

        Raises:
            ValueError: ``name`` is empty.
            SwaggerError: the call failed; its subclasses say how.
        """
        return self._request(
            _RETRIEVE,
            name=name,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def list(
        self,
        *,
        kind: Iterable[Literal["cat", "dog"]] | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.PetListResponse:
        """GET /pets

        Raises:
            SwaggerError: the call failed; its subclasses say how.
        """
        return self._request(
            _LIST,
            kind=kind,
            limit=limit,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def delete(
        self,
        name: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> None:
        """DELETE /pets/{name}

        Args:
            name: Which pet.

        Raises:
            ValueError: ``name`` is empty.
            SwaggerError: the call failed; its subclasses say how.
        """
        return self._request(
            _DELETE,
            name=name,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
