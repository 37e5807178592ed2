"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._me_async import AsyncMeResource as AsyncMeResource
    from ._me_modes import (
        AsyncMeResourceWithRawResponse as AsyncMeResourceWithRawResponse,
    )
    from ._me_modes import (
        AsyncMeResourceWithStreamingResponse as AsyncMeResourceWithStreamingResponse,
    )
    from .me import MeResource as MeResource
    from ._me_modes import MeResourceWithRawResponse as MeResourceWithRawResponse
    from ._me_modes import (
        MeResourceWithStreamingResponse as MeResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncMeResource": "._me_async",
            "AsyncMeResourceWithRawResponse": "._me_modes",
            "AsyncMeResourceWithStreamingResponse": "._me_modes",
            "MeResource": ".me",
            "MeResourceWithRawResponse": "._me_modes",
            "MeResourceWithStreamingResponse": "._me_modes",
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
