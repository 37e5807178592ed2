"""The resource me, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._me_async import AsyncMeResource
    from .me import MeResource

__all__ = [
    "MeResourceWithRawResponse",
    "MeResourceWithStreamingResponse",
    "AsyncMeResourceWithRawResponse",
    "AsyncMeResourceWithStreamingResponse",
]


class MeResourceWithRawResponse:
    """View of ``me`` whose methods return the raw ``APIResponse``."""

    def __init__(self, me: MeResource) -> None:
        raw = me._with_mode("raw")
        self.retrieve = returns_raw(raw.retrieve)


class MeResourceWithStreamingResponse:
    """View of ``me`` whose methods return before the body is read."""

    def __init__(self, me: MeResource) -> None:
        stream = me._with_mode("stream")
        self.retrieve = returns_stream(stream.retrieve)


class AsyncMeResourceWithRawResponse:
    """View of ``me`` whose methods return the raw ``APIResponse``."""

    def __init__(self, me: AsyncMeResource) -> None:
        raw = me._with_mode("raw")
        self.retrieve = async_returns_raw(raw.retrieve)


class AsyncMeResourceWithStreamingResponse:
    """View of ``me`` whose methods return before the body is read."""

    def __init__(self, me: AsyncMeResource) -> None:
        stream = me._with_mode("stream")
        self.retrieve = async_returns_stream(stream.retrieve)
