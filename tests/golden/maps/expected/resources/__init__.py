"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .stores import AsyncStoresResource as AsyncStoresResource
    from .stores import (
        AsyncStoresResourceWithRawResponse as AsyncStoresResourceWithRawResponse,
    )
    from .stores import (
        AsyncStoresResourceWithStreamingResponse as AsyncStoresResourceWithStreamingResponse,
    )
    from .stores import StoresResource as StoresResource
    from .stores import StoresResourceWithRawResponse as StoresResourceWithRawResponse
    from .stores import (
        StoresResourceWithStreamingResponse as StoresResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncStoresResource": ".stores",
            "AsyncStoresResourceWithRawResponse": ".stores",
            "AsyncStoresResourceWithStreamingResponse": ".stores",
            "StoresResource": ".stores",
            "StoresResourceWithRawResponse": ".stores",
            "StoresResourceWithStreamingResponse": ".stores",
        },
    )

__all__ = [
    "AsyncStoresResource",
    "AsyncStoresResourceWithRawResponse",
    "AsyncStoresResourceWithStreamingResponse",
    "StoresResource",
    "StoresResourceWithRawResponse",
    "StoresResourceWithStreamingResponse",
]
