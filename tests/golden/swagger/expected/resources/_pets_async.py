"""The resource pets, asynchronous."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from .. import types
from .._core import AsyncResource, Omit, not_given, omit
from .._core.cached import cached_property
from .pets import _DELETE, _LIST, _RETRIEVE

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._pets_modes import (
        AsyncPetsResourceWithRawResponse,
        AsyncPetsResourceWithStreamingResponse,
    )

__all__ = ["AsyncPetsResource"]


class AsyncPetsResource(AsyncResource):
    """Calls under pets."""

    @cached_property
    def with_raw_response(self) -> AsyncPetsResourceWithRawResponse:
        """View of ``pets`` whose methods return the raw ``APIResponse``."""
        from ._pets_modes import AsyncPetsResourceWithRawResponse

        return AsyncPetsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncPetsResourceWithStreamingResponse:
        """View of ``pets`` whose methods return before the body is read."""
        from ._pets_modes import AsyncPetsResourceWithStreamingResponse

        return AsyncPetsResourceWithStreamingResponse(self)

    async def retrieve(
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
        return await self._request(
            _RETRIEVE,
            name=name,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def list(
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
        return await self._request(
            _LIST,
            kind=kind,
            limit=limit,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def delete(
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
        return await self._request(
            _DELETE,
            name=name,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
