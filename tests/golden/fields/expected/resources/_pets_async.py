"""The resource pets, asynchronous."""

from __future__ import annotations

from .. import types
from .._core import AsyncResource, not_given
from .._core.cached import cached_property
from .pets import _RETRIEVE

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
        id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.PetRetrieveResponse:
        """GET /pets/{id}

        Raises:
            ValueError: ``id`` is empty.
            FieldsError: the call failed; its subclasses say how.
        """
        return await self._request(
            _RETRIEVE,
            id=id,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
