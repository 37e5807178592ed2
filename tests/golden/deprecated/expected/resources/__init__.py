"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._old_async import AsyncOldResource as AsyncOldResource
    from ._old_modes import (
        AsyncOldResourceWithRawResponse as AsyncOldResourceWithRawResponse,
    )
    from ._old_modes import (
        AsyncOldResourceWithStreamingResponse as AsyncOldResourceWithStreamingResponse,
    )
    from .old import OldResource as OldResource
    from ._old_modes import OldResourceWithRawResponse as OldResourceWithRawResponse
    from ._old_modes import (
        OldResourceWithStreamingResponse as OldResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncOldResource": "._old_async",
            "AsyncOldResourceWithRawResponse": "._old_modes",
            "AsyncOldResourceWithStreamingResponse": "._old_modes",
            "OldResource": ".old",
            "OldResourceWithRawResponse": "._old_modes",
            "OldResourceWithStreamingResponse": "._old_modes",
        },
    )

__all__ = [
    "AsyncOldResource",
    "AsyncOldResourceWithRawResponse",
    "AsyncOldResourceWithStreamingResponse",
    "OldResource",
    "OldResourceWithRawResponse",
    "OldResourceWithStreamingResponse",
]
