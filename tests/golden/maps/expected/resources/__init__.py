"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._stores_async import AsyncStoresResource as AsyncStoresResource
    from ._stores_modes import (
        AsyncStoresResourceWithRawResponse as AsyncStoresResourceWithRawResponse,
    )
    from ._stores_modes import (
        AsyncStoresResourceWithStreamingResponse as AsyncStoresResourceWithStreamingResponse,
    )
    from .stores import StoresResource as StoresResource
    from ._stores_modes import (
        StoresResourceWithRawResponse as StoresResourceWithRawResponse,
    )
    from ._stores_modes import (
        StoresResourceWithStreamingResponse as StoresResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncStoresResource": "._stores_async",
            "AsyncStoresResourceWithRawResponse": "._stores_modes",
            "AsyncStoresResourceWithStreamingResponse": "._stores_modes",
            "StoresResource": ".stores",
            "StoresResourceWithRawResponse": "._stores_modes",
            "StoresResourceWithStreamingResponse": "._stores_modes",
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
