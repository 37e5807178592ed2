"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._lamps_async import AsyncLampsResource as AsyncLampsResource
    from ._lamps_modes import (
        AsyncLampsResourceWithRawResponse as AsyncLampsResourceWithRawResponse,
    )
    from ._lamps_modes import (
        AsyncLampsResourceWithStreamingResponse as AsyncLampsResourceWithStreamingResponse,
    )
    from .lamps import LampsResource as LampsResource
    from ._lamps_modes import (
        LampsResourceWithRawResponse as LampsResourceWithRawResponse,
    )
    from ._lamps_modes import (
        LampsResourceWithStreamingResponse as LampsResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncLampsResource": "._lamps_async",
            "AsyncLampsResourceWithRawResponse": "._lamps_modes",
            "AsyncLampsResourceWithStreamingResponse": "._lamps_modes",
            "LampsResource": ".lamps",
            "LampsResourceWithRawResponse": "._lamps_modes",
            "LampsResourceWithStreamingResponse": "._lamps_modes",
        },
    )

__all__ = [
    "AsyncLampsResource",
    "AsyncLampsResourceWithRawResponse",
    "AsyncLampsResourceWithStreamingResponse",
    "LampsResource",
    "LampsResourceWithRawResponse",
    "LampsResourceWithStreamingResponse",
]
