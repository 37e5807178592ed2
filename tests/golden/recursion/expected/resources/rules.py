"""The resource rules."""

from __future__ import annotations

from .. import types
from .._core import Endpoint, SyncResource, not_given
from .._core.cached import cached_property
from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._rules_async import AsyncRulesResource
    from ._rules_modes import (
        AsyncRulesResourceWithRawResponse,
        AsyncRulesResourceWithStreamingResponse,
        RulesResourceWithRawResponse,
        RulesResourceWithStreamingResponse,
    )

__all__ = [
    "RulesResource",
    "AsyncRulesResource",
    "RulesResourceWithRawResponse",
    "AsyncRulesResourceWithRawResponse",
    "RulesResourceWithStreamingResponse",
    "AsyncRulesResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncRulesResource": ".._rules_async",
            "RulesResourceWithRawResponse": ".._rules_modes",
            "AsyncRulesResourceWithRawResponse": ".._rules_modes",
            "RulesResourceWithStreamingResponse": ".._rules_modes",
            "AsyncRulesResourceWithStreamingResponse": ".._rules_modes",
        },
    )

_ANY: Endpoint[types.RuleAnyResponse] = Endpoint(
    "GET",
    "/rules",
    returns=lambda: types.RuleAnyResponse,
)


class RulesResource(SyncResource):
    """Calls under rules."""

    @cached_property
    def with_raw_response(self) -> RulesResourceWithRawResponse:
        """View of ``rules`` whose methods return the raw ``APIResponse``."""
        from ._rules_modes import RulesResourceWithRawResponse

        return RulesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> RulesResourceWithStreamingResponse:
        """View of ``rules`` whose methods return before the body is read."""
        from ._rules_modes import RulesResourceWithStreamingResponse

        return RulesResourceWithStreamingResponse(self)

    def any(
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
        return self._request(
            _ANY,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
