"""The resource keys, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._keys_async import AsyncKeysResource
    from .keys import KeysResource

__all__ = [
    "KeysResourceWithRawResponse",
    "KeysResourceWithStreamingResponse",
    "AsyncKeysResourceWithRawResponse",
    "AsyncKeysResourceWithStreamingResponse",
]


class KeysResourceWithRawResponse:
    """View of ``keys`` whose methods return the raw ``APIResponse``."""

    def __init__(self, keys: KeysResource) -> None:
        raw = keys._with_mode("raw")
        self.get = returns_raw(raw.get)


class KeysResourceWithStreamingResponse:
    """View of ``keys`` whose methods return before the body is read."""

    def __init__(self, keys: KeysResource) -> None:
        stream = keys._with_mode("stream")
        self.get = returns_stream(stream.get)


class AsyncKeysResourceWithRawResponse:
    """View of ``keys`` whose methods return the raw ``APIResponse``."""

    def __init__(self, keys: AsyncKeysResource) -> None:
        raw = keys._with_mode("raw")
        self.get = async_returns_raw(raw.get)


class AsyncKeysResourceWithStreamingResponse:
    """View of ``keys`` whose methods return before the body is read."""

    def __init__(self, keys: AsyncKeysResource) -> None:
        stream = keys._with_mode("stream")
        self.get = async_returns_stream(stream.get)
