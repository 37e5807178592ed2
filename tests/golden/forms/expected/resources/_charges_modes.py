"""The resource charges, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._charges_async import AsyncChargesResource
    from .charges import ChargesResource

__all__ = [
    "ChargesResourceWithRawResponse",
    "ChargesResourceWithStreamingResponse",
    "AsyncChargesResourceWithRawResponse",
    "AsyncChargesResourceWithStreamingResponse",
]


class ChargesResourceWithRawResponse:
    """View of ``charges`` whose methods return the raw ``APIResponse``."""

    def __init__(self, charges: ChargesResource) -> None:
        raw = charges._with_mode("raw")
        self.create = returns_raw(raw.create)


class ChargesResourceWithStreamingResponse:
    """View of ``charges`` whose methods return before the body is read."""

    def __init__(self, charges: ChargesResource) -> None:
        stream = charges._with_mode("stream")
        self.create = returns_stream(stream.create)


class AsyncChargesResourceWithRawResponse:
    """View of ``charges`` whose methods return the raw ``APIResponse``."""

    def __init__(self, charges: AsyncChargesResource) -> None:
        raw = charges._with_mode("raw")
        self.create = async_returns_raw(raw.create)


class AsyncChargesResourceWithStreamingResponse:
    """View of ``charges`` whose methods return before the body is read."""

    def __init__(self, charges: AsyncChargesResource) -> None:
        stream = charges._with_mode("stream")
        self.create = async_returns_stream(stream.create)
