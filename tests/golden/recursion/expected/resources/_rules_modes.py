"""The resource rules, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._rules_async import AsyncRulesResource
    from .rules import RulesResource

__all__ = [
    "RulesResourceWithRawResponse",
    "RulesResourceWithStreamingResponse",
    "AsyncRulesResourceWithRawResponse",
    "AsyncRulesResourceWithStreamingResponse",
]


class RulesResourceWithRawResponse:
    """View of ``rules`` whose methods return the raw ``APIResponse``."""

    def __init__(self, rules: RulesResource) -> None:
        raw = rules._with_mode("raw")
        self.any = returns_raw(raw.any)


class RulesResourceWithStreamingResponse:
    """View of ``rules`` whose methods return before the body is read."""

    def __init__(self, rules: RulesResource) -> None:
        stream = rules._with_mode("stream")
        self.any = returns_stream(stream.any)


class AsyncRulesResourceWithRawResponse:
    """View of ``rules`` whose methods return the raw ``APIResponse``."""

    def __init__(self, rules: AsyncRulesResource) -> None:
        raw = rules._with_mode("raw")
        self.any = async_returns_raw(raw.any)


class AsyncRulesResourceWithStreamingResponse:
    """View of ``rules`` whose methods return before the body is read."""

    def __init__(self, rules: AsyncRulesResource) -> None:
        stream = rules._with_mode("stream")
        self.any = async_returns_stream(stream.any)
