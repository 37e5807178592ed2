"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._x_async import AsyncXResource as AsyncXResource
    from ._x_modes import AsyncXResourceWithRawResponse as AsyncXResourceWithRawResponse
    from ._x_modes import (
        AsyncXResourceWithStreamingResponse as AsyncXResourceWithStreamingResponse,
    )
    from .x import XResource as XResource
    from ._x_modes import XResourceWithRawResponse as XResourceWithRawResponse
    from ._x_modes import (
        XResourceWithStreamingResponse as XResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncXResource": "._x_async",
            "AsyncXResourceWithRawResponse": "._x_modes",
            "AsyncXResourceWithStreamingResponse": "._x_modes",
            "XResource": ".x",
            "XResourceWithRawResponse": "._x_modes",
            "XResourceWithStreamingResponse": "._x_modes",
        },
    )

__all__ = [
    "AsyncXResource",
    "AsyncXResourceWithRawResponse",
    "AsyncXResourceWithStreamingResponse",
    "XResource",
    "XResourceWithRawResponse",
    "XResourceWithStreamingResponse",
]
