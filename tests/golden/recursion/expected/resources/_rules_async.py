"""The resource rules, asynchronous."""

from __future__ import annotations

from .. import types
from .._core import AsyncResource, not_given
from .._core.cached import cached_property
from .rules import _ANY

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._rules_modes import (
        AsyncRulesResourceWithRawResponse,
        AsyncRulesResourceWithStreamingResponse,
    )

__all__ = ["AsyncRulesResource"]


class AsyncRulesResource(AsyncResource):
    """Calls under rules."""

    @cached_property
    def with_raw_response(self) -> AsyncRulesResourceWithRawResponse:
        """View of ``rules`` whose methods return the raw ``APIResponse``."""
        from ._rules_modes import AsyncRulesResourceWithRawResponse

        return AsyncRulesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncRulesResourceWithStreamingResponse:
        """View of ``rules`` whose methods return before the body is read."""
        from ._rules_modes import AsyncRulesResourceWithStreamingResponse

        return AsyncRulesResourceWithStreamingResponse(self)

    async def any(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.RuleAnyResponse:
        """GET /rules

        Raises:
            RecursionError: the call failed; its subclasses say how.
        """
        return await self._request(
            _ANY,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
