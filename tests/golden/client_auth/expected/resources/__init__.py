"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .me import AsyncMeResource as AsyncMeResource
    from .me import AsyncMeResourceWithRawResponse as AsyncMeResourceWithRawResponse
    from .me import (
        AsyncMeResourceWithStreamingResponse as AsyncMeResourceWithStreamingResponse,
    )
    from .me import MeResource as MeResource
    from .me import MeResourceWithRawResponse as MeResourceWithRawResponse
    from .me import MeResourceWithStreamingResponse as MeResourceWithStreamingResponse
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncMeResource": ".me",
            "AsyncMeResourceWithRawResponse": ".me",
            "AsyncMeResourceWithStreamingResponse": ".me",
            "MeResource": ".me",
            "MeResourceWithRawResponse": ".me",
            "MeResourceWithStreamingResponse": ".me",
        },
    )

__all__ = [
    "AsyncMeResource",
    "AsyncMeResourceWithRawResponse",
    "AsyncMeResourceWithStreamingResponse",
    "MeResource",
    "MeResourceWithRawResponse",
    "MeResourceWithStreamingResponse",
]
